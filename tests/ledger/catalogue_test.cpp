#include "ledgertest.h"

namespace packbench {
namespace {

using Put = Catalogue::Put;

class CatalogueTest : public LedgerTest {
protected:
    Catalogue& items() { return ledger().items(); }
    static Item shirt(const QString& sku = QStringLiteral("TEE-BLK-L")) {
        Item item;
        item.sku = sku;
        item.title = QStringLiteral("T 恤");
        item.spec = QStringLiteral("颜色分类:黑色");
        item.bin = QStringLiteral("B-03-2");
        item.weightGrams = 180;
        item.priceCents = 9'900'000'000;
        item.asksSerial = true;
        return item;
    }
    static ItemCode code(const char* text, int pieces = 1) {
        return {QString::fromUtf8(text), QStringLiteral("TEE-BLK-L"), pieces};
    }
};
ON_BOTH_DATABASES(CatalogueTest);

TEST_P(CatalogueTest, ItemComesBackAsItWasPut) {
    EXPECT_EQ(items().put(shirt(), {}), Put::Accepted);
    EXPECT_EQ(items().find(QStringLiteral("TEE-BLK-L")), shirt());
    EXPECT_EQ(items().count(), 1);
}

TEST_P(CatalogueTest, SameItemAgainIsUnchanged) {
    const QList<ItemCode> codes{code("6901234567892"), code("CASE-12", 12)};
    (void)items().put(shirt(), codes);
    EXPECT_EQ(items().put(shirt(), codes), Put::Unchanged);
}

TEST_P(CatalogueTest, OtherTitleOrCodeIsAnUpdate) {
    (void)items().put(shirt(), {code("A")});
    Item other = shirt();
    other.title = QStringLiteral("other");
    EXPECT_EQ(items().put(other, {code("A")}), Put::Updated);
    EXPECT_EQ(items().put(other, {code("B")}), Put::Updated);
    EXPECT_EQ(items().put(other, {code("B", 2)}), Put::Updated);
    EXPECT_TRUE(items().match(QStringLiteral("A")).isEmpty());
}

TEST_P(CatalogueTest, GtinIsFoundInEveryLength) {
    (void)items().put(shirt(), {code("6901234567892")});
    EXPECT_EQ(items().match(QStringLiteral("6901234567892")).size(), 1);
    EXPECT_EQ(items().match(QStringLiteral("06901234567892")).size(), 1);
    EXPECT_EQ(items().codesOf(QStringLiteral("TEE-BLK-L")).constFirst().code,
              QStringLiteral("06901234567892"));
}

TEST_P(CatalogueTest, PackCodeSaysHowManyPieces) {
    (void)items().put(shirt(), {code("CASE-12", 12)});
    const auto matches = items().match(QStringLiteral("CASE-12"));
    ASSERT_EQ(matches.size(), 1);
    EXPECT_EQ(matches.constFirst(), (ItemMatch{shirt(), 12}));
}

TEST_P(CatalogueTest, SkuItselfIsACode) {
    (void)items().put(shirt(), {});
    EXPECT_EQ(items().match(QStringLiteral("TEE-BLK-L")), (QList<ItemMatch>{{shirt(), 1}}));
    EXPECT_TRUE(items().match(QStringLiteral("tee-blk-l")).isEmpty());
}

TEST_P(CatalogueTest, SharedCodeMeansSeveralItems) {
    (void)items().put(shirt(QStringLiteral("A")), {code("690")});
    (void)items().put(shirt(QStringLiteral("B")), {code("690")});
    EXPECT_EQ(items().match(QStringLiteral("690")).size(), 2);
}

TEST_P(CatalogueTest, CodeGivenTwiceIsKeptOnce) {
    (void)items().put(shirt(), {code("6901234567892"), code("06901234567892")});
    EXPECT_EQ(items().codesOf(QStringLiteral("TEE-BLK-L")).size(), 1);
}

TEST_P(CatalogueTest, UnknownCodeMatchesNothing) {
    EXPECT_TRUE(items().match(QString()).isEmpty());
    EXPECT_TRUE(items().match(QStringLiteral("' OR 1=1 --")).isEmpty());
}

TEST_P(CatalogueTest, ItemWithoutSkuIsRefusedWholly) {
    EXPECT_EQ(faultOf([&] { (void)items().put(shirt(QString()), {}); }),
              LedgerError::Code::Constraint);
    EXPECT_EQ(items().count(), 0);
}

TEST_P(CatalogueTest, RefusedCodeTakesTheItemBackToo) {
    EXPECT_EQ(faultOf([&] {
                  (void)items().put(shirt(), {code("A"), code("B", 0)});
              }),
              LedgerError::Code::Constraint);
    EXPECT_EQ(items().count(), 0);
    EXPECT_TRUE(items().match(QStringLiteral("A")).isEmpty());
}

} // namespace
} // namespace packbench
