// "Print again", "redo", "extra parcel": by card and by tap, and who may.
#include "stationfixture.h"

#include "bench/parcels.h"
#include "ledger/commandkey.h"

namespace packbench {

namespace {

const QString kFirst = QStringLiteral("758320014601");

} // namespace

class LabelVerbs : public StationTest {
protected:
    OrderRecord socks() { return order("tmall-women", "2609210012"); }
    WaybillState stateOf(const QString& number) { return m_ledger->waybills().find(number)->state; }
    void printFirst() {
        packSocks();
        printerTakes();
    }
    QString markOf(int carton) {
        const auto parcels = m_ledger->labels().parcelsOfOrder(socks().id);
        return m_ledger->labels().current(parcels.at(carton - 1).id)->mark;
    }
};

TEST_F(LabelVerbs, AForgedMarkIsRefusedAtTheBenchAndAtTheGate) {
    useGate();
    signOn();
    printFirst();
    QString forged = mark();
    forged.back() = forged.back() == u'Q' ? u'R' : u'Q';
    EXPECT_EQ(outcome(forged), QStringLiteral("forged-mark"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(forged.left(forged.size() - 5)), QStringLiteral("forged-mark"))
        << "a mark without its four signs";
    scan(QStringLiteral("PBC-OK"));
    ASSERT_EQ(outcome(mark()), QStringLiteral("label-bound"));
    EXPECT_EQ(outcome(forged), QStringLiteral("forged-mark"));
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(mark()), QStringLiteral("label-bound"));
}

TEST_F(LabelVerbs, TheKeyOfTheMarksIsMadeOnceAndKept) {
    const QByteArray key = m_station->settings().markKey;
    EXPECT_EQ(key.size(), 32);
    restart();
    EXPECT_EQ(m_station->settings().markKey, key);
}

TEST_F(LabelVerbs, RedoIsASupervisorsCard) {
    signOn();
    printFirst();
    EXPECT_EQ(outcome(QStringLiteral("PBC-REDO")), QStringLiteral("not-allowed"));
    EXPECT_EQ(stateOf(kFirst), WaybillState::Reserved);
}

TEST_F(LabelVerbs, RedoGivesTheNumberUpAndTakesAnother) {
    signOnSupervisor();
    printFirst();
    const QString old = mark();
    EXPECT_EQ(outcome(QStringLiteral("PBC-REDO")), QStringLiteral("scan-reason"));
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(outcomes(scanAll(QStringLiteral("PBR-courier-asks"))),
              (QStringList{QStringLiteral("reason-noted"), QStringLiteral("number-redone")}));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_EQ(stateOf(kFirst), WaybillState::Void);
    const LabelCopy now = copyOf(socks());
    EXPECT_NE(now.waybill, kFirst);
    EXPECT_EQ(stateOf(now.waybill), WaybillState::Reserved);
    EXPECT_EQ(now.reason, QStringLiteral("courier-asks"));
    printerTakes();
    EXPECT_EQ(outcome(old), QStringLiteral("number-given-up"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(kFirst), QStringLiteral("number-given-up"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(mark()), QStringLiteral("dispatched"));
    EXPECT_EQ(m_ledger->dispatches().list().first().waybill, now.waybill);
    EXPECT_EQ(outcome(kFirst), QStringLiteral("number-given-up"));
}

TEST_F(LabelVerbs, RedoTakesNoNumberWhenThereIsNoneAndGivesNoneUp) {
    signOnSupervisor();
    printFirst();
    while (m_ledger->waybills().countFree(QStringLiteral("zto")) > 0) {
        ParcelRecord parcel;
        parcel.orderId = order("tmall-women", "2609210009").id;
        parcel.carton = parcel.cartons = int(m_ledger->waybills().countFree(QStringLiteral("zto")));
        parcel.id = m_ledger->labels().addParcel(parcel);
        ASSERT_TRUE(m_ledger->waybills().reserve(QStringLiteral("zto"), parcel.id));
    }
    const auto replies = m_station->redo(copyOf(socks()).id, QStringLiteral("courier-asks"));
    EXPECT_EQ(replies.first().outcome, QStringLiteral("no-waybill"));
    EXPECT_EQ(stateOf(kFirst), WaybillState::Reserved);
    EXPECT_EQ(copyOf(socks()).state, CopyState::Printed);
}

TEST_F(LabelVerbs, RedoIsRefusedOnceTheParcelHasLeft) {
    signOnSupervisor();
    printFirst();
    const qint64 copy = copyOf(socks()).id;
    scan(mark());
    EXPECT_EQ(m_station->redo(copy, QStringLiteral("courier-asks")).first().outcome,
              QStringLiteral("redo-too-late"));
    EXPECT_EQ(stateOf(kFirst), WaybillState::Dispatched);
}

TEST_F(LabelVerbs, EachVerbNeedsAReason) {
    signOnSupervisor();
    printFirst();
    const qint64 copy = copyOf(socks()).id;
    EXPECT_EQ(m_station->printAgain(copy, {}).first().outcome, QStringLiteral("reason-missing"));
    EXPECT_EQ(m_station->redo(copy, {}).first().outcome, QStringLiteral("reason-missing"));
    EXPECT_EQ(m_station->extraParcel(socks().id, {}).first().outcome,
              QStringLiteral("reason-missing"));
    EXPECT_TRUE(m_jobs.isEmpty());
}

TEST_F(LabelVerbs, AtAnIdleBenchTheCardAsksForTheOrderThenForTheReason) {
    useGate();
    signOnSupervisor();
    printFirst();
    ASSERT_EQ(outcome(mark()), QStringLiteral("label-bound"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-AGAIN")), QStringLiteral("scan-order"));
    EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("scan-reason"));
    const auto replies = scanAll(QStringLiteral("PBR-torn"));
    EXPECT_EQ(outcomes(replies),
              (QStringList{QStringLiteral("reason-noted"), QStringLiteral("print-again")}));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_EQ(copyOf(socks()).copyNo, 2);
    EXPECT_EQ(copyOf(socks()).waybill, kFirst);
}

TEST_F(LabelVerbs, ExtraParcelHasItsOwnNumberAndLabelAndTheOrderLeavesAsAWhole) {
    signOn();
    printFirst();
    EXPECT_EQ(outcome(QStringLiteral("PBC-EXTRA")), QStringLiteral("scan-reason"));
    EXPECT_EQ(outcomes(scanAll(QStringLiteral("PBR-does-not-fit"))).mid(0, 2),
              (QStringList{QStringLiteral("reason-noted"), QStringLiteral("extra-parcel")}));
    const auto parcels = m_ledger->labels().parcelsOfOrder(socks().id);
    ASSERT_EQ(parcels.size(), 2);
    EXPECT_EQ(parcels.at(0).cartons, 2);
    EXPECT_EQ(parcels.at(1).carton, 2);
    EXPECT_TRUE(m_jobs.isEmpty()) << "the first carton's label is not on it yet";
    EXPECT_EQ(outcome(markOf(1)), QStringLiteral("label-bound"));
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty()) << "one carton is missing";
    ASSERT_EQ(m_jobs.size(), 1) << "the second carton's label comes by itself";
    EXPECT_EQ(m_station->snapshot().order->carton, 2);
    EXPECT_EQ(m_station->snapshot().order->cartons, 2);
    printerTakes();
    EXPECT_EQ(outcome(markOf(1)), QStringLiteral("wrong-label"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(markOf(2)), QStringLiteral("dispatched"));
    const auto left = m_ledger->dispatches().list();
    ASSERT_EQ(left.size(), 2);
    EXPECT_NE(left.at(0).waybill, left.at(1).waybill);
    EXPECT_EQ(socks().order.state, OrderState::Dispatched);
}

TEST_F(LabelVerbs, ExtraParcelWhileItIsPackedCountsOnTheFirstLabelAlready) {
    signOn();
    scan(QStringLiteral("2609210012"));
    scan(QStringLiteral("PBC-EXTRA"));
    scan(QStringLiteral("PBR-does-not-fit"));
    EXPECT_TRUE(m_station->snapshot().order);
    scan(QStringLiteral("6901234500868"));
    ASSERT_EQ(m_jobs.size(), 1);
    EXPECT_EQ(m_station->snapshot().order->carton, 1);
    EXPECT_EQ(m_station->snapshot().order->cartons, 2);
    EXPECT_EQ(missingParcels(*m_ledger, socks().id).size(), 2);
}

TEST_F(LabelVerbs, AShopsSecondLabelIsTheExtraParcels) {
    signOn();
    printFirst();
    IncomingLabel second;
    second.arrivedAt = m_clock.now();
    second.source = QStringLiteral("192.0.2.7");
    second.jobKey = QStringLiteral("second/1");
    second.waybill = QStringLiteral("JDVC00000000777");
    second.codes = QStringList{second.waybill};
    second.orderId = socks().id;
    second.state = IncomingState::Doubled;
    second.reason = QStringLiteral("has-label");
    const Page page = pageFromImage(QImage::fromData(copyOf(socks()).png), 8);
    second.width = page.width;
    second.height = page.height;
    second.dotsPerMm = 8;
    second.bits = page.bits;
    const qint64 id = m_ledger->incoming().add(second);
    static_cast<void>(m_station->extraParcel(socks().id, QStringLiteral("added")));
    EXPECT_EQ(outcome(markOf(1)), QStringLiteral("label-bound"));
    EXPECT_EQ(m_ledger->waybills().find(second.waybill)->state, WaybillState::Reserved);
    EXPECT_EQ(m_ledger->labels().parcelsOfOrder(socks().id).last().waybill, second.waybill);
    EXPECT_NE(m_ledger->incoming().find(id)->state, IncomingState::Doubled);
}

class ExtraCarton : public LabelVerbs {
protected:
    QList<ParcelRecord> cartons() { return m_ledger->labels().parcelsOfOrder(socks().id); }
    void askForOneMore() {
        ASSERT_EQ(outcome(QStringLiteral("PBC-EXTRA")), QStringLiteral("scan-reason"));
        scan(QStringLiteral("PBR-does-not-fit"));
    }
    /// The first carton has its label on, the second one's lies at the printer.
    void printSecond() {
        printFirst();
        askForOneMore();
        ASSERT_EQ(outcome(markOf(1)), QStringLiteral("label-bound"));
        ASSERT_EQ(m_jobs.size(), 1);
        printerTakes();
    }
    QList<StationReply> takeBack(const QString& reason = {}, const QString& key = {}) {
        return m_station->takeBackCarton(socks().id, 0, reason, key);
    }
};

TEST_F(ExtraCarton, WithoutALabelIsTakenBackByTheCancelCard) {
    signOn();
    scan(QStringLiteral("2609210012"));
    askForOneMore();
    askForOneMore();
    ASSERT_EQ(cartons().size(), 3);
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("carton-taken-back"));
    ASSERT_EQ(cartons().size(), 2);
    EXPECT_EQ(cartons().last().cartons, 2);
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("carton-taken-back"));
    ASSERT_EQ(cartons().size(), 1);
    EXPECT_EQ(cartons().first().cartons, 1);
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("nothing-to-do"));
    scan(QStringLiteral("6901234500868"));
    printerTakes();
    EXPECT_EQ(outcome(mark()), QStringLiteral("dispatched")) << "as a whole, in one carton";
}

TEST_F(ExtraCarton, BesideAPrintedLabelTheCardMeansItOnlyRightAfterItWasAskedFor) {
    signOn();
    printFirst();
    askForOneMore();
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("carton-taken-back"));
    EXPECT_EQ(cartons().size(), 1);
    askForOneMore();
    scan(QStringLiteral("PBC-ASIDE"));
    scan(QStringLiteral("2609210012"));
    EXPECT_EQ(outcome(QStringLiteral("PBC-CANCEL")), QStringLiteral("label-sent"));
    EXPECT_EQ(cartons().size(), 2) << "it was meant";
    EXPECT_EQ(takeBack().first().outcome, QStringLiteral("carton-taken-back"));
    EXPECT_EQ(outcome(mark()), QStringLiteral("dispatched"));
}

