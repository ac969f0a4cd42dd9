// What the built programs may not contain. A program that is not built yet is named and skipped.
#include <QFileInfo>
#include <QProcess>
#include <gtest/gtest.h>
#include <string>

namespace {

QString undefinedSymbols(const QString& program) {
    QProcess nm;
    nm.start(QStringLiteral("nm"), {QStringLiteral("-D"), QStringLiteral("-C"), program});
    EXPECT_TRUE(nm.waitForFinished(30000)) << nm.errorString().toStdString();
    EXPECT_EQ(nm.exitCode(), 0) << nm.readAllStandardError().toStdString();
    return QString::fromUtf8(nm.readAllStandardOutput());
}

class Program : public testing::TestWithParam<const char*> {};

TEST(ProgramControl, AnImportedFunctionIsSeen) {
    const QString self = QFileInfo(QStringLiteral("/proc/self/exe")).symLinkTarget();
    EXPECT_TRUE(undefinedSymbols(self).contains(QStringLiteral("QProcess::start(")));
}

// Debian's ZXing 1.4.0 aborts in it on ordinary labels; ReadBarcode, one symbol a call, does not.
TEST_P(Program, NeverAsksZXingForManyCodesAtOnce) {
    const QString program = QStringLiteral(PROGRAMS "/") + QString::fromLatin1(GetParam());
    if (!QFileInfo::exists(program))
        GTEST_SKIP() << GetParam() << " is not built";
    EXPECT_FALSE(undefinedSymbols(program).contains(QStringLiteral("ZXing::ReadBarcodes(")));
}

INSTANTIATE_TEST_SUITE_P(House, Program, testing::Values("packbench", "packctl"),
                         [](const auto& name) { return std::string(name.param); });

} // namespace
