#include "labels/templatecheck.h"

#include "labels/layout.h"
#include "layouttest.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>

namespace packbench {

namespace {

/// Most templates here have no code of the number, which is not what they try.
QStringList kindsIn(const QList<TemplateFinding>& findings) {
    QStringList kinds;
    for (const TemplateFinding& finding : findings) {
        if (finding.kind != u"no-waybill-code")
            kinds.append(finding.kind);
    }
    return kinds;
}

/// The finding that no code holds the number; nothing where one does.
std::optional<TemplateFinding> withoutNumber(const QList<TemplateItem>& items) {
    for (const TemplateFinding& finding : checkTemplate(formOf(items))) {
        if (finding.kind == u"no-waybill-code")
            return finding;
    }
    return {};
}

QStringList check(const QList<TemplateItem>& items) {
    return kindsIn(checkTemplate(formOf(items)));
}

} // namespace

TEST(TemplateCheck, AGoodTemplateHasNoFindings) {
    EXPECT_EQ(check({text(u"{{order}}"_qs),
                     code(Symbology::Code128, u"{{tracking}}"_qs, {5, 20, 90, 20})}),
              QStringList{});
}

TEST(TemplateCheck, ATemplateWithoutACodeOfTheNumberIsFound) {
    const auto found = withoutNumber({text(u"{{tracking}}"_qs)});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->items.isEmpty()) << "it is about the whole label";
    EXPECT_TRUE(mustNotPrint({found->kind, {}}));
    EXPECT_TRUE(withoutNumber({code(Symbology::Code128, u"{{order}}"_qs, {5, 20, 90, 20})}));
    EXPECT_FALSE(withoutNumber({code(Symbology::Code128, u"{{tracking}}"_qs, {5, 20, 90, 20})}));
    EXPECT_FALSE(
        withoutNumber({code(Symbology::Qr, u"{{tracking}}{{copy_mark}}"_qs, {5, 20, 40, 40})}));
}

TEST(TemplateCheck, ACodeOfTheNumberThatStandsOnSomeLabelsOnlyIsFound) {
    auto bars = code(Symbology::Code128, u"{{tracking}}"_qs, {5, 20, 90, 20});
    bars.onlyIf = u"recipient.country"_qs;
    bars.onlyIfIs = u"CN"_qs;
    const auto found = withoutNumber({bars});
    ASSERT_TRUE(found);
    EXPECT_TRUE(found->text.contains(u"sample “latin”")) << qPrintable(found->text);
}

TEST(TemplateCheck, ACodeThatIsNotReadBackProvesNoNumber) {
    auto bars = code(Symbology::Code128, u"{{tracking}}"_qs, {5, 20, 90, 20});
    bars.verify = false;
    EXPECT_TRUE(withoutNumber({bars}));
}

TEST(TemplateCheck, WhatStopsTheLabelAlreadyIsSaidAlone) {
    EXPECT_FALSE(withoutNumber({code(Symbology::Ean13, u"{{tracking}}"_qs, {10, 10, 60, 20})}));
}

TEST(TemplateCheck, TextsOverEachOtherOverlapAndBothAreNamed) {
    const auto findings =
        checkTemplate(formOf({text(u"a"_qs, {10, 10, 30, 6}), text(u"b"_qs, {35, 12, 30, 6})}));
    ASSERT_EQ(kindsIn(findings), QStringList{u"overlap"_qs});
    EXPECT_EQ(findings.first().items, (QList<int>{0, 1}));
    EXPECT_TRUE(findings.first().text.contains(u"Item 2 lies over item 1"));
}

TEST(TemplateCheck, TextsThatTouchOrNeverStandTogetherDoNotOverlap) {
    EXPECT_EQ(check({text(u"a"_qs, {10, 10, 30, 6}), text(u"b"_qs, {40, 10, 30, 6})}),
              QStringList{});
    auto one = text(u"{{cod}}"_qs);
    one.onlyIf = u"cod"_qs;
    auto other = text(u"paid"_qs);
    other.onlyUnless = u"cod"_qs;
    EXPECT_EQ(check({one, other}), QStringList{});
    other.onlyUnless = u"hub"_qs;
    EXPECT_EQ(check({one, other}), QStringList{u"overlap"_qs});
}

TEST(TemplateCheck, AFrameOverlapsOnlyWhereItsLinesRun) {
    const auto frame = plain(ItemKind::Box, {5, 5, 80, 40});
    EXPECT_EQ(check({frame, text(u"a"_qs, {10, 10, 30, 6})}), QStringList{});
    EXPECT_EQ(check({frame, text(u"a"_qs, {70, 10, 30, 6})}), QStringList{u"overlap"_qs});
    auto black = frame;
    black.filled = true;
    EXPECT_EQ(check({black, text(u"a"_qs, {10, 10, 30, 6})}), QStringList{u"overlap"_qs});
    black.shade = 20;
    EXPECT_EQ(check({black, text(u"a"_qs, {10, 10, 30, 6})}), QStringList{});
    EXPECT_EQ(check({plain(ItemKind::Line, {5, 12, 80, 0}), text(u"a"_qs, {10, 10, 30, 6})}),
              QStringList{u"overlap"_qs});
    EXPECT_EQ(check({plain(ItemKind::Line, {5, 12, 80, 0}), frame}), QStringList{});
}

