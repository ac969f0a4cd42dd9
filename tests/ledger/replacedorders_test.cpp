#include "ledger/replacedorders.h"

#include "ledger/backup.h"
#include "ledger/restore.h"
#include "ledgertest.h"

namespace packbench {
namespace {

constexpr Instant kNow{1'790'000'000'000};
const QString kCourier = QStringLiteral("zto");
const QString kOwnLabel = QStringLiteral("JDVA00000000501");

/// A ledger, its backup, and what happened after it.
class SqliteReplacedOrders : public testing::Test {
protected:
    SqliteReplacedOrders() { m_address.path = at("shop.ledger"); }
    void SetUp() override { m_ledger = Ledger::create(m_address); }

    [[nodiscard]] QString at(const char* name) const {
        return m_folder.filePath(QLatin1String(name));
    }
    void backUpAs(const char* name) { (void)backUp(m_address, at(name)); }
    /// @returns what the restore said
    QString restore(const char* name) {
        m_ledger.reset();
        const QString said = restoreLedger(m_address, at(name), kNow).findings.join(u'\n');
        m_ledger = Ledger::open(m_address);
        return said;
    }
    OrderKey given() {
        const ShopOrder order = someOrder();
        (void)m_ledger->orders().add(order, someWindow(), kImportedAt);
        return order.key;
    }
    qint64 idOf(const OrderKey& key) { return m_ledger->orders().find(key)->id; }
    qint64 givenParcel(const OrderKey& key) {
        ParcelRecord parcel;
        parcel.orderId = idOf(key);
        return m_ledger->labels().addParcel(parcel);
    }
    void number(const OrderKey& key, qint64 parcel, const QString& waybill) {
        ASSERT_TRUE(m_ledger->waybills().reserveNumber(waybill, kCourier, parcel)) << idOf(key);
        m_ledger->labels().setWaybill(parcel, waybill, kCourier);
    }
    qint64 prepared(const OrderKey& key, const QString& waybill) {
        LabelCopy copy;
        copy.parcelId = givenParcel(key);
        copy.orderId = idOf(key);
        copy.waybill = waybill;
        copy.courier = kCourier;
        copy.preparedAt = kImportedAt;
        number(key, copy.parcelId, waybill);
        return m_ledger->labels().prepare(copy);
    }
    void becomes(qint64 copy, const QList<CopyState>& states) {
        for (const CopyState state : states)
            m_ledger->labels().setState(copy, state, kImportedAt,
                                        state == CopyState::Sent ? 900 : 0);
    }
    qint64 printed(const OrderKey& key, const QString& waybill) {
        const qint64 copy = prepared(key, waybill);
        becomes(copy, {CopyState::Sending, CopyState::Sent, CopyState::Printed});
        return copy;
    }
    qint64 boundByHand(const OrderKey& key) {
        const qint64 parcel = givenParcel(key);
        number(key, parcel, kOwnLabel);
        m_ledger->waybills().setState(kOwnLabel, WaybillState::Bound);
        m_ledger->orders().setState(idOf(key), OrderState::Packed);
        return parcel;
    }
    bool isStopped(const OrderKey& key) {
        const auto order = m_ledger->orders().find(key);
        return order && order->order.holds.contains(Hold::ByService);
    }

