#include "exchange/cell.h"

#include <QDateTime>
#include <gtest/gtest.h>

using namespace packbench;

namespace {

std::string code(const char16_t* text) {
    return codeText(text).toStdString();
}

std::string when(const std::optional<CellTime>& time) {
    if (!time) {
        return "none";
    }
    return QDateTime::fromMSecsSinceEpoch(time->at.msUtc, Qt::UTC)
               .toString(Qt::ISODate)
               .toStdString() +
           (time->dateOnly ? " day" : "");
}

const CellTimes& times() {
    static const CellTimes china{QTimeZone("Asia/Shanghai")};
    return china;
}

TEST(Cell, EveryExportersQuotingOfNumbersIsTakenOff) {
    EXPECT_EQ(code(u"=\"6771607306349329518\""), "6771607306349329518");
    EXPECT_EQ(code(u"\t6939477850327567707"), "6939477850327567707");
    EXPECT_EQ(code(u"260923-230129210009030\t"), "260923-230129210009030");
    EXPECT_EQ(code(u"'02134"), "02134");
    EXPECT_EQ(code(u" \t=\"'001960\"\t "), "001960");
    EXPECT_EQ(code(u"\uFEFF001960\u200B"), "001960");
}

TEST(Cell, LeadingZerosStay) {
    EXPECT_EQ(code(u"001960"), "001960");
}

TEST(Cell, AnApostropheOfAWordStaysAndThatOfACodeGoes) {
    EXPECT_EQ(wordText(u"'s-Hertogenbosch"), QStringLiteral("'s-Hertogenbosch"));
    EXPECT_EQ(wordText(u"'【赠】小礼品"), QStringLiteral("【赠】小礼品"));
    EXPECT_EQ(codeText(u"'ABC-1"), QStringLiteral("ABC-1"));
}

TEST(Cell, HiddenCharactersGoAndLineBreaksStay) {
    EXPECT_EQ(wordText(u"a\u202Eb\u0007c\r\nd"), QStringLiteral("abc\nd"));
}

TEST(Cell, HeadingsCompareWithoutWidthCaseAndBlanks) {
    EXPECT_EQ(headingText(u" 商品数量（件） "), headingText(u"商品数量(件)"));
    EXPECT_EQ(headingText(u"Ship To Name"), headingText(u"\"ship to  name\""));
}

TEST(Cell, ScientificNumbersAreSeen) {
    EXPECT_TRUE(looksScientific(u"6.77161E+18"));
    EXPECT_TRUE(looksScientific(u"6E+18"));
    EXPECT_FALSE(looksScientific(u"E+18"));
    EXPECT_FALSE(looksScientific(u"K6E+12"));
    EXPECT_FALSE(looksScientific(u"6E18"));
    EXPECT_FALSE(looksScientific(u"6771607306349329518"));
}

TEST(Cell, RoundedNumbersAreSeen) {
    EXPECT_TRUE(looksRounded(u"6771607306349320000"));
    EXPECT_FALSE(looksRounded(u"6771607306349329518"));
    EXPECT_FALSE(looksRounded(u"677160730634900"));
    EXPECT_FALSE(looksRounded(u"A771607306349320000"));
}

TEST(Cell, QuantitiesAreWholeAndPositive) {
    EXPECT_EQ(quantityOf(u"1"), 1);
    EXPECT_EQ(quantityOf(u"2.0"), 2);
    EXPECT_EQ(quantityOf(u"99999"), 99999);
    for (const char16_t* bad :
         {u"", u"0", u"-1", u"1.5", u"100000", u"two", u"1 2", u"１", u"1e3"}) {
        EXPECT_FALSE(quantityOf(bad)) << QString::fromUtf16(bad).toStdString();
    }
}

TEST(Cell, TimesWithoutZoneAreMeantInTheGivenOne) {
    EXPECT_EQ(when(times().read(u"2026-09-20 10:15:00")), "2026-09-20T02:15:00Z");
    EXPECT_EQ(when(times().read(u"2026/9/20 1:05")), "2026-09-19T17:05:00Z");
    EXPECT_EQ(when(times().read(u"2026年9月20日 10:15")), "2026-09-20T02:15:00Z");
}

TEST(Cell, TimesWithAZoneKeepIt) {
    EXPECT_EQ(when(times().read(u"2026-09-24T17:57:00+00:00")), "2026-09-24T17:57:00Z");
    EXPECT_EQ(when(times().read(u"2026-09-25 03:12:00 +0800")), "2026-09-24T19:12:00Z");
    EXPECT_EQ(when(times().read(u"2026-09-25T03:12:00.123Z")), "2026-09-25T03:12:00Z");
    EXPECT_EQ(when(times().read(u"2026-09-25 03:12:00 -0430")), "2026-09-25T07:42:00Z");
    EXPECT_EQ(when(times().read(u"2026-09-25 03:12:00 UTC")), "2026-09-25T03:12:00Z");
}

TEST(Cell, ADateAloneMeansTheEndOfThatDay) {
    EXPECT_EQ(when(times().read(u"2026-09-20")), "2026-09-20T15:59:59Z day");
    EXPECT_EQ(when(times().readMonthFirst(u"09/24/26")), "2026-09-24T15:59:59Z day");
    EXPECT_EQ(when(times().readMonthFirst(u"09/24/2026")), "2026-09-24T15:59:59Z day");
    EXPECT_EQ(when(times().readNamedMonth(u"Sep-21-26")), "2026-09-21T15:59:59Z day");
    EXPECT_EQ(when(times().readNamedMonth(u"21-Sep-2026")), "2026-09-21T15:59:59Z day");
}

TEST(Cell, WhatIsNoTimeIsNoTime) {
    for (const char16_t* bad :
         {u"", u"yesterday", u"2026-13-01", u"2026-02-30 10:00", u"20/09/2026", u"2026-09-20 25:00",
          u"2026-09-20 10:00 +99", u"46285.42", u"2026-09-20 10:00 noon", u"1026-09-20"}) {
        EXPECT_FALSE(times().read(bad)) << QString::fromUtf16(bad).toStdString();
    }
    EXPECT_FALSE(times().readMonthFirst(u"20/09/2026"));
    EXPECT_FALSE(times().readNamedMonth(u"Foo-21-26"));
}

TEST(Cell, ANegligentZoneIsChinas) {
    EXPECT_EQ(when(CellTimes(QTimeZone()).read(u"2026-09-20 10:15")), "2026-09-20T02:15:00Z");
}

} // namespace
