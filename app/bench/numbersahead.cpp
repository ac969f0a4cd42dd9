#include "bench/numbersahead.h"

#include "ledger/waybillpool.h"
#include "shipping/courier.h"

namespace packbench {

namespace {

/// In both languages, as a label names it: the sentence is said in either.
QString named(const QString& courier) {
    const QString chinese = courierName(courier, true);
    const QString english = courierName(courier, false);
    return chinese == english ? english : chinese + u' ' + english;
}

QString sentence(const PoolAhead& pool) {
    if (pool.courier.isEmpty())
        return QStringLiteral("The %1 free waybill numbers are taken by the orders before this "
                              "one. Import a new pool.")
            .arg(pool.free);
    if (pool.free == 0)
        return QStringLiteral("No waybill number of %1 is free. Import a new pool.")
            .arg(named(pool.courier));
    return QStringLiteral("The pool of %1 has %2 free waybill numbers, taken by the orders before "
                          "this one. Import a new pool.")
        .arg(named(pool.courier))
        .arg(pool.free);
}

} // namespace

PoolAhead& NumbersAhead::pool(const QString& courier) {
    const auto known = m_pools.find(courier);
    if (known != m_pools.end())
        return *known;
    return *m_pools.insert(courier, {courier, 0, m_waybills.countFree(courier)});
}

QString NumbersAhead::need(const QString& courier) {
    if (m_freeOfAll < 0)
        m_freeOfAll = m_waybills.countFree({});
    PoolAhead& asked = pool(courier);
    ++asked.needed;
    // An order of any courier takes from the others' pools.
    if (asked.needed > asked.free || m_given >= m_freeOfAll)
        return sentence(asked);
    ++m_given;
    return {};
}

} // namespace packbench
