#include "labels/template.h"

#include "labels/objectreader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside a namespace.
static void initLabelTemplates() {
    Q_INIT_RESOURCE(labeltemplates);
}

namespace packbench {

namespace {

constexpr qsizetype kLongestFile = 262'144;
constexpr qsizetype kMostItems = 300;
constexpr double kSmallestMm = 10;
constexpr double kRounding = 1e-6;

void readAlign(ObjectReader& reader, Align& align) {
    reader.word<Align>(QStringLiteral("align"),
                       {{"left", Align::Left}, {"centre", Align::Centre}, {"right", Align::Right}},
                       align);
}

void readFit(ObjectReader& reader, Fit& fit) {
    reader.word<Fit>(QStringLiteral("fit"),
                     {{"shrink", Fit::Shrink}, {"wrap", Fit::Wrap}, {"cut", Fit::Cut}}, fit);
}

void readFont(ObjectReader& reader, TemplateItem& item) {
    reader.number(QStringLiteral("font_mm"), 1, 100, item.fontMm);
    item.minFontMm = std::min(item.minFontMm, item.fontMm);
    reader.number(QStringLiteral("min_font_mm"), 1, item.fontMm, item.minFontMm);
    reader.flag(QStringLiteral("bold"), item.bold);
    readFit(reader, item.fit);
    readAlign(reader, item.align);
}

void readRotate(ObjectReader& reader, TemplateItem& item) {
    reader.whole(QStringLiteral("rotate"), 0, 270, item.rotate);
    if (item.rotate % 90 != 0)
        reader.say(QStringLiteral("“rotate” must be 0, 90, 180 or 270."));
}

void readField(ObjectReader& reader, TemplateItem& item) {
    reader.text(QStringLiteral("field"), item.field);
    if (item.field.isEmpty())
        reader.say(QStringLiteral("“field” must say what is to be shown."));
}

void readText(ObjectReader& reader, TemplateItem& item) {
    readField(reader, item);
    readFont(reader, item);
    readRotate(reader, item);
    reader.word<VerticalAlign>(QStringLiteral("vertical_align"),
                               {{"top", VerticalAlign::Top},
                                {"middle", VerticalAlign::Middle},
                                {"bottom", VerticalAlign::Bottom}},
                               item.verticalAlign);
    reader.flag(QStringLiteral("inverted"), item.inverted);
    reader.number(QStringLiteral("round_mm"), 0, 50, item.roundMm);
}

void readBarcode(ObjectReader& reader, TemplateItem& item) {
    readField(reader, item);
    readRotate(reader, item);
    if (!reader.has(QStringLiteral("symbology")))
        reader.say(QStringLiteral("“symbology” must be code128 or qr."));
    reader.word<Symbology>(QStringLiteral("symbology"),
                           {{"code128", Symbology::Code128}, {"qr", Symbology::Qr}},
                           item.symbology);
    reader.whole(QStringLiteral("module_dots"), 2, 20, item.moduleDots);
    reader.flag(QStringLiteral("verify"), item.verify);
    reader.flag(QStringLiteral("caption"), item.caption);
    reader.number(QStringLiteral("font_mm"), 1, 20, item.fontMm);
}

void readColumns(ObjectReader& reader, const QString& who, TemplateItem& item,
                 QStringList& problems) {
    const QString key = QStringLiteral("columns");
    if (!reader.has(key))
        return readField(reader, item);
    const QJsonArray columns = reader.take(key).toArray();
    if (columns.isEmpty() || columns.size() > 20)
        return reader.say(QStringLiteral("“columns” must be a list of 1 to 20 columns."));
    double total = 0;
    for (const QJsonValue& value : columns) {
        TableColumn column;
        const QJsonObject object = value.toObject();
        const auto name = QStringLiteral("%1, column %2").arg(who).arg(item.columns.size() + 1);
        ObjectReader part(name, object, problems);
        part.text(QStringLiteral("field"), column.field);
        part.number(QStringLiteral("width_mm"), 1, kLargestMm, column.widthMm);
        if (column.field.isEmpty() || column.widthMm <= 0)
            part.say(QStringLiteral("it needs “field” and “width_mm”."));
        column.fit = item.fit;
        readFit(part, column.fit);
        readAlign(part, column.align);
        part.leftOver();
        total += column.widthMm;
        item.columns.append(column);
    }
    if (total > item.mm.width() + kRounding)
        reader.say(QStringLiteral("its columns are wider than the table."));
}

void readTable(ObjectReader& reader, const QString& who, TemplateItem& item,
               QStringList& problems) {
    readFont(reader, item);
    readColumns(reader, who, item, problems);
    reader.text(QStringLiteral("rows"), item.rows);
    if (item.rows.isEmpty())
        reader.say(QStringLiteral("“rows” must name the rows to repeat."));
    reader.number(QStringLiteral("row_mm"), item.fontMm, 100, item.rowMm);
    reader.text(QStringLiteral("more"), item.more);
}

void readLine(ObjectReader& reader, TemplateItem& item) {
    reader.whole(QStringLiteral("line_dots"), 1, 80, item.lineDots);
    if ((item.mm.width() > 0) == (item.mm.height() > 0))
        reader.say(QStringLiteral("a line's “size_mm” is [length, 0] or [0, length]."));
}

void readBox(ObjectReader& reader, TemplateItem& item) {
    reader.whole(QStringLiteral("line_dots"), 1, 80, item.lineDots);
    reader.flag(QStringLiteral("filled"), item.filled);
    reader.number(QStringLiteral("round_mm"), 0, 50, item.roundMm);
}

void readPlace(ObjectReader& reader, QSizeF label, TemplateItem& item) {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;
    reader.pair(QStringLiteral("at_mm"), 0, x, y);
    reader.pair(QStringLiteral("size_mm"), 0, width, height);
    item.mm = QRectF(x, y, width, height);
    if (item.kind != ItemKind::Line && (width <= 0 || height <= 0))
        reader.say(QStringLiteral("its size must be larger than 0 both ways."));
    if (x + width > label.width() + kRounding || y + height > label.height() + kRounding)
        reader.say(QStringLiteral("it reaches beyond the label."));
}

TemplateItem readItem(const QJsonObject& object, const QString& who, QSizeF label,
                      QStringList& problems) {
    TemplateItem item;
    ObjectReader reader(who, object, problems);
    if (!reader.has(QStringLiteral("type"))) {
        reader.say(QStringLiteral("“type” must be text, barcode, line, box or table."));
        return item;
    }
    const qsizetype before = problems.size();
    reader.word<ItemKind>(QStringLiteral("type"),
                          {{"text", ItemKind::Text},
                           {"barcode", ItemKind::Barcode},
                           {"line", ItemKind::Line},
                           {"box", ItemKind::Box},
                           {"table", ItemKind::Table}},
                          item.kind);
    if (problems.size() > before)
        return item;
    readPlace(reader, label, item);
    reader.text(QStringLiteral("only_if"), item.onlyIf);
    switch (item.kind) {
    case ItemKind::Text: readText(reader, item); break;
    case ItemKind::Barcode: readBarcode(reader, item); break;
    case ItemKind::Line: readLine(reader, item); break;
    case ItemKind::Box: readBox(reader, item); break;
    case ItemKind::Table: readTable(reader, who, item, problems); break;
    }
    reader.leftOver();
    return item;
}

TemplateReading refused(const QString& sentence) {
    return {{}, {sentence}};
}

void readItems(const QJsonArray& items, TemplateReading& reading) {
    for (const QJsonValue& value : items) {
        const auto who = QStringLiteral("Item %1").arg(reading.value.items.size() + 1);
        if (!value.isObject())
            reading.problems.append(QStringLiteral("%1: it is not an object in {…}.").arg(who));
        reading.value.items.append(
            readItem(value.toObject(), who, reading.value.sizeMm, reading.problems));
    }
}

} // namespace

TemplateReading readTemplate(const QByteArray& json) {
    if (json.size() > kLongestFile)
        return refused(QStringLiteral("The template is larger than 256 kB and is not read."));
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return refused(QStringLiteral("The template is not JSON: %1 at byte %2.")
                           .arg(error.errorString())
                           .arg(error.offset));
    const QJsonObject object = document.object();
    TemplateReading reading;
    ObjectReader reader(QStringLiteral("Template"), object, reading.problems);
    reader.text(QStringLiteral("name"), reading.value.name);
    if (reading.value.name.isEmpty())
        reader.say(QStringLiteral("“name” must say what the template is called."));
    double width = 0;
    double height = 0;
    reader.pair(QStringLiteral("size_mm"), kSmallestMm, width, height);
    reading.value.sizeMm = QSizeF(width, height);
    const QJsonValue items = reader.take(QStringLiteral("items"));
    if (!items.isArray() || items.toArray().isEmpty() || items.toArray().size() > kMostItems)
        reader.say(QStringLiteral("“items” must be a list of 1 to %1 items.").arg(kMostItems));
    else
        readItems(items.toArray(), reading);
    reader.leftOver();
    return reading;
}

QStringList builtInTemplates() {
    return {QStringLiteral("general-100x150"), QStringLiteral("general-76x130")};
}

QByteArray builtInTemplateJson(const QString& name) {
    initLabelTemplates();
    QFile file(QStringLiteral(":/labels/%1.json").arg(name));
    const bool isOne = builtInTemplates().contains(name) && file.open(QIODevice::ReadOnly);
    return isOne ? file.readAll() : QByteArray();
}

TemplateReading builtInTemplate(const QString& name) {
    if (!builtInTemplates().contains(name))
        return refused(QStringLiteral("There is no built-in template “%1”; there are %2.")
                           .arg(name, builtInTemplates().join(QStringLiteral(", "))));
    return readTemplate(builtInTemplateJson(name));
}

} // namespace packbench
