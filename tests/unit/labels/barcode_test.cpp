#include "labels/barcode.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

constexpr int kStartCheckAndStop = 11 + 11 + 13;

} // namespace

TEST(Barcode, DigitsGoIntoSubsetCInPairs) {
    const BarcodeModules code = encodeBarcode(Symbology::Code128, u"12345678"_qs);
    EXPECT_TRUE(code.problem.isEmpty());
    EXPECT_EQ(code.rows, 1);
    EXPECT_EQ(code.columns, kStartCheckAndStop + 4 * 11);
}

TEST(Barcode, Code128StartsWithTwoDarkModulesAndEndsWithItsStopBar) {
    const BarcodeModules code = encodeBarcode(Symbology::Code128, u"SF1234567890123"_qs);
    ASSERT_EQ(code.dark.size(), code.columns);
    EXPECT_TRUE(code.isDark(0, 0));
    EXPECT_TRUE(code.isDark(1, 0));
    EXPECT_FALSE(code.isDark(code.columns - 3, 0));
    EXPECT_TRUE(code.isDark(code.columns - 2, 0));
    EXPECT_TRUE(code.isDark(code.columns - 1, 0));
}

TEST(Barcode, QrHasItsThreeFinders) {
    const BarcodeModules code = encodeBarcode(Symbology::Qr, u"订单 04873"_qs);
    ASSERT_TRUE(code.problem.isEmpty()) << qPrintable(code.problem);
    ASSERT_EQ(code.rows, code.columns);
    const int far = code.columns - 7;
    for (const auto& [x, y] : {std::pair(0, 0), std::pair(far, 0), std::pair(0, far)}) {
        EXPECT_TRUE(code.isDark(x, y));
        EXPECT_FALSE(code.isDark(x + 1, y + 1));
        EXPECT_TRUE(code.isDark(x + 3, y + 3));
    }
    EXPECT_FALSE(code.isDark(far + 1, far + 1) && code.isDark(far + 5, far + 5) &&
                 code.isDark(far, far) && code.isDark(far + 6, far + 6));
}

TEST(Barcode, WhatCode128CannotGiveBackIsRefused) {
    for (const QString& text :
         {u"SF张三"_qs, u"caf\u00E9"_qs, u"a\tb"_qs, u"\u200E12345"_qs, u""_qs}) {
        const BarcodeModules code = encodeBarcode(Symbology::Code128, text);
        EXPECT_FALSE(code.problem.isEmpty()) << qPrintable(text);
        EXPECT_EQ(code.columns, 0);
    }
}

TEST(Barcode, TextsThatAreTooLongAreRefusedInZintsWords) {
    EXPECT_FALSE(encodeBarcode(Symbology::Code128, QString(300, u'A')).problem.isEmpty());
    EXPECT_FALSE(encodeBarcode(Symbology::Qr, QString(4000, u'中')).problem.isEmpty());
}

TEST(Barcode, BackslashesAndBracketsAreTextNotCommands) {
    const auto plain = encodeBarcode(Symbology::Code128, u"A\\x41[01]^XA"_qs);
    EXPECT_TRUE(plain.problem.isEmpty());
    EXPECT_EQ(plain.columns, kStartCheckAndStop + 12 * 11);
}

TEST(Barcode, QuietZonesAreThoseOfTheStandards) {
    EXPECT_EQ(quietModules(Symbology::Code128), 10);
    EXPECT_EQ(quietModules(Symbology::Qr), 4);
}

} // namespace packbench
