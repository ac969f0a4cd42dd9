#include "labels/template.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gtest/gtest.h>

namespace packbench {

namespace {

TemplateReading withItem(const QByteArray& item) {
    return readTemplate(R"({"name": "One", "size_mm": [100, 150], "items": [)" + item + "]}");
}

/// All problems as one text, for looking into.
QString problemsOf(const QByteArray& item) {
    return withItem(item).problems.join(u'\n');
}

QJsonObject schema() {
    QFile file(QStringLiteral(FIXTURES "/../../labels/template.schema.json"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(file.readAll(), &error);
    EXPECT_EQ(error.error, QJsonParseError::NoError) << qPrintable(error.errorString());
    return document.object();
}

} // namespace

TEST(Template, BuiltInTemplatesReadWithoutProblems) {
    ASSERT_GE(builtInTemplates().size(), 2);
    for (const QString& name : builtInTemplates()) {
        const TemplateReading reading = builtInTemplate(name);
        EXPECT_TRUE(reading.ok()) << qPrintable(reading.problems.join(u'\n'));
        EXPECT_GT(reading.value.items.size(), 10);
    }
    EXPECT_EQ(builtInTemplate(u"general-100x150"_qs).value.sizeMm, QSizeF(100, 150));
    EXPECT_EQ(builtInTemplate(u"general-76x130"_qs).value.sizeMm, QSizeF(76, 130));
}

TEST(Template, AnUnknownBuiltInNameIsRefusedAndTheKnownOnesAreNamed) {
    const TemplateReading reading = builtInTemplate(u"../../etc/passwd"_qs);
    ASSERT_EQ(reading.problems.size(), 1);
    EXPECT_TRUE(reading.problems.first().contains(u"general-76x130"));
}

TEST(Template, EveryKeyOfATextIsRead) {
    const auto reading = withItem(R"({"type": "text", "at_mm": [1, 2], "size_mm": [30, 4],
        "field": "{{order}}", "font_mm": 3, "min_font_mm": 2.5, "bold": true, "inverted": true,
        "round_mm": 1.5, "fit": "wrap", "align": "right", "vertical_align": "bottom",
        "rotate": 90, "only_if": "remark"})");
    ASSERT_TRUE(reading.ok()) << qPrintable(reading.problems.join(u'\n'));
    TemplateItem item;
    item.mm = QRectF(1, 2, 30, 4);
    item.field = u"{{order}}"_qs;
    item.fontMm = 3;
    item.minFontMm = 2.5;
    item.bold = true;
    item.inverted = true;
    item.roundMm = 1.5;
    item.fit = Fit::Wrap;
    item.align = Align::Right;
    item.verticalAlign = VerticalAlign::Bottom;
    item.rotate = 90;
    item.onlyIf = u"remark"_qs;
    EXPECT_EQ(reading.value.items.first(), item);
}

TEST(Template, EveryKeyOfABarcodeIsRead) {
    const auto reading = withItem(R"({"type": "barcode", "at_mm": [1, 2], "size_mm": [30, 30],
        "symbology": "qr", "field": "{{tracking}}", "module_dots": 5, "verify": false,
        "caption": false, "font_mm": 3, "rotate": 270})");
    ASSERT_TRUE(reading.ok()) << qPrintable(reading.problems.join(u'\n'));
    const TemplateItem& item = reading.value.items.first();
    EXPECT_EQ(item.kind, ItemKind::Barcode);
    EXPECT_EQ(item.symbology, Symbology::Qr);
    EXPECT_EQ(item.moduleDots, 5);
    EXPECT_FALSE(item.verify);
    EXPECT_FALSE(item.caption);
    EXPECT_EQ(item.rotate, 270);
}

TEST(Template, ColumnsOfATableTakeTheTablesFitUnlessTheySayTheirOwn) {
    const auto reading = withItem(R"({"type": "table", "at_mm": [0, 0], "size_mm": [50, 30],
        "rows": "goods", "fit": "wrap", "columns": [{"field": "{{title}}", "width_mm": 40},
        {"field": "{{quantity}}", "width_mm": 10, "fit": "cut", "align": "right"}]})");
    ASSERT_TRUE(reading.ok()) << qPrintable(reading.problems.join(u'\n'));
    const auto& columns = reading.value.items.first().columns;
    EXPECT_EQ(columns.at(0), (TableColumn{u"{{title}}"_qs, 40, Align::Left, Fit::Wrap}));
    EXPECT_EQ(columns.at(1), (TableColumn{u"{{quantity}}"_qs, 10, Align::Right, Fit::Cut}));
}

