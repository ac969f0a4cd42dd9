#include "shipping/order.h"

#include "shipping/wordtable.h"

#include <QCryptographicHash>

#include <algorithm>

namespace packbench {

namespace {

constexpr WordTable<OrderState, 6> kStates{{
    {OrderState::Unpaid, "unpaid"},
    {OrderState::Open, "open"},
    {OrderState::Packed, "packed"},
    {OrderState::Dispatched, "dispatched"},
    {OrderState::Cancelled, "cancelled"},
    {OrderState::Shipped, "shipped"},
}};

constexpr WordTable<Hold, 6> kHolds{{
    {Hold::UnknownItem, "unknown-item"},
    {Hold::ItemsUnknown, "items-unknown"},
    {Hold::JoinedRow, "joined-row"},
    {Hold::Refund, "refund"},
    {Hold::ByService, "by-service"},
    {Hold::ChangedLate, "changed-late"},
}};

/// Writes fields so that none can run into its neighbour: each is led by its length.
class DigestWriter {
public:
    void add(const QString& text) {
        const QByteArray bytes = text.toUtf8();
        m_hash.addData(QByteArray::number(bytes.size()) + ':');
        m_hash.addData(bytes);
    }
    void add(qint64 number) { add(QString::number(number)); }
    void add(bool yes) { add(yes ? qint64(1) : qint64(0)); }
    void add(const std::optional<Instant>& at) {
        add(at ? QString::number(at->msUtc) : QStringLiteral("-"));
    }
    void add(const Recipient& to);
    void add(const OrderLine& line);
    [[nodiscard]] QString hex() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

void DigestWriter::add(const Recipient& to) {
    for (const QString* part : {&to.name, &to.phone, &to.country, &to.province, &to.city,
                                &to.district, &to.street, &to.postcode})
        add(*part);
    add(to.masked);
}

void DigestWriter::add(const OrderLine& line) {
    for (const QString* part : {&line.sku, &line.title, &line.spec})
        add(*part);
    add(qint64(line.quantity));
    add(line.isGoods);
}

/// Holds are a set: their order says nothing. What the bench adds is not the shop's word.
QStringList holdsOfTheShop(const QList<Hold>& holds) {
    QStringList words;
    for (const Hold hold : holds) {
        const bool isOurs =
            hold == Hold::UnknownItem || hold == Hold::ByService || hold == Hold::ChangedLate;
        if (!isOurs)
            words << word(hold);
    }
    words.sort();
    words.removeDuplicates();
    return words;
}

} // namespace

int ShopOrder::pieces() const {
    int sum = 0;
    for (const OrderLine& line : lines)
        sum += line.isGoods ? line.quantity : 0;
    return sum;
}

QString word(OrderState state) {
    return kStates.word(state);
}

QString word(Hold hold) {
    return kHolds.word(hold);
}

std::optional<OrderState> orderStateFromWord(const QString& word) {
    return kStates.value(word);
}

std::optional<Hold> holdFromWord(const QString& word) {
    return kHolds.value(word);
}

bool looksMasked(const QString& text) {
    return text.contains(u'*') || text.contains(u'\uFF0A') || text.contains(QLatin1String("##")) ||
           text.contains(QLatin1String("$$")) || text.contains(u"密文");
}

QString digest(const ShopOrder& order) {
    DigestWriter to;
    to.add(QStringLiteral("packbench-order-1"));
    to.add(order.key.shop);
    to.add(order.key.number);
    to.add(word(order.state));
    to.add(order.createdAt);
    to.add(order.paidAt);
    to.add(order.paidDateOnly);
    to.add(order.promisedAt);
    to.add(order.recipient);
    for (const QString* part :
         {&order.buyerRemark, &order.sellerRemark, &order.flag, &order.courier, &order.waybill})
        to.add(*part);
    to.add(qint64(order.lines.size()));
    for (const OrderLine& line : order.lines)
        to.add(line);
    const QStringList holds = holdsOfTheShop(order.holds);
    to.add(qint64(holds.size()));
    for (const QString& hold : holds)
        to.add(hold);
    return to.hex();
}

} // namespace packbench
