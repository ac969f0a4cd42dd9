#include "layouttest.h"
#include "sample.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace packbench {

TEST(Layout, AMillimetreIsExactlyAsManyDotsAsThePrinterSays) {
    for (const int dotsPerMm : {8, 12, 24}) {
        auto box = plain(ItemKind::Box, {10, 20, 30, 40});
        box.filled = true;
        const DrawnLabel label = drawn({box}, {}, dotsPerMm);
        EXPECT_EQ(label.page.width, 100 * dotsPerMm);
        EXPECT_EQ(label.page.height, 150 * dotsPerMm);
        EXPECT_EQ(inkBox(label.page),
                  QRect(10 * dotsPerMm, 20 * dotsPerMm, 30 * dotsPerMm, 40 * dotsPerMm));
        EXPECT_EQ(ink(label.page, all(label.page)), 30 * 40 * dotsPerMm * dotsPerMm);
    }
}

TEST(Layout, PagesWhoseWidthIsNoWholeByteArePaddedWithWhite) {
    auto box = plain(ItemKind::Box, {0, 0, 10.125, 10});
    box.filled = true;
    const DrawnLabel label = drawLabel(formOf({box}, {10.125, 10}), {}, 8);
    EXPECT_EQ(label.page.width, 81);
    EXPECT_EQ(static_cast<uchar>(label.page.bits.at(10)), 0x80);
}

TEST(Layout, LinesAreWholeDotsAndGrowWithTheResolution) {
    auto line = plain(ItemKind::Line, {10, 10, 20, 0});
    line.lineDots = 2;
    EXPECT_EQ(inkBox(drawn({line}).page), QRect(80, 80, 160, 2));
    EXPECT_EQ(inkBox(drawn({line}, {}, 12).page), QRect(120, 120, 240, 3));
    line.mm = {10, 10, 0, 20};
    EXPECT_EQ(inkBox(drawn({line}).page), QRect(80, 80, 2, 160));
}

TEST(Layout, TheSameFieldsGiveTheSameBits) {
    const LabelTemplate form = builtInTemplate(u"general-100x150"_qs).value;
    const DrawnLabel first = drawLabel(form, denseParcel(), 8);
    const DrawnLabel second = drawLabel(form, denseParcel(), 8);
    EXPECT_EQ(first.page, second.page);
    EXPECT_EQ(first.codes, second.codes);
    EXPECT_EQ(first.findings, second.findings);
}

TEST(Layout, SeveralThreadsDrawTheSameLabelAtOnce) {
    const LabelTemplate form = builtInTemplate(u"general-76x130"_qs).value;
    const Page expected = drawLabel(form, latinParcel(), 8).page;
    std::vector<Page> pages(6);
    std::vector<std::thread> threads;
    for (Page& page : pages)
        threads.emplace_back([&] { page = drawLabel(form, latinParcel(), 8).page; });
    for (std::thread& thread : threads)
        thread.join();
    for (const Page& page : pages)
        EXPECT_EQ(page, expected);
}

TEST(Layout, BuiltInLabelsHaveNothingToReport) {
    for (const QString& name : builtInTemplates()) {
        for (const LabelFields& fields :
             {chineseParcel(), latinParcel(), denseParcel(), overfullParcel()}) {
            const DrawnLabel label = drawLabel(builtInTemplate(name).value, fields, 8);
            EXPECT_EQ(kindsOf(label.findings), QStringList{}) << qPrintable(name);
        }
    }
}

TEST(Layout, AFieldOfTheLabelIsDrawn) {
    LabelFields fields;
    fields.values[u"order"_qs] = u"04873"_qs;
    EXPECT_EQ(drawn({text(u"{{order}}"_qs)}, fields).page, drawn({text(u"04873"_qs)}).page);
    EXPECT_EQ(drawn({text(u"{{ order }} 件"_qs)}, fields).page, drawn({text(u"04873 件"_qs)}).page);
}

TEST(Layout, AMissingFieldIsAFindingOnlyWhereNothingElseStands) {
    LabelFields fields;
    fields.values[u"recipient.name"_qs] = u"王**"_qs;
    EXPECT_TRUE(
        drawn({text(u"{{recipient.name}} {{recipient.phone}}"_qs)}, fields).findings.isEmpty());
    EXPECT_EQ(kindsOf(drawn({text(u"{{recipient.phone}}"_qs)}, fields).findings),
              QStringList{u"missing-field"_qs});
    EXPECT_TRUE(drawn({text(u"{{recipient.phone?}}"_qs)}, fields).findings.isEmpty());
}

TEST(Layout, AnEmptyFieldIsNoMissingField) {
    LabelFields fields;
    fields.values[u"remark"_qs] = QString();
    EXPECT_TRUE(drawn({text(u"{{remark}}"_qs)}, fields).findings.isEmpty());
}

