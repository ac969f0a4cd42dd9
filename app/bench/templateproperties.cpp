#include "bench/templateproperties.h"

#include "bench/templateeditor.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace packbench {

namespace {

using Kind = PropertyKind;

constexpr double kLargest = 300;

// clang-format off
/// labels/README.md describes the keys; ranges are those of `readTemplate`.
constexpr TemplateProperty kProperties[] = {
    {"field", Kind::Text, "text barcode"},
    {"rows", Kind::Text, "table"},
    {"symbology", Kind::Choice, "barcode",
     "code128 qr gs1-128 ean13 itf14 datamatrix gs1-datamatrix pdf417 maxicode"},
    {"module_dots", Kind::Whole, "barcode", "", 2, 20, 1, "3"},
    {"caption", Kind::Flag, "barcode", "", 0, 0, 0, "true"},
    {"verify", Kind::Flag, "barcode", "", 0, 0, 0, "true"},
    {"font_mm", Kind::Number, "text table", "", 1, 100, 0.5, "4"},
    {"font_mm", Kind::Number, "barcode", "", 1, 20, 0.5, "4"},
    {"min_font_mm", Kind::Number, "text table", "", 1, 100, 0.5, "2"},
    {"bold", Kind::Flag, "text table", "", 0, 0, 0, "false"},
    {"font", Kind::Choice, "text table", "sans serif mono", 0, 0, 0, "sans"},
    {"inverted", Kind::Flag, "text", "", 0, 0, 0, "false"},
    {"vertical", Kind::Flag, "text", "", 0, 0, 0, "false"},
    {"unmasked:name", Kind::Flag, "text barcode", "", 0, 0, 0, "false"},
    {"unmasked:phone", Kind::Flag, "text barcode", "", 0, 0, 0, "false"},
    {"unmasked:address", Kind::Flag, "text barcode", "", 0, 0, 0, "false"},
    {"align", Kind::Choice, "text table", "left centre right", 0, 0, 0, "left"},
    {"vertical_align", Kind::Choice, "text", "top middle bottom", 0, 0, 0, "middle"},
    {"fit", Kind::Choice, "text table", "shrink wrap cut", 0, 0, 0, "shrink"},
    {"rotate", Kind::Choice, "text barcode image", "0 90 180 270", 0, 0, 0, "0"},
    {"row_mm", Kind::Number, "table", "", 1, 100, 0.5, ""},
    {"more", Kind::Text, "table", "", 0, 0, 0, "+{{n}}"},
    {"line_dots", Kind::Whole, "line box", "", 1, 80, 1, "2"},
    {"filled", Kind::Flag, "box", "", 0, 0, 0, "false"},
    {"shade", Kind::Whole, "box", "", 1, 100, 5, "100"},
    {"file", Kind::Text, "image"},
    {"dither", Kind::Choice, "image", "spread threshold", 0, 0, 0, "spread"},
    {"threshold", Kind::Whole, "image", "", 1, 255, 8, "128"},
    {"round_mm", Kind::Number, "text box", "", 0, 50, 0.5, "0"},
    {"only_if", Kind::Text, ""},
    {"only_if_is", Kind::Text, ""},
    {"only_unless", Kind::Text, ""},
    {"at_mm.0", Kind::Number, "", "", 0, kLargest, TemplateEditor::kGridMm, "0"},
    {"at_mm.1", Kind::Number, "", "", 0, kLargest, TemplateEditor::kGridMm, "0"},
    {"size_mm.0", Kind::Number, "", "", 0, kLargest, TemplateEditor::kGridMm, "0"},
    {"size_mm.1", Kind::Number, "", "", 0, kLargest, TemplateEditor::kGridMm, "0"},
};

struct NewItem {
    const char* kind;
    double width;
    double height;
    QList<std::pair<QString, QJsonValue>> keys;
};
// clang-format on

const QList<NewItem>& newItems() {
    static const QList<NewItem> kItems{
        {"text", 40, 6, {{QStringLiteral("field"), QStringLiteral("{{order}}")}}},
        {"barcode",
         60,
         18,
         {{QStringLiteral("symbology"), QStringLiteral("code128")},
          {QStringLiteral("field"), QStringLiteral("{{tracking}}")}}},
        {"line", 40, 0, {}},
        {"box", 30, 20, {}},
        {"table",
         60,
         20,
         {{QStringLiteral("rows"), QStringLiteral("goods")},
          {QStringLiteral("field"), QStringLiteral("{{title}} ×{{quantity}}")},
          {QStringLiteral("font_mm"), 3.5}}}};
    return kItems;
}

bool belongs(const TemplateProperty& property, const QString& type) {
    const QString types = QLatin1String(property.types);
    return types.isEmpty() || types.split(u' ').contains(type);
}

QString textOf(const QJsonValue& value) {
    if (value.isBool())
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 6);
    return value.toString();
}

