#include "bench/clockwatch.h"
#include "bench/sampleshop.h"
#include "ledger/ledger.h"
#include "support/qtprint.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <memory>

namespace packbench {

namespace {

constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kDayMs = 24 * kHourMs;
constexpr qint64 kYearMs = 365 * kDayMs;

class ClockWatchTest : public testing::Test {
protected:
    ClockWatchTest() : m_clock(sampleShiftStart()) {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("ledger.db"));
        m_ledger = Ledger::create(address);
        restart();
    }
    void restart() { m_watch = std::make_unique<ClockWatch>(*m_ledger, m_clock); }
    void look() { m_watch->look(QStringLiteral("03"), QStringLiteral("0417")); }
    void scanNow() {
        look();
        m_ledger->scans().record(
            {m_clock.now(), QStringLiteral("03"), {}, {}, QStringLiteral("x"), {}});
    }
    /// The wall clock alone jumps, as when somebody sets it.
    void jump(qint64 ms) { m_clock.setNow(m_clock.now().plusMs(ms)); }
    QList<ClockEvent> events() { return m_ledger->clock().newest(10); }

    QTemporaryDir m_folder;
    std::unique_ptr<Ledger> m_ledger;
    SteeredClock m_clock;
    std::unique_ptr<ClockWatch> m_watch;
};

} // namespace

TEST_F(ClockWatchTest, TimeThatPassesIsNoStep) {
    for (const qint64 ms : {qint64(1), qint64(50), kHourMs, kDayMs}) {
        scanNow();
        m_clock.advanceMs(ms);
    }
    scanNow();
    EXPECT_TRUE(events().isEmpty());
    EXPECT_FALSE(m_watch->takeStep());
    EXPECT_FALSE(m_watch->behind());
}

TEST_F(ClockWatchTest, ATimeServersCorrectionIsNone) {
    scanNow();
    jump(-3000);
    scanNow();
    m_clock.advanceMs(kDayMs);
    jump(80'000); // slewed over a day by less than one part in a thousand
    scanNow();
    EXPECT_TRUE(events().isEmpty());
    EXPECT_FALSE(m_watch->behind());
}

TEST_F(ClockWatchTest, EveryStepIsNoticedOnceAndKeptWithBothTimes) {
    for (const qint64 step : {kHourMs, -kHourMs, kDayMs, -kDayMs, 2 * kYearMs, -2 * kYearMs}) {
        look();
        const Instant before = m_clock.now();
        m_clock.advanceMonotonicMs(1000);
        jump(step);
        look();
        const auto told = m_watch->takeStep();
        ASSERT_TRUE(told) << step;
        EXPECT_EQ(told->expected, before.plusMs(1000));
        EXPECT_EQ(told->read, before.plusMs(step));
        EXPECT_FALSE(m_watch->takeStep()) << "told once";
        const ClockEvent kept = events().first();
        EXPECT_EQ(kept.kind, ClockEvent::Kind::Step);
        EXPECT_EQ(kept.at, told->read);
        EXPECT_EQ(kept.expectedAt, told->expected);
        EXPECT_EQ(kept.badge, QStringLiteral("0417"));
    }
}

TEST_F(ClockWatchTest, AClockBeforeTheNewestRecordIsBehindAndSaysBoth) {
    for (const qint64 step : {kHourMs, kDayMs, 2 * kYearMs}) {
        scanNow();
        const Instant newest = m_clock.now();
        jump(-step);
        scanNow();
        const auto wrong = m_watch->behind();
        ASSERT_TRUE(wrong);
        EXPECT_EQ(wrong->read, newest.plusMs(-step));
        EXPECT_EQ(wrong->newest, newest);
        EXPECT_EQ(events().first().kind, ClockEvent::Kind::Behind);
        jump(step);
        scanNow();
        EXPECT_FALSE(m_watch->behind()) << "right again";
    }
}

TEST_F(ClockWatchTest, AfterARestartTheLedgerStillKnows) {
    scanNow();
    jump(-kDayMs);
    restart();
    look();
    EXPECT_TRUE(m_watch->behind());
    EXPECT_EQ(events().first().kind, ClockEvent::Kind::Behind);
}

TEST_F(ClockWatchTest, ASupervisorsWordHoldsUntilTheClockGoesBackAgain) {
    scanNow(); // one day ahead of the truth
    jump(-kDayMs);
    scanNow();
    ASSERT_TRUE(m_watch->behind());
    EXPECT_TRUE(m_watch->confirm(QStringLiteral("03"), QStringLiteral("0001")));
    EXPECT_FALSE(m_watch->behind());
    EXPECT_FALSE(m_watch->confirm(QStringLiteral("03"), QStringLiteral("0001")))
        << "nothing to say";
    m_clock.advanceMs(kHourMs);
    scanNow();
    restart();
    EXPECT_FALSE(m_watch->behind());
    jump(-2 * kHourMs);
    EXPECT_TRUE(m_watch->behind()) << "before the time that was confirmed";
    EXPECT_TRUE(m_watch->confirm(QStringLiteral("03"), QStringLiteral("0001")));
    EXPECT_FALSE(m_watch->behind()) << "said again";
}

TEST_F(ClockWatchTest, OnceTheConfirmedDayIsOverRecordsCountAgain) {
    scanNow();
    jump(-kDayMs);
    EXPECT_TRUE(m_watch->confirm(QStringLiteral("03"), QStringLiteral("0001")));
    m_clock.advanceMs(2 * kDayMs);
    scanNow();
    jump(-kHourMs);
    EXPECT_TRUE(m_watch->behind());
}

TEST_F(ClockWatchTest, ASimulatedClockIsSteeredAndNotWatched) {
    m_ledger->settings().set(QStringLiteral("ledger.simulation"), QStringLiteral("yes"));
    restart();
    scanNow();
    jump(-kDayMs);
    scanNow();
    EXPECT_TRUE(events().isEmpty());
    EXPECT_FALSE(m_watch->behind());
}

} // namespace packbench
