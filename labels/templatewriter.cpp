#include "labels/templatewriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace packbench {

namespace {

QString word(ItemKind kind) {
    switch (kind) {
    case ItemKind::Text: return QStringLiteral("text");
    case ItemKind::Barcode: return QStringLiteral("barcode");
    case ItemKind::Line: return QStringLiteral("line");
    case ItemKind::Box: return QStringLiteral("box");
    case ItemKind::Table: return QStringLiteral("table");
    case ItemKind::Image: return QStringLiteral("image");
    }
    return {};
}

QString word(Fit fit) {
    switch (fit) {
    case Fit::Shrink: return QStringLiteral("shrink");
    case Fit::Wrap: return QStringLiteral("wrap");
    case Fit::Cut: return QStringLiteral("cut");
    }
    return {};
}

QString word(Align align) {
    switch (align) {
    case Align::Left: return QStringLiteral("left");
    case Align::Centre: return QStringLiteral("centre");
    case Align::Right: return QStringLiteral("right");
    }
    return {};
}

QString word(VerticalAlign align) {
    switch (align) {
    case VerticalAlign::Top: return QStringLiteral("top");
    case VerticalAlign::Middle: return QStringLiteral("middle");
    case VerticalAlign::Bottom: return QStringLiteral("bottom");
    }
    return {};
}

QString word(Face face) {
    switch (face) {
    case Face::Sans: return QStringLiteral("sans");
    case Face::Serif: return QStringLiteral("serif");
    case Face::Mono: return QStringLiteral("mono");
    }
    return {};
}

QString word(Symbology symbology) {
    switch (symbology) {
    case Symbology::Code128: return QStringLiteral("code128");
    case Symbology::Qr: return QStringLiteral("qr");
    case Symbology::Gs1_128: return QStringLiteral("gs1-128");
    case Symbology::Ean13: return QStringLiteral("ean13");
    case Symbology::Itf14: return QStringLiteral("itf14");
    case Symbology::DataMatrix: return QStringLiteral("datamatrix");
    case Symbology::Gs1DataMatrix: return QStringLiteral("gs1-datamatrix");
    case Symbology::Pdf417: return QStringLiteral("pdf417");
    case Symbology::MaxiCode: return QStringLiteral("maxicode");
    }
    return {};
}

QJsonArray words(PersonalParts parts) {
    QJsonArray list;
    if (parts.testFlag(Personal::Name))
        list.append(QStringLiteral("name"));
    if (parts.testFlag(Personal::Phone))
        list.append(QStringLiteral("phone"));
    if (parts.testFlag(Personal::Address))
        list.append(QStringLiteral("address"));
    return list;
}

/// One item; what is as in a new one is not written.
class ItemWriter {
public:
    explicit ItemWriter(const TemplateItem& item) : m_item(item) {
        m_default.minFontMm = std::min(m_default.minFontMm, item.fontMm);
    }

    QJsonObject written() {
        m_object = {{QStringLiteral("type"), word(m_item.kind)},
                    {QStringLiteral("at_mm"), QJsonArray{m_item.mm.x(), m_item.mm.y()}},
                    {QStringLiteral("size_mm"), QJsonArray{m_item.mm.width(), m_item.mm.height()}}};
        put("only_if", &TemplateItem::onlyIf);
        put("only_if_is", &TemplateItem::onlyIfIs);
        put("only_unless", &TemplateItem::onlyUnless);
        switch (m_item.kind) {
        case ItemKind::Text: writeText(); break;
        case ItemKind::Barcode: writeBarcode(); break;
        case ItemKind::Line: put("line_dots", &TemplateItem::lineDots); break;
        case ItemKind::Box: writeBox(); break;
        case ItemKind::Table: writeTable(); break;
        case ItemKind::Image: writeImage(); break;
        }
        return m_object;
    }

private:
    template <typename Value>
    void put(const char* key, Value TemplateItem::*member) {
        if (m_item.*member != m_default.*member)
            m_object.insert(QLatin1String(key), m_item.*member);
    }
    template <typename Value>
    void putWord(const char* key, Value TemplateItem::*member) {
        if (m_item.*member != m_default.*member)
            m_object.insert(QLatin1String(key), word(m_item.*member));
    }
    void putUnmasked() {
        if (m_item.unmasked != PersonalParts())
            m_object.insert(QStringLiteral("unmasked"), words(m_item.unmasked));
    }

