#include "gatefixture.h"

#include <random>

namespace packbench {

namespace {

const QString kTote = QStringLiteral("PBT-12");
const QString kOtherTote = QStringLiteral("PBT-13");

} // namespace

TEST_F(GateTest, BoxAndLabelPassInEitherOrderAndAreRecordedOnce) {
    signOnBoth();
    const QString first = packSocksInto(kTote);
    const QString second = packCupInto(kOtherTote);
    EXPECT_EQ(gone(), 0) << "binding alone lets nothing leave";
    EXPECT_EQ(gate(kTote), QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(first), QStringLiteral("dispatched"));
    EXPECT_EQ(gate(second), QStringLiteral("waiting-for-box"));
    EXPECT_EQ(gate(kOtherTote), QStringLiteral("dispatched"));
    ASSERT_EQ(gone(), 2);
    const DispatchRecord left = m_ledger->dispatches().list().first();
    EXPECT_EQ(left.waybill, first);
    EXPECT_EQ(left.badge, QStringLiteral("0417"));
    EXPECT_TRUE(left.window) << "the deadline is stamped";
    EXPECT_EQ(m_ledger->waybills().find(first)->state, WaybillState::Dispatched);
    EXPECT_EQ(order("tmall-women", "2609210012").order.state, OrderState::Dispatched);
    const auto pass = m_ledger->gate().ofParcel(left.parcelId);
    ASSERT_TRUE(pass);
    EXPECT_EQ(pass->identity, QStringLiteral("tote"));
    EXPECT_EQ(pass->box, kTote);
    EXPECT_EQ(pass->label, first);
    EXPECT_EQ(m_gate->snapshot().passed, 2);
    EXPECT_EQ(m_gate->snapshot().lastWaybill, second);
}

TEST_F(GateTest, SlipOrderNumberAndBoxCodeAreIdentities) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    EXPECT_EQ(gate(QStringLiteral("PBS-tmall-women/2609210012")),
              QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(socks), QStringLiteral("dispatched"));
    const QString cup = packCupInto(kOtherTote);
    EXPECT_EQ(gate(QStringLiteral("#1007")), QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(cup), QStringLiteral("dispatched"));
}

TEST_F(GateTest, ABoxCodeStuckOnAtTheBenchIsOneBoxesForEver) {
    signOnBoth();
    EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
    EXPECT_EQ(outcome(QStringLiteral("PBX-71")), QStringLiteral("box-assigned"));
    EXPECT_EQ(outcome(QStringLiteral("pbx-71")), QStringLiteral("box-assigned")) << "again";
    EXPECT_EQ(outcome(QStringLiteral("6901234500868")), QStringLiteral("order-complete"));
    printerTakes();
    const QString waybill = copyOf(order("tmall-women", "2609210012")).waybill;
    EXPECT_EQ(outcome(waybill), QStringLiteral("label-bound"));
    EXPECT_EQ(outcome(QStringLiteral("2609210002")), QStringLiteral("opened"));
    EXPECT_EQ(outcome(QStringLiteral("PBX-71")), QStringLiteral("box-taken"));
    EXPECT_EQ(gate(QStringLiteral("PBX-99")), QStringLiteral("unknown-code"));
    EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    EXPECT_EQ(gate(QStringLiteral("PBX-71")), QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(waybill), QStringLiteral("dispatched"));
}

TEST_F(GateTest, AWrongBoxWithAnothersLabelNeverPasses) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    const QString cup = packCupInto(kOtherTote);
    for (const auto& [box, label] :
         {std::pair{kTote, cup}, std::pair{kOtherTote, socks}, std::pair{socks, kOtherTote}}) {
        (void)gateScan(box);
        const StationReply reply = gateScan(label);
        EXPECT_EQ(reply.outcome, QStringLiteral("wrong-box"));
        EXPECT_EQ(reply.verdict, Verdict::Stop);
        EXPECT_EQ(steps(reply.notice, Language::English).size(), 3);
        EXPECT_TRUE(m_gate->snapshot().refusal);
        EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    }
    EXPECT_EQ(gone(), 0);
    EXPECT_EQ(gate(kTote), QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(socks), QStringLiteral("dispatched")) << "the right pair still passes";
}

TEST_F(GateTest, TheSecondOfTwoIdenticalCopiesIsRefusedByItsBox) {
    signOnBoth();
    const QString socks = packSocksInto(kTote); // the printer repeated it: another box has it, too
    packCupInto(kOtherTote);
    EXPECT_EQ(gate(kTote), QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(markOf(socks, 1)), QStringLiteral("dispatched"));
    EXPECT_EQ(gate(kOtherTote), QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(markOf(socks, 1)), QStringLiteral("wrong-box"));
    EXPECT_EQ(gone(), 1);
}

