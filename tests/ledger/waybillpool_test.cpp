#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;
using Put = WaybillPool::Put;

const QString kSf = QStringLiteral("sf");
const QString kSto = QStringLiteral("sto");

class WaybillPoolTest : public LedgerTest {
protected:
    WaybillPool& pool() { return ledger().waybills(); }
    static QString number(int n) { return QStringLiteral("SF%1").arg(n, 8, 10, QChar(u'0')); }
    void givenFree(int count, const QString& courier = kSf) {
        for (int i = 0; i < count; ++i)
            (void)pool().add(courier + number(i), courier);
    }
};
ON_BOTH_DATABASES(WaybillPoolTest);

TEST_P(WaybillPoolTest, NumberComesInOnce) {
    EXPECT_EQ(pool().add(number(1), kSf), Put::Accepted);
    EXPECT_EQ(pool().add(number(1), kSf), Put::Unchanged);
    EXPECT_EQ(pool().add(number(1), kSto), Put::OtherCourier);
    EXPECT_EQ(pool().find(number(1)), (Waybill{number(1), kSf, WaybillState::Free, 0}));
    EXPECT_EQ(pool().countFree(kSf), 1);
    EXPECT_EQ(pool().countFree(kSto), 0);
    EXPECT_EQ(pool().countFree(QString()), 1);
}

TEST_P(WaybillPoolTest, OldestFreeNumberOfTheCourierIsTaken) {
    (void)pool().add(number(9), kSto);
    (void)pool().add(number(5), kSf);
    (void)pool().add(number(1), kSf);
    const qint64 parcel = givenParcel();
    EXPECT_EQ(pool().reserve(kSf, parcel),
              (Waybill{number(5), kSf, WaybillState::Reserved, parcel}));
    EXPECT_EQ(pool().reserve(QString(), givenParcel())->number, number(9));
    EXPECT_EQ(pool().countFree(QString()), 1);
}

/// Whichever came first, the order or the pool.
TEST_P(WaybillPoolTest, NumberThatStandsOnAnOrderIsGivenToNoOther) {
    (void)pool().add(number(1), kSf);
    ShopOrder named = someOrder();
    named.key.number = QStringLiteral("NAMED-1");
    named.waybill = number(1);
    (void)given(named);
    named.key.number = QStringLiteral("NAMED-2");
    named.waybill = number(2);
    const qint64 owner = given(named).id;
    (void)pool().add(number(2), kSf);
    (void)pool().add(number(3), kSf);
    EXPECT_EQ(pool().countFree(kSf), 1);
    EXPECT_EQ(pool().countFree(QString()), 1);
    EXPECT_EQ(pool().reserve(kSf, givenParcel())->number, number(3));
    EXPECT_FALSE(pool().reserve(kSf, givenParcel()));
    EXPECT_FALSE(pool().reserve(QString(), givenParcel()));
    ParcelRecord parcel;
    parcel.orderId = owner;
    const qint64 own = ledger().labels().addParcel(parcel);
    EXPECT_EQ(pool().reserveNumber(number(2), kSf, own)->number, number(2)) << "its own order's";
}

TEST_P(WaybillPoolTest, EmptyPoolGivesNothing) {
    (void)pool().add(number(9), kSto);
    EXPECT_FALSE(pool().reserve(kSf, givenParcel()));
}

TEST_P(WaybillPoolTest, ParcelThatHasANumberGetsTheSameAgain) {
    givenFree(3);
    const qint64 parcel = givenParcel();
    const auto first = pool().reserve(kSf, parcel);
    EXPECT_EQ(pool().reserve(kSf, parcel), first);
    EXPECT_EQ(pool().reserve(QString(), parcel), first);
    EXPECT_EQ(pool().countFree(kSf), 2);
}

TEST_P(WaybillPoolTest, ParcelHasOneLiveNumber) {
    givenFree(1);
    givenFree(1, kSto);
    const qint64 parcel = givenParcel();
    (void)pool().reserve(kSf, parcel);
    EXPECT_EQ(faultOf([&] { (void)pool().reserve(kSto, parcel); }), Code::Constraint);
    EXPECT_EQ(faultOf([&] { (void)pool().reserveNumber(number(7), kSto, parcel); }),
              Code::Constraint);
    EXPECT_FALSE(pool().find(number(7)));
    EXPECT_EQ(pool().countFree(kSto), 1);
}

