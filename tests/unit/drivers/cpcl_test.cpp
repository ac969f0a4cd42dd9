#include "pages.h"
#include "show.h"

#include "drivers/cpcl/cpclstatus.h"

namespace packbench {
namespace {

QByteArray cpcl(const Page& page, const PrintSetup& setup = {}) {
    return encode(PrinterLanguage::Cpcl, page, setup);
}

PrinterState state(const QByteArray& answer) {
    return cpclStatusFrom(answer).state;
}

TEST(CpclEncoder, ALabelIsExactlyTheseBytes) {
    Page page = blankPage(17, 40, 8);
    test::fill(page, 8, 2, 9, 2);
    const QByteArray expected =
        QByteArray("! 0 200 200 40 1\r\n" // offset, resolutions, length, copies
                   "PAGE-WIDTH 17\r\n"
                   "GAP-SENSE\r\n"
                   "CG 2 2 8 2 ")         // bytes a row, rows, x, y
        + QByteArray::fromHex("ff80ff80") // 1 burns
        + "\r\n"
          "FORM\r\n" // on to the gap
          "PRINT\r\n";
    EXPECT_EQ(cpcl(page), expected);
}

TEST(CpclEncoder, TheNominalResolutionFollowsTheHead) {
    EXPECT_TRUE(cpcl(blankPage(8, 8, 12)).startsWith("! 0 300 300 8 1\r\n"));
}

TEST(CpclEncoder, EachTrackingHasItsOwnLines) {
    PrintSetup setup;
    setup.tracking = Tracking::Mark;
    EXPECT_TRUE(cpcl(blankPage(8, 8, 8), setup).contains("BAR-SENSE\r\nFORM\r\n"));
    setup.tracking = Tracking::Continuous;
    EXPECT_FALSE(cpcl(blankPage(8, 8, 8), setup).contains("SENSE"));
    EXPECT_FALSE(cpcl(blankPage(8, 8, 8), setup).contains("FORM"));
}

TEST(CpclEncoder, DarknessAndSpeedAreOnlySentWhenSet) {
    PrintSetup setup;
    setup.darkness = 50;
    setup.speedMmPerSecond = 76;
    EXPECT_TRUE(cpcl(blankPage(8, 8, 8), setup).contains("TONE 100\r\nSPEED 3\r\n"));
    EXPECT_FALSE(cpcl(blankPage(8, 8, 8)).contains("TONE"));
}

TEST(CpclStatus, EachBitIsUnderstood) {
    EXPECT_EQ(state(QByteArray(1, '\x00')), PrinterState::Ready);
    EXPECT_EQ(state("\x01"), PrinterState::Printing);
    EXPECT_EQ(state("\x02"), PrinterState::PaperOut);
    EXPECT_EQ(state("\x04"), PrinterState::HeadOpen);
    EXPECT_EQ(state("\x10"), PrinterState::Ready); // was reset
    EXPECT_EQ(state(QByteArray("\x00\x80", 2)), PrinterState::RibbonOut);
    EXPECT_EQ(state(QByteArray("\x00\x10", 2)), PrinterState::Fault); // jam
    EXPECT_EQ(cpclStatusFrom(QByteArray("\x00\x10", 2)).warnings,
              QStringList{QStringLiteral("paper-jam")});
    EXPECT_EQ(cpclStatusFrom("\x08").warnings, QStringList{QStringLiteral("battery-low")});
    EXPECT_EQ(cpclStatusFrom(QByteArray("\x00\x60", 2)).warnings,
              (QStringList{QStringLiteral("paper-low"), QStringLiteral("label-waits")}));
}

TEST(CpclStatus, EveryPairOfBytesHasAMeaningOrNone) {
    for (int value = 0; value < 65536; ++value) {
        QByteArray answer(2, Qt::Uninitialized);
        answer[0] = static_cast<char>(value & 0xff);
        answer[1] = static_cast<char>(value >> 8);
        const bool isKnown = (value & 0xe0) == 0 && (value & 0x0f00) == 0;
        EXPECT_EQ(state(answer) != PrinterState::Unknown, isKnown) << value;
        const bool isFine = state(answer) == PrinterState::Ready;
        EXPECT_TRUE(!isFine || (value & 0x9007) == 0) << value;
    }
}

TEST(CpclStatus, SilenceAndBabbleAreUnknown) {
    EXPECT_EQ(state({}), PrinterState::Unknown);
    EXPECT_EQ(state("OK\r\n"), PrinterState::Unknown);
    EXPECT_EQ(state("\xff"), PrinterState::Unknown);
    EXPECT_EQ(state(QByteArray("\x00\x01", 2)), PrinterState::Unknown);
    EXPECT_EQ(state(QByteArray(100000, '\0')), PrinterState::Unknown);
}

} // namespace
} // namespace packbench
