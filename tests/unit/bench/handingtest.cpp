#include "bench/dayend.h"
#include "gatefixture.h"

namespace packbench {

namespace {

const QString kTote = QStringLiteral("PBT-12");
const QString kOtherTote = QStringLiteral("PBT-13");

/// A gate with a dock behind it.
class HandingTest : public GateTest {
protected:
    HandingTest() { m_handing = std::make_unique<Handing>(*m_ledger, m_clock, *m_watch); }
    StationReply load(const QString& text) {
        m_clock.advanceMs(1000);
        return m_handing->scan({text, {}, QStringLiteral("dock"), 0});
    }
    /// Packed, and through the gate.
    QString dispatched(const QString& waybill, const QString& tote) {
        EXPECT_EQ(gate(tote), QStringLiteral("waiting-for-label"));
        EXPECT_EQ(gate(waybill), QStringLiteral("dispatched"));
        return waybill;
    }
    DayEnd today() {
        return dayEnd(*m_ledger, m_station->calendar(),
                      warehouseDay(m_station->calendar(), m_clock.now()));
    }

    std::unique_ptr<Handing> m_handing;
};

} // namespace

TEST_F(HandingTest, ParcelsGoOntoTheVehicleAreCountedAndSigned) {
    signOnBoth();
    const QString socks = dispatched(packSocksInto(kTote), kTote);
    m_handing->setPerson(m_gate->person());
    m_handing->begin(QStringLiteral("zto"), QStringLiteral("赵师傅"), QStringLiteral("浙A00001"));
    EXPECT_EQ(m_handing->missed().size(), 1) << "it left and is on no list";
    EXPECT_EQ(load(socks).outcome, QStringLiteral("on-list"));
    EXPECT_EQ(load(socks).outcome, QStringLiteral("already-on-list")) << "no second time";
    EXPECT_EQ(m_handing->list()->parcels, 1);
    EXPECT_TRUE(m_handing->missed().isEmpty());
    EXPECT_EQ(m_handing->close(2, {}).code, NoticeCode::HandoverCount);
    EXPECT_FALSE(m_handing->list()->closedAt) << "nothing is signed while the counts differ";
    const qint64 id = m_handing->list()->id;
    EXPECT_EQ(m_handing->close(1, {}).code, NoticeCode::HandoverClosed);
    const auto list = m_ledger->handovers().find(id);
    EXPECT_EQ(list->signedBy, QStringLiteral("赵师傅"));
    EXPECT_EQ(list->badge, QStringLiteral("0417"));
    EXPECT_FALSE(m_handing->goOn(id));
}

TEST_F(HandingTest, WhatDoesNotBelongOnTheVehicleIsRefused) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    m_handing->begin(QStringLiteral("zto"), {}, {});
    EXPECT_EQ(load(QStringLiteral("NOSUCHNUMBER1")).outcome, QStringLiteral("unknown-code"));
    EXPECT_EQ(load(socks).outcome, QStringLiteral("not-dispatched"));
    dispatched(socks, kTote);
    EXPECT_EQ(load(markOf(socks, 2)).outcome, QStringLiteral("old-copy"));
    const QString cup = dispatched(packCupInto(kOtherTote), kOtherTote);
    const StationReply other = load(cup);
    EXPECT_EQ(other.outcome, QStringLiteral("other-courier"));
    EXPECT_TRUE(words(other.notice, Language::Chinese).contains(QStringLiteral("EMS")))
        << words(other.notice, Language::Chinese).toStdString();
    EXPECT_EQ(load(markOf(socks, 1)).outcome, QStringLiteral("on-list"));
    EXPECT_EQ(m_handing->close(1, {}).code, NoticeCode::HandoverClosed);
    m_handing->begin(QStringLiteral("zto"), {}, {});
    EXPECT_EQ(load(socks).outcome, QStringLiteral("on-other-list"));
    EXPECT_EQ(m_handing->list()->parcels, 0);
}