    void writeFont() {
        put("font_mm", &TemplateItem::fontMm);
        put("min_font_mm", &TemplateItem::minFontMm);
        put("bold", &TemplateItem::bold);
        putWord("font", &TemplateItem::face);
        putUnmasked();
        putWord("fit", &TemplateItem::fit);
        putWord("align", &TemplateItem::align);
    }
    void writeText() {
        put("field", &TemplateItem::field);
        writeFont();
        put("rotate", &TemplateItem::rotate);
        putWord("vertical_align", &TemplateItem::verticalAlign);
        put("inverted", &TemplateItem::inverted);
        put("vertical", &TemplateItem::vertical);
        put("round_mm", &TemplateItem::roundMm);
    }
    void writeBarcode() {
        m_object.insert(QStringLiteral("symbology"), word(m_item.symbology));
        put("field", &TemplateItem::field);
        put("rotate", &TemplateItem::rotate);
        put("module_dots", &TemplateItem::moduleDots);
        put("verify", &TemplateItem::verify);
        put("caption", &TemplateItem::caption);
        put("font_mm", &TemplateItem::fontMm);
        putUnmasked();
    }
    void writeBox() {
        put("line_dots", &TemplateItem::lineDots);
        put("filled", &TemplateItem::filled);
        put("shade", &TemplateItem::shade);
        put("round_mm", &TemplateItem::roundMm);
    }
    void writeTable() {
        put("rows", &TemplateItem::rows);
        writeFont();
        put("row_mm", &TemplateItem::rowMm);
        put("more", &TemplateItem::more);
        QJsonArray columns;
        for (const TableColumn& column : m_item.columns) {
            QJsonObject one{{QStringLiteral("field"), column.field},
                            {QStringLiteral("width_mm"), column.widthMm}};
            if (column.fit != m_item.fit)
                one.insert(QStringLiteral("fit"), word(column.fit));
            if (column.align != Align::Left)
                one.insert(QStringLiteral("align"), word(column.align));
            columns.append(one);
        }
        if (columns.isEmpty())
            put("field", &TemplateItem::field);
        else
            m_object.insert(QStringLiteral("columns"), columns);
    }
    void writeImage() {
        if (m_item.file.isEmpty())
            m_object.insert(QStringLiteral("data"), QString::fromLatin1(m_item.picture.toBase64()));
        put("file", &TemplateItem::file);
        if (m_item.dither != Dither::Spread)
            m_object.insert(QStringLiteral("dither"), QStringLiteral("threshold"));
        put("threshold", &TemplateItem::threshold);
        put("rotate", &TemplateItem::rotate);
    }

    const TemplateItem& m_item;
    TemplateItem m_default;
    QJsonObject m_object;
};

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray writeTemplate(const LabelTemplate& form) {
    QJsonObject head{
        {QStringLiteral("name"), form.name},
        {QStringLiteral("size_mm"), QJsonArray{form.sizeMm.width(), form.sizeMm.height()}}};
    if (form.unmasked != PersonalParts())
        head.insert(QStringLiteral("unmasked"), words(form.unmasked));
    QByteArray json = compact(head);
    json.chop(1);
    json += ",\n\"items\":[";
    const char* between = "\n";
    for (const TemplateItem& item : form.items) {
        json += between + compact(ItemWriter(item).written());
        between = ",\n";
    }
    return json + "\n]}\n";
}

} // namespace packbench
