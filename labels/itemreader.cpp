#include "labels/itemreader.h"

#include "labels/picture.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace packbench {

namespace {

constexpr double kRounding = 1e-6;
constexpr qint64 kLargestPicture = 1 << 20;

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
    reader.word<Face>(QStringLiteral("font"),
                      {{"sans", Face::Sans}, {"serif", Face::Serif}, {"mono", Face::Mono}},
                      item.face);
    readUnmasked(reader, item.unmasked);
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
    reader.flag(QStringLiteral("vertical"), item.vertical);
    reader.number(QStringLiteral("round_mm"), 0, 50, item.roundMm);
}

void readBarcode(ObjectReader& reader, TemplateItem& item) {
    readField(reader, item);
    readRotate(reader, item);
    if (!reader.has(QStringLiteral("symbology")))
        reader.say(QStringLiteral("“symbology” must say which code."));
    reader.word<Symbology>(QStringLiteral("symbology"),
                           {{"code128", Symbology::Code128},
                            {"gs1-128", Symbology::Gs1_128},
                            {"ean13", Symbology::Ean13},
                            {"itf14", Symbology::Itf14},
                            {"qr", Symbology::Qr},
                            {"datamatrix", Symbology::DataMatrix},
                            {"gs1-datamatrix", Symbology::Gs1DataMatrix},
                            {"pdf417", Symbology::Pdf417},
                            {"maxicode", Symbology::MaxiCode}},
                           item.symbology);
    reader.whole(QStringLiteral("module_dots"), 2, 20, item.moduleDots);
    reader.flag(QStringLiteral("verify"), item.verify);
    reader.flag(QStringLiteral("caption"), item.caption);
    reader.number(QStringLiteral("font_mm"), 1, 20, item.fontMm);
    readUnmasked(reader, item.unmasked);
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
    reader.whole(QStringLiteral("shade"), 1, 100, item.shade);
    reader.number(QStringLiteral("round_mm"), 0, 50, item.roundMm);
}

QByteArray pictureOf(ObjectReader& reader, const TemplateItem& item, const QString& folder) {
    if (!reader.has(QStringLiteral("file"))) {
        const auto bytes = QByteArray::fromBase64Encoding(
            reader.take(QStringLiteral("data")).toString().toLatin1(),
            QByteArray::AbortOnBase64DecodingErrors);
        return bytes ? *bytes : QByteArray();
    }
    if (item.file.contains(u'/') || item.file.contains(u'\\') || item.file.startsWith(u'.')) {
        reader.say(QStringLiteral("“file” must be the name of a picture beside the template."));
        return {};
    }
    QFile file(QDir(folder).filePath(item.file));
    if (folder.isEmpty() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestPicture)
        return {};
    return file.readAll();
}

void readImage(ObjectReader& reader, TemplateItem& item, const QString& folder) {
    reader.text(QStringLiteral("file"), item.file);
    item.picture = pictureOf(reader, item, folder);
    if (!isPicture(item.picture))
        reader.say(
            QStringLiteral("“data” must be a PNG or JPEG in base64, or “file” the name of one "
                           "beside the template, of at most 1 MB and 4000 × 4000 dots."));
    reader.word<Dither>(QStringLiteral("dither"),
                        {{"spread", Dither::Spread}, {"threshold", Dither::Threshold}},
                        item.dither);
    reader.whole(QStringLiteral("threshold"), 1, 255, item.threshold);
    readRotate(reader, item);
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

void readConditions(ObjectReader& reader, TemplateItem& item) {
    reader.text(QStringLiteral("only_if"), item.onlyIf);
    reader.text(QStringLiteral("only_if_is"), item.onlyIfIs);
    reader.text(QStringLiteral("only_unless"), item.onlyUnless);
    if (!item.onlyIfIs.isEmpty() && item.onlyIf.isEmpty())
        reader.say(QStringLiteral("“only_if_is” needs “only_if” to name the field."));
}

} // namespace

void readUnmasked(ObjectReader& reader, PersonalParts& parts) {
    const QString key = QStringLiteral("unmasked");
    if (!reader.has(key))
        return;
    const QJsonValue value = reader.take(key);
    bool isGood = value.isArray();
    for (const QJsonValue& part : value.toArray()) {
        const QString word = part.toString();
        const auto known = word == u"name"    ? Personal::Name
                           : word == u"phone" ? Personal::Phone
                                              : Personal::Address;
        isGood = isGood && (known != Personal::Address || word == u"address");
        parts |= known;
    }
    if (!isGood)
        reader.say(QStringLiteral("“unmasked” must be a list of name, phone, address."));
}

TemplateItem readItem(const QJsonObject& object, const ItemPlace& place, QStringList& problems) {
    TemplateItem item;
    ObjectReader reader(place.who, object, problems);
    if (!reader.has(QStringLiteral("type"))) {
        reader.say(QStringLiteral("“type” must be text, barcode, line, box, table or image."));
        return item;
    }
    const qsizetype before = problems.size();
    reader.word<ItemKind>(QStringLiteral("type"),
                          {{"text", ItemKind::Text},
                           {"barcode", ItemKind::Barcode},
                           {"line", ItemKind::Line},
                           {"box", ItemKind::Box},
                           {"table", ItemKind::Table},
                           {"image", ItemKind::Image}},
                          item.kind);
    if (problems.size() > before)
        return item;
    readPlace(reader, place.label, item);
    readConditions(reader, item);
    switch (item.kind) {
    case ItemKind::Text: readText(reader, item); break;
    case ItemKind::Barcode: readBarcode(reader, item); break;
    case ItemKind::Line: readLine(reader, item); break;
    case ItemKind::Box: readBox(reader, item); break;
    case ItemKind::Table: readTable(reader, place.who, item, problems); break;
    case ItemKind::Image: readImage(reader, item, place.folder); break;
    }
    reader.leftOver();
    return item;
}

} // namespace packbench
