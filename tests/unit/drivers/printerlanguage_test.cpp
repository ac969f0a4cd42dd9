#include "show.h"

#include "drivers/printerlanguage.h"

#include <QSet>

namespace packbench {
namespace {

TEST(PrinterLanguage, WordsGoThereAndBack) {
    for (const auto language : {PrinterLanguage::Zpl, PrinterLanguage::Tspl})
        EXPECT_EQ(printerLanguageFromWord(word(language)), language);
    EXPECT_EQ(printerLanguageFromWord(QStringLiteral(" ZPL ")), PrinterLanguage::Zpl);
    EXPECT_EQ(printerLanguageFromWord(QStringLiteral("epl")), std::nullopt);
    EXPECT_EQ(printerLanguageFromWord({}), std::nullopt);
}

TEST(PrinterLanguage, EachHasItsStatusQuery) {
    EXPECT_EQ(statusQuery(PrinterLanguage::Zpl), "~HS");
    EXPECT_EQ(statusQuery(PrinterLanguage::Tspl), "\x1b!?");
}

TEST(PrinterState, EveryStateHasAWordOfItsOwn) {
    QSet<QString> words;
    for (int state = 0; state <= int(PrinterState::Unknown); ++state)
        words.insert(word(PrinterState(state)));
    EXPECT_EQ(words.size(), int(PrinterState::Unknown) + 1);
}

} // namespace
} // namespace packbench