TEST(TemplateCheck, WhatReachesBeyondTheLabelIsOffLabel) {
    EXPECT_EQ(check({text(u"a"_qs, {80, 10, 30, 6})}), QStringList{u"off-label"_qs});
}

TEST(TemplateCheck, AQuietZoneThatIsCutIsNamed) {
    const auto bars = code(Symbology::Code128, u"12345678"_qs, {10, 10, 80, 20});
    const int left = drawn({bars}).codes.first().dots.left();
    const auto findings = check({bars, plain(ItemKind::Line, {left / 8.0 + 1, 5, 0, 30})});
    EXPECT_TRUE(findings.contains(u"quiet-zone"_qs)) << qPrintable(findings.join(u' '));
    EXPECT_EQ(check({code(Symbology::Code128, u"12345678"_qs, {10, 10, 24, 20})}),
              QStringList{u"quiet-zone"_qs});
}

TEST(TemplateCheck, ACodeThatCouldOnlyStandWithThinnerModulesIsNamed) {
    EXPECT_EQ(check({code(Symbology::Code128, u"{{tracking}}"_qs, {10, 10, 30, 20})}),
              QStringList{u"module-too-thin"_qs});
}

TEST(TemplateCheck, ACodeThatCannotBeMadeIsNotCalledThin) {
    EXPECT_EQ(check({code(Symbology::Ean13, u"{{tracking}}"_qs, {10, 10, 60, 20})}),
              QStringList{u"bad-barcode"_qs});
}

TEST(TemplateCheck, TextThatHasToBeCutIsFoundWithTheLongestSample) {
    auto item = text(u"{{remark}}"_qs, {10, 10, 30, 6});
    item.minFontMm = 3;
    const auto findings = checkTemplate(formOf({item}));
    ASSERT_EQ(kindsIn(findings), QStringList{u"text-cut"_qs});
    const auto cut = std::find_if(findings.cbegin(), findings.cend(), [](const auto& one) {
        return one.kind == QLatin1String("text-cut");
    });
    EXPECT_EQ(cut->items, QList<int>{0});
    EXPECT_TRUE(cut->text.contains(u"sample “long”"));
}

TEST(TemplateCheck, ACodeThatIsOverprintedDoesNotProof) {
    auto scratch = plain(ItemKind::Box, {40, 12, 4, 16});
    scratch.filled = true;
    const auto findings =
        check({code(Symbology::Code128, u"{{tracking}}"_qs, {5, 10, 90, 20}), scratch});
    EXPECT_TRUE(findings.contains(u"proof"_qs)) << qPrintable(findings.join(u' '));
    EXPECT_TRUE(findings.contains(u"overlap"_qs));
}

TEST(TemplateCheck, MisspeltRowsAreFound) {
    TemplateItem table = text(u"{{title}}"_qs, {5, 10, 80, 30});
    table.kind = ItemKind::Table;
    table.rows = u"godos"_qs;
    EXPECT_EQ(check({table}), QStringList{u"missing-field"_qs});
    table.rows = u"goods"_qs;
    EXPECT_FALSE(check({table}).contains(u"missing-field"_qs));
}

TEST(TemplateCheck, MisspeltFieldsAreFound) {
    EXPECT_EQ(check({text(u"{{recipent.name}}"_qs)}), QStringList{u"missing-field"_qs});
}

TEST(TemplateCheck, EverySampleFillsEveryField) {
    for (const SampleLabel& sample : sampleLabels()) {
        for (const char* field : {"tracking",
                                  "courier",
                                  "sorting_mark",
                                  "sorting_code",
                                  "hub",
                                  "service",
                                  "payment",
                                  "cod",
                                  "insured",
                                  "recipient.name",
                                  "recipient.phone",
                                  "recipient.place",
                                  "recipient.street",
                                  "recipient.postcode",
                                  "recipient.country",
                                  "sender.name",
                                  "sender.phone",
                                  "sender.address",
                                  "order",
                                  "shop",
                                  "carton",
                                  "pieces",
                                  "weight",
                                  "remark",
                                  "operator",
                                  "bench",
                                  "printed_at",
                                  "printed_time",
                                  "copy",
                                  "copy_mark"})
            EXPECT_FALSE(sample.fields.values.value(QLatin1String(field)).isEmpty())
                << qPrintable(sample.name) << ' ' << field;
        EXPECT_FALSE(sample.fields.rows.value(u"goods"_qs).isEmpty());
    }
}

} // namespace packbench
