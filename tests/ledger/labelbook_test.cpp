#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;
using enum CopyState;

class LabelBookTest : public LedgerTest {
protected:
    qint64 m_parcel = 0;

    void SetUp() override {
        LedgerTest::SetUp();
        if (!IsSkipped())
            m_parcel = givenParcel();
    }
    LabelBook& labels() { return ledger().labels(); }
    LabelCopy someCopy() const {
        LabelCopy copy;
        copy.parcelId = m_parcel;
        copy.waybill = QStringLiteral("SF0001");
        copy.courier = QStringLiteral("sf");
        copy.printer = QStringLiteral("usb:1");
        copy.language = QStringLiteral("zpl");
        copy.bytes = QByteArrayLiteral("^XA\0\xff\x80'\\^XZ");
        copy.png = QByteArray(300'000, '\x7f');
        copy.badge = QStringLiteral("0417");
        copy.preparedAt = kImportedAt;
        return copy;
    }
    qint64 givenCopy(CopyState state) {
        const qint64 id = labels().prepare(someCopy());
        static const QHash<CopyState, QList<CopyState>> kWays{{Prepared, {}},
                                                              {Sending, {Sending}},
                                                              {Sent, {Sending, Sent}},
                                                              {Printed, {Sending, Sent, Printed}},
                                                              {Bound, {Sending, Sent, Bound}},
                                                              {Uncertain, {Sending, Uncertain}},
                                                              {FailedClean, {Sending, FailedClean}},
                                                              {Void, {Void}}};
        for (const CopyState step : kWays.value(state))
            labels().setState(id, step, kImportedAt);
        return id;
    }
    CopyState stateOf(qint64 id) { return labels().copy(id)->state; }
};
ON_BOTH_DATABASES(LabelBookTest);

TEST_P(LabelBookTest, ParcelComesBackAsItWasMade) {
    ParcelRecord parcel = *labels().parcel(m_parcel);
    parcel.carton = 2;
    parcel.cartons = 3;
    parcel.weightGrams = 640;
    parcel.waybill = QStringLiteral("SF0001");
    parcel.courier = QStringLiteral("sf");
    parcel.id = labels().addParcel(parcel);
    EXPECT_EQ(labels().parcel(parcel.id), parcel);
    EXPECT_EQ(labels().parcelOfOrder(parcel.orderId), parcel);
    EXPECT_EQ(labels().parcelByWaybill(QStringLiteral("SF0001")), parcel);
    EXPECT_FALSE(labels().parcelByWaybill(QString()));
}

TEST_P(LabelBookTest, ParcelLearnsWaybillAndWeight) {
    labels().setWaybill(m_parcel, QStringLiteral("SF0002"), QStringLiteral("sf"));
    labels().setWeight(m_parcel, 1250);
    EXPECT_EQ(labels().parcelByWaybill(QStringLiteral("SF0002"))->weightGrams, 1250);
    EXPECT_EQ(faultOf([&] { labels().setWeight(99, 1); }), Code::Constraint);
}

TEST_P(LabelBookTest, CartonsOfNothingAreRefused) {
    ParcelRecord parcel = *labels().parcel(m_parcel);
    parcel.carton = 3;
    parcel.cartons = 2;
    EXPECT_EQ(faultOf([&] { (void)labels().addParcel(parcel); }), Code::Constraint);
}

TEST_P(LabelBookTest, PreparedCopyKeepsEveryByte) {
    LabelCopy copy = someCopy();
    copy.id = labels().prepare(copy);
    copy.orderId = labels().parcel(m_parcel)->orderId;
    reopen();
    EXPECT_EQ(labels().copy(copy.id), copy);
    EXPECT_EQ(labels().current(m_parcel), copy);
}

TEST_P(LabelBookTest, CopiesAreNumberedByParcel) {
    (void)labels().prepare(someCopy());
    EXPECT_EQ(labels().copy(labels().prepare(someCopy()))->copyNo, 2);
    m_parcel = givenParcel();
    EXPECT_EQ(labels().copy(labels().prepare(someCopy()))->copyNo, 1);
}

TEST_P(LabelBookTest, CopyOfNoParcelIsRefused) {
    m_parcel = 99;
    EXPECT_EQ(faultOf([&] { (void)labels().prepare(someCopy()); }), Code::Constraint);
    EXPECT_TRUE(labels().newest(10).isEmpty());
}

TEST_P(LabelBookTest, WayOfALabelIsWrittenDown) {
    const qint64 id = labels().prepare(someCopy());
    labels().setState(id, Sending, {1000});
    labels().setState(id, Sent, {2000}, 17'800, QStringLiteral("paper-out"));
    EXPECT_EQ(labels().copy(id)->sentAt, Instant{2000});
    EXPECT_EQ(labels().copy(id)->bytesTaken, 17'800);
    EXPECT_EQ(labels().copy(id)->cause, QStringLiteral("paper-out"));
    labels().setState(id, Bound, {3000});
    const auto copy = *labels().copy(id);
    EXPECT_EQ(copy.sentAt, Instant{2000});
    EXPECT_EQ(copy.boundAt, Instant{3000});
    EXPECT_EQ(copy.bytesTaken, 17'800);
    EXPECT_EQ(copy.cause, QString());
}

TEST_P(LabelBookTest, CleanFailureStartsAnew) {
    const qint64 id = labels().prepare(someCopy());
    labels().setState(id, Sending, {1000});
    labels().setState(id, FailedClean, {2000}, 0, QStringLiteral("unplugged"));
    labels().setState(id, Prepared, {3000});
    EXPECT_EQ(labels().copy(id)->bytesTaken, 0);
    EXPECT_EQ(labels().copy(id)->sentAt, std::nullopt);
    EXPECT_EQ(stateOf(id), Prepared);
}

TEST_P(LabelBookTest, OnlyWhatMayBecomeBecomes) {
    int refused = 0;
    for (const auto from :
         {Prepared, Sending, Sent, Printed, Bound, Uncertain, FailedClean, Void}) {
        for (const auto to :
             {Prepared, Sending, Sent, Printed, Bound, Uncertain, FailedClean, Void}) {
            const qint64 id = givenCopy(from);
            const auto fault = faultOf([&] { labels().setState(id, to, kImportedAt); });
            EXPECT_EQ(fault.has_value(), !mayBecome(from, to));
            EXPECT_EQ(stateOf(id), fault ? from : to);
            refused += fault ? 1 : 0;
        }
    }
    EXPECT_GT(refused, 20);
}

TEST_P(LabelBookTest, CauseMayChangeWithoutTheState) {
    const qint64 id = givenCopy(Sent);
    labels().setCause(id, QStringLiteral("head-open"));
    EXPECT_EQ(labels().copy(id)->cause, QStringLiteral("head-open"));
    EXPECT_EQ(stateOf(id), Sent);
}

TEST_P(LabelBookTest, CurrentCopyIsTheNewestThatIsNotVoid) {
    const qint64 first = givenCopy(Uncertain);
    const qint64 second = givenCopy(Prepared);
    EXPECT_EQ(labels().current(m_parcel)->id, second);
    labels().setState(second, Void, kImportedAt);
    EXPECT_EQ(labels().current(m_parcel)->id, first);
    labels().setState(first, Void, kImportedAt);
    EXPECT_FALSE(labels().current(m_parcel));
}

TEST_P(LabelBookTest, ListsLeaveThePagesOut) {
    (void)labels().prepare(someCopy());
    const qint64 order = labels().parcel(m_parcel)->orderId;
    ASSERT_EQ(labels().ofOrder(order).size(), 1);
    EXPECT_TRUE(labels().ofOrder(order).constFirst().bytes.isEmpty());
    EXPECT_TRUE(labels().ofOrder(order).constFirst().png.isEmpty());
    ASSERT_EQ(labels().newest(5).size(), 1);
    EXPECT_TRUE(labels().newest(5).constFirst().bytes.isEmpty());
    EXPECT_EQ(labels().newest(5).constFirst().png, someCopy().png);
}

TEST_P(LabelBookTest, NewestComeFirst) {
    const qint64 first = labels().prepare(someCopy());
    const qint64 second = labels().prepare(someCopy());
    EXPECT_EQ(labels().newest(5).constFirst().id, second);
    EXPECT_EQ(labels().newest(1).size(), 1);
    EXPECT_EQ(labels().newest(5).constLast().id, first);
}

TEST_P(LabelBookTest, UnfinishedAreThoseThatMayHaveComeOut) {
    QList<qint64> expected;
    for (const auto state :
         {Prepared, Sending, Sent, Printed, Bound, Uncertain, FailedClean, Void}) {
        const qint64 id = givenCopy(state);
        if (state == Sending || state == Sent || state == Uncertain)
            expected += id;
    }
    QList<qint64> found;
    for (const LabelCopy& copy : labels().unfinished()) {
        found += copy.id;
        EXPECT_EQ(copy.bytes, someCopy().bytes);
    }
    EXPECT_EQ(found, expected);
}

TEST_P(LabelBookTest, ACartonTakenBackIsNoneOfTheOrdersAndThoseBehindItMoveUp) {
    const qint64 order = labels().parcel(m_parcel)->orderId;
    labels().setCartons(order, 4);
    QList<ParcelRecord> further;
    for (const int carton : {2, 3, 4}) {
        ParcelRecord parcel{0, order, carton, 4, 0, {}, {}};
        parcel.id = labels().addParcel(parcel);
        further += parcel;
    }
    const QString number = QStringLiteral("SF0002");
    ASSERT_TRUE(ledger().waybills().reserveNumber(number, QStringLiteral("sf"), further.at(0).id));
    labels().setWaybill(further.at(0).id, number, QStringLiteral("sf"));
    ledger().waybills().giveUp(number, QStringLiteral("mistake"), QStringLiteral("0001"),
                               kImportedAt);
    labels().takeBack(*labels().parcel(further.at(0).id), QStringLiteral("mistake"),
                      QStringLiteral("0001"));
    EXPECT_EQ(labels().parcel(further.at(1).id)->carton, 2);
    EXPECT_EQ(labels().parcel(further.at(2).id)->carton, 3);
    labels().takeBack(*labels().parcel(further.at(2).id), {}, QStringLiteral("0417"));
    EXPECT_FALSE(labels().parcel(further.at(2).id)) << "it never had a number";
    const QList<ParcelRecord> left = labels().parcelsOfOrder(order);
    ASSERT_EQ(left.size(), 2);
    EXPECT_EQ(left.at(0).id, m_parcel);
    EXPECT_EQ(left.at(1).id, further.at(1).id);
    EXPECT_EQ(left.at(1).cartons, 2);
    EXPECT_EQ(labels().parcelOfOrder(order), left.at(1));
    EXPECT_EQ(labels().parcelByWaybill(number)->id, further.at(0).id) << "whose label it is";
    labels().setCartons(order, 3);
    EXPECT_EQ(labels().parcelsOfOrder(order).last().cartons, 3);
}

TEST_P(LabelBookTest, AFirstCartonIsNotTakenBack) {
    const ParcelRecord first = *labels().parcel(m_parcel);
    EXPECT_EQ(faultOf([&] { labels().takeBack(first, {}, {}); }), Code::Constraint);
    EXPECT_TRUE(labels().parcel(m_parcel));
}

TEST_P(LabelBookTest, WaitingAreThoseSentToAPrinterThatIsBlocked) {
    (void)givenCopy(Sent);
    (void)givenCopy(FailedClean);
    const qint64 waits = givenCopy(Sending);
    labels().setState(waits, Sent, kImportedAt, 5, QStringLiteral("paper-out"));
    const qint64 doubted = givenCopy(Sending);
    labels().setState(doubted, Uncertain, kImportedAt, 5, QStringLiteral("unplugged"));
    const QList<LabelCopy> found = labels().waiting();
    ASSERT_EQ(found.size(), 1);
    EXPECT_EQ(found.first().id, waits);
    EXPECT_EQ(found.first().cause, QStringLiteral("paper-out"));
    EXPECT_EQ(found.first().bytesTaken, 5);
}

TEST_P(LabelBookTest, AfterARestartSendingIsUncertain) {
    const qint64 sending = givenCopy(Sending);
    const qint64 prepared = givenCopy(Prepared);
    const qint64 sent = givenCopy(Sent);
    reopen();
    EXPECT_EQ(labels().sendingBecomesUncertain(kImportedAt), 1);
    EXPECT_EQ(labels().sendingBecomesUncertain(kImportedAt), 0);
    EXPECT_EQ(stateOf(sending), Uncertain);
    EXPECT_EQ(stateOf(prepared), Prepared);
    EXPECT_EQ(stateOf(sent), Sent);
}

} // namespace
} // namespace packbench
