#include "ledgertest.h"

namespace packbench {
namespace {

class OrderListsTest : public LedgerTest {
protected:
    static constexpr qint64 kHour = 3'600'000;

    qint64 givenSingle(const QString& sku, const std::optional<DispatchWindow>& window) {
        return given(someOrderOf({someLine(sku)}), window).id;
    }
    std::optional<qint64> urgent(const QStringList& skus) {
        const auto order = orders().mostUrgentSingle(skus);
        return order ? std::optional(order->id) : std::nullopt;
    }
    qint64 givenPaidAt(std::optional<Instant> paidAt, OrderState state = OrderState::Open) {
        ShopOrder order = someOrder();
        order.paidAt = paidAt;
        order.state = state;
        return given(order).id;
    }
    QList<qint64> idsOf(std::optional<OrderState> state) {
        QList<qint64> ids;
        orders().forEach(state, [&](const OrderRecord& order) { ids += order.id; });
        return ids;
    }
};
ON_BOTH_DATABASES(OrderListsTest);

TEST_P(OrderListsTest, EarliestLimitWinsInSingleMode) {
    givenSingle(QStringLiteral("A"), someWindow(2 * kHour));
    const qint64 first = givenSingle(QStringLiteral("A"), someWindow(1 * kHour));
    givenSingle(QStringLiteral("A"), someWindow(3 * kHour));
    EXPECT_EQ(urgent({QStringLiteral("A")}), first);
}

TEST_P(OrderListsTest, OrderWithoutLimitComesLast) {
    const qint64 unlimited = givenSingle(QStringLiteral("A"), std::nullopt);
    EXPECT_EQ(urgent({QStringLiteral("A")}), unlimited);
    const qint64 limited = givenSingle(QStringLiteral("A"), someWindow());
    EXPECT_EQ(urgent({QStringLiteral("A")}), limited);
}

TEST_P(OrderListsTest, SeveralItemsShareTheScan) {
    givenSingle(QStringLiteral("A"), someWindow(kHour));
    const qint64 other = givenSingle(QStringLiteral("B"), someWindow());
    EXPECT_EQ(urgent({QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")}), other);
    EXPECT_EQ(urgent({}), std::nullopt);
}

TEST_P(OrderListsTest, OfEqualLimitsTheOlderOrderWins) {
    const qint64 older = givenSingle(QStringLiteral("B"), someWindow());
    givenSingle(QStringLiteral("A"), someWindow());
    EXPECT_EQ(urgent({QStringLiteral("A"), QStringLiteral("B")}), older);
}

TEST_P(OrderListsTest, OrdersOfMorePiecesAreNoSingles) {
    given(someOrderOf({someLine(QStringLiteral("A"), 2)}));
    given(someOrderOf({someLine(QStringLiteral("A")), someLine(QStringLiteral("B"))}));
    EXPECT_EQ(urgent({QStringLiteral("A")}), std::nullopt);
}

TEST_P(OrderListsTest, PostageBesideThePieceDoesNotMatter) {
    OrderLine postage = someLine(QStringLiteral("POST"));
    postage.isGoods = false;
    const auto order = given(someOrderOf({postage, someLine(QStringLiteral("A"))}));
    EXPECT_EQ(urgent({QStringLiteral("A")}), order.id);
    EXPECT_EQ(urgent({QStringLiteral("POST")}), std::nullopt);
}

TEST_P(OrderListsTest, HeldClosedOrScannedOrdersDoNotWait) {
    const qint64 order = givenSingle(QStringLiteral("A"), someWindow());
    orders().setHold(order, Hold::Refund, true);
    EXPECT_EQ(urgent({QStringLiteral("A")}), std::nullopt);
    orders().setHold(order, Hold::Refund, false);
    orders().setState(order, OrderState::Cancelled);
    EXPECT_EQ(urgent({QStringLiteral("A")}), std::nullopt);
    orders().setState(order, OrderState::Open);
    EXPECT_EQ(urgent({QStringLiteral("A")}), order);
    Verification verification;
    verification.orderId = order;
    (void)orders().verify(verification);
    EXPECT_EQ(urgent({QStringLiteral("A")}), std::nullopt);
}

TEST_P(OrderListsTest, ForEachGoesByPaymentAndUnpaidComeLast) {
    const qint64 unpaid = givenPaidAt(std::nullopt, OrderState::Unpaid);
    const qint64 late = givenPaidAt(Instant{2000});
    const qint64 early = givenPaidAt(Instant{-1000});
    const qint64 same = givenPaidAt(Instant{2000});
    EXPECT_EQ(idsOf(std::nullopt), (QList{early, late, same, unpaid}));
    EXPECT_EQ(idsOf(OrderState::Open), (QList{early, late, same}));
    EXPECT_EQ(idsOf(OrderState::Packed), QList<qint64>{});
}

TEST_P(OrderListsTest, ForEachTellsEveryOrderOnceAndWhole) {
    std::mt19937 dice(99);
    QHash<qint64, OrderRecord> all;
    {
        Transaction transaction(ledger());
        for (int i = 0; i < 600; ++i) {
            ShopOrder order = wildOrder(dice);
            order.paidAt = Instant{i % 5};
            const auto record = given(order);
            all.insert(record.id, record);
        }
        transaction.commit();
    }
    qsizetype told = 0;
    orders().forEach(std::nullopt, [&](const OrderRecord& order) {
        ASSERT_EQ(all.value(order.id), order);
        ++told;
    });
    EXPECT_EQ(told, all.size());
    qsizetype open = 0;
    orders().forEach(OrderState::Open, [&](const OrderRecord& order) {
        ASSERT_EQ(all.value(order.id), order);
        ++open;
    });
    EXPECT_EQ(open, orders().countOpen());
}

TEST_P(OrderListsTest, ForEachMayChangeWhatItSees) {
    for (int i = 0; i < 3; ++i)
        given(someOrder());
    orders().forEach(OrderState::Open, [&](const OrderRecord& order) {
        orders().setState(order.id, OrderState::Cancelled);
        EXPECT_EQ(orders().byId(order.id)->order.state, OrderState::Cancelled);
    });
    EXPECT_EQ(orders().countOpen(), 0);
}

TEST_P(OrderListsTest, DueBoardIsByLimitAndKnowsThePieces) {
    const auto late = given(someOrder(), someWindow(kHour));
    ShopOrder first = someOrder();
    first.courier = QStringLiteral("sf");
    first.holds = {Hold::Refund, Hold::UnknownItem};
    OrderLine postage = someLine(QStringLiteral("POST"));
    postage.isGoods = false;
    first.lines += postage;
    const auto urgent = given(first, someWindow());
    Verification verification;
    verification.orderId = urgent.id;
    (void)orders().verify(verification);
    const auto dues = orders().due(10);
    ASSERT_EQ(dues.size(), 2);
    DueRecord expected;
    expected.id = urgent.id;
    expected.key = first.key;
    expected.holds = first.holds;
    expected.paidAt = kPaidAt;
    expected.window = someWindow();
    expected.courier = QStringLiteral("sf");
    expected.pieces = 3;
    expected.done = 1;
    EXPECT_EQ(dues.at(0), expected);
    EXPECT_EQ(dues.at(1).id, late.id);
    EXPECT_EQ(orders().due(1).size(), 1);
}

TEST_P(OrderListsTest, PackedAreDueAndGoneOrUnlimitedAreNot) {
    const auto packed = given(someOrder());
    orders().setState(packed.id, OrderState::Packed);
    orders().setState(given(someOrder()).id, OrderState::Dispatched);
    orders().setState(given(someOrder()).id, OrderState::Cancelled);
    given(someOrder(), std::nullopt);
    const auto dues = orders().due(10);
    ASSERT_EQ(dues.size(), 1);
    EXPECT_EQ(dues.constFirst().id, packed.id);
    EXPECT_EQ(dues.constFirst().state, OrderState::Packed);
}

TEST_P(OrderListsTest, KnownItemsReleaseTheirOrders) {
    const auto known = given(someOrderOf({someLine(QStringLiteral("A"))}));
    const auto unknown =
        given(someOrderOf({someLine(QStringLiteral("A")), someLine(QStringLiteral("B"))}));
    OrderLine postage = someLine(QString());
    postage.isGoods = false;
    const auto withPostage = given(someOrderOf({someLine(QStringLiteral("A")), postage}));
    for (const auto* order : {&known, &unknown, &withPostage}) {
        orders().setHold(order->id, Hold::UnknownItem, true);
        orders().setHold(order->id, Hold::Refund, true);
    }
    Item item;
    item.sku = QStringLiteral("A");
    (void)ledger().items().put(item, {});
    EXPECT_EQ(orders().releaseKnownItems(), 2);
    EXPECT_EQ(orders().byId(known.id)->order.holds, QList{Hold::Refund});
    EXPECT_EQ(orders().byId(withPostage.id)->order.holds, QList{Hold::Refund});
    EXPECT_EQ(orders().byId(unknown.id)->order.holds, (QList{Hold::UnknownItem, Hold::Refund}));
    EXPECT_EQ(orders().releaseKnownItems(), 0);
}

} // namespace
} // namespace packbench
