#pragma once

#include "ledger/records.h"

namespace packbench {

class Database;

/// What left, when, by whom, and whether in time.
class DispatchBook {
public:
    explicit DispatchBook(Database& database) : m_database(database) {}

    void add(const DispatchRecord& dispatch);
    /// Oldest first; `from` and `until` (exclusive) may be empty.
    [[nodiscard]] QList<DispatchRecord> list(std::optional<Instant> from = {},
                                             std::optional<Instant> until = {});
    [[nodiscard]] std::optional<DispatchRecord> ofParcel(qint64 parcelId);
    void setLateReason(qint64 parcelId, const QString& reason);
    [[nodiscard]] qint64 countSince(Instant from);

private:
    Database& m_database;
};

} // namespace packbench
