#include "show.h"

#include "drivers/zpl/zplerrors.h"

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
    for (const char* bit : {"00000040", "00000080", "00000100", "00000200", "00001000", "00002000",
                            "00004000", "00008000", "00020000", "00040000", "00080000", "40000000"})
        EXPECT_EQ(error(bit), PrinterState::Fault) << bit;
    EXPECT_EQ(error("00010005"), PrinterState::HeadOpen) << "the cause first";
}

TEST(ZplErrors, EachWarningBitIsUnderstood) {
    EXPECT_EQ(warning("00000001"), QStringList{QStringLiteral("calibrate")});
    EXPECT_EQ(warning("00000002"), QStringList{QStringLiteral("clean-head")});
    EXPECT_EQ(warning("00000004"), QStringList{QStringLiteral("replace-head")});
    EXPECT_EQ(warning("00000008"), QStringList{QStringLiteral("paper-low")});
    EXPECT_EQ(warning("00000010"), QStringList()) << "a kiosk printer's sensor";
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
