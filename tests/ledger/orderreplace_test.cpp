#include "ledgertest.h"

namespace packbench {
namespace {

class OrderReplaceTest : public LedgerTest {
protected:
    OrderRecord m_before;

    void SetUp() override {
        LedgerTest::SetUp();
        if (IsSkipped())
            return;
        m_before =
            given(someOrderOf({someLine(QStringLiteral("A"), 2), someLine(QStringLiteral("B"), 3),
                               someLine(QStringLiteral("C"))}));
        verify(0, 2, QStringLiteral("S-A"));
        verify(1, 1);
        verify(2, 1, QStringLiteral("S-C"));
    }
    void verify(int line, int pieces, const QString& serial = {}) {
        Verification verification;
        verification.orderId = m_before.id;
        verification.line = line;
        verification.pieces = pieces;
        verification.serial = serial;
        (void)orders().verify(verification);
    }
    OrderRecord after(const ShopOrder& order) {
        orders().replace(m_before.id, order, someWindow(1));
        return *orders().byId(m_before.id);
    }
};
ON_BOTH_DATABASES(OrderReplaceTest);

TEST_P(OrderReplaceTest, EverythingTheShopToldIsNew) {
    std::mt19937 dice(7);
    ShopOrder order = wildOrder(dice);
    order.key = m_before.order.key;
    order.holds = {Hold::Refund, Hold::JoinedRow};
    const auto replaced = after(order);
    EXPECT_EQ(replaced.order, order);
    EXPECT_EQ(replaced.digest, digest(order));
    EXPECT_EQ(replaced.window, someWindow(1));
    EXPECT_EQ(replaced.importedAt, m_before.importedAt);
}

TEST_P(OrderReplaceTest, SameLinesKeepTheirPiecesInWhateverOrder) {
    ShopOrder order = m_before.order;
    order.lines.swapItemsAt(0, 2);
    order.lines[0].title = QStringLiteral("new title");
    const auto replaced = after(order);
    EXPECT_EQ(replaced.order.lines, order.lines);
    EXPECT_EQ(replaced.done, (QList{1, 1, 2}));
}

TEST_P(OrderReplaceTest, ChangedLineStartsAtZeroAndItsSerialIsFree) {
    ShopOrder order = m_before.order;
    order.lines[0].quantity = 5;
    EXPECT_EQ(after(order).done, (QList{0, 1, 1}));
    EXPECT_FALSE(orders().serialUsed(QStringLiteral("A"), QStringLiteral("S-A")));
    EXPECT_TRUE(orders().serialUsed(QStringLiteral("C"), QStringLiteral("S-C")));
}

TEST_P(OrderReplaceTest, UndoAfterwardsTakesBackTheLineThatWasScanned) {
    ShopOrder order = m_before.order;
    order.lines.move(2, 0);
    (void)after(order);
    const auto undone = orders().undoLast(m_before.id);
    ASSERT_TRUE(undone);
    EXPECT_EQ(undone->serial, QStringLiteral("S-C"));
    EXPECT_EQ(undone->line, 0);
    EXPECT_EQ(orders().byId(m_before.id)->done, (QList{0, 2, 1}));
}

TEST_P(OrderReplaceTest, VanishedLineIsNotTakenBackAgain) {
    ShopOrder order = m_before.order;
    order.lines.removeAt(2);
    EXPECT_EQ(after(order).done, (QList{2, 1}));
    EXPECT_EQ(orders().undoLast(m_before.id)->line, 1);
    const auto written = orders().verifications(m_before.id);
    ASSERT_EQ(written.size(), 3);
    EXPECT_TRUE(written.at(2).undone);
    EXPECT_EQ(written.at(2).line, -1);
}

TEST_P(OrderReplaceTest, TwoEqualLinesAreMatchedOneByOne) {
    auto order = someOrderOf({someLine(QStringLiteral("A")), someLine(QStringLiteral("A"))});
    const auto record = given(order);
    Verification verification;
    verification.orderId = record.id;
    verification.line = 1;
    (void)orders().verify(verification);
    order.lines += someLine(QStringLiteral("A"));
    orders().replace(record.id, order, {});
    EXPECT_EQ(orders().byId(record.id)->done, (QList{0, 1, 0}));
}

TEST_P(OrderReplaceTest, HoldsOfTheBenchStay) {
    orders().setHold(m_before.id, Hold::ByService, true);
    orders().setHold(m_before.id, Hold::UnknownItem, true);
    ShopOrder order = m_before.order;
    order.holds = {Hold::Refund};
    EXPECT_EQ(after(order).order.holds, (QList{Hold::ByService, Hold::Refund}));
}

TEST_P(OrderReplaceTest, ChangedRemarkWantsToBeConfirmedAgain) {
    orders().confirmRemarks(m_before.id, QStringLiteral("0417"), kImportedAt);
    ShopOrder order = m_before.order;
    order.courier = QStringLiteral("sf");
    EXPECT_TRUE(after(order).remarksConfirmed);
    order.sellerRemark = QStringLiteral("周五发");
    EXPECT_FALSE(after(order).remarksConfirmed);
}

TEST_P(OrderReplaceTest, PackedOrderStaysAsItIs) {
    orders().setState(m_before.id, OrderState::Packed);
    const auto packed = orders().byId(m_before.id);
    ShopOrder order = m_before.order;
    order.lines.clear();
    EXPECT_EQ(faultOf([&] { (void)after(order); }), LedgerError::Code::Constraint);
    EXPECT_EQ(orders().byId(m_before.id), packed);
}

TEST_P(OrderReplaceTest, AnotherOrdersFactsAreRefused) {
    EXPECT_EQ(faultOf([&] { (void)after(someOrder()); }), LedgerError::Code::Constraint);
}

TEST_P(OrderReplaceTest, SingleModeSeesTheNewLines) {
    ShopOrder order = m_before.order;
    order.lines = {someLine(QStringLiteral("Z"))};
    (void)after(order);
    EXPECT_EQ(orders().mostUrgentSingle({QStringLiteral("Z")})->id, m_before.id);
}

} // namespace
} // namespace packbench
