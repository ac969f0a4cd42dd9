#pragma once

#include "ledger/records.h"
#include "shipping/reconciliation.h"

namespace packbench {

class Database;

/// What the ledger knows of the parcels of a day, for its reckoning.
class DayBook {
public:
    explicit DayBook(Database& database) : m_database(database) {}

    /// Every parcel that something happened to from `from` to `until` (exclusive), whose label was
    /// sent or that left since `since`, and all that have a number and have not left.
    [[nodiscard]] QList<ParcelTrace> parcels(Instant since, Instant from, Instant until);

private:
    [[nodiscard]] std::optional<ParcelTrace> parcel(qint64 id);
    [[nodiscard]] QList<CopyTrace> copies(qint64 parcelId);

    Database& m_database;
};

} // namespace packbench
