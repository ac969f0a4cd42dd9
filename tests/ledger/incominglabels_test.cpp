#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;
using enum IncomingState;

class IncomingLabelsTest : public LedgerTest {
protected:
    IncomingLabels& incoming() { return ledger().incoming(); }
    qint64 givenOrder() { return given(someOrder()).id; }
    IncomingLabel someLabel(IncomingState state = Unmatched, qint64 order = 0) {
        IncomingLabel label;
        label.arrivedAt = kImportedAt;
        label.source = QStringLiteral("127.0.0.1");
        label.jobKey = QStringLiteral("job-%1/1").arg(++m_jobs);
        label.width = 16;
        label.height = 2;
        label.bits = QByteArray("\xff\x00\x80\x01", 4);
        label.codes = {QStringLiteral("SF0001"), QStringLiteral("第\n二 \"个\"")};
        label.findings = {QStringLiteral("something")};
        label.waybill = QStringLiteral("SF0001");
        label.orderId = order;
        label.state = state;
        label.reason = QStringLiteral("no-order");
        label.detail = QStringLiteral("SF0001");
        return label;
    }
    qint64 givenLabel(IncomingState state, qint64 order = 0) {
        return incoming().add(someLabel(state, order));
    }

private:
    int m_jobs = 0;
};
ON_BOTH_DATABASES(IncomingLabelsTest);

TEST_P(IncomingLabelsTest, LabelComesBackAsItCame) {
    IncomingLabel label = someLabel();
    label.id = incoming().add(label);
    reopen();
    EXPECT_EQ(incoming().find(label.id), label);
    label.bits.clear();
    EXPECT_EQ(incoming().byJob(label.jobKey), label);
    EXPECT_EQ(incoming().waiting(10), QList<IncomingLabel>{label});
    EXPECT_EQ(incoming().countWaiting(), 1);
}

TEST_P(IncomingLabelsTest, TheSamePageIsOneLabelUntilItIsDiscarded) {
    IncomingLabel label = someLabel();
    label.id = incoming().add(label);
    EXPECT_EQ(faultOf([&] { (void)incoming().add(label); }), Code::Constraint);
    incoming().arrivedAgain(label.id);
    EXPECT_EQ(incoming().find(label.id)->arrivals, 2);
    label.state = Discarded;
    incoming().decide(label);
    EXPECT_FALSE(incoming().byJob(label.jobKey));
    EXPECT_TRUE(incoming().wasSeen(label.jobKey));
    label.state = Unmatched;
    EXPECT_NE(incoming().add(label), label.id);
}

TEST_P(IncomingLabelsTest, AnOrderHasOneLabelWaiting) {
    const qint64 order = givenOrder();
    const qint64 first = givenLabel(Matched, order);
    EXPECT_EQ(incoming().ofOrder(order)->id, first);
    EXPECT_EQ(faultOf([&] { (void)givenLabel(Matched, order); }), Code::Constraint);
    EXPECT_EQ(incoming().countWaiting(), 0);
}

TEST_P(IncomingLabelsTest, UsedLabelBelongsToItsParcelForGood) {
    const qint64 parcel = givenParcel();
    const qint64 order = ledger().labels().parcel(parcel)->orderId;
    const qint64 id = givenLabel(Matched, order);
    incoming().use(id, parcel);
    EXPECT_FALSE(incoming().ofOrder(order));
    EXPECT_EQ(incoming().ofParcel(parcel)->id, id);
    IncomingLabel label = *incoming().find(id);
    label.state = Discarded;
    EXPECT_EQ(faultOf([&] { incoming().decide(label); }), Code::Constraint);
    EXPECT_EQ(faultOf([&] { incoming().use(givenLabel(Unmatched), parcel); }), Code::Constraint);
    close();
    EXPECT_NE(runRaw(QStringLiteral("DELETE FROM incoming_page")) +
                  runRaw(QStringLiteral("DELETE FROM incoming_label")),
              QString());
}

TEST_P(IncomingLabelsTest, UnmatchedOnesAreReadOnByTheirIds) {
    QList<qint64> ids;
    for (int i = 0; i < 5; ++i)
        ids += givenLabel(Unmatched);
    (void)givenLabel(Unreadable);
    EXPECT_EQ(incoming().unmatched(0, 3), ids.first(3));
    EXPECT_EQ(incoming().unmatched(ids.at(2), 3), ids.last(2));
    EXPECT_EQ(incoming().waiting(2).size(), 2);
    EXPECT_EQ(incoming().newest(100).size(), 6);
}

TEST_P(IncomingLabelsTest, WhatNoScannerReadsIsNeverMatched) {
    const qint64 order = givenOrder();
    for (const IncomingState state : {Unreadable, TooLarge}) {
        IncomingLabel label = *incoming().find(givenLabel(state));
        label.state = Matched;
        label.orderId = order;
        EXPECT_EQ(faultOf([&] { incoming().decide(label); }), Code::Constraint);
    }
}

} // namespace
} // namespace packbench
