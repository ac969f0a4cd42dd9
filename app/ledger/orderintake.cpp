#include "ledger/audittrail.h"
#include "ledger/columns.h"
#include "ledger/database.h"
#include "ledger/orderbook.h"
#include "ledger/verificationfacts.h"

namespace packbench {
namespace {

constexpr qsizetype kLongestSku = 400; ///< longer ones cannot be in the catalogue

/// The SKU of an order of exactly one piece, else empty.
QString singleSku(const ShopOrder& order) {
    if (order.pieces() != 1)
        return {};
    for (const OrderLine& line : order.lines) {
        if (line.isGoods && line.quantity == 1)
            return line.sku.size() <= kLongestSku ? line.sku : QString();
    }
    return {};
}

std::vector<Bind> whatTheShopTold(const ShopOrder& order,
                                  const std::optional<DispatchWindow>& window) {
    const Recipient& to = order.recipient;
    return {{"shop", order.key.shop},
            {"number", order.key.number},
            {"state", word(order.state)},
            {"createdAt", order.createdAt},
            {"paidAt", order.paidAt},
            {"paidDateOnly", order.paidDateOnly},
            {"promisedAt", order.promisedAt},
            {"name", to.name},
            {"phone", to.phone},
            {"country", to.country},
            {"province", to.province},
            {"city", to.city},
            {"district", to.district},
            {"street", to.street},
            {"postcode", to.postcode},
            {"masked", to.masked},
            {"buyerRemark", order.buyerRemark},
            {"sellerRemark", order.sellerRemark},
            {"flag", order.flag},
            {"courier", order.courier},
            {"waybill", order.waybill},
            {"goalAt", goalOf(window)},
            {"limitAt", limitOf(window)},
            Bind::maybe("calendarKnown", calendarKnownOf(window)),
            {"digest", digest(order)},
            {"singleSku", singleSku(order)}};
}

QString noOrder(qint64 id) {
    return QStringLiteral("There is no order with id %1 in the ledger.").arg(id);
}

struct StoredLine {
    qint64 id;
    QString sku;
    int quantity;
    bool isGoods;
};

/// Takes the first stored line that the shop still tells of; 0 = it is a new one.
qint64 takeSame(QList<StoredLine>& stored, const OrderLine& line) {
    for (qsizetype i = 0; i < stored.size(); ++i) {
        const StoredLine& old = stored.at(i);
        if (old.sku == line.sku && old.quantity == line.quantity && old.isGoods == line.isGoods)
            return stored.takeAt(i).id;
    }
    return 0;
}

QList<StoredLine> readStoredLines(Rows rows) {
    QList<StoredLine> lines;
    while (rows.next()) {
        StoredLine line{};
        line.id = rows.integer();
        line.sku = rows.text();
        line.quantity = rows.number();
        line.isGoods = rows.flag();
        lines += line;
    }
    return lines;
}

bool putHold(Database& database, qint64 id, Hold hold) {
    return database.change("order/hold", {{"order", id}, {"hold", word(hold)}}) > 0;
}

void auditHold(Database& database, qint64 id, Hold hold, bool on) {
    audit(database, AuditKind::Hold, QString::number(id),
          AuditBody().with("hold", word(hold)).withFlag("on", on));
}

/// As the shop tells it. Those that no later import takes off are noted in the audit chain, as what
/// the bench does is.
void putShopsHold(Database& database, qint64 id, Hold hold) {
    const bool isNew = putHold(database, id, hold);
    if (isNew && (hold == Hold::ByService || hold == Hold::ChangedLate))
        auditHold(database, id, hold, true);
}

} // namespace

qint64 OrderBook::add(const ShopOrder& order, const std::optional<DispatchWindow>& window,
                      Instant importedAt) {
    Atomic whole(m_database);
    auto values = whatTheShopTold(order, window);
    values.emplace_back("importedAt", importedAt);
    const qint64 id = m_database.insert("order/add", values);
    int position = 0;
    for (const OrderLine& line : order.lines)
        addLine(id, position++, line);
    for (const Hold hold : order.holds)
        putShopsHold(m_database, id, hold);
    whole.commit();
    return id;
}

void OrderBook::replace(qint64 id, const ShopOrder& order,
                        const std::optional<DispatchWindow>& window) {
    Atomic whole(m_database);
    auto values = whatTheShopTold(order, window);
    values.emplace_back("id", id);
    if (m_database.change("order/replace", values) == 0)
        throw LedgerError(
            LedgerError::Code::Constraint,
            QStringLiteral("Order %1 was not changed: it has its label already or is not the order "
                           "with id %2. The packed parcel stays as it is.")
                .arg(order.key.number)
                .arg(id));
    exchangeLines(id, order.lines);
    m_database.change("order/release-shops", {{"order", id}});
    for (const Hold hold : order.holds)
        putShopsHold(m_database, id, hold);
    whole.commit();
}

void OrderBook::addLine(qint64 id, int position, const OrderLine& line) {
    m_database.insert("order/add-line", {{"order", id},
                                         {"position", position},
                                         {"sku", line.sku},
                                         {"title", line.title},
                                         {"spec", line.spec},
                                         {"quantity", line.quantity},
                                         {"isGoods", line.isGoods}});
}

void OrderBook::exchangeLines(qint64 id, const QList<OrderLine>& lines) {
    QList<StoredLine> stored = readStoredLines(m_database.ask("order/line-ids", {{"order", id}}));
    m_database.change("order/take-lines-off", {{"order", id}});
    int position = 0;
    for (const OrderLine& line : lines) {
        if (const qint64 same = takeSame(stored, line); same != 0)
            m_database.change(
                "order/put-line-back",
                {{"id", same}, {"position", position}, {"title", line.title}, {"spec", line.spec}});
        else
            addLine(id, position, line);
        ++position;
    }
    QList<qint64> undone;
    {
        Rows rows = m_database.ask("order/undo-taken-off", {{"order", id}});
        while (rows.next())
            undone += rows.integer();
    }
    for (const qint64 verification : std::as_const(undone))
        auditTakenBack(m_database, verification);
    m_database.change("order/forget-taken-off", {{"order", id}});
}

void OrderBook::setState(qint64 id, OrderState state) {
    wholly(m_database, [&] {
        m_database.changeOne("order/set-state", {{"id", id}, {"state", word(state)}}, noOrder(id));
        audit(m_database, AuditKind::Order, QString::number(id),
              AuditBody().with("state", word(state)));
    });
}

void OrderBook::release(qint64 id, Hold hold, const QString& reason, const QString& badge) {
    wholly(m_database, [&] {
        m_database.change("order/release", {{"order", id}, {"hold", word(hold)}});
        AuditBody body;
        body.with("hold", word(hold)).withFlag("on", false).with("reason", reason);
        audit(m_database, AuditKind::Hold, QString::number(id), body, badge);
    });
}

void OrderBook::setHold(qint64 id, Hold hold, bool on) {
    wholly(m_database, [&] {
        if (on)
            static_cast<void>(putHold(m_database, id, hold));
        else
            m_database.change("order/release", {{"order", id}, {"hold", word(hold)}});
        auditHold(m_database, id, hold, on);
    });
}

void OrderBook::setTote(qint64 id, const QString& tote) {
    Atomic whole(m_database);
    m_database.change("order/empty-tote", {{"id", id}, {"tote", tote}});
    m_database.changeOne("order/set-tote", {{"id", id}, {"tote", tote}}, noOrder(id));
    whole.commit();
}

void OrderBook::setCourier(qint64 id, const QString& courier) {
    m_database.changeOne("order/set-courier", {{"id", id}, {"courier", courier}}, noOrder(id));
}

void OrderBook::confirmRemarks(qint64 id, const QString& badge, Instant at) {
    wholly(m_database, [&] {
        m_database.changeOne("order/confirm-remarks", {{"id", id}, {"badge", badge}, {"at", at}},
                             noOrder(id));
        audit(m_database, AuditKind::Remark, QString::number(id), AuditBody(), badge);
    });
}

int OrderBook::releaseKnownItems() {
    return m_database.change("order/release-known-items");
}

} // namespace packbench
