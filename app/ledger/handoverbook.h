#pragma once

#include "ledger/records.h"

namespace packbench {

class Database;

/// A courier's pick-up: driver, vehicle, parcels counted and signed.
struct Handover {
    qint64 id = 0;
    QString courier; ///< key
    QString driver;
    QString vehicle;
    QString bench;
    QString badge; ///< who opened it
    Instant openedAt;
    std::optional<Instant> closedAt;
    int counted = 0;  ///< what the driver counted, once closed
    QString signedBy; ///< whose signature, once closed
    int parcels = 0;  ///< scanned onto it; kept by the ledger

    bool operator==(const Handover&) const = default;
};

/// A parcel that left, on a list or missed by one.
struct HandoverParcel {
    qint64 parcelId = 0;
    OrderKey key;
    QString waybill;
    QString courier;
    Instant dispatchedAt;
    std::optional<Instant> listedAt; ///< nothing = it is on no list

    bool operator==(const HandoverParcel&) const = default;
};

/// The hand-over lists: which parcels went onto which courier's vehicle. A parcel is on one list,
/// a courier has one open list, a closed one stays what it is.
class HandoverBook {
public:
    explicit HandoverBook(Database& database) : m_database(database) {}

    /// Refuses (LedgerError::Constraint) a second open list of the courier. @returns its id.
    qint64 open(const Handover& handover);
    [[nodiscard]] std::optional<Handover> find(qint64 id);
    [[nodiscard]] std::optional<Handover> openOf(const QString& courier);
    /// Oldest first, by when it was opened; `from` and `until` (exclusive) may be empty.
    [[nodiscard]] QList<Handover> list(std::optional<Instant> from = {},
                                       std::optional<Instant> until = {});
    /// Refuses (LedgerError::Constraint) a parcel that never left, is on a list, or a closed list.
    void add(qint64 id, qint64 parcelId, Instant at, const QString& badge);
    /// The list a parcel is on, 0 = none.
    [[nodiscard]] qint64 ofParcel(qint64 parcelId);
    [[nodiscard]] QList<HandoverParcel> parcels(qint64 id);
    /// What left since `from` with that courier and is on no list.
    [[nodiscard]] QList<HandoverParcel> missed(const QString& courier, Instant from);
    /// Driver, vehicle, count and signature as given; refuses a list that is closed.
    void close(const Handover& handover);

private:
    Database& m_database;
};

} // namespace packbench
