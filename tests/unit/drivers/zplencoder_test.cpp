#include "drivers/zpl/crc16.h"
#include "drivers/zpl/zplgraphic.h"
#include "pages.h"
#include "show.h"

#include "drivers/printerlanguage.h"

namespace packbench {
namespace {

// Rows of 00, 00, FF 80, FF 80, 00: nine dots wide, five rows, two of them black.
Page barPage() {
    Page page = blankPage(9, 5, 8);
    test::fill(page, 0, 2, 9, 2);
    return page;
}

QByteArray zpl(const Page& page, const PrintSetup& setup = {}) {
    return encode(PrinterLanguage::Zpl, page, setup);
}

TEST(ZplEncoder, ARunLengthLabelIsExactlyTheseBytes) {
    PrintSetup setup;
    setup.compressed = false;
    const QByteArray expected = "^XA\n"        // start of one format
                                "^PW9\n"       // print width in dots
                                "^LL5\n"       // label length in dots
                                "^LH0,0\n"     // label home: nobody's shift from before
                                "^LS0\n"       // no shift to the left
                                "^PON\n"       // not turned: CUPS and LPrint leave ^POI behind
                                "^MNY\n"       // gap between labels
                                "^JZN\n"       // the printer does not print a failed label again
                                "^PQ1,0,0,N\n" // one copy
                                "^FO0,2"       // two white rows left out above
                                "^GFA,4,4,2," // hex, 4 bytes, 2 a row; the white row below left out
                                "FF8,"        // row: FF 8, then zeros to its end
                                ":"           // row: as the one above
                                "^FS\n"       // end of field
                                "^XZ\n";      // only now anything is printed
    EXPECT_EQ(zpl(barPage(), setup), expected);
}

// FF 80 FF 80 as a zlib stream: 78 DA, a stored block 01 of 04 00 (and its complement FB FF)
// bytes, the bytes, and the Adler check 07 FE 02 FF.
TEST(ZplEncoder, AZ64LabelIsExactlyTheseBytes) {
    const QByteArray expected = "^XA\n^PW9\n^LL5\n^LH0,0\n^LS0\n^PON\n^MNY\n^JZN\n^PQ1,0,0,N\n"
                                "^FO0,2^GFA,4,4,2,"    // sizes are those of the bare bits
                                ":Z64:"                // zlib, base64
                                "eNoBBAD7//+A/4AH/gL/" // 78DA 01 0400 FBFF FF80FF80 07FE02FF
                                ":48A4"                // CRC-16/XMODEM of the 20 characters
                                "^FS\n^XZ\n";
    EXPECT_EQ(zpl(barPage()), expected);
}

TEST(ZplEncoder, TheCheckSumIsXmodem) {
    EXPECT_EQ(crc16Xmodem("123456789"), 0x31c3);
    EXPECT_EQ(crc16Xmodem(""), 0);
}

TEST(ZplEncoder, ACheckSumBelow1000KeepsItsFourDigits) {
    int short_ = 0;
    for (int value = 0; value < 20000; ++value) {
        QByteArray bits = QByteArray::number(value);
        const QByteArray text = z64(bits);
        ASSERT_EQ(text[text.size() - 5], ':');
        short_ += text[text.size() - 4] == '0' ? 1 : 0;
    }
    EXPECT_GT(short_, 0);
}

TEST(ZplEncoder, EachTrackingHasItsOwnCommand) {
    const auto commandFor = [](Tracking tracking) {
        PrintSetup setup;
        setup.tracking = tracking;
        const QByteArray bytes = zpl(barPage(), setup);
        return bytes.mid(bytes.indexOf("^MN"), 4);
    };
    EXPECT_EQ(commandFor(Tracking::Gap), "^MNY"); // not ^MNM, which means a black mark
    EXPECT_EQ(commandFor(Tracking::Mark), "^MNM");
    EXPECT_EQ(commandFor(Tracking::Continuous), "^MNN");
}

TEST(ZplEncoder, AMarksOffsetIsInDotsAndMayBeNegative) {
    PrintSetup setup;
    setup.tracking = Tracking::Mark;
    setup.markOffsetMm = -2;
    EXPECT_TRUE(zpl(barPage(), setup).contains("\n^MNM,-16\n"));
    setup.markOffsetMm = 0;
    EXPECT_TRUE(zpl(barPage(), setup).contains("\n^MNM\n"));
}

TEST(ZplEncoder, WhatHappensToTheLabelIsOnlySentWhenSet) {
    EXPECT_FALSE(zpl(barPage()).contains("^MM"));
    PrintSetup setup;
    setup.finish = Finish::TearOff;
    EXPECT_TRUE(zpl(barPage(), setup).contains("\n^MMT\n"));
    setup.finish = Finish::Peel;
    EXPECT_TRUE(zpl(barPage(), setup).contains("\n^MMP\n"));
    setup.finish = Finish::Cut;
    EXPECT_TRUE(zpl(barPage(), setup).contains("\n^MMC\n"));
}

TEST(ZplEncoder, HowFarALabelIsPushedOutStandsBeforeTheFormatAndOnlyWhenSet) {
    EXPECT_FALSE(zpl(barPage()).contains("~TA"));
    PrintSetup setup;
    const auto startFor = [&setup](double mm) {
        setup.pushOutMm = mm;
        const QByteArray bytes = zpl(barPage(), setup);
        return bytes.left(bytes.indexOf('\n'));
    };
    EXPECT_EQ(startFor(0), "~TA000");
    EXPECT_EQ(startFor(1.5), "~TA012");
    EXPECT_EQ(startFor(-2), "~TA-016");
    EXPECT_EQ(startFor(99), "~TA120");
}

TEST(ZplEncoder, ExactSizesAreInDots) {
    const auto sizeOf = [](int width, int height, int dotsPerMm) {
        const QByteArray bytes = zpl(blankPage(width, height, dotsPerMm));
        return bytes.mid(4, bytes.indexOf("\n^LH") - 4);
    };
    EXPECT_EQ(sizeOf(800, 1200, 8), "^PW800\n^LL1200");    // 100x150 mm
    EXPECT_EQ(sizeOf(1200, 2160, 12), "^PW1200\n^LL2160"); // 100x180 mm
    EXPECT_EQ(sizeOf(912, 1560, 12), "^PW912\n^LL1560");   // 76x130 mm
    EXPECT_EQ(sizeOf(1219, 1828, 12), "^PW1219\n^LL1828"); // 4x6 in
}

TEST(ZplEncoder, DarknessStandsBeforeTheFormatAndOnlyWhenSet) {
    EXPECT_FALSE(zpl(barPage()).contains("~SD"));
    PrintSetup setup;
    const auto startFor = [&setup](int percent) {
        setup.darkness = percent;
        return zpl(barPage(), setup).left(9);
    };
    EXPECT_EQ(startFor(0), "~SD00\n^XA");
    EXPECT_EQ(startFor(30), "~SD09\n^XA");
    EXPECT_EQ(startFor(100), "~SD30\n^XA");
    EXPECT_EQ(startFor(400), "~SD30\n^XA");
}

TEST(ZplEncoder, SpeedIsInInchesASecondAndOnlyWhenSet) {
    EXPECT_FALSE(zpl(barPage()).contains("^PR"));
    PrintSetup setup;
    setup.speedMmPerSecond = 102;
    EXPECT_TRUE(zpl(barPage(), setup).contains("^PR4\n"));
    setup.speedMmPerSecond = 1;
    EXPECT_TRUE(zpl(barPage(), setup).contains("^PR1\n"));
}

TEST(ZplEncoder, AWhitePageStillHasAField) {
    PrintSetup setup;
    setup.compressed = false;
    EXPECT_TRUE(zpl(blankPage(16, 8, 8), setup).contains("^FO0,0^GFA,2,2,2,,^FS"));
}

TEST(ZplRunLength, RepeatLettersAddUp) {
    // 16 F and the rest of 24 digits zero: V = 16.
    EXPECT_EQ(acs(QByteArray(8, '\xff') + QByteArray(4, '\0'), 12), "VF,");
    EXPECT_EQ(acs(QByteArray(10, '\xff'), 10), "gF");       // 20
    EXPECT_EQ(acs(QByteArray(11, '\xff'), 11), "gHF");      // 20 + 2
    EXPECT_EQ(acs(QByteArray(200, '\xff'), 200), "zF");     // 400
    EXPECT_EQ(acs(QByteArray(209, '\xff'), 209), "zXF");    // 400 + 18
    EXPECT_EQ(acs(QByteArray(210, '\xff'), 210), "zgF");    // 400 + 20
    EXPECT_EQ(acs(QByteArray(400, '\xff'), 400), "zzF");    // 400 + 400
    EXPECT_EQ(acs(QByteArray::fromHex("0ff0"), 2), "0FF,"); // two are not shortened
    EXPECT_EQ(acs(QByteArray::fromHex("0fff"), 2), "0IF");  // three are
    EXPECT_EQ(acs(QByteArray::fromHex("00000000ab00"), 2), ",:AB,");
}

TEST(ZplRunLength, TheFirstRowNeverRepeats) {
    EXPECT_EQ(acs(QByteArray(4, '\0'), 2), ",:");
}

} // namespace
} // namespace packbench
