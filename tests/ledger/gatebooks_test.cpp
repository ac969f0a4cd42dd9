#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

/// Gate, hand-over and clock books.
class GateBooksTest : public LedgerTest {
protected:
    /// A parcel that left.
    qint64 givenGone(qint64 at, const QString& courier = QStringLiteral("sf")) {
        DispatchRecord dispatch;
        dispatch.parcelId = givenParcel();
        dispatch.orderId = ledger().labels().parcel(dispatch.parcelId)->orderId;
        dispatch.waybill = QStringLiteral("SF%1").arg(dispatch.parcelId);
        dispatch.courier = courier;
        dispatch.dispatchedAt = {at};
        ledger().dispatches().add(dispatch);
        return dispatch.parcelId;
    }
    Handover opened(const QString& courier, qint64 at) {
        Handover list;
        list.courier = courier;
        list.driver = QStringLiteral("赵师傅");
        list.vehicle = QStringLiteral("浙A00001");
        list.bench = QStringLiteral("03");
        list.badge = QStringLiteral("0417");
        list.openedAt = {at};
        list.id = ledger().handovers().open(list);
        return list;
    }
};
ON_BOTH_DATABASES(GateBooksTest);

TEST_P(GateBooksTest, ABoxCodeIsOneOrdersForEver) {
    const auto order = given(someOrder());
    const auto other = given(someOrder());
    ledger().gate().assignBox(QStringLiteral("71"), order.id, {1000}, QStringLiteral("0417"));
    EXPECT_EQ(ledger().gate().orderOfBox(QStringLiteral("71")), order.id);
    EXPECT_FALSE(ledger().gate().orderOfBox(QStringLiteral("72")));
    EXPECT_EQ(
        faultOf([&] { ledger().gate().assignBox(QStringLiteral("71"), other.id, {2000}, {}); }),
        Code::Constraint);
    EXPECT_EQ(ledger().gate().orderOfBox(QStringLiteral("71")), order.id);
}

TEST_P(GateBooksTest, WhatPassedComesBackAndIsOfAParcelThatLeft) {
    const GatePass pass{givenGone(1000), QStringLiteral("tote"), QStringLiteral("PBT-12"),
                        QStringLiteral("SF1-PBM-1-2"), 2};
    ledger().gate().add(pass);
    reopen();
    EXPECT_EQ(ledger().gate().ofParcel(pass.parcelId), pass);
    EXPECT_EQ(ledger().gate().countSince({1000}), 1);
    EXPECT_EQ(ledger().gate().countSince({1001}), 0);
    EXPECT_EQ(faultOf([&] {
                  ledger().gate().add({givenParcel(), QStringLiteral("slip"), {}, {}, 0});
              }),
              Code::Constraint)
        << "it never left";
}

TEST_P(GateBooksTest, AListTakesParcelsUntilItIsSigned) {
    Handover list = opened(QStringLiteral("sf"), 5000);
    const qint64 first = givenGone(1000);
    const qint64 missed = givenGone(2000);
    givenGone(3000, QStringLiteral("zto"));
    ledger().handovers().add(list.id, first, {6000}, QStringLiteral("0417"));
    EXPECT_EQ(ledger().handovers().ofParcel(first), list.id);
    EXPECT_EQ(ledger().handovers().find(list.id)->parcels, 1);
    const auto parcels = ledger().handovers().parcels(list.id);
    ASSERT_EQ(parcels.size(), 1);
    EXPECT_EQ(parcels.first().listedAt, Instant{6000});
    const auto left = ledger().handovers().missed(QStringLiteral("sf"), {0});
    ASSERT_EQ(left.size(), 1);
    EXPECT_EQ(left.first().parcelId, missed);
    EXPECT_FALSE(left.first().listedAt);
    list.closedAt = Instant{7000};
    list.counted = 1;
    list.signedBy = list.driver;
    ledger().handovers().close(list);
    list.parcels = 1;
    reopen();
    EXPECT_EQ(ledger().handovers().find(list.id), list);
    EXPECT_EQ(faultOf([&] { ledger().handovers().add(list.id, missed, {8000}, {}); }),
              Code::Constraint);
    EXPECT_EQ(faultOf([&] { ledger().handovers().close(list); }), Code::Constraint);
}

TEST_P(GateBooksTest, ACourierHasOneOpenListAParcelOneList) {
    const Handover list = opened(QStringLiteral("sf"), 1000);
    EXPECT_EQ(faultOf([&] { opened(QStringLiteral("sf"), 2000); }), Code::Constraint);
    const Handover other = opened(QStringLiteral("zto"), 2000);
    EXPECT_EQ(ledger().handovers().openOf(QStringLiteral("sf"))->id, list.id);
    const qint64 parcel = givenGone(1000);
    ledger().handovers().add(list.id, parcel, {3000}, {});
    EXPECT_EQ(faultOf([&] { ledger().handovers().add(other.id, parcel, {4000}, {}); }),
              Code::Constraint);
    EXPECT_EQ(faultOf([&] { ledger().handovers().add(list.id, givenParcel(), {4000}, {}); }),
              Code::Constraint)
        << "what never left goes on no vehicle";
    EXPECT_EQ(ledger().handovers().list(Instant{2000}).size(), 1);
    EXPECT_EQ(ledger().handovers().list().size(), 2);
}

