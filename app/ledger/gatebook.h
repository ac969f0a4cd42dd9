#pragma once

#include "ledger/records.h"
#include "shipping/gaterule.h"

namespace packbench {

class Database;

/// What was scanned at the gate when a parcel left.
struct GatePass {
    qint64 parcelId = 0;
    QString identity; ///< word(BoxIdentity)
    QString box;      ///< the identity as scanned
    QString label;    ///< the label as scanned
    int copyNo = 0;   ///< 0 = a label that was not printed here

    bool operator==(const GatePass&) const = default;
};

/// Box codes and what passed the gate.
class GateBook {
public:
    explicit GateBook(Database& database) : m_database(database) {}

    /// Refuses (LedgerError::Constraint) a code that is on another box already.
    void assignBox(const QString& code, qint64 orderId, Instant at, const QString& badge);
    [[nodiscard]] std::optional<qint64> orderOfBox(const QString& code);
    /// Of a parcel whose dispatch is recorded already.
    void add(const GatePass& pass);
    [[nodiscard]] std::optional<GatePass> ofParcel(qint64 parcelId);
    [[nodiscard]] qint64 countSince(Instant from);

private:
    Database& m_database;
};

} // namespace packbench
