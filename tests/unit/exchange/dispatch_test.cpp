#include "collector.h"

#include "exchange/dispatchfile.h"
#include "exchange/textencoding.h"

#include <gtest/gtest.h>

using namespace packbench;

namespace {

ShippedParcel parcel(const char16_t* order = u"6771607306349329518") {
    return {QStringLiteral("tmall"),
            QString::fromUtf16(order),
            QStringLiteral("SF1234567890123"),
            QStringLiteral("sf"),
            QStringLiteral("2026-09-20T10:15:00+08:00"),
            QStringLiteral("测试员"),
            QStringLiteral("bench-1"),
            true,
            false,
            QStringLiteral("缺货, \"等\"补")};
}

std::string file(const char* format, const QList<ShippedParcel>& parcels) {
    return dispatchFile(QLatin1String(format), parcels).toStdString();
}

TEST(DispatchFile, EveryFormatIsNamedAndWritten) {
    EXPECT_EQ(dispatchFormats().join(u' '), QStringLiteral("packbench taobao pdd amazon shopify"));
    for (const QString& format : dispatchFormats()) {
        EXPECT_FALSE(dispatchFile(format, {parcel()}).isEmpty());
    }
    EXPECT_TRUE(dispatchFile(QStringLiteral("other"), {parcel()}).isEmpty());
}

TEST(DispatchFile, ThePackbenchFormIsForSpreadsheets) {
    EXPECT_EQ(file("packbench", {parcel()}),
              "\xEF\xBB\xBFshop,order,waybill,courier,courier_name,dispatched_at,operator,bench,"
              "in_goal,in_limit,late_reason\r\n"
              "tmall,'6771607306349329518,SF1234567890123,sf,顺丰速运,2026-09-20T10:15:00+08:00,"
              "测试员,bench-1,yes,no,\"缺货, \"\"等\"\"补\"\r\n");
}

TEST(DispatchFile, NoCellOfThePackbenchFormIsAFormula) {
    for (const char16_t* risky : {u"=1+1", u"+1", u"-1", u"@SUM(A1)", u"\t=1", u"\r=1", u"＝1+1",
                                  u"＋1", u"－1", u"＠A", u" =1+1"}) {
        const QString text =
            QString::fromUtf8(dispatchFile(QStringLiteral("packbench"), {parcel(risky)}));
        const QString row = text.section(QStringLiteral("\r\n"), 1, 1);
        const QString cell = row.section(u',', 1, 1);
        EXPECT_TRUE(cell.startsWith(u'\'') || cell.startsWith(QStringLiteral("\"'")))
            << row.toStdString();
        EXPECT_EQ(text.count(u'\n'), 2);
    }
}

TEST(DispatchFile, OrdinaryTextsStayAsTheyAre) {
    const std::string text = file("packbench", {parcel(u"#1001")});
    EXPECT_NE(text.find(",#1001,"), std::string::npos);
}

TEST(DispatchFile, TaobaoTakesGb18030) {
    EXPECT_EQ(dispatchFile(QStringLiteral("taobao"), {parcel()}),
              toGb18030(QStringLiteral("订单编号,物流公司,运单号\r\n"
                                       "6771607306349329518,顺丰速运,SF1234567890123\r\n")));
}

TEST(DispatchFile, PinduoduoTakesUtf8WithMark) {
    EXPECT_EQ(file("pdd", {parcel(u"260920-000000000000001")}),
              "\xEF\xBB\xBF订单号,快递公司,快递单号\r\n"
              "260920-000000000000001,顺丰速运,SF1234567890123\r\n");
}

TEST(DispatchFile, AmazonTakesItsShippingConfirmation) {
    ShippedParcel other = parcel(u"551-0000001-0000002");
    other.courier = QStringLiteral("sto");
    other.waybill = QStringLiteral("70446900485885");
    EXPECT_EQ(file("amazon", {parcel(u"551-0000001-0000001"), other}),
              "order-id\torder-item-id\tquantity\tship-date\tcarrier-code\tcarrier-name\t"
              "tracking-number\tship-method\r\n"
              "551-0000001-0000001\t\t\t2026-09-20\tSF Express\t\tSF1234567890123\t\r\n"
              "551-0000001-0000002\t\t\t2026-09-20\tOther\tSTO Express\t70446900485885\t\r\n");
}

TEST(DispatchFile, ShopifyTakesNameAndNumber) {
    EXPECT_EQ(file("shopify", {parcel(u"#1001")}),
              "Name,Fulfilled at,Tracking Company,Tracking Number\r\n"
              "#1001,2026-09-20T10:15:00+08:00,SF Express,SF1234567890123\r\n");
}

TEST(DispatchFile, MachineFormsNeverBreakARow) {
    for (const char* format : {"taobao", "pdd", "amazon", "shopify"}) {
        const QByteArray bytes = dispatchFile(QLatin1String(format), {parcel(u"1\r\n2\t3\u0007")});
        EXPECT_EQ(bytes.count('\n'), 2) << format;
    }
}

} // namespace
