#include "pages.h"
#include "show.h"

#include "drivers/printerlanguage.h"

namespace packbench {
namespace {

QByteArray tspl(const Page& page, const PrintSetup& setup = {}) {
    return encode(PrinterLanguage::Tspl, page, setup);
}

QByteArray lineOf(const QByteArray& bytes, const QByteArray& command) {
    const qsizetype start = bytes.indexOf(command);
    return start < 0 ? QByteArray() : bytes.mid(start, bytes.indexOf("\r\n", start) - start);
}

TEST(TsplEncoder, ALabelIsExactlyTheseBytes) {
    Page page = blankPage(9, 5, 8);
    test::fill(page, 0, 2, 9, 2);
    const QByteArray expected = QByteArray("SIZE 1.125 mm,0.625 mm\r\n" // width, height
                                           "GAP 2 mm,0 mm\r\n"          // gap, offset
                                           "DIRECTION 0,0\r\n"          // not turned, not mirrored
                                           "REFERENCE 0,0\r\n"          // origin
                                           "SET REPRINT OFF\r\n"        // no second label by itself
                                           "CLS\r\n"                    // empty picture, after SIZE
                                           "BITMAP 0,2,2,2,1,")   // x, y, bytes a row, rows, OR
                                + QByteArray::fromHex("007f007f") // 0 burns; padding bits 1
                                + "\r\n"
                                  "PRINT 1,1\r\n"; // one set, one copy
    EXPECT_EQ(tspl(page), expected);
}

TEST(TsplEncoder, SizesKeepTheirFractions) {
    EXPECT_EQ(lineOf(tspl(blankPage(800, 1200, 8)), "SIZE"), "SIZE 100 mm,150 mm");
    EXPECT_EQ(lineOf(tspl(blankPage(812, 1218, 8)), "SIZE"), "SIZE 101.5 mm,152.25 mm");
    EXPECT_EQ(lineOf(tspl(blankPage(1219, 1828, 12)), "SIZE"), "SIZE 101.583 mm,152.333 mm");
    EXPECT_EQ(lineOf(tspl(blankPage(912, 1560, 12)), "SIZE"), "SIZE 76 mm,130 mm");
}

TEST(TsplEncoder, EachTrackingHasItsOwnLine) {
    PrintSetup setup;
    setup.gapMm = 2.5;
    EXPECT_TRUE(tspl(blankPage(8, 8, 8), setup).contains("\r\nGAP 2.5 mm,0 mm\r\n"));
    setup.tracking = Tracking::Mark;
    EXPECT_TRUE(tspl(blankPage(8, 8, 8), setup).contains("\r\nBLINE 2.5 mm,0 mm\r\n"));
    setup.markOffsetMm = -1.5;
    EXPECT_TRUE(tspl(blankPage(8, 8, 8), setup).contains("\r\nBLINE 2.5 mm,-1.5 mm\r\n"));
    setup.tracking = Tracking::Continuous;
    EXPECT_TRUE(tspl(blankPage(8, 8, 8), setup).contains("\r\nGAP 0 mm,0 mm\r\n"));
}

TEST(TsplEncoder, WhatHappensToTheLabelIsOnlySentWhenSet) {
    PrintSetup setup;
    EXPECT_FALSE(tspl(blankPage(8, 8, 8)).contains("SET TEAR"));
    setup.finish = Finish::TearOff;
    EXPECT_TRUE(tspl(blankPage(8, 8, 8), setup)
                    .contains("\r\nSET CUTTER OFF\r\nSET PEEL OFF\r\nSET TEAR ON\r\n"));
    setup.finish = Finish::Peel;
    EXPECT_TRUE(tspl(blankPage(8, 8, 8), setup)
                    .contains("\r\nSET CUTTER OFF\r\nSET TEAR OFF\r\nSET PEEL ON\r\n"));
    setup.finish = Finish::Cut;
    EXPECT_TRUE(tspl(blankPage(8, 8, 8), setup)
                    .contains("\r\nSET PEEL OFF\r\nSET TEAR OFF\r\nSET CUTTER 1\r\n"));
}

TEST(TsplEncoder, HowFarALabelIsPushedOutIsOnlySentWhenSet) {
    EXPECT_FALSE(tspl(blankPage(8, 8, 8)).contains("OFFSET"));
    PrintSetup setup;
    setup.pushOutMm = -1.25;
    EXPECT_EQ(lineOf(tspl(blankPage(8, 8, 8), setup), "OFFSET"), "OFFSET -1.25 mm");
}

TEST(TsplEncoder, APrinterThatBurnsOnesGetsItsBitsAsTheyAre) {
    PrintSetup setup;
    setup.burnsOnes = true;
    Page page = blankPage(8, 1, 8);
    test::fill(page, 0, 0, 4, 1);
    EXPECT_TRUE(tspl(page, setup).contains("BITMAP 0,0,1,1,1,\xf0\r\n"));
}

TEST(TsplEncoder, DensityAndSpeedOnlyWhenSet) {
    const QByteArray plain = tspl(blankPage(8, 8, 8));
    EXPECT_FALSE(plain.contains("DENSITY"));
    EXPECT_FALSE(plain.contains("SPEED"));
    PrintSetup setup;
    setup.darkness = 53;
    setup.speedMmPerSecond = 127;
    EXPECT_EQ(lineOf(tspl(blankPage(8, 8, 8), setup), "DENSITY"), "DENSITY 8");
    EXPECT_EQ(lineOf(tspl(blankPage(8, 8, 8), setup), "SPEED"), "SPEED 5");
    setup.darkness = 1000;
    EXPECT_EQ(lineOf(tspl(blankPage(8, 8, 8), setup), "DENSITY"), "DENSITY 15");
}

TEST(TsplEncoder, AWhitePageHasNoPicture) {
    const QByteArray bytes = tspl(blankPage(16, 8, 8));
    EXPECT_FALSE(bytes.contains("BITMAP"));
    EXPECT_TRUE(bytes.endsWith("CLS\r\nPRINT 1,1\r\n"));
}

TEST(TsplEncoder, APictureIsNeverLongerThanThePage) {
    const Page page = test::noisePage(812, 1218, 8, 1, 21);
    EXPECT_LT(tspl(page).size(), page.bits.size() + 160);
}

} // namespace
} // namespace packbench