TEST(Layout, AMisspeltFieldIsAlwaysAFinding) {
    EXPECT_EQ(kindsOf(drawn({text(u"to {{recipent.name}}"_qs)}).findings),
              QStringList{u"missing-field"_qs});
    auto item = text(u"x"_qs);
    item.onlyIf = u"copi"_qs;
    EXPECT_EQ(kindsOf(drawn({item}).findings), QStringList{u"missing-field"_qs});
}

TEST(Layout, OnlyIfDrawsWhenItsFieldHasText) {
    auto item = text(u"第{{copy}}次"_qs);
    item.onlyIf = u"copy"_qs;
    LabelFields fields;
    EXPECT_TRUE(inkBox(drawn({item}, fields).page).isNull());
    fields.values[u"copy"_qs] = u" "_qs;
    EXPECT_TRUE(inkBox(drawn({item}, fields).page).isNull());
    fields.values[u"copy"_qs] = u"2"_qs;
    EXPECT_FALSE(inkBox(drawn({item}, fields).page).isNull());
}

TEST(Layout, TextStaysInsideItsItem) {
    const QRect place(80, 80, 480, 48);
    for (const Fit fit : {Fit::Shrink, Fit::Wrap, Fit::Cut}) {
        auto item = text(QString(60, u'鬱') + u"Jgqy"_qs);
        item.fontMm = 6;
        item.fit = fit;
        const QRect box = inkBox(drawn({item}).page);
        EXPECT_TRUE(place.contains(box)) << int(fit);
        EXPECT_GT(box.width(), 400);
    }
}

TEST(Layout, ShrinkMakesTheTextSmallerUntilItFits) {
    auto item = text(u"新疆维吾尔自治区巴音郭楞蒙古自治州"_qs);
    item.fontMm = 6;
    const DrawnLabel label = drawn({item});
    EXPECT_TRUE(label.findings.isEmpty());
    EXPECT_LT(inkBox(label.page).height(), 34);
    EXPECT_GT(inkBox(label.page).width(), 440);
}

TEST(Layout, ShrinkStopsAtTheLeastSizeAndCuts) {
    auto item = text(QString(40, u'字'));
    item.minFontMm = 3;
    EXPECT_EQ(kindsOf(drawn({item}).findings), QStringList{u"text-cut"_qs});
    item.minFontMm = 1.2;
    EXPECT_TRUE(drawn({item}).findings.isEmpty());
}

TEST(Layout, WrapUsesTheLinesThereAreAndBreaksChineseAnywhere) {
    auto item = text(QString(30, u'字'), {10, 10, 40, 14});
    item.fit = Fit::Wrap;
    const DrawnLabel label = drawn({item});
    EXPECT_TRUE(label.findings.isEmpty());
    EXPECT_GT(inkBox(label.page).height(), 90);
    item.field = QString(300, u'字');
    EXPECT_EQ(kindsOf(drawn({item}).findings), QStringList{u"text-cut"_qs});
}

TEST(Layout, WrapKeepsLatinWordsWhole) {
    auto wrapped = text(u"Piotrkowska Street"_qs, {10, 10, 24, 12});
    wrapped.fit = Fit::Wrap;
    auto first = text(u"Piotrkowska"_qs, {10, 10, 24, 12});
    auto second = text(u"Street"_qs, {10, 10, 24, 12});
    const int total = ink(drawn({wrapped}).page, all(drawn({wrapped}).page));
    const Page one = drawn({first}).page;
    const Page two = drawn({second}).page;
    EXPECT_EQ(total, ink(one, all(one)) + ink(two, all(two)));
}

TEST(Layout, AlignmentMovesTheInk) {
    auto item = text(u"X"_qs);
    const QRect left = inkBox(drawn({item}).page);
    item.align = Align::Centre;
    const QRect centre = inkBox(drawn({item}).page);
    item.align = Align::Right;
    const QRect right = inkBox(drawn({item}).page);
    EXPECT_LT(left.right(), 80 + 40);
    EXPECT_NEAR(centre.center().x(), 80 + 240, 3);
    EXPECT_GT(right.left(), 560 - 40);
}

TEST(Layout, InvertedTextIsWhiteOnBlack) {
    auto item = text(u"收"_qs, {10, 10, 8, 8});
    const Page normal = drawn({item}).page;
    item.inverted = true;
    const Page inverted = drawn({item}).page;
    const QRect place(80, 80, 64, 64);
    EXPECT_EQ(inkBox(inverted), place);
    EXPECT_EQ(ink(inverted, place), 64 * 64 - ink(normal, place));
    item.roundMm = 4;
    EXPECT_FALSE(drawn({item}).page.isBlack(80, 80));
    EXPECT_TRUE(drawn({item}).page.isBlack(112, 81));
}

TEST(Layout, BoldIsARealHeavierFace) {
    auto item = text(u"申通快递"_qs);
    const Page regular = drawn({item}).page;
    item.bold = true;
    const Page bold = drawn({item}).page;
    EXPECT_GT(ink(bold, all(bold)), ink(regular, all(regular)) * 13 / 10);
}

