#pragma once

#include <QList>
#include <QMap>
#include <QString>

namespace packbench {

class WaybillPool;

/// A courier's pool of waybill numbers against the orders that will take one.
struct PoolAhead {
    QString courier; ///< key, empty = of any courier
    qint64 needed = 0;
    qint64 free = 0;

    bool operator==(const PoolAhead&) const = default;
};

/// Counts orders that will need a number of a pool, as they will come, against what is free. Takes
/// none; each pool is counted once.
class NumbersAhead {
public:
    explicit NumbersAhead(WaybillPool& waybills) : m_waybills(waybills) {}

    /// One more order needs a number of this courier, of any where empty. @returns an English
    /// sentence when there will be none for it, else empty.
    [[nodiscard]] QString need(const QString& courier);
    [[nodiscard]] QList<PoolAhead> pools() const { return m_pools.values(); }

private:
    PoolAhead& pool(const QString& courier);

    WaybillPool& m_waybills;
    QMap<QString, PoolAhead> m_pools; ///< by courier
    qint64 m_freeOfAll = -1;          ///< -1 = not counted yet
    qint64 m_given = 0;               ///< of all pools
};

} // namespace packbench
