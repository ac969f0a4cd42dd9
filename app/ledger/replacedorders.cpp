#include "ledger/replacedorders.h"

#include "ledger/database.h"
#include "ledger/orderbook.h"

#include <algorithm>

namespace packbench {
namespace {

constexpr qsizetype kNamed = 20; ///< how many one finding names

QString named(const QStringList& all) {
    const QString first = all.mid(0, kNamed).join(QStringLiteral(", "));
    return all.size() <= kNamed
               ? first
               : QStringLiteral("%1 and %2 more").arg(first).arg(all.size() - kNamed);
}

/// One row of sql/epoch/label-facts.sql.
struct LabelFact {
    QString waybill; ///< empty without a copy = the order was stopped
    int copyNo = 0;  ///< 0 = of the parcel itself
    QString state;
    bool mayBeOut = true; ///< false = void, and nothing of it ever left

    [[nodiscard]] bool isStop() const { return waybill.isEmpty() && copyNo == 0; }
    [[nodiscard]] QString text() const {
        if (isStop())
            return state;
        return copyNo == 0
                   ? QStringLiteral("waybill %1 %2").arg(waybill, state)
                   : QStringLiteral("waybill %1 copy %2 %3").arg(waybill).arg(copyNo).arg(state);
    }
};

QList<LabelFact> factsOf(Database& ledger, const OrderKey& key) {
    QList<LabelFact> facts;
    Rows rows = ledger.ask("epoch/label-facts", {{"number", key.number}, {"shop", key.shop}});
    while (rows.next()) {
        LabelFact fact;
        fact.waybill = rows.text();
        fact.copyNo = rows.number();
        fact.state = rows.text();
        fact.mayBeOut = rows.flag();
        facts += fact;
    }
    return facts;
}

/// A label that was on its way in the backup and was printed after it is news, too.
bool isNews(const LabelFact& fact, const QList<LabelFact>& known) {
    const auto same = [&](const LabelFact& other) {
        return other.waybill == fact.waybill && other.copyNo == fact.copyNo &&
               (!fact.isStop() || other.state == fact.state);
    };
    const auto found = std::find_if(known.cbegin(), known.cend(), same);
    return found == known.cend() ? fact.mayBeOut : found->state != fact.state;
}

/// As the shop told it: what the bench made of it is not in the restored ledger.
ShopOrder asTold(ShopOrder order) {
    if (order.state == OrderState::Packed || order.state == OrderState::Dispatched)
        order.state = OrderState::Open;
    return order;
}

} // namespace

void ReplacedOrders::takeFrom(Database& before) {
    Rows rows = before.ask("epoch/order-keys");
    while (rows.next()) {
        OrderKey key;
        key.shop = rows.text();
        key.number = rows.text();
        take(before, key);
    }
}

void ReplacedOrders::take(Database& before, const OrderKey& key) {
    QList<LabelFact> news = factsOf(before, key);
    if (!news.isEmpty()) {
        const QList<LabelFact> known = factsOf(m_fresh, key);
        news.removeIf([&](const LabelFact& fact) { return !isNews(fact, known); });
    }
    const QString order = key.shop + u'\n' + key.number;
    if (news.isEmpty()) {
        if (!isThere(key) && isFirst(QStringLiteral("missing\n") + order))
            m_missing += key;
        return;
    }
    stop(before, key);
    // In a ledger that was restored itself the order is only stopped: the one before it knows why.
    const bool hasLabel = std::any_of(news.cbegin(), news.cend(),
                                      [](const LabelFact& fact) { return !fact.isStop(); });
    if (!isFirst((hasLabel ? QStringLiteral("label\n") : QStringLiteral("stop\n")) + order))
        return;
    QStringList told;
    for (const LabelFact& fact : std::as_const(news))
        told += fact.text();
    (hasLabel ? m_labelled : m_stopped) +=
        QStringLiteral("order %1 (%2)").arg(key.number, told.join(QStringLiteral(", ")));
}

bool ReplacedOrders::isFirst(const QString& name) {
    const bool isNew = !m_named.contains(name);
    m_named.insert(name);
    return isNew;
}

bool ReplacedOrders::isThere(const OrderKey& key) {
    return m_fresh.ask("order/id-of-key", {{"shop", key.shop}, {"number", key.number}}).next();
}

void ReplacedOrders::stop(Database& before, const OrderKey& key) {
    OrderBook orders(m_fresh);
    if (!isThere(key)) {
        if (const auto order = OrderBook(before).find(key))
            (void)orders.add(asTold(order->order), order->window,
                             order->importedAt.value_or(Instant{}));
    }
    if (const auto order = orders.find(key))
        orders.setHold(order->id, Hold::ByService, true);
}

QStringList ReplacedOrders::findings() {
    QStringList missing;
    for (const OrderKey& key : std::as_const(m_missing)) {
        if (!isThere(key))
            missing += key.number;
    }
    QStringList findings;
    if (!m_labelled.isEmpty())
        findings += QStringLiteral("What became of these labels after the backup only the ledger "
                                   "before tells; their orders are stopped: %1. Find each parcel: "
                                   "what has left stays stopped, \"packctl order release NUMBER\" "
                                   "lets an order go on whose label was destroyed.")
                        .arg(named(m_labelled));
    if (!m_stopped.isEmpty())
        findings += QStringLiteral("Orders that somebody stopped after the backup are stopped "
                                   "again: %1. \"packctl order release NUMBER\" lets one go on.")
                        .arg(named(m_stopped));
    if (!missing.isEmpty())
        findings += QStringLiteral("Orders that came after the backup are missing: %1. Import "
                                   "their files again; the ledger before knows of no label of "
                                   "them.")
                        .arg(named(missing));
    return findings;
}

} // namespace packbench