TEST_P(GateBooksTest, StepsOfTheClockStayInTheirOrder) {
    EXPECT_FALSE(ledger().clock().lastConfirmed());
    const ClockEvent step{ClockEvent::Kind::Step, {1000}, {5000}, QStringLiteral("03"), {}};
    const ClockEvent confirmed{
        ClockEvent::Kind::Confirmed, {1100}, {5000}, QStringLiteral("03"), QStringLiteral("0001")};
    ledger().clock().add(step);
    ledger().clock().add(confirmed);
    reopen();
    EXPECT_EQ(ledger().clock().newest(5), (QList{confirmed, step}));
    EXPECT_EQ(ledger().clock().newest(1), QList{confirmed});
    EXPECT_EQ(ledger().clock().lastConfirmed(), confirmed);
}

TEST_P(GateBooksTest, TheNewestRecordIsThatOfScansDispatchesAndLabels) {
    EXPECT_FALSE(ledger().clock().newestRecord());
    RawScan scan;
    scan.at = {1000};
    scan.text = QStringLiteral("x");
    ledger().scans().record(scan);
    EXPECT_EQ(ledger().clock().newestRecord(), Instant{1000});
    givenGone(2000);
    EXPECT_EQ(ledger().clock().newestRecord(), Instant{2000});
    LabelCopy copy;
    copy.parcelId = givenParcel();
    copy.orderId = ledger().labels().parcel(copy.parcelId)->orderId;
    copy.preparedAt = {3000};
    ledger().labels().prepare(copy);
    EXPECT_EQ(ledger().clock().newestRecord(), Instant{3000});
}

TEST_P(GateBooksTest, TheDayKnowsEveryStepOfAParcel) {
    LabelCopy copy;
    copy.parcelId = givenParcel();
    copy.orderId = ledger().labels().parcel(copy.parcelId)->orderId;
    copy.preparedAt = {1000};
    const auto number = ledger().waybills().reserveNumber(QStringLiteral("SF77"),
                                                          QStringLiteral("sf"), copy.parcelId);
    ledger().labels().setWaybill(copy.parcelId, number->number, number->courier);
    const qint64 id = ledger().labels().prepare(copy);
    ledger().labels().setState(id, CopyState::Sending, {1100});
    ledger().labels().setState(id, CopyState::Sent, {1200}, 10);
    ledger().labels().setState(id, CopyState::Bound, {1300});
    ledger().waybills().setState(number->number, WaybillState::Bound);
    const auto day = ledger().days().parcels({0}, {1000}, {2000});
    ASSERT_EQ(day.size(), 1);
    const ParcelTrace& trace = day.first();
    EXPECT_EQ(trace.parcelId, copy.parcelId);
    EXPECT_EQ(trace.waybill, QStringLiteral("SF77"));
    EXPECT_EQ(trace.courier, QStringLiteral("sf"));
    EXPECT_EQ(trace.number, WaybillState::Bound);
    EXPECT_FALSE(trace.dispatchedAt);
    ASSERT_EQ(trace.copies.size(), 1);
    EXPECT_EQ(trace.copies.first().sentAt, Instant{1200});
    EXPECT_EQ(trace.copies.first().boundAt, Instant{1300});
    EXPECT_EQ(ledger().days().parcels({5000}, {5000}, {6000}).size(), 1)
        << "what has not left is on every day";
}

TEST_P(GateBooksTest, NobodyRewritesWhatPassedWasLoadedOrHappenedToTheClock) {
    const qint64 parcel = givenGone(1000);
    ledger().gate().add({parcel, QStringLiteral("tote"), {}, {}, 1});
    ledger().gate().assignBox(QStringLiteral("71"), given(someOrder()).id, {1}, {});
    Handover list = opened(QStringLiteral("sf"), 1000);
    ledger().handovers().add(list.id, parcel, {2000}, {});
    list.closedAt = Instant{3000};
    ledger().handovers().close(list);
    ledger().clock().add({ClockEvent::Kind::Step, {1}, {2}, {}, {}});
    close();
    for (const char* sql : {"DELETE FROM gate_pass", "UPDATE gate_pass SET box = 'x'",
                            "DELETE FROM box", "UPDATE box SET order_id = order_id",
                            "DELETE FROM handover_parcel", "UPDATE handover_parcel SET at = 1",
                            "DELETE FROM handover", "UPDATE handover SET driver = 'x'",
                            "DELETE FROM clock_event", "UPDATE clock_event SET at = 1",
                            "INSERT INTO handover_parcel (parcel_id, handover_id, at, badge) "
                            "SELECT parcel_id, handover_id, 1, '' FROM handover_parcel"})
        EXPECT_FALSE(runRaw(QString::fromUtf8(sql)).isEmpty()) << sql;
}

} // namespace
} // namespace packbench
