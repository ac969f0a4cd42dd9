#include "print.h"
#include "readtable.h"

#include "shipping/remark.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

ShopOrder orderWith(const QString& buyer, const QString& seller = {}, const QString& flag = {}) {
    ShopOrder order;
    order.buyerRemark = buyer;
    order.sellerRemark = seller;
    order.flag = flag;
    return order;
}

TEST(Remark, EveryTextBinds) {
    const auto remarks = bindingRemarks(orderWith("周五发货", "送赠品", "红旗"));
    ASSERT_EQ(remarks.size(), 3);
    EXPECT_EQ(remarks[0], (Remark{Remark::From::Buyer, "周五发货", "", ""}));
    EXPECT_EQ(remarks[1], (Remark{Remark::From::Seller, "送赠品", "", ""}));
    EXPECT_EQ(remarks[2], (Remark{Remark::From::Flag, "红旗", "", ""}));
}

TEST(Remark, TextsThatSayNothingDoNot) {
    for (const char16_t* text :
         {u"", u" ", u"-", u"--", u"\t-\t", u"无", u"None", u"null", u"N/A", u"。", u"/"})
        EXPECT_TRUE(
            bindingRemarks(orderWith(QString::fromUtf16(text), QString::fromUtf16(text))).isEmpty())
            << QString::fromUtf16(text).toStdString();
}

TEST(Remark, ASingleWordOrSmileBinds) {
    EXPECT_EQ(bindingRemarks(orderWith("急")).size(), 1);
    EXPECT_EQ(bindingRemarks(orderWith("🙏")).size(), 1);
    EXPECT_EQ(bindingRemarks(orderWith("4")).size(), 1);
}

TEST(Remark, AFlagNobodySetDoesNotBind) {
    for (const char16_t* flag : {u"0", u"", u"灰旗", u"gray", u"-"})
        EXPECT_TRUE(bindingRemarks(orderWith({}, {}, QString::fromUtf16(flag))).isEmpty());
    for (const char16_t* flag : {u"1", u"5", u"红色", u"yellow"})
        EXPECT_EQ(bindingRemarks(orderWith({}, {}, QString::fromUtf16(flag))).size(), 1);
}

TEST(Remark, CourierWishesOfOurFixtureAreUnderstood) {
    const auto rows = test::readTable(test::fixture("remarks.tsv"));
    ASSERT_GE(rows.size(), 70);
    for (const QStringList& row : rows) {
        ASSERT_EQ(row.size(), 3) << row.join(u'|').toStdString();
        const auto remarks = bindingRemarks(orderWith(row[0]));
        ASSERT_EQ(remarks.size(), 1) << row[0].toStdString();
        EXPECT_EQ(remarks[0].courier, row[1] == QLatin1String("-") ? QString() : row[1])
            << row[0].toStdString();
        EXPECT_EQ(remarks[0].notCourier, row[2] == QLatin1String("-") ? QString() : row[2])
            << row[0].toStdString();
    }
}

TEST(Remark, TheTextIsKeptAsTheShopWroteIt) {
    EXPECT_EQ(bindingRemarks(orderWith(" 发顺丰 \n谢谢 ")).first().text,
              QStringLiteral("发顺丰 \n谢谢"));
}

} // namespace
} // namespace packbench
