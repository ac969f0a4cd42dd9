#include "show.h"

#include "drivers/tspl/tsplstatus.h"

#include <random>

namespace packbench {
namespace {

PrinterState state(const QByteArray& answer) {
    return tsplStatusFrom(answer).state;
}

PrinterState byte(int value) {
    return state(QByteArray(1, char(value)));
}

PrinterState four(const char* bytes) {
    return state("\x02" + QByteArray(bytes, 4) + "\x03\r\n");
}

TEST(TsplStatus, EachBitIsUnderstood) {
    EXPECT_EQ(byte(0x00), PrinterState::Ready);
    EXPECT_EQ(byte(0x01), PrinterState::HeadOpen);
    EXPECT_EQ(byte(0x02), PrinterState::Fault); // jam
    EXPECT_EQ(byte(0x04), PrinterState::PaperOut);
    EXPECT_EQ(byte(0x08), PrinterState::RibbonOut);
    EXPECT_EQ(byte(0x10), PrinterState::Paused);
    EXPECT_EQ(byte(0x20), PrinterState::Printing);
    EXPECT_EQ(byte(0x40), PrinterState::HeadOpen); // cover
    EXPECT_EQ(byte(0x80), PrinterState::Fault);
}

TEST(TsplStatus, CombinationsOfTheManualsAreUnderstood) {
    EXPECT_EQ(byte(0x03), PrinterState::HeadOpen);
    EXPECT_EQ(byte(0x05), PrinterState::HeadOpen);
    EXPECT_EQ(byte(0x06), PrinterState::PaperOut); // Rollo's paper out
    EXPECT_EQ(byte(0x0c), PrinterState::PaperOut);
    EXPECT_EQ(byte(0x0a), PrinterState::RibbonOut);
    EXPECT_EQ(byte(0x30), PrinterState::Paused);
}

TEST(TsplStatus, OnlyZeroIsReady) {
    for (int value = 1; value < 256; ++value)
        EXPECT_NE(byte(value), PrinterState::Ready) << value;
}

TEST(TsplStatus, SilenceAndBabbleAreUnknown) {
    EXPECT_EQ(state({}), PrinterState::Unknown);
    EXPECT_EQ(state("OK\r\n"), PrinterState::Unknown);
    EXPECT_EQ(state(QByteArray(2, '\0')), PrinterState::Unknown);
    EXPECT_EQ(state(QByteArray(8, '\0')), PrinterState::Unknown);
    EXPECT_EQ(state(QByteArray(100000, '\xff')), PrinterState::Unknown);
}

TEST(TsplStatus, TheLongAnswerNamesWhatItIsDoing) {
    EXPECT_EQ(four("@@@@"), PrinterState::Ready);
    EXPECT_EQ(four("`@@@"), PrinterState::Paused);
    EXPECT_EQ(four("W@@@"), PrinterState::Printing);
    EXPECT_EQ(four("P@@@"), PrinterState::Printing);
    EXPECT_EQ(four("K@@@"), PrinterState::Paused);
    EXPECT_EQ(four("E@@@"), PrinterState::Fault);
    EXPECT_EQ(four("Z@@@"), PrinterState::Unknown);
}

TEST(TsplStatus, TheLongAnswerNamesItsErrors) {
    EXPECT_EQ(four("E@A@"), PrinterState::TooHot);
    EXPECT_EQ(four("E@B@"), PrinterState::TooHot);
    EXPECT_EQ(four("E@H@"), PrinterState::CutterFault);
    EXPECT_EQ(four("E@P@"), PrinterState::Fault);
    EXPECT_EQ(four("E@@A"), PrinterState::PaperOut);
    EXPECT_EQ(four("E@@B"), PrinterState::Fault);
    EXPECT_EQ(four("E@@D"), PrinterState::RibbonOut);
    EXPECT_EQ(four("@@@P"), PrinterState::Fault); // an error bit no manual names
}

TEST(TsplStatus, WhatTheStateDoesNotSayIsAWord) {
    const auto words = [](const QByteArray& answer) {
        return tsplStatusFrom(answer).warnings.join(u' ');
    };
    const auto longWords = [&words](const char* bytes) {
        return words("\x02" + QByteArray(bytes, 4) + "\x03\r\n");
    };
    EXPECT_EQ(words("\x02"), QStringLiteral("paper-jam"));
    EXPECT_EQ(words("\x80"), QStringLiteral("other-error"));
    EXPECT_EQ(words("\x04"), QString());
    EXPECT_EQ(longWords("@H@@"), QStringLiteral("buffer-full"));
    EXPECT_EQ(longWords("E@A@"), QStringLiteral("head-hot"));
    EXPECT_EQ(longWords("E@B@"), QStringLiteral("motor-hot"));
    EXPECT_EQ(longWords("E@P@"), QStringLiteral("memory"));
    EXPECT_EQ(longWords("E@@B"), QStringLiteral("paper-jam"));
    EXPECT_EQ(longWords("E@@P"), QStringLiteral("media-10")) << "no manual names it";
    EXPECT_EQ(longWords("E@`@"), QStringLiteral("error-20"));
}

TEST(TsplStatus, OfNoiseOnlyWholeAnswersAreRead) {
    std::mt19937 random(37);
    for (int round = 0; round < 5000; ++round) {
        QByteArray bytes(int(random() % 10), Qt::Uninitialized);
        for (char& byte : bytes)
            byte = "\x02\x03\r\n@@@`EW"[random() % 10];
        const bool isWhole = bytes.size() == 1 || bytes.size() == 8;
        EXPECT_TRUE(isWhole || state(bytes) == PrinterState::Unknown) << bytes.toHex().constData();
    }
}

TEST(TsplStatus, ALongAnswerThatIsOutOfRangeIsUnknown) {
    EXPECT_EQ(four("@\xff@@"), PrinterState::Unknown);
    EXPECT_EQ(four("@@ @"), PrinterState::Unknown);
}

TEST(TsplStatus, AnAnswerIsWholeWithItsByteOrItsEight) {
    EXPECT_FALSE(isWholeTsplStatus({}));
    EXPECT_TRUE(isWholeTsplStatus(QByteArray(1, '\0')));
    EXPECT_FALSE(isWholeTsplStatus("\x02@@"));
    EXPECT_TRUE(isWholeTsplStatus("\x02@@@@\x03\r\n"));
}

} // namespace
} // namespace packbench
