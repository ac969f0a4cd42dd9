#include "pages.h"
#include "show.h"

#include "drivers/epl2/epl2status.h"

#include <random>

namespace packbench {
namespace {

QByteArray epl2(const Page& page, const PrintSetup& setup = {}) {
    return encode(PrinterLanguage::Epl2, page, setup);
}

PrinterState state(const QByteArray& answer) {
    return epl2StatusFrom(answer).state;
}

TEST(Epl2Encoder, ALabelIsExactlyTheseBytes) {
    Page page = blankPage(17, 40, 8);
    test::fill(page, 8, 2, 9, 2);
    test::fill(page, 0, 30, 1, 1);
    const QByteArray expected = QByteArray("\n"          // ends whatever half line was left
                                           "q17\n"       // width
                                           "Q40,16\n"    // length, gap
                                           "ZT\n"        // from the top
                                           "N\n"         // empty picture, after q and Q
                                           "GW8,2,2,2,") // x, y, bytes a row, rows
                                + QByteArray::fromHex("007f007f") // 0 burns
                                + "\nGW0,30,1,1," + QByteArray::fromHex("7f") +
                                "\nP1\n"; // one label
    EXPECT_EQ(epl2(page), expected);
}

TEST(Epl2Encoder, AWhitePageIsFedWithoutAPicture) {
    EXPECT_EQ(epl2(blankPage(8, 8, 8)), "\nq8\nQ8,16\nZT\nN\nP1\n");
}

TEST(Epl2Encoder, EachTrackingHasItsOwnLength) {
    PrintSetup setup;
    setup.gapMm = 3;
    EXPECT_TRUE(epl2(blankPage(8, 1200, 8), setup).contains("\nQ1200,24\n"));
    setup.tracking = Tracking::Mark;
    EXPECT_TRUE(epl2(blankPage(8, 1200, 8), setup).contains("\nQ1200,B24\n"));
    setup.markOffsetMm = 2;
    EXPECT_TRUE(epl2(blankPage(8, 1200, 8), setup).contains("\nQ1200,B24,16\n"));
    setup.tracking = Tracking::Continuous;
    EXPECT_TRUE(epl2(blankPage(8, 1200, 8), setup).contains("\nQ1200,0\n"));
}

TEST(Epl2Encoder, DarknessSpeedAndCutAreOnlySentWhenSet) {
    PrintSetup setup;
    setup.darkness = 100;
    setup.speedMmPerSecond = 102;
    setup.finish = Finish::Cut;
    const QByteArray bytes = epl2(blankPage(8, 8, 8), setup);
    EXPECT_TRUE(bytes.contains("\nD15\n"));
    EXPECT_TRUE(bytes.contains("\nS4\n"));
    EXPECT_TRUE(bytes.endsWith("P1\nC\n"));
}

TEST(Epl2Status, EachCodeOfTheManualIsUnderstood) {
    EXPECT_EQ(state("00\r\n"), PrinterState::Ready);
    EXPECT_EQ(state("07\r\n"), PrinterState::PaperOut);
    EXPECT_EQ(state("11\r\n"), PrinterState::HeadOpen);
    EXPECT_EQ(state("12\r\n"), PrinterState::Paused);
    EXPECT_EQ(state("13\r\n"), PrinterState::TooHot);
    EXPECT_EQ(state("14\r\n"), PrinterState::TooHot);
    EXPECT_EQ(state("50\r\n"), PrinterState::Printing);
    EXPECT_EQ(state("81\r\n"), PrinterState::CutterFault);
    for (const char* code :
         {"01", "02", "03", "04", "05", "06", "08", "09", "10", "80", "82", "83", "84", "93"})
        EXPECT_EQ(state(QByteArray(code) + "\r\n"), PrinterState::Fault) << code;
}

TEST(Epl2Status, AFaultSaysWhichOneItIs) {
    EXPECT_EQ(epl2StatusFrom("02\r\n").warnings, QStringList{QStringLiteral("over-the-border")});
    EXPECT_EQ(epl2StatusFrom("13\r\n").warnings, QStringList{QStringLiteral("head-hot")});
    EXPECT_EQ(epl2StatusFrom("84\r\n").warnings, QStringList{QStringLiteral("mark-not-found")});
    EXPECT_EQ(epl2StatusFrom("07\r\n").warnings, QStringList());
}

TEST(Epl2Status, OfSeveralCodesTroubleCounts) {
    EXPECT_EQ(state("00,11\r\n"), PrinterState::HeadOpen);
    EXPECT_EQ(state("50,07P012\r\n"), PrinterState::PaperOut);
    EXPECT_EQ(epl2StatusFrom("07P012\r\n").labelsRemaining, 12);
    EXPECT_EQ(epl2StatusFrom("07P-20\r\n").labelsRemaining, std::nullopt);
    EXPECT_EQ(epl2StatusFrom("15\r\n").warnings, QStringList{QStringLiteral("battery-low")});
}

TEST(Epl2Status, SilenceAndBabbleAreUnknown) {
    for (const QByteArray& answer :
         {QByteArray(), QByteArray("\r\n"), QByteArray("7"), QByteArray("00,xx\r\n"),
          QByteArray("42\r\n"), QByteArray(5000, '0')})
        EXPECT_EQ(state(answer), PrinterState::Unknown) << answer.left(10).constData();
    std::mt19937 random(5);
    for (int round = 0; round < 2000; ++round) {
        QByteArray noise(int(random() % 9), Qt::Uninitialized);
        for (char& byte : noise)
            byte = static_cast<char>(random());
        EXPECT_TRUE(noise.contains("00") || state(noise) != PrinterState::Ready)
            << noise.toHex().constData();
    }
}

} // namespace
} // namespace packbench
