#include "ledgertest.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

class OrderBookTest : public LedgerTest {};
ON_BOTH_DATABASES(OrderBookTest);

TEST_P(OrderBookTest, OrderComesBackAsTheShopToldIt) {
    const auto record = given(someOrder());
    EXPECT_EQ(orders().byId(record.id), record);
    EXPECT_EQ(orders().find(record.order.key), record);
}

TEST_P(OrderBookTest, TwoHundredWildOrdersComeBackEqual) {
    std::mt19937 dice(20260920);
    QList<OrderRecord> all;
    {
        Transaction transaction(ledger());
        for (int i = 0; i < 200; ++i)
            all += given(wildOrder(dice), i % 3 == 0 ? std::nullopt : std::optional(someWindow(i)));
        transaction.commit();
    }
    reopen();
    for (const OrderRecord& record : all)
        ASSERT_EQ(orders().find(record.order.key), record);
}

TEST_P(OrderBookTest, NulCharacterIsKeptVisibly) {
    ShopOrder order = someOrder();
    order.buyerRemark = QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b");
    const auto record = given(order);
    EXPECT_EQ(orders().byId(record.id)->order.buyerRemark, QStringLiteral("a\u2400b"));
}

TEST_P(OrderBookTest, SameKeyTwiceIsRefused) {
    const auto record = given(someOrder());
    EXPECT_EQ(faultOf([&] { (void)orders().add(record.order, {}, kImportedAt); }),
              Code::Constraint);
    EXPECT_EQ(orders().byNumber(record.order.key.number).size(), 1);
}

TEST_P(OrderBookTest, NumberMayBeInSeveralShops) {
    ShopOrder order = someOrder();
    const auto first = given(order);
    order.key.shop = QStringLiteral("jd");
    const auto second = given(order);
    EXPECT_EQ(orders().byNumber(order.key.number), (QList<OrderRecord>{first, second}));
    EXPECT_EQ(orders().find(order.key), second);
}

TEST_P(OrderBookTest, WhatIsNotThereIsNothing) {
    EXPECT_FALSE(orders().find({QStringLiteral("a"), QStringLiteral("b")}));
    EXPECT_FALSE(orders().byId(5));
    EXPECT_FALSE(orders().byTote(QString()));
    EXPECT_FALSE(orders().byWaybill(QString()));
    EXPECT_TRUE(orders().byNumber(QStringLiteral("1")).isEmpty());
}

TEST_P(OrderBookTest, OrderWithoutNumberIsRefusedWholly) {
    ShopOrder order = someOrder();
    order.key.number.clear();
    EXPECT_EQ(faultOf([&] { (void)orders().add(order, {}, kImportedAt); }), Code::Constraint);
    EXPECT_EQ(orders().countOpen(), 0);
}

TEST_P(OrderBookTest, BadLineTakesTheOrderBackToo) {
    ShopOrder order = someOrder();
    order.lines[1].quantity = -1;
    EXPECT_EQ(faultOf([&] { (void)orders().add(order, {}, kImportedAt); }), Code::Constraint);
    EXPECT_FALSE(orders().find(order.key));
}

TEST_P(OrderBookTest, StateIsRemembered) {
    const auto record = given(someOrder());
    orders().setState(record.id, OrderState::Packed);
    reopen();
    EXPECT_EQ(orders().byId(record.id)->order.state, OrderState::Packed);
    EXPECT_EQ(faultOf([&] { orders().setState(99, OrderState::Open); }), Code::Constraint);
}

TEST_P(OrderBookTest, HoldsAreASetInTheirOrder) {
    const auto record = given(someOrder());
    orders().setHold(record.id, Hold::ByService, true);
    orders().setHold(record.id, Hold::Refund, true);
    orders().setHold(record.id, Hold::ByService, true);
    EXPECT_EQ(orders().byId(record.id)->order.holds, (QList{Hold::ByService, Hold::Refund}));
    orders().setHold(record.id, Hold::ByService, false);
    orders().setHold(record.id, Hold::JoinedRow, false);
    EXPECT_EQ(orders().byId(record.id)->order.holds, QList{Hold::Refund});
}

TEST_P(OrderBookTest, HoldOnNoOrderIsRefused) {
    EXPECT_EQ(faultOf([&] { orders().setHold(99, Hold::Refund, true); }), Code::Constraint);
}

TEST_P(OrderBookTest, ToteHoldsOneOpenOrder) {
    const auto first = given(someOrder());
    const auto second = given(someOrder());
    orders().setTote(first.id, QStringLiteral("12"));
    EXPECT_EQ(orders().byTote(QStringLiteral("12"))->id, first.id);
    EXPECT_EQ(faultOf([&] { orders().setTote(second.id, QStringLiteral("12")); }),
              Code::Constraint);
    EXPECT_EQ(orders().byTote(QStringLiteral("12"))->id, first.id);
}

TEST_P(OrderBookTest, PackedOrderGivesItsToteUp) {
    const auto first = given(someOrder());
    const auto second = given(someOrder());
    orders().setTote(first.id, QStringLiteral("12"));
    orders().setState(first.id, OrderState::Packed);
    orders().setTote(second.id, QStringLiteral("12"));
    EXPECT_EQ(orders().byTote(QStringLiteral("12"))->id, second.id);
    EXPECT_EQ(orders().byId(first.id)->tote, QString());
}

TEST_P(OrderBookTest, OrderLeavesItsTote) {
    const auto record = given(someOrder());
    orders().setTote(record.id, QStringLiteral("12"));
    orders().setTote(record.id, QString());
    EXPECT_FALSE(orders().byTote(QStringLiteral("12")));
}

TEST_P(OrderBookTest, WaybillOfTheOrderFindsIt) {
    ShopOrder order = someOrder();
    order.waybill = QStringLiteral("SF0001");
    const auto record = given(order);
    EXPECT_EQ(orders().byWaybill(QStringLiteral("SF0001"))->id, record.id);
}

TEST_P(OrderBookTest, WaybillOfTheParcelWinsOverTheOrders) {
    ShopOrder order = someOrder();
    order.waybill = QStringLiteral("SF0001");
    given(order);
    const auto other = given(someOrder());
    ParcelRecord parcel;
    parcel.orderId = other.id;
    parcel.waybill = QStringLiteral("SF0001");
    (void)ledger().labels().addParcel(parcel);
    EXPECT_EQ(orders().byWaybill(QStringLiteral("SF0001"))->id, other.id);
}

TEST_P(OrderBookTest, OfOrdersWithOneWaybillTheOpenOneIsMeant) {
    ShopOrder order = someOrder();
    order.waybill = QStringLiteral("SF0001");
    const auto open = given(order);
    order.key.number += u'x';
    const auto gone = given(order);
    orders().setState(gone.id, OrderState::Cancelled);
    EXPECT_EQ(orders().byWaybill(QStringLiteral("SF0001"))->id, open.id);
}

TEST_P(OrderBookTest, RemarksAreConfirmedByAPerson) {
    const auto record = given(someOrder());
    orders().confirmRemarks(record.id, QStringLiteral("0417"), kImportedAt);
    EXPECT_TRUE(orders().byId(record.id)->remarksConfirmed);
}

TEST_P(OrderBookTest, CourierMayBeOverruled) {
    const auto record = given(someOrder());
    orders().setCourier(record.id, QStringLiteral("sto"));
    EXPECT_EQ(orders().byId(record.id)->order.courier, QStringLiteral("sto"));
}

} // namespace
} // namespace packbench
