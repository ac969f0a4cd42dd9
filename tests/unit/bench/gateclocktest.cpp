#include "gatefixture.h"

namespace packbench {

namespace {

constexpr qint64 kHourMs = 3'600'000;
constexpr qint64 kDayMs = 24 * kHourMs;
const QString kTote = QStringLiteral("PBT-12");

} // namespace

TEST_F(GateTest, AClockBeforeTheLastRecordStopsTheGateAndSaysWhy) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    for (const qint64 step : {kHourMs, kDayMs, 730 * kDayMs}) {
        const Instant right = m_clock.now();
        m_clock.setNow(right.plusMs(-step));
        (void)gate(kTote);
        const StationReply reply = gateScan(socks);
        EXPECT_EQ(reply.outcome, QStringLiteral("clock-behind"));
        ASSERT_EQ(reply.notice.arguments.size(), 2);
        EXPECT_LT(reply.notice.arguments.at(0), reply.notice.arguments.at(1));
        EXPECT_EQ(m_ledger->scans().newest(1).first().scan.text, socks) << "still journalled";
        EXPECT_EQ(gone(), 0);
        m_clock.setNow(right.plusMs(60'000));
        EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    }
    (void)gate(kTote);
    EXPECT_EQ(gate(socks), QStringLiteral("dispatched")) << "the clock is right again";
}

TEST_F(GateTest, AClockAheadIsNoticedAndStopsNothing) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    m_clock.setNow(m_clock.now().plusMs(kDayMs));
    (void)gate(kTote);
    EXPECT_TRUE(m_watch->takeStep());
    EXPECT_EQ(gate(socks), QStringLiteral("dispatched"));
    EXPECT_EQ(m_ledger->clock().newest(1).first().kind, ClockEvent::Kind::Step);
}

TEST_F(GateTest, OnlyASupervisorSaysThatTheClockIsRight) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    m_clock.setNow(m_clock.now().plusMs(-kDayMs));
    EXPECT_EQ(gate(QStringLiteral("PBC-CLOCK")), QStringLiteral("not-allowed"));
    EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    EXPECT_EQ(gate(QStringLiteral("PBU-0001")), QStringLiteral("signed-on"));
    EXPECT_EQ(gate(QStringLiteral("PBC-CLOCK")), QStringLiteral("clock-confirmed"));
    (void)gate(kTote);
    EXPECT_EQ(gate(socks), QStringLiteral("dispatched"));
    EXPECT_EQ(gate(QStringLiteral("PBC-CLOCK")), QStringLiteral("nothing-to-do"));
}

TEST_F(StationTest, AClockBeforeTheLastRecordStopsTheDispatchAtTheBench) {
    signOn();
    packSocks();
    printerTakes();
    const Instant right = m_clock.now();
    m_clock.setNow(right.plusMs(-kHourMs));
    const QString waybill = copyOf(order("tmall-women", "2609210012")).waybill;
    EXPECT_EQ(outcome(waybill), QStringLiteral("clock-behind"));
    EXPECT_EQ(m_station->snapshot().verdict, Verdict::Stop);
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
    EXPECT_EQ(copyOf(order("tmall-women", "2609210012")).state, CopyState::Printed);
    EXPECT_EQ(m_ledger->scans().newest(1).first().outcome, QStringLiteral("clock-behind"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-CLOCK")), QStringLiteral("not-allowed"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    m_clock.setNow(right.plusMs(5000));
    EXPECT_EQ(outcome(waybill), QStringLiteral("dispatched"));
}

/// A repeat is a matter of the monotonic clock: no step of the wall clock makes or unmakes one.
TEST_F(StationTest, RepeatsAreToldByTimeThatPassedWhateverTheWallClockDoes) {
    signOn();
    const auto scanOnce = [&] {
        return m_station->scan({QStringLiteral("2609210012"), {}, QStringLiteral("gun"), 0})
            .first()
            .outcome;
    };
    for (const qint64 step : {kHourMs, -kHourMs, kDayMs, -kDayMs}) {
        m_clock.advanceMonotonicMs(1000);
        EXPECT_NE(scanOnce(), QStringLiteral("repeat-ignored")) << step;
        m_clock.setNow(m_clock.now().plusMs(step));
        m_clock.advanceMonotonicMs(20);
        EXPECT_EQ(scanOnce(), QStringLiteral("repeat-ignored")) << step;
    }
}

} // namespace packbench
