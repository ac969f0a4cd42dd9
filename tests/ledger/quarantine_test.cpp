#include "ledger/quarantine.h"

#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;
using Used = Quarantine::Used;

const QString kOne = QStringLiteral("76000000000001");
const QString kTwo = QStringLiteral("76000000000002");
const QString kNew = QStringLiteral("76000000000009");
const QString kCourier = QStringLiteral("zto");

class QuarantineTest : public LedgerTest {
protected:
    void SetUp() override {
        LedgerTest::SetUp();
        if (IsSkipped())
            return;
        for (const QString& number : {kOne, kTwo})
            (void)ledger().waybills().add(number, kCourier);
    }
    Quarantine& quarantine() { return ledger().quarantine(); }
    qint64 begin(int number = 1) {
        return quarantine().begin(
            {number, kImportedAt, QStringLiteral("b.db"), kPaidAt, QStringLiteral("/x"), {}});
    }
    Ruling ruling(const char* reason = "compared") {
        return {QStringLiteral("0001"), QString::fromLatin1(reason), kImportedAt};
    }
};
ON_BOTH_DATABASES(QuarantineTest);

TEST_P(QuarantineTest, NoEpochMeansNoDoubt) {
    EXPECT_FALSE(quarantine().epoch());
    EXPECT_EQ(quarantine().countWaiting(), 0);
    EXPECT_FALSE(quarantine().release(kOne, ruling()));
    EXPECT_EQ(faultOf([&] { quarantine().close(ruling()); }), Code::Constraint);
}

TEST_P(QuarantineTest, AnEpochIsKeptAsItWas) {
    EXPECT_EQ(begin(), 2);
    const auto epoch = quarantine().epoch();
    ASSERT_TRUE(epoch);
    EXPECT_EQ(*epoch,
              (Epoch{1, kImportedAt, QStringLiteral("b.db"), kPaidAt, QStringLiteral("/x"), {}}));
    EXPECT_EQ(quarantine().waiting(10).size(), 2);
    EXPECT_EQ(quarantine().waiting(1).first().number, kOne);
}

TEST_P(QuarantineTest, ACouriersListMayWriteNumbersInOtherCase) {
    const QString upper = QStringLiteral("SF1000000000001");
    const QString mixed = QStringLiteral("Sf1000000000002");
    const QString lower = QStringLiteral("sf1000000000003");
    for (const QString& number : {upper, mixed, lower})
        (void)ledger().waybills().add(number, QStringLiteral("sf"));
    (void)begin();
    const QString sf = QStringLiteral("sf");
    EXPECT_EQ(quarantine().usedOutside(upper.toLower(), sf, ruling()), Used::Voided);
    EXPECT_EQ(quarantine().usedOutside(mixed.toUpper(), sf, ruling()), Used::Voided);
    EXPECT_EQ(quarantine().usedOutside(lower.toUpper(), sf, ruling()), Used::Voided);
    EXPECT_EQ(quarantine().countWaitingOf(sf), 0) << "none of them comes free with the rest";
    for (const QString& number : {upper, mixed, lower})
        EXPECT_EQ(ledger().waybills().find(number)->state, WaybillState::Void);
    EXPECT_FALSE(ledger().waybills().find(upper.toLower())) << "it is no number of its own";
    EXPECT_EQ(quarantine().usedOutside(upper.toLower(), sf, ruling()), Used::Known);
}

TEST_P(QuarantineTest, ANumberNobodyKnewIsAddedOnceInWhateverCase) {
    (void)begin();
    EXPECT_EQ(quarantine().usedOutside(QStringLiteral("Sf777"), kCourier, ruling()), Used::Added);
    EXPECT_EQ(quarantine().usedOutside(QStringLiteral("SF777"), kCourier, ruling()), Used::Known);
}

TEST_P(QuarantineTest, WhatWaitsIsCountedByCourier) {
    (void)begin();
    EXPECT_EQ(quarantine().countWaitingOf(kCourier), 2);
    EXPECT_EQ(quarantine().countWaitingOf(QStringLiteral("sf")), 0);
    EXPECT_EQ(quarantine().countWaitingOf({}), 2);
    EXPECT_TRUE(quarantine().release(kOne, ruling()));
    EXPECT_EQ(quarantine().countWaitingOf(kCourier), 1);
}

TEST_P(QuarantineTest, WhatWaitsIsGivenToNoParcel) {
    (void)begin();
    const qint64 parcel = givenParcel();
    EXPECT_FALSE(ledger().waybills().reserve(kCourier, parcel));
    EXPECT_FALSE(ledger().waybills().reserve({}, parcel));
    EXPECT_FALSE(ledger().waybills().reserveNumber(kOne, kCourier, parcel));
}

