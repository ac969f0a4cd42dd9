#include "ledger/orderbook.h"

#include "ledger/columns.h"
#include "ledger/database.h"
#include "ledger/orderreading.h"

#include <limits>
#include <utility>

namespace packbench {
namespace {

QList<qint64> readIds(Rows rows) {
    QList<qint64> ids;
    while (rows.next())
        ids += rows.integer();
    return ids;
}

DueRecord readDue(Rows& rows) {
    DueRecord due;
    due.id = rows.integer();
    due.key.shop = rows.text();
    due.key.number = rows.text();
    const QString state = rows.text();
    due.state = known(orderStateFromWord(state), state);
    due.paidAt = rows.instant();
    due.window = readWindow(rows).value_or(DispatchWindow{});
    due.courier = rows.text();
    due.pieces = rows.number();
    due.done = rows.number();
    return due;
}

} // namespace

std::optional<OrderRecord> OrderBook::firstOf(const QList<qint64>& ids) {
    return ids.isEmpty() ? std::nullopt : byId(ids.constFirst());
}

std::optional<OrderRecord> OrderBook::find(const OrderKey& key) {
    return firstOf(
        readIds(m_database.ask("order/id-of-key", {{"shop", key.shop}, {"number", key.number}})));
}

std::optional<OrderRecord> OrderBook::byId(qint64 id) {
    OrderRecord order;
    {
        Rows rows = m_database.ask("order/by-id", {{"id", id}});
        if (!rows.next())
            return std::nullopt;
        order = readOrder(rows);
    }
    {
        Rows rows = m_database.ask("order/lines", {{"order", id}});
        while (rows.next())
            readLine(rows, order);
    }
    Rows rows = m_database.ask("order/holds", {{"order", id}});
    while (rows.next())
        order.order.holds += readHold(rows);
    return order;
}

QList<OrderRecord> OrderBook::byNumber(const QString& number) {
    QList<OrderRecord> orders;
    const auto ids = readIds(m_database.ask("order/ids-of-number", {{"number", number}}));
    for (const qint64 id : ids) {
        if (auto order = byId(id))
            orders += *std::move(order);
    }
    return orders;
}

std::optional<OrderRecord> OrderBook::byTote(const QString& tote) {
    return firstOf(readIds(m_database.ask("order/id-in-tote", {{"tote", tote}})));
}

std::optional<OrderRecord> OrderBook::byWaybill(const QString& number) {
    auto ids = readIds(m_database.ask("order/id-of-parcels-waybill", {{"number", number}}));
    if (ids.isEmpty())
        ids = readIds(m_database.ask("order/id-of-waybill", {{"number", number}}));
    return firstOf(ids);
}

std::optional<OrderRecord> OrderBook::mostUrgentSingle(const QStringList& skus) {
    std::optional<std::pair<qint64, qint64>> first; // limit and id: the older order of two
    for (const QString& sku : skus) {
        Rows rows = m_database.ask("order/most-urgent-single", {{"sku", sku}});
        if (!rows.next())
            continue;
        const qint64 limit = rows.integer();
        const std::pair found(limit, rows.integer());
        if (!first || found < *first)
            first = found;
    }
    return first ? byId(first->second) : std::nullopt;
}

void OrderBook::forEach(std::optional<OrderState> state,
                        const std::function<void(const OrderRecord&)>& each) {
    const QString stateWord = state ? word(*state) : QString();
    PaymentPlace last{std::numeric_limits<qint64>::min(), 0};
    while (true) {
        const QList<OrderRecord> page = readPage(m_database, stateWord, last);
        if (page.isEmpty())
            return;
        for (const OrderRecord& order : page)
            each(order);
    }
}

QList<DueRecord> OrderBook::due(int atMost) {
    QList<DueRecord> dues;
    QHash<qint64, qsizetype> places;
    {
        Rows rows = m_database.ask("order/due", {{"atMost", atMost}});
        while (rows.next()) {
            dues += readDue(rows);
            places.insert(dues.constLast().id, dues.size() - 1);
        }
    }
    Rows rows = m_database.ask("order/due-holds", {{"atMost", atMost}});
    while (rows.next()) {
        const auto place = places.constFind(rows.integer());
        if (place != places.cend())
            dues[*place].holds += readHold(rows);
    }
    return dues;
}

qint64 OrderBook::countOpen() {
    Rows rows = m_database.ask("order/count-open");
    return rows.next() ? rows.integer() : 0;
}

} // namespace packbench