TEST(Layout, TurnedTextIsTheSameInkTurned) {
    auto item = text(u"571-A03"_qs, {10, 10, 40, 10});
    const Page upright = drawn({item}).page;
    item.mm = {10, 10, 10, 40};
    item.rotate = 90;
    const Page turned = drawn({item}).page;
    for (int y = 0; y < 80; ++y) {
        for (int x = 0; x < 320; ++x)
            ASSERT_EQ(upright.isBlack(80 + x, 80 + y), turned.isBlack(80 + 79 - y, 80 + x));
    }
}

TEST(Layout, ATableShowsItsRowsAndSaysHowManyMoreThereAre) {
    auto table = plain(ItemKind::Table, {10, 10, 60, 20});
    table.rows = u"goods"_qs;
    table.field = u"{{title}} ×{{quantity}}"_qs;
    table.rowMm = 5;
    LabelFields fields;
    auto& rows = fields.rows[u"goods"_qs];
    for (int i = 0; i < 4; ++i)
        rows.append({{u"title"_qs, u"茶"_qs}, {u"quantity"_qs, QString::number(i)}});
    const Page four = drawn({table}, fields).page;
    rows.append({{u"title"_qs, u"茶"_qs}, {u"quantity"_qs, u"9"_qs}});
    const DrawnLabel five = drawn({table}, fields);
    EXPECT_TRUE(five.findings.isEmpty());
    EXPECT_NE(five.page, four);
    auto more = text(u"+2"_qs, {10, 25, 60, 5});
    const Page expected = drawn({more}).page;
    const QRect last(80, 200, 480, 40);
    EXPECT_EQ(ink(five.page, last), ink(expected, last));
    const QRect before(80, 80, 480, 120);
    EXPECT_EQ(ink(five.page, before), ink(four, before));
}

TEST(Layout, ATableWithoutRowsIsEmptyAndFine) {
    auto table = plain(ItemKind::Table, {10, 10, 60, 20});
    table.rows = u"goods"_qs;
    table.field = u"{{title}}"_qs;
    const DrawnLabel label = drawn({table});
    EXPECT_TRUE(label.findings.isEmpty());
    EXPECT_TRUE(inkBox(label.page).isNull());
}

TEST(Layout, CellsThatMayNotBeCutAreAFinding) {
    auto table = plain(ItemKind::Table, {10, 10, 20, 20});
    table.rows = u"goods"_qs;
    table.minFontMm = 3;
    table.columns = {{u"{{title}}"_qs, 10, Align::Left, Fit::Cut},
                     {u"{{spec}}"_qs, 10, Align::Left, Fit::Shrink}};
    LabelFields fields;
    fields.rows[u"goods"_qs] = {{{u"title"_qs, QString(30, u'长')}, {u"spec"_qs, u"红"_qs}}};
    EXPECT_TRUE(drawn({table}, fields).findings.isEmpty());
    fields.rows[u"goods"_qs].first()[u"spec"_qs] = QString(30, u'长');
    EXPECT_EQ(kindsOf(drawn({table}, fields).findings), QStringList{u"text-cut"_qs});
}

TEST(Layout, WhatLiesOffTheLabelIsNotDrawn) {
    for (const QRectF& place : {QRectF(95, 10, 10, 10), QRectF(-1, 10, 10, 10),
                                QRectF(10, 145, 10, 10), QRectF(10, 10, 0, 0)}) {
        const DrawnLabel label = drawn({text(u"X"_qs, place)});
        EXPECT_EQ(kindsOf(label.findings), QStringList{u"off-label"_qs});
        EXPECT_TRUE(mustNotPrint(label.findings.first()));
        EXPECT_TRUE(inkBox(label.page).isNull());
    }
}

TEST(Layout, AResolutionOrSizeNoPrinterHasIsRefused) {
    EXPECT_EQ(kindsOf(drawn({}, {}, 0).findings), QStringList{u"off-label"_qs});
    EXPECT_EQ(kindsOf(drawn({}, {}, 1000).findings), QStringList{u"off-label"_qs});
    EXPECT_EQ(kindsOf(drawLabel(formOf({}, {1e6, 1e6}), {}, 8).findings),
              QStringList{u"off-label"_qs});
}

TEST(Layout, FindingsAPrinterMustNotSeeAreToldFromThoseToLookAt) {
    for (const char* kind :
         {"bad-barcode", "quiet-zone", "off-label", "not-read", "read-differs", "no-font",
          "bad-graphic", "missing-graphic", "missing-format", "cut-stream"})
        EXPECT_TRUE(mustNotPrint({QLatin1String(kind), {}})) << kind;
    for (const char* kind :
         {"missing-glyph", "text-cut", "missing-field", "cut-off", "changes-printer"})
        EXPECT_FALSE(mustNotPrint({QLatin1String(kind), {}})) << kind;
}

} // namespace packbench
