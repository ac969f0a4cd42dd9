// The wall clock jumps under a running bench (libfaketime).
#include "invariants.h"
#include "rowtest.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace packbench::faults {
namespace {

QString fakeTime() {
    for (const QString& place : {QStringLiteral("/usr/lib/x86_64-linux-gnu/faketime"),
                                 QStringLiteral("/usr/lib/aarch64-linux-gnu/faketime")})
        if (QFile::exists(place + QStringLiteral("/libfaketimeMT.so.1")))
            return place + QStringLiteral("/libfaketimeMT.so.1");
    return {};
}

class ClockRow : public RowTest {
protected:
    void SetUp() override {
        if (fakeTime().isEmpty() || kIsSanitized)
            GTEST_SKIP() << "libfaketime is not installed, or a sanitizer must come first";
        setClock("+0");
    }
    void setClock(const QByteArray& offset) const {
        QFile file(m_world.path(QStringLiteral("offset")));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(offset + '\n');
    }
    [[nodiscard]] Around faked() const {
        return {
            {},
            {QStringLiteral("LD_PRELOAD=") + fakeTime(),
             QStringLiteral("FAKETIME_TIMESTAMP_FILE=") + m_world.path(QStringLiteral("offset")),
             QStringLiteral("FAKETIME_NO_CACHE=1"),
             QStringLiteral("FAKETIME_DONT_FAKE_MONOTONIC=1")}};
    }
    [[nodiscard]] bool watchesTheClock() const {
        LedgerFile ledger(m_world.ledger());
        return ledger.hasTable("clock_event");
    }

    const World m_world{World::Time::Real};
};

/// Every scan is answered whatever the clock does, none is taken for a repeat of one before it. A
/// scan was written down a day later than it is now: nothing leaves before a supervisor said so.
TEST_F(ClockRow, Row14_StepsOfTheClock) {
    Bench bench(m_world, faked());
    for (const char* offset : {"+3600", "-7200", "+86400", "-86400", "+0"}) {
        ran();
        setClock(offset);
        const auto said = bench.scan(QStringLiteral("PBC-QTY-1"));
        ASSERT_TRUE(bench.isAlive()) << offset << bench.lastWords().constData();
        ASSERT_FALSE(said.isEmpty());
        EXPECT_NE(said.first().outcome, u"repeat-ignored");
    }
    bench.scan(socks().order);
    bench.scan(socks().item);
    const auto label = labelsIn(m_world.labels());
    ASSERT_EQ(label.size(), 1);
    const auto stopped = bench.scan(label.first().text);
    ASSERT_FALSE(stopped.isEmpty());
    EXPECT_EQ(stopped.first().outcome.toStdString(), "clock-behind");
    for (const char* code : {"PBC-OK", "PBC-ASIDE", "PBU-0001"})
        bench.scan(QLatin1String(code));
    EXPECT_EQ(bench.scan(QStringLiteral("PBC-CLOCK")).first().outcome, u"clock-confirmed");
    bench.scan(QStringLiteral("PBU-0417"));
    EXPECT_TRUE(pack(m_world, bench, socks()));
    bench.end();
    EXPECT_EQ(m_world.judged().toStdString(), "");
}

TEST_F(ClockRow, Row16_TwoYearsBackNothingLeaves) {
    if (!watchesTheClock())
        GTEST_SKIP() << "this ledger does not watch the clock";
    {
        Bench bench(m_world, faked());
        bench.scan(QStringLiteral("PBC-QTY-1"));
        setClock("-63072000");
        ran();
        bench.scan(socks().order);
        bench.scan(socks().item);
        const auto label = labelsIn(m_world.labels());
        ASSERT_EQ(label.size(), 1);
        const auto stopped = bench.scan(label.first().text);
        ASSERT_FALSE(stopped.isEmpty()) << bench.lastWords().constData();
        EXPECT_EQ(stopped.first().outcome.toStdString(), "clock-behind");
    }
    LedgerFile ledger(m_world.ledger());
    EXPECT_EQ(ledger.rows("SELECT COUNT(*) FROM dispatch").first().first().toStdString(), "0");
    setClock("+0");
    EXPECT_TRUE(packWhateverHappened(m_world, socks()));
    EXPECT_EQ(m_world.judged().toStdString(), "");
}

} // namespace
} // namespace packbench::faults
