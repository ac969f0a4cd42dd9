#pragma once

#include "ledger/records.h"

#include <QSet>
#include <QStringList>

namespace packbench {

class Database;

/// What the ledgers before can tell of their orders' labels, brought into the restored one. Rows of
/// two histories are never compared by their ids: the same id is another order in each. Orders are
/// the same by shop and number, labels by waybill number and copy.
///
/// An order is stopped when a ledger before knows something of its label that the restored one does
/// not. One that is not there at all is copied and stopped: its file, imported again, meets it.
class ReplacedOrders {
public:
    explicit ReplacedOrders(Database& fresh) : m_fresh(fresh) {}

    /// Newest ledger first. @throws LedgerError when it cannot be read to its end; what was found
    /// till then is kept
    void takeFrom(Database& before);
    /// Of all ledgers, in sentences with what to do.
    [[nodiscard]] QStringList findings();

private:
    void take(Database& before, const OrderKey& key);
    [[nodiscard]] bool isFirst(const QString& name);
    [[nodiscard]] bool isThere(const OrderKey& key);
    void stop(Database& before, const OrderKey& key);

    Database& m_fresh;
    QSet<QString> m_named;
    QStringList m_labelled; ///< stopped, with what is known of their labels
    QStringList m_stopped;  ///< somebody stopped them after the backup; no label of them is known
    QList<OrderKey> m_missing; ///< those without any label
};

} // namespace packbench
