// What the ledger keeps of a label besides its state, and what a start asks for.
#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;
using enum CopyState;

class LabelStart : public LedgerTest {
protected:
    qint64 m_parcel = 0;

    void SetUp() override {
        LedgerTest::SetUp();
        if (!IsSkipped())
            m_parcel = givenParcel();
    }
    LabelBook& labels() { return ledger().labels(); }
    qint64 given(const QList<CopyState>& way, const QString& cause = {}) {
        LabelCopy copy;
        copy.parcelId = m_parcel;
        copy.waybill = QStringLiteral("SF0001");
        copy.mark = QStringLiteral("SF0001-PBM-1-1-ABCD");
        copy.printer = QStringLiteral("usb:1");
        copy.bytes = QByteArray(5000, 'x');
        copy.png = QByteArrayLiteral("png");
        copy.preparedAt = kImportedAt;
        const qint64 id = labels().prepare(copy);
        for (const CopyState step : way)
            labels().setState(id, step, kImportedAt, 0, step == way.last() ? cause : QString());
        return id;
    }
    LabelCopy copy(qint64 id) { return *labels().copy(id); }
    QList<qint64> idsOf(const QList<LabelCopy>& copies) {
        QList<qint64> ids;
        for (const LabelCopy& one : copies)
            ids += one.id;
        return ids;
    }
};
ON_BOTH_DATABASES(LabelStart);

TEST_P(LabelStart, EvidenceRisesWithTheState) {
    const qint64 id = given({});
    EXPECT_EQ(copy(id).evidence, LabelEvidence::None);
    labels().setState(id, Sending, {1});
    EXPECT_EQ(copy(id).evidence, LabelEvidence::None);
    labels().setState(id, Sent, {2}, 5000);
    EXPECT_EQ(copy(id).evidence, LabelEvidence::Bytes);
    labels().setState(id, Printed, {3});
    EXPECT_EQ(copy(id).evidence, LabelEvidence::Idle);
    labels().setEvidence(id, LabelEvidence::Counter, 1);
    EXPECT_EQ(copy(id).evidence, LabelEvidence::Counter);
    EXPECT_EQ(copy(id).cameOut, 1);
    labels().setState(id, Bound, {4});
    EXPECT_EQ(copy(id).evidence, LabelEvidence::ScanBack);
    labels().setState(id, Void, {5});
    EXPECT_EQ(copy(id).evidence, LabelEvidence::ScanBack) << "it had been seen";
}

TEST_P(LabelStart, ADoubtKeepsTheEvidenceThereWas) {
    const qint64 id = given({Sending, Sent, Uncertain});
    EXPECT_EQ(copy(id).evidence, LabelEvidence::Bytes);
    const qint64 anew = given({Sending, FailedClean, Prepared});
    EXPECT_EQ(copy(anew).evidence, LabelEvidence::None);
}

TEST_P(LabelStart, MarkAndCounterAreKept) {
    const qint64 id = given({Sending});
    EXPECT_EQ(copy(id).mark, QStringLiteral("SF0001-PBM-1-1-ABCD"));
    EXPECT_FALSE(copy(id).counterBefore);
    labels().setCounterBefore(id, 123'456);
    reopen();
    EXPECT_EQ(copy(id).counterBefore, 123'456);
    EXPECT_FALSE(copy(id).cameOut);
    EXPECT_EQ(faultOf([&] { labels().setCounterBefore(99, 1); }), Code::Constraint);
    EXPECT_EQ(faultOf([&] { labels().setEvidence(99, LabelEvidence::Idle); }), Code::Constraint);
}

TEST_P(LabelStart, ListsTellDoubtFromWorkThatIsLeft) {
    const qint64 prepared = given({});
    const qint64 sent = given({Sending, Sent});
    const qint64 printed = given({Sending, Sent, Printed});
    const qint64 failed = given({Sending, FailedClean});
    (void)given({Sending, Sent, Bound});
    const qint64 first = given({Sending, Uncertain});
    const qint64 second = given({Sending, Uncertain});
    (void)given({Void});
    EXPECT_EQ(idsOf(labels().uncertain(10)), (QList<qint64>{first, second}));
    EXPECT_EQ(idsOf(labels().uncertain(1)), QList<qint64>{first});
    EXPECT_EQ(labels().countUncertain(), 2);
    EXPECT_EQ(idsOf(labels().toFinish(10)), (QList<qint64>{prepared, sent, printed, failed}));
    EXPECT_EQ(labels().uncertain(1).first().bytesAll, 5000);
    EXPECT_TRUE(labels().uncertain(1).first().bytes.isEmpty());
    EXPECT_FALSE(labels().uncertain(1).first().png.isEmpty());
}

TEST_P(LabelStart, NotThereIsListedUntilAnotherCopyIsMade) {
    const qint64 id = given({Sending, Uncertain, Void}, QStringLiteral("not-there"));
    EXPECT_EQ(idsOf(labels().notThere(10)), QList<qint64>{id});
    (void)given({});
    EXPECT_TRUE(labels().notThere(10).isEmpty());
}

TEST_P(LabelStart, CartonsOfAnOrderAreListedAndGrow) {
    const ParcelRecord first = *labels().parcel(m_parcel);
    labels().setCartons(first.orderId, 2);
    ParcelRecord second = first;
    second.carton = second.cartons = 2;
    second.id = labels().addParcel(second);
    const auto parcels = labels().parcelsOfOrder(first.orderId);
    ASSERT_EQ(parcels.size(), 2);
    EXPECT_EQ(parcels.first().cartons, 2);
    EXPECT_EQ(parcels.last(), second);
    EXPECT_TRUE(labels().parcelsOfOrder(99).isEmpty());
}

TEST_P(LabelStart, ANumberGivenUpStaysGivenUp) {
    const auto number =
        ledger().waybills().reserveNumber(QStringLiteral("SF0001"), QStringLiteral("sf"), m_parcel);
    ASSERT_TRUE(number);
    ledger().waybills().giveUp(number->number, QStringLiteral("courier-asks"),
                               QStringLiteral("0001"), kImportedAt);
    EXPECT_EQ(ledger().waybills().find(number->number)->state, WaybillState::Void);
    EXPECT_EQ(faultOf([&] {
                  ledger().waybills().giveUp(number->number, QStringLiteral("x"), {}, kImportedAt);
              }),
              Code::Constraint);
    EXPECT_FALSE(ledger().waybills().reserveNumber(number->number, QStringLiteral("sf"), m_parcel));
    close();
    EXPECT_NE(runRaw(QStringLiteral("UPDATE waybill SET state = 'free', parcel_id = NULL")),
              QString());
}

} // namespace
} // namespace packbench
