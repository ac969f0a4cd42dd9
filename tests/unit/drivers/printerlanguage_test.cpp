#include "show.h"

#include "drivers/languages.h"

#include <QSet>

namespace packbench {
namespace {

TEST(PrinterLanguage, WordsGoThereAndBack) {
    for (const auto language : {PrinterLanguage::Zpl, PrinterLanguage::Tspl, PrinterLanguage::Epl2,
                                PrinterLanguage::Cpcl, PrinterLanguage::EscPos})
        EXPECT_EQ(printerLanguageFromWord(word(language)), language);
    EXPECT_EQ(printerLanguageFromWord(QStringLiteral(" ZPL ")), PrinterLanguage::Zpl);
    EXPECT_EQ(printerLanguageFromWord(QStringLiteral("dpl")), std::nullopt);
    EXPECT_EQ(printerLanguageFromWord({}), std::nullopt);
}

TEST(PrinterLanguage, EachHasItsStatusQuery) {
    EXPECT_EQ(driverOf(PrinterLanguage::Zpl).queries.front().bytes, QLatin1String("~HS"));
    EXPECT_EQ(driverOf(PrinterLanguage::Tspl).queries.front().bytes, QLatin1String("\x1b!?"));
}

TEST(PrinterLanguage, CalibrationMeasuresWhatThePaperIsToldToHave) {
    PrintSetup setup;
    EXPECT_EQ(calibration(PrinterLanguage::Zpl, setup), "^XA\n^MNY\n^XZ\n~JC\n");
    EXPECT_EQ(calibration(PrinterLanguage::Tspl, setup), "GAPDETECT\r\n");
    setup.tracking = Tracking::Mark;
    EXPECT_EQ(calibration(PrinterLanguage::Zpl, setup), "^XA\n^MNM\n^XZ\n~JC\n");
    EXPECT_EQ(calibration(PrinterLanguage::Tspl, setup), "BLINEDETECT\r\n");
}

QString narrow(PrinterLanguage language, int width, int headDots, int dotsPerMm = 8) {
    PrintSetup setup;
    setup.headDots = headDots;
    return widthProblem(language, blankPage(width, 100, dotsPerMm), setup);
}

TEST(PrinterLanguage, ALabelWiderThanTheHeadIsSaidInOneSentenceWithBothWidths) {
    EXPECT_EQ(narrow(PrinterLanguage::Tspl, 576, 576), QString());
    EXPECT_EQ(narrow(PrinterLanguage::Tspl, 812, 576),
              QStringLiteral("The label is 101.5 mm wide, the printer prints 72 mm: a part of it "
                             "would be missing, so it was not sent. Choose a narrower template or "
                             "another printer."));
    EXPECT_TRUE(narrow(PrinterLanguage::Zpl, 1219, 672, 12)
                    .contains(QStringLiteral("101.6 mm wide, the printer prints 56 mm")));
}

TEST(PrinterLanguage, WithoutAKnownHeadOnlyAReceiptPrintersIsTakenForTheUsualOne) {
    for (const auto language : {PrinterLanguage::Zpl, PrinterLanguage::Tspl, PrinterLanguage::Epl2,
                                PrinterLanguage::Cpcl})
        EXPECT_EQ(narrow(language, 5000, 0), QString());
    EXPECT_EQ(narrow(PrinterLanguage::EscPos, 576, 0), QString());
    EXPECT_NE(narrow(PrinterLanguage::EscPos, 577, 0), QString());
    EXPECT_EQ(narrow(PrinterLanguage::EscPos, 800, 832), QString()) << "a wide one, and known";
}

TEST(PrinterState, EveryStateHasAWordOfItsOwn) {
    QSet<QString> words;
    for (int state = 0; state <= int(PrinterState::Unknown); ++state)
        words.insert(word(PrinterState(state)));
    EXPECT_EQ(words.size(), int(PrinterState::Unknown) + 1);
}

} // namespace
} // namespace packbench
