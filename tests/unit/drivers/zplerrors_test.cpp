#include "show.h"

#include "drivers/zpl/zplerrors.h"

#include <random>

namespace packbench {
namespace {

QByteArray answer(const char* errors, const char* warnings = "0 00000000 00000000") {
    return QByteArray("\x02\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         ") + errors +
           "\r\n   WARNINGS:       " + warnings + "\r\n\x03\r\n";
}

PrinterState error(const char* group1) {
    return zplErrorsFrom(answer(("1 00000000 " + QByteArray(group1)).constData())).state;
}

QStringList warning(const char* group1) {
    return zplErrorsFrom(
               answer("0 00000000 00000000", ("1 00000000 " + QByteArray(group1)).constData()))
        .warnings;
}

TEST(ZplErrors, EachErrorBitIsUnderstood) {
    EXPECT_EQ(zplErrorsFrom(answer("0 00000000 00000000")).state, PrinterState::Ready);
    EXPECT_EQ(error("00000001"), PrinterState::PaperOut);
    EXPECT_EQ(error("00000002"), PrinterState::RibbonOut);
    EXPECT_EQ(error("00000004"), PrinterState::HeadOpen);
    EXPECT_EQ(error("00000008"), PrinterState::CutterFault);
    EXPECT_EQ(error("00000010"), PrinterState::TooHot);
    EXPECT_EQ(error("00000020"), PrinterState::TooHot);
    EXPECT_EQ(error("00010000"), PrinterState::Paused);
    EXPECT_EQ(error("00010005"), PrinterState::HeadOpen) << "the cause first";
    EXPECT_EQ(error("00090000"), PrinterState::Fault) << "a fault also pauses";
}

TEST(ZplErrors, AFaultSaysWhichOneItIs) {
    const auto words = [](const char* group1) {
        const auto status = zplErrorsFrom(answer(("1 00000000 " + QByteArray(group1)).constData()));
        EXPECT_EQ(status.state, PrinterState::Fault) << group1;
        return status.warnings.join(u' ');
    };
    EXPECT_EQ(words("00000040"), QStringLiteral("bad-head-element"));
    EXPECT_EQ(words("00000080"), QStringLiteral("head-not-detected"));
    EXPECT_EQ(words("00000100"), QStringLiteral("bad-firmware-set-up"));
    EXPECT_EQ(words("00000200"), QStringLiteral("thermistor-open"));
    EXPECT_EQ(words("00001000"), QStringLiteral("paper-jam"));
    EXPECT_EQ(words("00002000"), QStringLiteral("presenter-stopped"));
    EXPECT_EQ(words("00004000"), QStringLiteral("paper-feed"));
    EXPECT_EQ(words("00008000"), QStringLiteral("path-not-clear"));
    EXPECT_EQ(words("00020000"), QStringLiteral("paper-not-taken"));
    EXPECT_EQ(words("00040000"), QStringLiteral("calibrate"));
    EXPECT_EQ(words("00080000"), QStringLiteral("mark-not-found"));
    EXPECT_EQ(words("40000000"), QStringLiteral("error-40000000"));
    EXPECT_EQ(words("00000000"), QString()) << "set, yet no bit says what";
}

TEST(ZplErrors, EveryBitOfBothGroupsLeavesATrace) {
    for (int bit = 0; bit < 64; ++bit) {
        const QByteArray digits =
            QByteArray::number(quint64(1) << bit, 16).rightJustified(16, '0').toUpper();
        const QByteArray groups = digits.left(8) + ' ' + digits.mid(8);
        const auto bad = zplErrorsFrom(answer(("1 " + groups).constData()));
        EXPECT_NE(bad.state, PrinterState::Ready) << bit;
        const auto odd = zplErrorsFrom(answer("0 00000000 00000000", ("1 " + groups).constData()));
        EXPECT_EQ(odd.state, PrinterState::Ready) << bit;
        EXPECT_EQ(odd.warnings.isEmpty(), bit >= 4 && bit < 12) << bit; // sensors of kiosks
    }
}

TEST(ZplErrors, OfAnOldAnswerAndANewOneTheNewOneCounts) {
    EXPECT_EQ(zplErrorsFrom(answer("1 00000000 00000001") + answer("0 00000000 00000000")).state,
              PrinterState::Ready);
}

TEST(ZplErrors, BabbleIsNeverReady) {
    const QByteArray parts[] = {"ERRORS",   "WARNINGS", ":",    " ",    "0", "1",
                                "00000000", "\x02",     "\x03", "\r\n", "f", "\xff"};
    std::mt19937 random(29);
    for (int round = 0; round < 3000; ++round) {
        QByteArray bytes;
        for (auto part = random() % 30; part > 0; --part)
            bytes += parts[random() % std::size(parts)];
        const bool mayBe = bytes.contains("ERRORS:") && bytes.contains("WARNINGS:");
        EXPECT_TRUE(mayBe || zplErrorsFrom(bytes).state == PrinterState::Unknown);
    }
}

TEST(ZplErrors, EachWarningBitIsUnderstood) {
    EXPECT_EQ(warning("00000001"), QStringList{QStringLiteral("calibrate")});
    EXPECT_EQ(warning("00000002"), QStringList{QStringLiteral("clean-head")});
    EXPECT_EQ(warning("00000004"), QStringList{QStringLiteral("replace-head")});
    EXPECT_EQ(warning("00000008"), QStringList{QStringLiteral("paper-low")});
    for (const char* sensor : {"00000010", "00000020", "00000040", "00000080", "00000100",
                               "00000200", "00000400", "00000800"})
        EXPECT_EQ(warning(sensor), QStringList()) << "of a kiosk printer";
    EXPECT_EQ(warning("00100000"), QStringList{QStringLiteral("warning-100000")})
        << "an unknown bit is shown, not dropped";
}

TEST(ZplErrors, WarningsAreReadEvenWhereErrorsAreSet) {
    const PrinterStatus status =
        zplErrorsFrom(answer("1 00000000 00000001", "1 00000000 00000002"));
    EXPECT_EQ(status.state, PrinterState::PaperOut);
    EXPECT_EQ(status.warnings, QStringList{QStringLiteral("clean-head")});
}

TEST(ZplErrors, BlankLinesAndCaseDoNotMatter) {
    EXPECT_EQ(zplErrorsFrom("\x02PRINTER STATUS\nERRORS: 1 00000000 00000004\n"
                            "WARNINGS: 0 00000000 00000000\x03")
                  .state,
              PrinterState::HeadOpen);
}

TEST(ZplErrors, APartOfAnAnswerIsUnknown) {
    const QByteArray whole = answer("0 00000000 00000000");
    for (qsizetype size = 0; size < whole.indexOf("WARNINGS") + 35; ++size)
        EXPECT_EQ(zplErrorsFrom(whole.left(size)).state, PrinterState::Unknown) << size;
    EXPECT_FALSE(isWholeZplErrors(whole.left(whole.indexOf('\x03'))));
    EXPECT_TRUE(isWholeZplErrors(whole));
}

} // namespace
} // namespace packbench