TEST_P(WaybillPoolTest, VoidNumberMakesRoomForANewOne) {
    givenFree(2);
    const qint64 parcel = givenParcel();
    const auto first = pool().reserve(kSf, parcel);
    pool().setState(first->number, WaybillState::Void);
    const auto second = pool().reserve(kSf, parcel);
    ASSERT_TRUE(second);
    EXPECT_NE(second->number, first->number);
    EXPECT_EQ(pool().find(first->number)->parcelId, parcel);
}

TEST_P(WaybillPoolTest, NumberOfTheOrderIsAddedAndTaken) {
    const qint64 parcel = givenParcel();
    const Waybill taken{number(1), kSf, WaybillState::Reserved, parcel};
    EXPECT_EQ(pool().reserveNumber(number(1), kSf, parcel), taken);
    EXPECT_EQ(pool().reserveNumber(number(1), kSf, parcel), taken);
    EXPECT_FALSE(pool().reserveNumber(number(1), kSf, givenParcel()));
    EXPECT_EQ(pool().find(number(1)), taken);
}

TEST_P(WaybillPoolTest, NumberFromThePoolKeepsItsCourier) {
    (void)pool().add(number(1), kSto);
    (void)pool().add(number(2), QString());
    EXPECT_EQ(pool().reserveNumber(number(1), kSf, givenParcel())->courier, kSto);
    EXPECT_EQ(pool().reserveNumber(number(2), kSf, givenParcel())->courier, kSf);
}

TEST_P(WaybillPoolTest, VoidNumberIsNeverTakenAgain) {
    const qint64 parcel = givenParcel();
    (void)pool().reserveNumber(number(1), kSf, parcel);
    pool().setState(number(1), WaybillState::Void);
    EXPECT_FALSE(pool().reserveNumber(number(1), kSf, parcel));
    EXPECT_FALSE(pool().reserveNumber(number(1), kSf, givenParcel()));
}

TEST_P(WaybillPoolTest, OnlyWhatMayBecomeBecomes) {
    using enum WaybillState;
    int refused = 0;
    int n = 0;
    for (const auto from : {Reserved, Bound, Dispatched, Void}) {
        for (const auto to : {Free, Reserved, Bound, Dispatched, Void}) {
            const QString name = number(++n);
            (void)pool().reserveNumber(name, kSf, givenParcel());
            if (from == Bound || from == Dispatched)
                pool().setState(name, Bound);
            if (from == Dispatched || from == Void)
                pool().setState(name, from);
            const auto fault = faultOf([&] { pool().setState(name, to); });
            EXPECT_EQ(fault.has_value(), !mayBecome(from, to));
            EXPECT_EQ(pool().find(name)->state, fault ? from : to);
            refused += fault ? 1 : 0;
        }
    }
    EXPECT_GT(refused, 10);
}

TEST_P(WaybillPoolTest, UnknownNumberHasNoState) {
    EXPECT_EQ(faultOf([&] { pool().setState(number(1), WaybillState::Void); }), Code::Constraint);
}

TEST_P(WaybillPoolTest, ParcelThatIsNotThereGetsNoNumber) {
    givenFree(1);
    EXPECT_EQ(faultOf([&] { (void)pool().reserve(kSf, 99); }), Code::Constraint);
    EXPECT_EQ(pool().countFree(kSf), 1);
}

TEST_P(WaybillPoolTest, DatabaseItselfKeepsTheRulesOfNumbers) {
    const qint64 parcel = givenParcel();
    const qint64 other = givenParcel();
    (void)pool().reserveNumber(number(1), kSf, parcel);
    (void)pool().reserveNumber(number(2), kSf, other);
    pool().setState(number(2), WaybillState::Void);
    close();
    EXPECT_EQ(runRaw(QStringLiteral("UPDATE waybill SET courier = 'sto'")), QString());
    for (const QString& sql :
         {QStringLiteral("UPDATE waybill SET state = 'reserved' WHERE state = 'void'"),
          QStringLiteral("UPDATE waybill SET parcel_id = %1 WHERE state = 'reserved'").arg(other),
          QStringLiteral("UPDATE waybill SET number = 'x' WHERE state = 'reserved'"),
          QStringLiteral("UPDATE waybill SET state = 'lost'"),
          QStringLiteral("UPDATE waybill SET parcel_id = NULL, state = 'free'"),
          QStringLiteral("DELETE FROM waybill"),
          QStringLiteral("INSERT INTO waybill (number, courier, state, parcel_id) "
                         "VALUES ('y', 'sf', 'bound', %1)")
              .arg(parcel)})
        EXPECT_FALSE(runRaw(sql).isEmpty()) << sql.toStdString();
}

} // namespace
} // namespace packbench
