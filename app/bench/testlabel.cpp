#include "bench/testlabel.h"

#include "labels/layout.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace packbench {
namespace {

constexpr double kWidthMm = 70;
constexpr double kHeightMm = 45;

QJsonArray pair(double first, double second) {
    return {first, second};
}

QJsonObject line(double x, double y, double width, double height) {
    return {{"type", "line"},
            {"at_mm", pair(x, y)},
            {"size_mm", pair(width, height)},
            {"line_dots", 2}};
}

QJsonObject text(const QString& field, const QJsonArray& at, const QJsonArray& size, double font) {
    return {{"type", "text"},  {"at_mm", at},        {"size_mm", size},   {"field", field},
            {"font_mm", font}, {"min_font_mm", 2.0}, {"bold", font > 3.5}};
}

/// A tick each millimetre, a longer one each fifth and tenth.
void addScale(QJsonArray& items) {
    for (int mm = 0; mm <= 60; ++mm) {
        const double length = mm % 10 == 0 ? 4 : mm % 5 == 0 ? 3 : 2;
        items.append(line(5 + mm, 38, 0, length));
    }
    items.append(line(5, 38, 60, 0));
}

LabelTemplate testTemplate() {
    QJsonObject black = text(QStringLiteral("{{bench}}"), pair(52, 3), pair(14, 12), 6);
    black.insert(QStringLiteral("inverted"), true);
    black.insert(QStringLiteral("align"), QStringLiteral("centre"));
    QJsonArray items{QJsonObject{{"type", "box"},
                                 {"at_mm", pair(0.5, 0.5)},
                                 {"size_mm", pair(69, 44)},
                                 {"line_dots", 2}},
                     text(QStringLiteral("测试面单 Test label"), pair(4, 2.5), pair(46, 6), 4.2),
                     text(QStringLiteral("{{printer}}"), pair(4, 8.5), pair(46, 5), 3.2),
                     text(QStringLiteral("{{kind}}"), pair(4, 13.5), pair(46, 4), 2.6),
                     black,
                     QJsonObject{{"type", "barcode"},
                                 {"at_mm", pair(3, 19)},
                                 {"size_mm", pair(64, 16)},
                                 {"symbology", "code128"},
                                 {"field", testCode()},
                                 {"module_dots", 3},
                                 {"font_mm", 3}}};
    addScale(items);
    const QJsonObject form{
        {"name", "Test label"}, {"size_mm", pair(kWidthMm, kHeightMm)}, {"items", items}};
    const TemplateReading reading = readTemplate(QJsonDocument(form).toJson());
    Q_ASSERT(reading.ok());
    return reading.value;
}

} // namespace

QString testCode() {
    return QStringLiteral("PB-TEST");
}

Page testPage(const PrinterDescription& printer, const QString& bench) {
    LabelFields fields;
    fields.values = {
        {QStringLiteral("printer"), printer.model.isEmpty() ? printer.id : printer.model},
        {QStringLiteral("kind"), QStringLiteral("%1 · %2 dots/mm · %3")
                                     .arg(word(printer.language).toUpper())
                                     .arg(printer.dotsPerMm)
                                     .arg(printer.transport)},
        {QStringLiteral("bench"), bench}};
    return drawLabel(testTemplate(), fields, printer.dotsPerMm).page;
}

} // namespace packbench
