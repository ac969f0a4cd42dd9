#include "rowtest.h"

#include <QFile>
#include <QRegularExpression>

#include <algorithm>
#include <random>

namespace packbench::faults {

bool RowTest::isWhole() {
    return qgetenv("PACKBENCH_FAULTS") == "all";
}

unsigned RowTest::seed() {
    static const unsigned value = [] {
        bool isSet = false;
        const unsigned given = qEnvironmentVariable("PACKBENCH_SEED").toUInt(&isSet);
        const unsigned chosen = isSet ? given : std::random_device()() % 1'000'000;
        std::printf("PACKBENCH_SEED=%u plays this again\n", chosen);
        return chosen;
    }();
    return value;
}

int RowTest::strideFor(int about, int slice) const {
    return isWhole() ? 1 : std::max(1, about / slice);
}

void RowTest::raise(int about, int slice, const std::function<bool(int)>& once) {
    const int stride = strideFor(about, slice);
    int last = 0;
    for (int n = 1 + int(seed() % unsigned(stride)); n < 50 * about; n += stride) {
        SCOPED_TRACE("N = " + std::to_string(n));
        ran();
        if (!once(n))
            return;
        last = n;
        if (HasFatalFailure())
            return;
    }
    FAIL() << "something still happened at N = " << last << ": no run passed clean";
}

bool RowTest::packAndJudge(const Around& around, const QStringList& options) {
    const World world;
    bool isDown = false;
    {
        Bench bench(world, around);
        const bool left = pack(world, bench, socks());
        bench.end();
        isDown = !left || bench.exitCode() != 0;
    }
    EXPECT_TRUE(packWhateverHappened(world, socks())) << "the order never left";
    EXPECT_EQ(world.judged(options).toStdString(), "");
    return isDown;
}

void RowTest::TearDown() {
    EXPECT_EQ(World::takeHangs().join(u'\n').toStdString(), "");
    const QString folder = qEnvironmentVariable("PACKBENCH_FAULTS_REPORT");
    if (folder.isEmpty())
        return;
    const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
    const QString name = QString::fromLatin1(test->name());
    const char* result = IsSkipped() ? "skipped" : HasFailure() ? "FAILED" : "good";
    QFile file(folder + u'/' + name.section(u'/', 0, 0) + QStringLiteral(".tsv"));
    if (file.open(QIODevice::Append))
        file.write(QStringLiteral("%1\t%2\t%3\n")
                       .arg(name)
                       .arg(m_runs)
                       .arg(QLatin1String(result))
                       .toUtf8());
}

QString whyNoStrace() {
    static const QString why = [] {
        QProcess process;
        process.start(QStringLiteral("strace"),
                      {QStringLiteral("-qq"), QStringLiteral("-o"), QStringLiteral("/dev/null"),
                       QStringLiteral("-e"), QStringLiteral("inject=getppid:error=EPERM"),
                       QStringLiteral("true")});
        if (!process.waitForStarted() || !process.waitForFinished())
            return QStringLiteral("strace is not installed");
        return process.exitCode() == 0 ? QString()
                                       : QStringLiteral("programs may not be traced here: ") +
                                             QString::fromUtf8(process.readAllStandardError());
    }();
    return why;
}

Around strace(const QString& call, const QString& inject) {
    return {
        {QStringLiteral("strace"), QStringLiteral("-f"), QStringLiteral("-qq"),
         QStringLiteral("-o"), QStringLiteral("/dev/null"), QStringLiteral("-e"),
         QStringLiteral("trace=") + call, QStringLiteral("-e"),
         QStringLiteral("inject=%1:%2").arg(call, inject)},
        {QStringLiteral("ASAN_OPTIONS=detect_leaks=0")}}; // leaks cannot be looked for under strace
}

} // namespace packbench::faults
