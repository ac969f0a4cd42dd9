// The synthetic exports of the shared data against what their generator meant. What may be compared
// is told by the README beside them.
#include "collector.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <gtest/gtest.h>

using namespace packbench;
using namespace packbench::test;

namespace {

QString corpus(const QString& name) {
    return QStringLiteral(SHARED_DATA "/orders/synthetic-dev/") + name;
}

QJsonArray expected(const QString& platform) {
    QFile file(corpus(QStringLiteral("EXPECTED.json")));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return QJsonDocument::fromJson(file.readAll()).object().value(platform).toArray();
}

std::string text(const QJsonObject& order, const char* key) {
    return order.value(QLatin1String(key)).toString().toStdString();
}

/// What a platform's file cannot tell.
struct Gaps {
    bool created = false;
    bool paid = false;
    bool timeOfDay = false;
    bool recipient = false;
    bool buyerNote = false;
    bool sellerNote = false;
    bool emptySku = false;
    bool refundVisible = false;
    bool titleHasVariant = false;
};

OrderState stateOf(const QString& status) {
    if (status == u"unpaid") {
        return OrderState::Unpaid;
    }
    if (status == u"cancelled") {
        return OrderState::Cancelled;
    }
    return status == u"shipped" ? OrderState::Shipped : OrderState::Open;
}

void compareTimes(const ShopOrder& order, const QJsonObject& wanted, const Gaps& gaps) {
    const int length = gaps.timeOfDay ? 10 : 19;
    if (!gaps.created) {
        EXPECT_EQ(localText(order.createdAt).left(length).toStdString(),
                  text(wanted, "created").substr(0, size_t(length)));
    }
    if (!gaps.paid &&
        stateOf(wanted.value(QLatin1String("status")).toString()) != OrderState::Unpaid) {
        EXPECT_EQ(localText(order.paidAt).left(length).toStdString(),
                  text(wanted, "paid").substr(0, size_t(length)));
        EXPECT_EQ(order.paidDateOnly, gaps.timeOfDay);
    }
    if (wanted.contains(QLatin1String("promised_ship")) && order.state != OrderState::Unpaid) {
        EXPECT_EQ(localText(order.promisedAt).toStdString(), text(wanted, "promised_ship"));
    }
}

void compareNotes(const ShopOrder& order, const QJsonObject& wanted, const Gaps& gaps,
                  bool blanksForBreaks) {
    if (!gaps.buyerNote) {
        QString note = wanted.value(QLatin1String("buyer_note")).toString();
        if (blanksForBreaks) {
            note.replace(u'\n', u' ');
        }
        EXPECT_EQ(order.buyerRemark.toStdString(), note.toStdString());
    }
    if (!gaps.sellerNote) {
        EXPECT_EQ(order.sellerRemark.toStdString(), text(wanted, "seller_note"));
    }
}

void compareLines(const QList<OrderLine>& lines, const QJsonArray& wanted, const Gaps& gaps) {
    ASSERT_EQ(lines.size(), wanted.size());
    for (qsizetype at = 0; at < lines.size(); ++at) {
        const QJsonObject line = wanted.at(at).toObject();
        const bool madeUp = gaps.emptySku && lines[at].sku.startsWith(u"etsy:");
        if (!madeUp) {
            EXPECT_EQ(lines[at].sku.toStdString(), text(line, "sku"));
        }
        EXPECT_EQ(lines[at].quantity, line.value(QLatin1String("qty")).toInt());
        const QString title = line.value(QLatin1String("title")).toString();
        EXPECT_EQ(gaps.titleHasVariant ? lines[at].title.left(title.size()).toStdString()
                                       : lines[at].title.toStdString(),
                  title.toStdString());
    }
}

void compareState(const ShopOrder& order, const QJsonObject& wanted, const Gaps& gaps) {
    const QString status = wanted.value(QLatin1String("status")).toString();
    EXPECT_EQ(order.state, stateOf(status));
    EXPECT_EQ(order.state == OrderState::Open, wanted.value(QLatin1String("must_ship")).toBool());
    const bool held = order.holds.contains(Hold::Refund);
    EXPECT_EQ(held, gaps.refundVisible && status == u"partial_refund");
}

void compareRecipient(const ShopOrder& order, const QJsonObject& wanted, const Gaps& gaps) {
    if (wanted.contains(QLatin1String("masked"))) {
        EXPECT_EQ(order.recipient.masked, wanted.value(QLatin1String("masked")).toBool());
    }
    const bool hidden = gaps.recipient && order.recipient.masked;
    if (!hidden) {
        EXPECT_EQ(order.recipient.name.toStdString(), text(wanted, "recipient"));
    }
    for (const char* key : {"zip", "country", "province", "city", "district"}) {
        if (!wanted.contains(QLatin1String(key))) {
            continue;
        }
        const Recipient& to = order.recipient;
        const QString found = key == std::string("zip")        ? to.postcode
                              : key == std::string("country")  ? to.country
                              : key == std::string("province") ? to.province
                              : key == std::string("city")     ? to.city
                                                               : to.district;
        EXPECT_EQ(found.toStdString(), text(wanted, key));
    }
}

Imported imported(const char* file) {
    return Imported(corpus(QLatin1String(file)), reading());
}

#define NEEDS_CORPUS()                                                                             \
    if (!QFileInfo::exists(corpus(QStringLiteral("EXPECTED.json")))) {                             \
        GTEST_SKIP() << "the shared order data is not beside the checkout";                        \
    }

void comparePlatform(const char* platform, const char* file, const Gaps& gaps) {
    const Imported import = imported(file);
    ASSERT_FALSE(import.verdict.whole) << import.verdict.whole->text.toStdString();
    EXPECT_TRUE(import.verdict.unknownColumns.isEmpty())
        << import.verdict.unknownColumns.join(u',').toStdString();
    const QJsonArray wanted = expected(QLatin1String(platform));
    ASSERT_FALSE(wanted.isEmpty());
    int compared = 0;
    for (const QJsonValue& value : wanted) {
        const QJsonObject order = value.toObject();
        SCOPED_TRACE(text(order, "order_no"));
        const QString number = order.value(QLatin1String("order_no")).toString();
        if (order.value(QLatin1String("split_possible")).toBool(true) == false) {
            EXPECT_FALSE(import.found.numbers().contains(number));
            continue;
        }
        const ShopOrder found = import.found.order(number);
        ASSERT_EQ(found.key.number.toStdString(), number.toStdString());
        EXPECT_EQ(found.key.shop.toStdString(), platform);
        compareState(found, order, gaps);
        compareTimes(found, order, gaps);
        compareNotes(found, order, gaps, platform == std::string("ebay"));
        compareRecipient(found, order, gaps);
        compareLines(found.lines, order.value(QLatin1String("lines")).toArray(), gaps);
        ++compared;
    }
    EXPECT_EQ(compared, import.found.orders.size());
}

TEST(Corpus, JdGivesWhatItsGeneratorMeant) {
    NEEDS_CORPUS();
    Gaps gaps;
    gaps.titleHasVariant = true;
    comparePlatform("jd", "jd_orders.csv", gaps);
    EXPECT_EQ(imported("jd_orders.csv").verdict.encoding, QStringLiteral("GB18030"));
}

TEST(Corpus, PinduoduoGivesWhatItsGeneratorMeant) {
    NEEDS_CORPUS();
    Gaps gaps;
    gaps.recipient = gaps.created = gaps.refundVisible = true;
    comparePlatform("pdd", "pdd_orders.csv", gaps);
    EXPECT_EQ(imported("pdd_orders.csv").verdict.encoding, QStringLiteral("UTF-8-BOM"));
}

TEST(Corpus, DouyinGivesWhatItsGeneratorMeant) {
    NEEDS_CORPUS();
    Gaps gaps;
    gaps.recipient = gaps.paid = gaps.buyerNote = gaps.refundVisible = true;
    comparePlatform("douyin", "douyin_orders.csv", gaps);
    const Imported import = imported("douyin_orders.csv");
    ASSERT_EQ(import.found.refusals.size(), 1);
    EXPECT_EQ(import.found.refusals.first().reason, RefusalReason::JoinedRow);
}

TEST(Corpus, ShopifyGivesWhatItsGeneratorMeant) {
    NEEDS_CORPUS();
    Gaps gaps;
    gaps.sellerNote = gaps.refundVisible = true;
    comparePlatform("shopify", "shopify_orders_export.csv", gaps);
}

TEST(Corpus, AmazonGivesWhatItsGeneratorMeant) {
    NEEDS_CORPUS();
    Gaps gaps;
    gaps.buyerNote = gaps.sellerNote = true;
    comparePlatform("amazon", "amazon_unshipped_orders.txt", gaps);
}

TEST(Corpus, EtsyGivesWhatItsGeneratorMeant) {
    NEEDS_CORPUS();
    Gaps gaps;
    gaps.timeOfDay = gaps.buyerNote = gaps.sellerNote = gaps.emptySku = true;
    comparePlatform("etsy", "etsy_sold_order_items.csv", gaps);
}

TEST(Corpus, EbayGivesWhatItsGeneratorMeant) {
    NEEDS_CORPUS();
    Gaps gaps;
    gaps.timeOfDay = gaps.sellerNote = true;
    comparePlatform("ebay", "ebay_orders_report.csv", gaps);
}

TEST(Corpus, TaobaoListGivesHeadsAndDetailsGiveLines) {
    NEEDS_CORPUS();
    const Imported heads = imported("taobao_ExportOrderList.csv");
    const Imported lines = imported("taobao_ExportOrderDetailList.csv");
    EXPECT_EQ(heads.verdict.format, QStringLiteral("taobao-list"));
    EXPECT_EQ(lines.verdict.format, QStringLiteral("taobao-details"));
    const QJsonArray wanted = expected(QStringLiteral("taobao"));
    EXPECT_EQ(heads.found.orders.size(), wanted.size());
    EXPECT_EQ(lines.found.orders.size(), wanted.size());
    Gaps gaps;
    gaps.recipient = true;
    for (const QJsonValue& value : wanted) {
        const QJsonObject order = value.toObject();
        SCOPED_TRACE(text(order, "order_no"));
        const QString number = order.value(QLatin1String("order_no")).toString();
        const ShopOrder head = heads.found.order(number);
        compareState(head, order, gaps);
        compareTimes(head, order, gaps);
        compareNotes(head, order, gaps, false);
        compareRecipient(head, order, gaps);
        const ShopOrder detail = lines.found.order(number);
        EXPECT_EQ(detail.state, head.state);
        compareLines(detail.lines, order.value(QLatin1String("lines")).toArray(), gaps);
    }
    EXPECT_TRUE(heads.found.refusals.isEmpty());
    EXPECT_TRUE(lines.found.refusals.isEmpty());
}

} // namespace