TEST_P(QuarantineTest, TheDatabaseItselfRefusesItsUse) {
    (void)begin();
    (void)givenParcel();
    close();
    EXPECT_TRUE(runRaw(QStringLiteral("UPDATE waybill SET state = 'reserved', parcel_id = 1 "
                                      "WHERE number = '%1'")
                           .arg(kOne))
                    .contains(QLatin1String("in quarantine")));
    EXPECT_FALSE(runRaw(QStringLiteral("DELETE FROM ledger_epoch")).isEmpty());
    EXPECT_FALSE(runRaw(QStringLiteral("UPDATE ledger_epoch SET backup = ''")).isEmpty());
}

TEST_P(QuarantineTest, ARulingIsKeptWithReasonAndName) {
    (void)begin();
    EXPECT_TRUE(quarantine().release(kOne, ruling("free at the courier")));
    EXPECT_TRUE(quarantine().makeVoid(kTwo, ruling("lost")));
    EXPECT_FALSE(quarantine().release(kOne, ruling())) << "it does not wait any more";
    EXPECT_EQ(ledger().waybills().find(kOne)->state, WaybillState::Free);
    EXPECT_EQ(ledger().waybills().find(kTwo)->state, WaybillState::Void);
    const auto decisions = quarantine().decisions(kTwo);
    ASSERT_EQ(decisions.size(), 1);
    EXPECT_EQ(decisions.first().ruling, QStringLiteral("void"));
    EXPECT_EQ(decisions.first().by.reason, QStringLiteral("lost"));
    EXPECT_EQ(decisions.first().by.badge, QStringLiteral("0001"));
    EXPECT_EQ(quarantine().countWaiting(), 0);
}

TEST_P(QuarantineTest, ARulingWithoutAReasonIsRefused) {
    (void)begin();
    EXPECT_EQ(faultOf([&] { (void)quarantine().release(kOne, ruling("")); }), Code::Constraint);
    EXPECT_EQ(quarantine().countWaiting(), 2);
}

TEST_P(QuarantineTest, WhatTheCourierShowsAsUsedIsVoidOrKnown) {
    const auto bound = ledger().waybills().reserveNumber(kNew, kCourier, givenParcel());
    ASSERT_TRUE(bound);
    (void)begin();
    EXPECT_EQ(quarantine().usedOutside(kOne, kCourier, ruling()), Used::Voided);
    EXPECT_EQ(quarantine().usedOutside(kOne, kCourier, ruling()), Used::Known) << "twice the same";
    EXPECT_EQ(quarantine().usedOutside(kNew, kCourier, ruling()), Used::Known);
    const QString unknown = QStringLiteral("76000000000777");
    EXPECT_EQ(quarantine().usedOutside(unknown, kCourier, ruling()), Used::Added);
    EXPECT_EQ(ledger().waybills().find(unknown)->state, WaybillState::Void);
    EXPECT_TRUE(quarantine().release(kTwo, ruling()));
    EXPECT_EQ(quarantine().usedOutside(kTwo, kCourier, ruling()), Used::AtRisk);
    EXPECT_EQ(ledger().waybills().find(kTwo)->state, WaybillState::Free);
}

TEST_P(QuarantineTest, ImportsWaitUntilTheComparingEnds) {
    (void)begin();
    EXPECT_EQ(ledger().waybills().add(kNew, kCourier), WaybillPool::Put::Accepted);
    EXPECT_EQ(quarantine().countWaiting(), 3);
    EXPECT_EQ(faultOf([&] { quarantine().close(ruling()); }), Code::Constraint);
    EXPECT_EQ(quarantine().releaseAll(ruling()), 3);
    quarantine().close(ruling());
    EXPECT_EQ(quarantine().epoch()->closedAt, kImportedAt);
    EXPECT_EQ(ledger().waybills().add(QStringLiteral("76000000000010"), kCourier),
              WaybillPool::Put::Accepted);
    EXPECT_EQ(quarantine().countWaiting(), 0);
    EXPECT_EQ(ledger().waybills().countFree(kCourier), 4);
}

TEST_P(QuarantineTest, AnOrdersOwnNumberDoesNotWait) {
    (void)begin();
    EXPECT_TRUE(ledger().waybills().reserveNumber(kNew, kCourier, givenParcel()));
}

} // namespace
} // namespace packbench