TEST(Template, ProblemsAreSentencesThatNameTheItem) {
    const auto reading = readTemplate(R"({"name": "Two", "size_mm": [100, 150], "items": [
        {"type": "line", "at_mm": [0, 0], "size_mm": [50, 0]},
        {"type": "text", "at_mm": [0, 0], "size_mm": [50, 5], "field": "x", "fontmm": 4}]})");
    ASSERT_EQ(reading.problems.size(), 1);
    EXPECT_EQ(reading.problems.first(), u"Item 2: “fontmm” is not a key that is known here."_qs);
}

struct BadItem {
    const char* json;
    const char* says;
};

class BadItems : public testing::TestWithParam<BadItem> {};

TEST_P(BadItems, AreProblems) {
    const QString problems = problemsOf(GetParam().json);
    EXPECT_TRUE(problems.startsWith(u"Item 1")) << qPrintable(problems);
    EXPECT_TRUE(problems.contains(QString::fromUtf8(GetParam().says))) << qPrintable(problems);
}

INSTANTIATE_TEST_SUITE_P(
    Template, BadItems,
    testing::Values(
        BadItem{R"({"at_mm": [0, 0], "size_mm": [5, 5]})", "“type”"},
        BadItem{R"({"type": "photo", "at_mm": [0, 0], "size_mm": [5, 5]})", "“type”"},
        BadItem{R"({"type": 7, "at_mm": [0, 0], "size_mm": [5, 5]})", "“type”"},
        BadItem{"7", "not an object"}, BadItem{"null", "not an object"},
        BadItem{R"({"type": "box", "size_mm": [5, 5]})", "“at_mm”"},
        BadItem{R"({"type": "box", "at_mm": [-1, 0], "size_mm": [5, 5]})", "“at_mm”"},
        BadItem{R"({"type": "box", "at_mm": [0, "0"], "size_mm": [5, 5]})", "“at_mm”"},
        BadItem{R"({"type": "box", "at_mm": [0, 0, 0], "size_mm": [5, 5]})", "“at_mm”"},
        BadItem{R"({"type": "box", "at_mm": [0, 0], "size_mm": [5, 0]})", "larger than 0"},
        BadItem{R"({"type": "box", "at_mm": [96, 0], "size_mm": [5, 5]})", "beyond the label"},
        BadItem{R"({"type": "box", "at_mm": [0, 0], "size_mm": [5, 5], "filled": "yes"})",
                "“filled” must be true or false"},
        BadItem{R"({"type": "box", "at_mm": [0, 0], "size_mm": [5, 5], "line_dots": 1.5})",
                "“line_dots” must be a whole number"},
        BadItem{R"({"type": "box", "at_mm": [0, 0], "size_mm": [5, 5], "line_dots": 0})",
                "“line_dots”"},
        BadItem{R"({"type": "box", "at_mm": [0, 0], "size_mm": [5, 5], "field": "x"})",
                "“field” is not a key"},
        BadItem{R"({"type": "line", "at_mm": [0, 0], "size_mm": [5, 5]})", "[length, 0]"},
        BadItem{R"({"type": "text", "at_mm": [0, 0], "size_mm": [5, 5]})", "“field”"},
        BadItem{R"({"type": "text", "at_mm": [0, 0], "size_mm": [5, 5], "field": "{{a"})",
                "not closed"},
        BadItem{R"({"type": "text", "at_mm": [0, 0], "size_mm": [5, 5], "field": "a}}"})",
                "without"},
        BadItem{R"({"type": "text", "at_mm": [0, 0], "size_mm": [5, 5], "field": "{{}}"})",
                "field name"},
        BadItem{R"({"type": "text", "at_mm": [0, 0], "size_mm": [5, 5], "field": ["a"]})",
                "“field” must be a text"},
        BadItem{R"({"type": "text", "at_mm": [0, 0], "size_mm": [5, 5], "field": "a",
                   "font_mm": 2, "min_font_mm": 3})",
                "“min_font_mm”"},
        BadItem{R"({"type": "text", "at_mm": [0, 0], "size_mm": [5, 5], "field": "a",
                   "rotate": 45})",
                "“rotate”"},
        BadItem{R"({"type": "text", "at_mm": [0, 0], "size_mm": [5, 5], "field": "a",
                   "fit": "stretch"})",
                "shrink, wrap, cut"},
        BadItem{R"({"type": "barcode", "at_mm": [0, 0], "size_mm": [5, 5], "field": "a"})",
                "“symbology”"},
        BadItem{R"({"type": "barcode", "at_mm": [0, 0], "size_mm": [5, 5], "field": "a",
                   "symbology": "qr", "module_dots": 1})",
                "“module_dots”"},
        BadItem{R"({"type": "table", "at_mm": [0, 0], "size_mm": [50, 5], "field": "a"})",
                "“rows”"},
        BadItem{R"({"type": "table", "at_mm": [0, 0], "size_mm": [50, 5], "rows": "goods",
                   "columns": [{"field": "a", "width_mm": 51}]})",
                "wider than the table"},
        BadItem{R"({"type": "table", "at_mm": [0, 0], "size_mm": [50, 5], "rows": "goods",
                   "columns": [{"field": "a", "width_mm": 5, "bold": true}]})",
                "column 1: “bold” is not a key"},
        BadItem{R"({"type": "table", "at_mm": [0, 0], "size_mm": [50, 5], "rows": "goods",
                   "columns": []})",
                "“columns”"}));