TEST_F(HandingTest, TheListThatIsOpenIsGoneOnWith) {
    signOnBoth();
    const QString socks = dispatched(packSocksInto(kTote), kTote);
    m_handing->begin(QStringLiteral("zto"), QStringLiteral("赵师傅"), {});
    const qint64 id = m_handing->list()->id;
    EXPECT_EQ(load(socks).outcome, QStringLiteral("on-list"));
    Handing after(*m_ledger, m_clock, *m_watch);
    after.begin(QStringLiteral("zto"), QStringLiteral("other"), {});
    EXPECT_EQ(after.list()->id, id);
    EXPECT_EQ(after.list()->parcels, 1);
}

TEST_F(HandingTest, AClockBeforeTheLastRecordLoadsNothing) {
    signOnBoth();
    const QString socks = dispatched(packSocksInto(kTote), kTote);
    m_handing->begin(QStringLiteral("zto"), {}, {});
    m_clock.setNow(m_clock.now().plusMs(-3'600'000));
    EXPECT_EQ(load(socks).outcome, QStringLiteral("clock-behind"));
    EXPECT_EQ(m_handing->list()->parcels, 0);
}

TEST_F(HandingTest, TheDayEndShowsWhatIsMissingOnEitherSide) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    const QString cup = packCupInto(kOtherTote);
    DayEnd day = today();
    EXPECT_EQ(day.reckoning.total, (CourierDay{{}, 2, 2, 0, 0}));
    EXPECT_EQ(day.reckoning.count(DayFinding::AppliedNotGone), 2);
    dispatched(socks, kTote);
    dispatched(cup, kOtherTote);
    EXPECT_TRUE(today().reckoning.findings.isEmpty()) << "no lists are kept here yet";
    m_handing->begin(QStringLiteral("zto"), QStringLiteral("赵师傅"), {});
    EXPECT_EQ(load(socks).outcome, QStringLiteral("on-list"));
    day = today();
    EXPECT_EQ(day.reckoning.total, (CourierDay{{}, 2, 2, 2, 1}));
    ASSERT_EQ(day.reckoning.findings.size(), 1);
    EXPECT_EQ(day.reckoning.findings.first().finding, DayFinding::GoneNotListed);
    EXPECT_EQ(day.reckoning.findings.first().waybill, cup);
    EXPECT_EQ(day.handovers.size(), 1);
    m_clock.setNow(m_clock.now().plusHours(24));
    const DayEnd next = today();
    EXPECT_EQ(next.reckoning.total, CourierDay{});
    ASSERT_EQ(next.reckoning.findings.size(), 1) << "carried over";
    EXPECT_TRUE(next.reckoning.findings.first().older);
}

TEST_F(HandingTest, AVoidCopyAndAnUncertainOneAreOnTheDaysList) {
    signOnBoth();
    packSocksInto(kTote);
    const auto copy = copyOf(order("tmall-women", "2609210012"));
    ASSERT_EQ(outcome(QStringLiteral("PBU-0001")), QStringLiteral("signed-on"));
    (void)m_station->printAgain(copy.id, QStringLiteral("damaged"));
    printerTakes(SendReport::End::Uncertain);
    const DayEnd day = today();
    EXPECT_EQ(day.reckoning.count(DayFinding::Voided), 1);
    EXPECT_EQ(day.reckoning.count(DayFinding::Uncertain), 1);
}

TEST_F(HandingTest, TheSheetHasALineForTheAuditChainOnlyWhereThereIsOne) {
    signOnBoth();
    packSocksInto(kTote);
    const DayEnd day = today();
    const QByteArray without = dayEndText(dayEndSheet(day, m_station->settings(), m_clock.now()));
    EXPECT_FALSE(without.contains("Audit chain"));
    EXPECT_TRUE(without.contains("2609210012"));
    EXPECT_TRUE(without.contains("applied, not handed over"));
    const QByteArray with = dayEndText(
        dayEndSheet(day, m_station->settings(), m_clock.now(), QStringLiteral("4711:ab12")));
    EXPECT_TRUE(with.contains("4711:ab12"));
}

} // namespace packbench