TEST_F(GateTest, AnOlderCopyIsRefusedAndTheNumberAloneIsNotEnough) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    const auto copy = copyOf(order("tmall-women", "2609210012"));
    ASSERT_EQ(outcome(QStringLiteral("PBU-0001")), QStringLiteral("signed-on"));
    (void)m_station->printAgain(copy.id, QStringLiteral("damaged"));
    EXPECT_EQ(gate(kTote), QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(markOf(socks, 2)), QStringLiteral("not-bound")) << "it is not on the box yet";
    EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    printerTakes();
    EXPECT_EQ(outcome(markOf(socks, 2)), QStringLiteral("label-bound"));
    (void)gate(kTote);
    EXPECT_EQ(gate(markOf(socks, 1)), QStringLiteral("old-copy"));
    EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    (void)gate(kTote);
    EXPECT_EQ(gate(socks), QStringLiteral("scan-mark")) << "the bars are the same on both";
    EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    EXPECT_EQ(gone(), 0);
    (void)gate(kTote);
    EXPECT_EQ(gate(markOf(socks, 2)), QStringLiteral("dispatched"));
}

TEST_F(GateTest, AForgedMarkStays) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    QString forged = markOf(socks, 1);
    forged.back() = forged.back() == u'Q' ? u'R' : u'Q';
    EXPECT_EQ(gate(kTote), QStringLiteral("waiting-for-label"));
    EXPECT_EQ(gate(forged), QStringLiteral("wrong-label"));
    EXPECT_EQ(gone(), 0);
}

TEST_F(GateTest, AnOrderOfSeveralCartonsLeavesOnceEachIsLabelled) {
    signOnBoth();
    const QString first = packSocksInto(kTote);
    const qint64 id = order("tmall-women", "2609210012").id;
    (void)m_station->extraParcel(id, QStringLiteral("heavy"));
    (void)gate(kTote);
    EXPECT_EQ(gate(first), QStringLiteral("parcels-missing"));
    EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
    ASSERT_EQ(m_jobs.size(), 1);
    printerTakes();
    const QString second = m_ledger->labels().parcelsOfOrder(id).last().waybill;
    EXPECT_EQ(outcome(second), QStringLiteral("label-bound"));
    (void)gate(kTote);
    EXPECT_EQ(gate(first), QStringLiteral("dispatched"));
    EXPECT_EQ(order("tmall-women", "2609210012").order.state, OrderState::Packed);
    (void)gate(QStringLiteral("PBS-tmall-women/2609210012"));
    EXPECT_EQ(gate(second), QStringLiteral("dispatched"));
    EXPECT_EQ(order("tmall-women", "2609210012").order.state, OrderState::Dispatched);
}

TEST_F(GateTest, ALabelThatWasNeverScannedOnItsParcelStays) {
    signOnBoth();
    packSocks();
    printerTakes();
    const QString waybill = copyOf(order("tmall-women", "2609210012")).waybill;
    (void)gate(QStringLiteral("2609210012"));
    EXPECT_EQ(gate(waybill), QStringLiteral("not-bound"));
    EXPECT_EQ(gone(), 0);
}

TEST_F(GateTest, HeldAndCancelledMeanwhileStay) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    const qint64 id = order("tmall-women", "2609210012").id;
    m_ledger->orders().setHold(id, Hold::ByService, true);
    (void)gate(kTote);
    EXPECT_EQ(gate(socks), QStringLiteral("held"));
    EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    m_ledger->orders().setHold(id, Hold::ByService, false);
    m_ledger->orders().setState(id, OrderState::Cancelled);
    (void)gate(kTote);
    EXPECT_EQ(gate(socks), QStringLiteral("cancelled"));
    EXPECT_EQ(gone(), 0);
}

TEST_F(GateTest, ScanningTheParcelBeforeOnceMoreIsNoFaultAndNoSecondRecord) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    (void)gate(kTote);
    EXPECT_EQ(gate(socks), QStringLiteral("dispatched"));
    (void)gate(kTote);
    const StationReply again = gateScan(socks);
    EXPECT_EQ(again.outcome, QStringLiteral("already-dispatched"));
    EXPECT_EQ(again.verdict, Verdict::Done);
    EXPECT_FALSE(m_gate->snapshot().refusal);
    reopenGate(); // whoever does not remember it asks
    EXPECT_EQ(gate(QStringLiteral("PBU-0417")), QStringLiteral("signed-on"));
    (void)gate(kTote);
    EXPECT_EQ(gate(socks), QStringLiteral("already-dispatched"));
    EXPECT_TRUE(m_gate->snapshot().refusal);
    EXPECT_EQ(gone(), 1);
}

