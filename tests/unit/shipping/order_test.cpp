#include "print.h"

#include "shipping/order.h"

#include <gtest/gtest.h>

#include <functional>

namespace packbench {
namespace {

ShopOrder sampleOrder() {
    ShopOrder order;
    order.key = {"tmall-women", "6771618093213450001"};
    order.createdAt = Instant{1'770'000'000'000};
    order.paidAt = Instant{1'770'000'060'000};
    order.recipient = {"甲方",   "01012345678", "CN",          "浙江省",
                       "杭州市", "西湖区",      "文一西路1号", "310000"};
    order.buyerRemark = "发顺丰";
    order.lines = {{"SKU-1", "衬衫", "颜色:白", 2, true}, {"", "运费", "", 1, false}};
    return order;
}

TEST(Order, CountsPiecesOfGoodsOnly) {
    EXPECT_EQ(sampleOrder().pieces(), 2);
    EXPECT_EQ(ShopOrder{}.pieces(), 0);
}

TEST(Order, StateWordsGoBothWays) {
    for (const char* text : {"unpaid", "open", "packed", "dispatched", "cancelled", "shipped"}) {
        const auto state = orderStateFromWord(QString::fromLatin1(text));
        ASSERT_TRUE(state) << text;
        EXPECT_EQ(word(*state), QString::fromLatin1(text));
    }
    EXPECT_FALSE(orderStateFromWord(QStringLiteral("Open")));
    EXPECT_FALSE(orderStateFromWord(QString()));
}

TEST(Order, HoldWordsGoBothWays) {
    for (const char* text :
         {"unknown-item", "items-unknown", "joined-row", "refund", "by-service", "changed-late"}) {
        const auto hold = holdFromWord(QString::fromLatin1(text));
        ASSERT_TRUE(hold) << text;
        EXPECT_EQ(word(*hold), QString::fromLatin1(text));
    }
    EXPECT_FALSE(holdFromWord(QStringLiteral("unknown")));
}

TEST(Order, MasksAndCiphertextAreSeen) {
    for (const char16_t* text :
         {u"138****1234", u"黎*", u"##密文", u"$$abc", u"密文", u"##x##", u"王＊"})
        EXPECT_TRUE(looksMasked(QString::fromUtf16(text)));
}

TEST(Order, OrdinaryTextIsNotMasked) {
    for (const char16_t* text : {u"", u"14000000000", u"3# 501", u"US$5", u"秘密", u"王小明"})
        EXPECT_FALSE(looksMasked(QString::fromUtf16(text)));
}

TEST(Digest, IsSha256InHex) {
    EXPECT_EQ(digest(sampleOrder()).size(), 64);
    EXPECT_EQ(digest(sampleOrder()), digest(sampleOrder()));
}

// The ledger stores digests: what they are made of must not drift from version to version.
TEST(Digest, StaysTheSameFromVersionToVersion) {
    EXPECT_EQ(digest(ShopOrder{}),
              QStringLiteral("c34b13df194c128f65c62784a5b959501374dfe5ccfa693822995e77481cd22a"));
}

using Change = std::function<void(ShopOrder&)>;

const QList<Change>& everyChange() {
    static const QList<Change> changes{
        [](ShopOrder& o) { o.key.shop = "x"; },
        [](ShopOrder& o) { o.key.number = "x"; },
        [](ShopOrder& o) { o.state = OrderState::Cancelled; },
        [](ShopOrder& o) { o.createdAt.reset(); },
        [](ShopOrder& o) { o.createdAt = Instant{0}; },
        [](ShopOrder& o) { o.paidAt.reset(); },
        [](ShopOrder& o) { o.paidDateOnly = true; },
        [](ShopOrder& o) { o.promisedAt = Instant{5}; },
        [](ShopOrder& o) { o.recipient.name = "x"; },
        [](ShopOrder& o) { o.recipient.phone = "x"; },
        [](ShopOrder& o) { o.recipient.country = "x"; },
        [](ShopOrder& o) { o.recipient.province = "x"; },
        [](ShopOrder& o) { o.recipient.city = "x"; },
        [](ShopOrder& o) { o.recipient.district = "x"; },
        [](ShopOrder& o) { o.recipient.street = "x"; },
        [](ShopOrder& o) { o.recipient.postcode = "x"; },
        [](ShopOrder& o) { o.recipient.masked = true; },
        [](ShopOrder& o) { o.buyerRemark = "x"; },
        [](ShopOrder& o) { o.sellerRemark = "x"; },
        [](ShopOrder& o) { o.flag = "x"; },
        [](ShopOrder& o) { o.courier = "x"; },
        [](ShopOrder& o) { o.waybill = "x"; },
        [](ShopOrder& o) { o.lines[0].sku = "x"; },
        [](ShopOrder& o) { o.lines[0].title = "x"; },
        [](ShopOrder& o) { o.lines[0].spec = "x"; },
        [](ShopOrder& o) { o.lines[0].quantity = 3; },
        [](ShopOrder& o) { o.lines[0].isGoods = false; },
        [](ShopOrder& o) { o.lines.removeLast(); },
        [](ShopOrder& o) { o.lines.swapItemsAt(0, 1); },
        [](ShopOrder& o) { o.holds = {Hold::Refund}; },
        [](ShopOrder& o) { o.holds = {Hold::JoinedRow}; },
        [](ShopOrder& o) {
            o.holds = {Hold::JoinedRow, Hold::Refund};
        },
    };
    return changes;
}

TEST(Digest, EveryChangeTheShopCanMakeShows) {
    QSet<QString> seen{digest(sampleOrder())};
    for (const Change& change : everyChange()) {
        ShopOrder order = sampleOrder();
        change(order);
        seen.insert(digest(order));
    }
    EXPECT_EQ(seen.size(), everyChange().size() + 1);
}

TEST(Digest, TheBenchsOwnHoldDoesNotEnter) {
    ShopOrder order = sampleOrder();
    order.holds = {Hold::UnknownItem};
    EXPECT_EQ(digest(order), digest(sampleOrder()));
}

TEST(Digest, HoldsAreASet) {
    ShopOrder one = sampleOrder();
    ShopOrder other = sampleOrder();
    one.holds = {Hold::Refund, Hold::JoinedRow};
    other.holds = {Hold::JoinedRow, Hold::UnknownItem, Hold::Refund, Hold::Refund};
    EXPECT_EQ(digest(one), digest(other));
}

TEST(Digest, FieldsDoNotRunIntoEachOther) {
    ShopOrder one;
    ShopOrder other;
    one.buyerRemark = "ab";
    one.sellerRemark = "c";
    other.buyerRemark = "a";
    other.sellerRemark = "bc";
    EXPECT_NE(digest(one), digest(other));
    one.buyerRemark = "a2:bc";
    one.sellerRemark.clear();
    EXPECT_NE(digest(one), digest(other));
}

TEST(Digest, NullAndEmptyTextAreTheSame) {
    ShopOrder one;
    ShopOrder other;
    other.buyerRemark = QLatin1String("");
    EXPECT_EQ(digest(one), digest(other));
}

} // namespace
} // namespace packbench