std::optional<QJsonValue> numberFrom(const TemplateProperty& property, const QString& text) {
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    const bool isWhole = value == std::floor(value);
    if (!isNumber || value < property.low || value > property.high ||
        (property.kind == Kind::Whole && !isWhole))
        return std::nullopt;
    return QJsonValue(value);
}

} // namespace

QStringList TemplateProperty::choiceList() const {
    return QString::fromLatin1(choices).split(u' ', Qt::SkipEmptyParts);
}

QList<TemplateProperty> propertiesOf(const QJsonObject& item) {
    const QString type = item.value(QStringLiteral("type")).toString();
    QList<TemplateProperty> found;
    for (const TemplateProperty& property : kProperties)
        if (belongs(property, type))
            found.append(property);
    return found;
}

std::optional<TemplateProperty> propertyOf(const QJsonObject& item, const QString& key) {
    for (const TemplateProperty& property : propertiesOf(item))
        if (key == QLatin1String(property.key))
            return property;
    return std::nullopt;
}

QString shownValue(const QJsonObject& item, const TemplateProperty& property) {
    const QString key = QLatin1String(property.key);
    if (const qsizetype colon = key.indexOf(u':'); colon > 0)
        return textOf(item.value(key.left(colon)).toArray().contains(key.mid(colon + 1)));
    const QStringList path = QString::fromLatin1(property.key).split(u'.');
    QJsonValue value = item.value(path.first());
    if (path.size() == 2)
        value = value.toArray().at(path.last().toInt());
    return value.isUndefined() ? QString::fromUtf8(property.otherwise) : textOf(value);
}

std::optional<QJsonValue> valueFromText(const TemplateProperty& property, const QString& text) {
    switch (property.kind) {
    case Kind::Text: return QJsonValue(text);
    case Kind::Number:
    case Kind::Whole: return numberFrom(property, text);
    case Kind::Flag: return QJsonValue(text == QLatin1String("true"));
    case Kind::Choice: break;
    }
    if (!property.choiceList().contains(text))
        return std::nullopt;
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(text);
}

QJsonValue steppedValue(const QJsonObject& item, const TemplateProperty& property, int steps) {
    const double now = shownValue(item, property).toDouble();
    const double next = std::round(now / property.step + steps) * property.step;
    return std::clamp(next, property.low, property.high);
}

QJsonObject newTemplateItem(const QString& kind) {
    for (const NewItem& one : newItems()) {
        if (kind != QLatin1String(one.kind))
            continue;
        QJsonObject item{{QStringLiteral("type"), kind},
                         {QStringLiteral("at_mm"), QJsonArray{5, 5}},
                         {QStringLiteral("size_mm"), QJsonArray{one.width, one.height}}};
        for (const auto& [key, value] : one.keys)
            item.insert(key, value);
        return item;
    }
    return {};
}

QStringList templateItemKinds() {
    QStringList kinds;
    for (const NewItem& one : newItems())
        kinds.append(QLatin1String(one.kind));
    return kinds;
}

} // namespace packbench
