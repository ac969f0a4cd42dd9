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

TEST(PrinterState, EveryStateHasAWordOfItsOwn) {
    QSet<QString> words;
    for (int state = 0; state <= int(PrinterState::Unknown); ++state)
        words.insert(word(PrinterState(state)));
    EXPECT_EQ(words.size(), int(PrinterState::Unknown) + 1);
}

} // namespace
} // namespace packbench