    QTemporaryDir m_folder;
    LedgerAddress m_address;
    std::unique_ptr<Ledger> m_ledger;
};

TEST_F(SqliteReplacedOrders, OneThatCameAndGotItsLabelAfterTheBackupWaitsStoppedForItsFile) {
    backUpAs("b.db");
    const ShopOrder order = someOrder();
    const qint64 id = m_ledger->orders().add(order, someWindow(), kImportedAt);
    (void)printed(order.key, QStringLiteral("76000000000001"));
    m_ledger->orders().setState(id, OrderState::Packed);
    const QString said = restore("b.db");
    EXPECT_TRUE(said.contains(order.key.number)) << said.toStdString();
    EXPECT_TRUE(said.contains(QLatin1String("76000000000001 copy 1 printed")))
        << said.toStdString();
    EXPECT_FALSE(said.contains(QLatin1String("are missing"))) << said.toStdString();
    const auto kept = m_ledger->orders().find(order.key);
    ASSERT_TRUE(kept);
    EXPECT_TRUE(isStopped(order.key));
    EXPECT_EQ(kept->order.state, OrderState::Open) << "as the shop told it";
    EXPECT_EQ(kept->digest, digest(order)) << "the same file again changes nothing";
    EXPECT_EQ(kept->order.lines, order.lines);
    EXPECT_EQ(kept->window, someWindow());
    EXPECT_EQ(kept->importedAt, kImportedAt);
    EXPECT_EQ(m_ledger->check(), QStringList());
}

TEST_F(SqliteReplacedOrders, ACarriersOwnLabelStopsItsOrderToo) {
    const OrderKey known = given();
    backUpAs("b.db");
    (void)boundByHand(known);
    EXPECT_TRUE(restore("b.db").contains(kOwnLabel + QStringLiteral(" bound")));
    EXPECT_TRUE(isStopped(known));
    EXPECT_EQ(m_ledger->waybills().find(kOwnLabel)->state, WaybillState::Void);
}

TEST_F(SqliteReplacedOrders, ACarriersOwnLabelOfALaterOrderStopsItToo) {
    backUpAs("b.db");
    const OrderKey later = given();
    const qint64 parcel = boundByHand(later);
    DispatchRecord left;
    left.orderId = idOf(later);
    left.parcelId = parcel;
    left.waybill = kOwnLabel;
    left.dispatchedAt = kNow;
    m_ledger->dispatches().add(left);
    m_ledger->orders().setState(idOf(later), OrderState::Dispatched);
    EXPECT_TRUE(restore("b.db").contains(kOwnLabel + QStringLiteral(" dispatched")));
    EXPECT_TRUE(isStopped(later));
}

TEST_F(SqliteReplacedOrders, ALabelOnItsWayInTheBackupThatCameOutAfterItStopsItsOrder) {
    const OrderKey one = given();
    const OrderKey two = given();
    const qint64 first = prepared(one, QStringLiteral("76000000000001"));
    const qint64 second = prepared(two, QStringLiteral("76000000000002"));
    becomes(second, {CopyState::Sending});
    backUpAs("b.db");
    becomes(first, {CopyState::Sending, CopyState::Sent, CopyState::Printed});
    becomes(second, {CopyState::Sent});
    (void)restore("b.db");
    EXPECT_TRUE(isStopped(one));
    EXPECT_TRUE(isStopped(two));
}

TEST_F(SqliteReplacedOrders, WhatLeftAfterTheBackupStopsItsOrder) {
    const OrderKey key = given();
    const qint64 copy = printed(key, QStringLiteral("76000000000001"));
    becomes(copy, {CopyState::Bound});
    backUpAs("b.db");
    DispatchRecord left;
    left.orderId = idOf(key);
    left.parcelId = m_ledger->labels().copy(copy)->parcelId;
    left.waybill = QStringLiteral("76000000000001");
    left.dispatchedAt = kNow;
    m_ledger->dispatches().add(left);
    (void)restore("b.db");
    EXPECT_TRUE(isStopped(key));
}

TEST_F(SqliteReplacedOrders, WhatTheBackupKnowsItselfStopsNothing) {
    const OrderKey labelled = given();
    const OrderKey byHand = given();
    (void)printed(labelled, QStringLiteral("76000000000001"));
    (void)boundByHand(byHand);
    backUpAs("b.db");
    const OrderKey later = given();
    const OrderKey cancelled = given();
    becomes(prepared(cancelled, QStringLiteral("76000000000002")), {CopyState::Void});
    const QString said = restore("b.db");
    EXPECT_FALSE(isStopped(labelled));
    EXPECT_FALSE(isStopped(byHand));
    EXPECT_FALSE(said.contains(labelled.number) || said.contains(byHand.number));
    EXPECT_FALSE(m_ledger->orders().find(later)) << "its file brings it, it may be packed";
    EXPECT_FALSE(m_ledger->orders().find(cancelled)) << "nothing of its label ever left";
    EXPECT_TRUE(said.contains(later.number) && said.contains(cancelled.number));
}

/// The ledger in place goes on from an older backup than the one that is restored: rows of the two
/// have the same ids and are something else.
TEST_F(SqliteReplacedOrders, RowsOfTwoHistoriesAreNotComparedByTheirIds) {
    const OrderKey one = given();
    const OrderKey two = given();
    backUpAs("old.db");
    (void)printed(one, QStringLiteral("76000000000001"));
    (void)printed(given(), QStringLiteral("76000000000002"));
    (void)printed(given(), QStringLiteral("76000000000003"));
    backUpAs("newer.db");
    (void)restore("old.db");
    (void)printed(two, QStringLiteral("76000000000005"));
    const OrderKey later = given();
    (void)printed(later, QStringLiteral("76000000000006"));
    const QString said = restore("newer.db");
    EXPECT_TRUE(isStopped(two)) << "its copy has a lower id than the backup's newest";
    EXPECT_TRUE(isStopped(later)) << said.toStdString();
    EXPECT_TRUE(said.contains(QLatin1String("76000000000006"))) << said.toStdString();
}

TEST_F(SqliteReplacedOrders, AStopAfterTheBackupIsNotForgotten) {
    const OrderKey known = given();
    backUpAs("b.db");
    const OrderKey later = given();
    m_ledger->orders().setHold(idOf(known), Hold::ByService, true);
    m_ledger->orders().setHold(idOf(later), Hold::ByService, true);
    const QString said = restore("b.db");
    EXPECT_TRUE(isStopped(known));
    EXPECT_TRUE(isStopped(later));
    EXPECT_TRUE(said.contains(QLatin1String("are stopped again"))) << said.toStdString();
}

TEST_F(SqliteReplacedOrders, RestoredTwiceTheLaterOrderIsStillStopped) {
    backUpAs("b.db");
    const OrderKey later = given();
    (void)printed(later, QStringLiteral("76000000000001"));
    (void)restore("b.db");
    const QString said = restore("b.db");
    EXPECT_TRUE(isStopped(later));
    EXPECT_FALSE(said.contains(QLatin1String("are missing"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QLatin1String("76000000000001"))) << said.toStdString();
}

} // namespace
} // namespace packbench
