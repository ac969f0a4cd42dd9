#include "labels/templatewriter.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

LabelTemplate again(const LabelTemplate& form) {
    const TemplateReading reading = readTemplate(writeTemplate(form));
    EXPECT_TRUE(reading.ok()) << qPrintable(reading.problems.join(u'\n'));
    return reading.value;
}

/// One item of every kind with every key away from its default.
const char* const kEverything = R"({"name": "Every “key”", "size_mm": [101.6, 152.4],
    "unmasked": ["name", "address"], "items": [
    {"type": "text", "at_mm": [1.5, 2], "size_mm": [30, 4], "field": "{{order|last 4}}",
     "font_mm": 3, "min_font_mm": 1.5, "bold": true, "font": "serif", "unmasked": ["phone"],
     "fit": "wrap", "align": "right", "vertical_align": "bottom", "rotate": 90, "inverted": true,
     "vertical": true, "round_mm": 1.5, "only_if": "cod", "only_if_is": "1", "only_unless": "hub"},
    {"type": "text", "at_mm": [0, 0], "size_mm": [30, 4], "field": "small", "font_mm": 1.5},
    {"type": "barcode", "at_mm": [1, 2], "size_mm": [30, 30], "symbology": "gs1-datamatrix",
     "field": "{{tracking}}", "module_dots": 5, "verify": false, "caption": false, "font_mm": 3,
     "rotate": 270, "unmasked": ["name"]},
    {"type": "barcode", "at_mm": [1, 2], "size_mm": [30, 30], "symbology": "code128", "field": "1"},
    {"type": "line", "at_mm": [1, 2], "size_mm": [0, 30], "line_dots": 5},
    {"type": "box", "at_mm": [1, 2], "size_mm": [30, 30], "line_dots": 4, "filled": true,
     "shade": 20, "round_mm": 2},
    {"type": "table", "at_mm": [0, 0], "size_mm": [50, 30], "rows": "goods", "fit": "wrap",
     "font_mm": 3, "row_mm": 5, "more": "+{{n}}", "columns": [{"field": "{{title}}",
     "width_mm": 40.5}, {"field": "{{quantity}}", "width_mm": 9, "fit": "cut", "align": "right"}]},
    {"type": "table", "at_mm": [0, 0], "size_mm": [50, 30], "rows": "goods",
     "field": "{{title}}", "align": "centre"},
    {"type": "image", "at_mm": [0, 0], "size_mm": [5, 5], "dither": "threshold", "threshold": 99,
     "rotate": 180, "data": "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVQI12NgAAAAAgAB4iG8MwAAAABJRU5ErkJggg=="}
    ]})";

} // namespace

TEST(TemplateWriter, EveryKeyComesBack) {
    const TemplateReading reading = readTemplate(kEverything);
    ASSERT_TRUE(reading.ok()) << qPrintable(reading.problems.join(u'\n'));
    EXPECT_EQ(reading.value.items.size(), 9);
    EXPECT_EQ(again(reading.value), reading.value);
}

TEST(TemplateWriter, EveryBuiltInTemplateComesBack) {
    for (const QString& name : builtInTemplates()) {
        const LabelTemplate form = builtInTemplate(name).value;
        EXPECT_EQ(again(form), form) << qPrintable(name);
    }
}

TEST(TemplateWriter, EverySymbologyComesBack) {
    for (int i = 0; i <= static_cast<int>(Symbology::MaxiCode); ++i) {
        LabelTemplate form{u"one"_qs, {100, 150}, {TemplateItem()}};
        TemplateItem& item = form.items.first();
        item.kind = ItemKind::Barcode;
        item.field = u"1"_qs;
        item.mm = {1, 1, 30, 30};
        item.symbology = static_cast<Symbology>(i);
        EXPECT_EQ(again(form), form) << i;
    }
}

TEST(TemplateWriter, WritesAnItemALineAndNoDefaults) {
    const QByteArray json = writeTemplate(builtInTemplate(u"general-100x150"_qs).value);
    EXPECT_EQ(json.count('\n'), builtInTemplate(u"general-100x150"_qs).value.items.size() + 3);
    EXPECT_FALSE(json.contains("\"rotate\""));
    EXPECT_FALSE(json.contains("\"verify\""));
}

} // namespace packbench