TEST_F(GateTest, OnlyTheIdentitiesThatTheWarehouseSetCount) {
    m_ledger->settings().set(QStringLiteral("gate.identity"), QStringLiteral("box slip"));
    reopenGate();
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    EXPECT_EQ(gate(kTote), QStringLiteral("identity-not-counted"));
    EXPECT_EQ(gate(QStringLiteral("PBC-OK")), QStringLiteral("released"));
    EXPECT_EQ(gate(socks), QStringLiteral("waiting-for-box"));
    EXPECT_EQ(gate(QStringLiteral("2609210012")), QStringLiteral("dispatched"));
}

TEST_F(GateTest, WhereTheGateIsOffItSaysSo) {
    m_ledger->settings().set(QStringLiteral("dispatch.at"), QStringLiteral("bind"));
    reopenGate();
    EXPECT_EQ(gate(QStringLiteral("PBU-0417")), QStringLiteral("signed-on"));
    EXPECT_EQ(gate(kTote), QStringLiteral("gate-off"));
}

TEST_F(GateTest, WithTheGateOnTheBenchLetsNothingLeaveHoweverOftenTheLabelIsScanned) {
    signOn();
    const QString socks = packSocksInto(kTote);
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(outcome(socks), QStringLiteral("label-bound"));
    EXPECT_EQ(gone(), 0);
}

TEST_F(GateTest, NobodySignedOnLetsNothingPass) {
    signOn();
    const QString socks = packSocksInto(kTote);
    EXPECT_EQ(gate(socks), QStringLiteral("not-signed-on"));
    EXPECT_EQ(gone(), 0);
}

TEST_F(GateTest, ScansBehindARefusalAreHeldAndJudgedAfterIt) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    EXPECT_EQ(gate(QStringLiteral("NOSUCHNUMBER1")), QStringLiteral("unknown-code"));
    EXPECT_EQ(gate(kTote), QStringLiteral("scan-held"));
    EXPECT_EQ(gate(socks), QStringLiteral("scan-held"));
    EXPECT_EQ(m_gate->snapshot().heldScans, (QStringList{kTote, socks}));
    EXPECT_EQ(gone(), 0);
    m_clock.advanceMs(1000);
    EXPECT_EQ(outcomes(m_gate->scan({QStringLiteral("PBC-OK"), {}, QStringLiteral("gate"), 0})),
              (QStringList{QStringLiteral("released"), QStringLiteral("waiting-for-label"),
                           QStringLiteral("dispatched")}));
    EXPECT_EQ(gone(), 1);
}

TEST_F(GateTest, EveryScanAtTheGateIsJournalledWithItsVerdict) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    (void)gate(kTote);
    (void)gate(socks);
    const auto scans = m_ledger->scans().newest(2);
    EXPECT_EQ(scans.at(0).scan.text, socks);
    EXPECT_EQ(scans.at(0).outcome, QStringLiteral("dispatched"));
    EXPECT_EQ(scans.at(1).outcome, QStringLiteral("waiting-for-label"));
    EXPECT_EQ(scans.at(1).orderId, order("tmall-women", "2609210012").id);
}

/// Whatever is scanned in whatever order: what left has its own box's identity, and left once.
TEST_F(GateTest, NoOrderOfScansLetsAWrongBoxPass) {
    signOnBoth();
    const QString socks = packSocksInto(kTote);
    const QString cup = packCupInto(kOtherTote);
    const QStringList codes{kTote,
                            kOtherTote,
                            socks,
                            cup,
                            markOf(socks, 1),
                            markOf(cup, 2),
                            QStringLiteral("2609210012"),
                            QStringLiteral("PBS-#1007"),
                            QStringLiteral("PBC-OK"),
                            QStringLiteral("PBC-OK"),
                            QStringLiteral("PBC-UNDO"),
                            QStringLiteral("6901234500868")};
    std::mt19937 dice(5);
    for (int i = 0; i < 600; ++i)
        (void)gateScan(codes.at(qsizetype(dice() % size_t(codes.size()))));
    EXPECT_EQ(gone(), 2);
    for (const DispatchRecord& left : m_ledger->dispatches().list()) {
        const auto pass = m_ledger->gate().ofParcel(left.parcelId);
        ASSERT_TRUE(pass);
        const bool isSocks = left.waybill == socks;
        const QStringList own = isSocks ? QStringList{kTote, QStringLiteral("2609210012")}
                                        : QStringList{kOtherTote, QStringLiteral("PBS-#1007")};
        EXPECT_TRUE(own.contains(pass->box)) << pass->box.toStdString();
        EXPECT_TRUE(pass->label.startsWith(left.waybill));
    }
}

} // namespace packbench