TEST_F(ExtraCarton, WithAPrintedLabelIsASupervisorsWithAReason) {
    signOn();
    printSecond();
    const QString first = markOf(1);
    const QString second = markOf(2);
    const QString number = cartons().last().waybill;
    EXPECT_EQ(takeBack(QStringLiteral("mistake")).first().outcome, QStringLiteral("not-allowed"));
    signOnSupervisor();
    EXPECT_EQ(takeBack().first().outcome, QStringLiteral("reason-missing"));
    EXPECT_EQ(cartons().size(), 2);
    EXPECT_EQ(takeBack(QStringLiteral("mistake")).first().outcome,
              QStringLiteral("carton-taken-back"));
    EXPECT_EQ(cartons().size(), 1);
    EXPECT_EQ(stateOf(number), WaybillState::Void) << "given up for ever";
    scan(QStringLiteral("PBC-ASIDE"));
    EXPECT_EQ(outcome(second), QStringLiteral("number-given-up"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(number), QStringLiteral("number-given-up"));
    scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcome(first), QStringLiteral("dispatched")) << "nothing is missing any more";
    EXPECT_EQ(m_ledger->dispatches().list().size(), 1);
    EXPECT_EQ(socks().order.state, OrderState::Dispatched);
}

TEST_F(ExtraCarton, TakenBackWhileItIsOpenTheOtherLabelIsAskedFor) {
    signOnSupervisor();
    printSecond();
    const QString first = markOf(1);
    EXPECT_EQ(takeBack(QStringLiteral("mistake")).first().outcome,
              QStringLiteral("carton-taken-back"));
    EXPECT_EQ(m_station->snapshot().order->cartons, 1);
    EXPECT_EQ(outcome(first), QStringLiteral("dispatched"));
    EXPECT_EQ(takeBack(QStringLiteral("mistake")).first().outcome, QStringLiteral("nothing-to-do"));
}

TEST_F(ExtraCarton, TakenBackTwiceWithOneKeyIsTakenBackOnce) {
    signOn();
    scan(QStringLiteral("2609210012"));
    askForOneMore();
    askForOneMore();
    const QString key = newCommandKey(m_clock.now());
    EXPECT_EQ(takeBack({}, key).first().outcome, QStringLiteral("carton-taken-back"));
    EXPECT_EQ(takeBack({}, key).first().outcome, QStringLiteral("carton-taken-back"));
    EXPECT_EQ(cartons().size(), 2);
}

TEST_F(ExtraCarton, AnotherOneAfterwardsIsNumberedAnew) {
    signOnSupervisor();
    printSecond();
    static_cast<void>(takeBack(QStringLiteral("mistake")));
    static_cast<void>(m_station->extraParcel(socks().id, QStringLiteral("does-not-fit")));
    static_cast<void>(m_station->extraParcel(socks().id, QStringLiteral("does-not-fit")));
    ASSERT_EQ(cartons().size(), 3);
    EXPECT_EQ(cartons().at(1).carton, 2);
    EXPECT_EQ(cartons().at(2).carton, 3);
    EXPECT_EQ(cartons().at(0).cartons, 3);
}

} // namespace packbench
