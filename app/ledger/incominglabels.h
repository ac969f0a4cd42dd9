#pragma once

#include "ledger/records.h"

#include <optional>

namespace packbench {

class Database;

/// Ready-made labels that came from elsewhere, and what became of each.
class IncomingLabels {
public:
    explicit IncomingLabels(Database& database) : m_database(database) {}

    qint64 add(const IncomingLabel& label);
    void arrivedAgain(qint64 id);
    /// Another verdict: state, order, waybill, reason and detail. Refuses (LedgerError::Constraint)
    /// what `mayBecome` does not allow; a second MATCHED label of an order, too.
    void decide(const IncomingLabel& label);
    /// It is the page of this parcel's label from now on. Only a MATCHED one.
    void use(qint64 id, qint64 parcelId);

    [[nodiscard]] std::optional<IncomingLabel> find(qint64 id);
    /// The one that waits for this order's label.
    [[nodiscard]] std::optional<IncomingLabel> ofOrder(qint64 orderId);
    /// The one this parcel's label was made of.
    [[nodiscard]] std::optional<IncomingLabel> ofParcel(qint64 parcelId);
    /// DOUBLED ones of this order, oldest first, without pictures: a further carton may take one.
    [[nodiscard]] QList<IncomingLabel> doubledOf(qint64 orderId);
    /// Of the same page of the same job, unless that was discarded; without its picture.
    [[nodiscard]] std::optional<IncomingLabel> byJob(const QString& jobKey);
    [[nodiscard]] bool wasSeen(const QString& jobKey); ///< discarded ones count, too
    /// Those that wait for a person, newest first, without pictures.
    [[nodiscard]] QList<IncomingLabel> waiting(int atMost);
    [[nodiscard]] QList<IncomingLabel> newest(int atMost); ///< all, without pictures
    [[nodiscard]] qint64 countWaiting();
    /// Ids of UNMATCHED ones behind `after`, oldest first.
    /// Matched ones whose order is not to be packed any more.
    [[nodiscard]] QList<qint64> matchedToStopped();
    [[nodiscard]] QList<qint64> unmatched(qint64 after, int atMost);

private:
    Database& m_database;
};

} // namespace packbench
