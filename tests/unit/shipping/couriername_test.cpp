#include "print.h"

#include "shipping/courier.h"
#include "shipping/courierrules.h"

#include <gtest/gtest.h>

#include <QSet>

namespace packbench {
namespace {

struct NameCase {
    const char16_t* name;
    const char* courier;
};

TEST(CourierName, IsUnderstoodAsShopsWriteIt) {
    constexpr NameCase cases[] = {
        {u"申通快递", "sto"},
        {u"申通快递(STO)", "sto"},
        {u"STO", "sto"},
        {u"sto express", "sto"},
        {u"圆通速递", "yto"},
        {u"圆通速递（原圆通快递）", "yto"},
        {u"圆通快递-杭州转运中心", "yto"},
        {u"中通快递", "zto"},
        {u"中通快运", "ztofreight"},
        {u"中通速递", "zto"},
        {u"韵达快递", "yunda"},
        {u"韵达速递", "yunda"},
        {u"韵达快运", "yundafreight"},
        {u"顺丰速运", "sf"},
        {u"顺丰快递", "sf"},
        {u"SF Express", "sf"},
        {u"极兔速递", "jt"},
        {u"极兔速递(原百世快递)", "jt"},
        {u"J&T Express", "jt"},
        {u"JTSD", "jt"},
        {u"京东物流", "jd"},
        {u"京东快递", "jd"},
        {u"京东", "jd"},
        {u"JD", "jd"},
        {u"邮政快递包裹", "chinapost"},
        {u"邮政国内小包", "chinapost"},
        {u"中国邮政", "chinapost"},
        {u"EMS", "ems"},
        {u"邮政EMS", "ems"},
        {u"EMS经济快递", "ems"},
        {u"中国邮政速递物流EMS", "ems"},
        {u"德邦快递", "deppon"},
        {u"德邦物流", "deppon"},
        {u"DBKD", "deppon"},
        {u"百世快递", "best"},
        {u"百世汇通", "best"},
        {u"HTKY", "best"},
        {u"天天快递", "ttk"},
        {u"优速快递", "uc"},
        {u"安能物流", "ane"},
        {u"宅急送", "zjs"},
        {u"FedEx", "fedex"},
        {u"fedex ground", "fedex"},
        {u"DHL Express", "dhl"},
        {u"UPS®", "ups"},
        {u"USPS", "usps"},
        {u"美国邮政", "usps"},
        {u"Royal Mail 2nd Class", "royalmail"},
        {u"zhongtong", "zto"},
        {u"yuantong", "yto"},
        {u" 顺丰 ", "sf"},
        {u"快递(中通)", "zto"},
        {u"【申通】", "sto"},
    };
    for (const NameCase& each : cases)
        EXPECT_EQ(courierFromName(QString::fromUtf16(each.name)), QString::fromLatin1(each.courier))
            << QString::fromUtf16(each.name).toStdString();
}

TEST(CourierName, UnknownAndAmbiguousNamesAreNone) {
    for (const char16_t* name : {u"", u"其他", u"无需物流", u"自提", u"申通/圆通", u"best wishes",
                                 u"stop", u"SFO", u"快递", u"-", u"upstairs"})
        EXPECT_EQ(courierFromName(QString::fromUtf16(name)), QString())
            << QString::fromUtf16(name).toStdString();
}

TEST(CourierName, EveryCourierIsFoundByItsOwnNames) {
    QSet<QString> keys;
    for (const Courier& courier : couriers()) {
        EXPECT_FALSE(keys.contains(courier.key)) << "twice: " << qPrintable(courier.key);
        keys.insert(courier.key);
        for (const QString& name : {courier.key, courier.nameZh, courier.nameEn})
            EXPECT_EQ(courierFromName(name), courier.key) << qPrintable(name);
    }
    EXPECT_GE(keys.size(), 45);
}

TEST(CourierName, EveryRuleNamesACourierThatIsListed) {
    for (const CourierRule& rule : courierRules())
        EXPECT_NE(courierName(QString::fromLatin1(rule.courier), true),
                  QString::fromLatin1(rule.courier))
            << rule.courier;
}

TEST(CourierName, IsShownInBothLanguages) {
    EXPECT_EQ(courierName(QStringLiteral("sto"), true), QStringLiteral("申通快递"));
    EXPECT_EQ(courierName(QStringLiteral("sto"), false), QStringLiteral("STO Express"));
    EXPECT_EQ(courierName(QStringLiteral("nobody"), true), QStringLiteral("nobody"));
}

} // namespace
} // namespace packbench
