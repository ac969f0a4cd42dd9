#include "someorder.h"

#include <array>

namespace packbench {
namespace {

int upTo(std::mt19937& dice, int most) {
    return std::uniform_int_distribution<int>(0, most)(dice);
}

std::optional<Instant> wildTime(std::mt19937& dice) {
    if (upTo(dice, 3) == 0)
        return std::nullopt;
    return Instant{std::uniform_int_distribution<qint64>(-1, 4'000'000'000'000)(dice)};
}

Recipient wildRecipient(std::mt19937& dice) {
    Recipient to;
    for (QString* part : {&to.name, &to.phone, &to.country, &to.province, &to.city, &to.district,
                          &to.street, &to.postcode})
        *part = wildText(dice);
    to.masked = upTo(dice, 1) == 1;
    return to;
}

QList<Hold> wildHolds(std::mt19937& dice) {
    QList<Hold> holds;
    for (const Hold hold : {Hold::Refund, Hold::UnknownItem, Hold::ByService, Hold::JoinedRow,
                            Hold::ItemsUnknown, Hold::ChangedLate}) {
        if (upTo(dice, 4) == 0)
            holds.insert(upTo(dice, static_cast<int>(holds.size())), hold);
    }
    return holds;
}

} // namespace

ShopOrder someOrder() {
    return someOrderOf({someLine(QStringLiteral("TEE-BLK-L"), 2), someLine(QStringLiteral("CUP"))});
}

OrderLine someLine(const QString& sku, int quantity) {
    OrderLine line;
    line.sku = sku;
    line.title = QStringLiteral("纯棉短袖 T 恤");
    line.spec = QStringLiteral("颜色分类:黑色;尺码:L");
    line.quantity = quantity;
    return line;
}

ShopOrder someOrderOf(const QList<OrderLine>& lines) {
    static int count = 0;
    ShopOrder order;
    order.key = {QStringLiteral("tmall-women"),
                 QStringLiteral("20260919%1").arg(++count, 8, 10, QChar(u'0'))};
    order.paidAt = kPaidAt;
    order.createdAt = kPaidAt.plusMs(-60'000);
    order.recipient.name = QStringLiteral("王小明");
    order.recipient.phone = QStringLiteral("00000000000");
    order.recipient.province = QStringLiteral("浙江省");
    order.recipient.city = QStringLiteral("杭州市");
    order.recipient.street = QStringLiteral("文三路 0 号");
    order.lines = lines;
    return order;
}

DispatchWindow someWindow(qint64 laterMs) {
    return {kPaidAt.plusHours(24).plusMs(laterMs), kPaidAt.plusHours(48).plusMs(laterMs), true};
}

QString wildText(std::mt19937& dice) {
    static const std::array<QString, 16> kBits{
        QStringLiteral("订单"),     QStringLiteral("'; DROP TABLE shop_order; --"),
        QStringLiteral("\""),       QStringLiteral("\\"),
        QStringLiteral("E'\\x00'"), QStringLiteral("😀"),
        QStringLiteral("𠮷野家"),   QStringLiteral(" "),
        QStringLiteral("\t\r\n"),   QStringLiteral(":name"),
        QStringLiteral("?"),        QStringLiteral("$1 $$"),
        QStringLiteral("%s%%"),     QStringLiteral("İıß"),
        QStringLiteral("NULL"),     QStringLiteral("0012"),
    };
    QString text;
    for (int i = upTo(dice, 5); i > 0; --i)
        text += kBits.at(static_cast<std::size_t>(upTo(dice, 15)));
    return text;
}

ShopOrder wildOrder(std::mt19937& dice) {
    static int count = 0;
    ShopOrder order;
    order.key = {wildText(dice), QStringLiteral("%1-%2").arg(++count).arg(wildText(dice))};
    order.state = static_cast<OrderState>(upTo(dice, 5));
    order.createdAt = wildTime(dice);
    order.paidAt = wildTime(dice);
    order.paidDateOnly = upTo(dice, 1) == 1;
    order.promisedAt = wildTime(dice);
    order.recipient = wildRecipient(dice);
    for (QString* part :
         {&order.buyerRemark, &order.sellerRemark, &order.flag, &order.courier, &order.waybill})
        *part = wildText(dice);
    for (int i = upTo(dice, 6); i > 0; --i)
        order.lines +=
            {wildText(dice), wildText(dice), wildText(dice), upTo(dice, 9), upTo(dice, 4) > 0};
    order.holds = wildHolds(dice);
    return order;
}

} // namespace packbench