class NoTemplates : public testing::TestWithParam<const char*> {};

TEST_P(NoTemplates, AreRefused) {
    EXPECT_FALSE(readTemplate(GetParam()).ok());
}

INSTANTIATE_TEST_SUITE_P(
    Template, NoTemplates,
    testing::Values("", "{", "[]", "null", "\xff\xfe", R"({"name": "x"})",
                    R"({"name": "x", "size_mm": [100, 150], "items": []})",
                    R"({"name": "x", "size_mm": [100, 150], "items": {}})",
                    R"({"size_mm": [100, 150], "items": [{"type": "line", "at_mm": [0, 0],
                        "size_mm": [5, 0]}]})",
                    R"({"name": "x", "size_mm": [5, 5], "items": [{"type": "line",
                        "at_mm": [0, 0], "size_mm": [5, 0]}]})",
                    R"({"name": "x", "size_mm": [1e9, 150], "items": [{"type": "line",
                        "at_mm": [0, 0], "size_mm": [5, 0]}]})",
                    R"({"name": "x", "size_mm": [100, 150], "dpi": 203, "items": [{"type":
                        "line", "at_mm": [0, 0], "size_mm": [5, 0]}]})"));

TEST(Template, AFileThatIsTooLargeIsRefusedUnread) {
    EXPECT_TRUE(readTemplate(QByteArray(300 * 1024, ' ')).problems.first().contains(u"256 kB"));
}

TEST(Template, DeepNestingIsRefused) {
    EXPECT_FALSE(readTemplate(QByteArray(100000, '[')).ok());
}

TEST(Template, TheSchemaKnowsTheSameKeysAsTheReader) {
    const QJsonObject kinds = schema().value(u"$defs").toObject();
    for (const char* kind : {"text", "barcode", "line", "box", "table", "image"}) {
        const QJsonObject keys =
            kinds.value(QLatin1String(kind)).toObject().value(u"properties").toObject();
        ASSERT_FALSE(keys.isEmpty()) << kind;
        for (const QString& key : keys.keys()) {
            if (key == u"type")
                continue;
            const QString problems = problemsOf(QStringLiteral(R"({"type": "%1", "%2": null})")
                                                    .arg(QLatin1String(kind), key)
                                                    .toUtf8());
            EXPECT_FALSE(problems.contains(u"“%1” is not a key"_qs.arg(key)))
                << kind << ' ' << qPrintable(key);
        }
    }
}

TEST(Template, BuiltInTemplatesUseOnlyKeysOfTheSchema) {
    const QJsonObject kinds = schema().value(u"$defs").toObject();
    for (const QString& name : builtInTemplates()) {
        QFile file(QStringLiteral(FIXTURES "/../../labels/templates/%1.json").arg(name));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        const auto items = QJsonDocument::fromJson(file.readAll()).object().value(u"items");
        for (const QJsonValue& item : items.toArray()) {
            const QJsonObject object = item.toObject();
            const QJsonObject keys = kinds.value(object.value(u"type").toString())
                                         .toObject()
                                         .value(u"properties")
                                         .toObject();
            for (const QString& key : object.keys())
                EXPECT_TRUE(keys.contains(key)) << qPrintable(name + u' ' + key);
        }
    }
}

} // namespace packbench
