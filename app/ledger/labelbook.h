#pragma once

#include "ledger/records.h"

#include <optional>

namespace packbench {

class Database;

/// Parcels and every copy of their labels.
class LabelBook {
public:
    explicit LabelBook(Database& database) : m_database(database) {}

    qint64 addParcel(const ParcelRecord& parcel);
    [[nodiscard]] std::optional<ParcelRecord> parcel(qint64 id);
    [[nodiscard]] std::optional<ParcelRecord> parcelOfOrder(qint64 orderId); ///< newest carton
    [[nodiscard]] std::optional<ParcelRecord> parcelByWaybill(const QString& number);
    /// Oldest first; cartons that were taken back are none of them any more.
    [[nodiscard]] QList<ParcelRecord> parcelsOfOrder(qint64 orderId);
    /// All cartons of the order are "of m" from now on.
    void setCartons(qint64 orderId, int cartons);
    /// A further carton (2 of m …) is none any more, with who said so and why; those behind it move
    /// up. Its number is VOID by then, or it never had one: then the row goes.
    void takeBack(const ParcelRecord& carton, const QString& reason, const QString& badge);
    void setWaybill(qint64 parcelId, const QString& number, const QString& courier);
    void setWeight(qint64 parcelId, int grams);

    /// A new copy in PREPARED. copy_no is the parcel's next. @returns its id.
    qint64 prepare(const LabelCopy& copy);
    /// Refuses (LedgerError::Constraint) what `mayBecome` does not allow.
    void setState(qint64 copyId, CopyState state, Instant at, qint64 bytesTaken = 0,
                  const QString& cause = {});
    /// Another page for a copy of which nothing was ever sent (PREPARED, FAILED-CLEAN): printer,
    /// language, bytes and picture. Refuses any other.
    void refit(const LabelCopy& copy);
    /// How it is known that it came out, and how many the printer counted.
    void setEvidence(qint64 copyId, LabelEvidence evidence,
                     std::optional<qint64> cameOut = std::nullopt);
    /// The printer's label counter as it stands before the copy's first byte.
    void setCounterBefore(qint64 copyId, qint64 counter);
    void setCause(qint64 copyId, const QString& cause);
    [[nodiscard]] std::optional<LabelCopy> copy(qint64 id);
    /// The parcel's newest copy that is not VOID.
    [[nodiscard]] std::optional<LabelCopy> current(qint64 parcelId);
    [[nodiscard]] QList<LabelCopy> ofOrder(qint64 orderId); ///< without bytes and pictures
    [[nodiscard]] QList<LabelCopy> newest(int atMost);      ///< without bytes
    /// Copies that may or may not have come out: SENDING (turned UNCERTAIN), UNCERTAIN, SENT.
    [[nodiscard]] QList<LabelCopy> unfinished();
    /// SENT to a printer that waits for paper or the like (`cause`); oldest first, without pages.
    [[nodiscard]] QList<LabelCopy> waiting();
    // For the screen after a start; without bytes.
    [[nodiscard]] QList<LabelCopy> uncertain(int atMost); ///< oldest first
    /// PREPARED, FAILED-CLEAN, SENT and PRINTED: they still need somebody. Oldest first.
    [[nodiscard]] QList<LabelCopy> toFinish(int atMost);
    /// VOID because somebody said none came out, and nothing was printed since. Newest first.
    [[nodiscard]] QList<LabelCopy> notThere(int atMost);
    [[nodiscard]] int countUncertain();
    /// At start-up: every SENDING becomes UNCERTAIN. @returns how many.
    int sendingBecomesUncertain(Instant at);

private:
    void changeState(qint64 copyId, CopyState state, Instant at, qint64 bytesTaken,
                     const QString& cause);

    Database& m_database;
};

} // namespace packbench
