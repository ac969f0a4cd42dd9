#pragma once

#include "shipping/instant.h"
#include "shipping/labelstate.h"
#include "shipping/order.h"

#include <QList>
#include <QString>

#include <optional>

namespace packbench {

/// One copy of a label, as far as the day's reckoning asks.
struct CopyTrace {
    int copyNo = 1;
    CopyState state = CopyState::Prepared;
    Instant stateAt;
    std::optional<Instant> sentAt;
    std::optional<Instant> boundAt;
    QString waybill{}; ///< printed on it; a redone parcel has another one now

    bool operator==(const CopyTrace&) const = default;
};

/// What happened to one parcel, from the first byte of its label to the courier's vehicle.
struct ParcelTrace {
    qint64 parcelId = 0;
    OrderKey key;
    QString waybill;
    QString courier;                    ///< key, empty = not known
    std::optional<WaybillState> number; ///< nothing when it has no live number
    QList<CopyTrace> copies;            ///< oldest first; none = a label that was not printed here
    std::optional<Instant> scannedBackAt; ///< a label on the parcel was scanned at a bench
    std::optional<Instant> dispatchedAt;
    std::optional<Instant> listedAt; ///< scanned onto the courier's hand-over list
    qint64 handoverId = 0;           ///< that list, 0 = none

    bool operator==(const ParcelTrace&) const = default;
};

/// What is missing on either side, or has to be known, at the end of a day.
enum class DayFinding {
    PrintedNotApplied, ///< a label came out and is on no parcel
    AppliedNotGone,    ///< the label is on the parcel, the parcel is still here
    GoneNotListed,     ///< it left and is on no courier's list
    ListedNotGone,     ///< it is on a list without having left: never, unless the ledger is broken
    GoneNotPrinted,    ///< it left with a label that was not printed here
    Voided,            ///< a copy was given up: the paper must be destroyed
    Uncertain          ///< nobody knows whether its label came out
};

struct DayFindingRow {
    DayFinding finding = DayFinding::PrintedNotApplied;
    qint64 parcelId = 0;
    OrderKey key;
    QString waybill;
    QString courier;
    Instant since;      ///< when what is there happened
    bool older = false; ///< before this day: it was carried over

    bool operator==(const DayFindingRow&) const = default;
};

/// Parcels of one courier that day.
struct CourierDay {
    QString courier;
    int printed = 0; ///< parcels whose label was sent to a printer
    int applied = 0; ///< parcels whose label was scanned on them
    int gone = 0;    ///< dispatched
    int listed = 0;  ///< scanned onto the courier's list

    bool operator==(const CourierDay&) const = default;
};

/// One day, printed against applied against handed over.
struct DayReckoning {
    QList<CourierDay> couriers; ///< by key
    CourierDay total;
    QList<DayFindingRow> findings; ///< by kind, oldest first

    [[nodiscard]] int count(DayFinding finding) const;
    bool operator==(const DayReckoning&) const = default;
};

/// How the day from `from` to `until` (exclusive) ended. What happened later has not happened yet.
/// Parcels that left are only asked for on a list where `usesLists`.
[[nodiscard]] DayReckoning reckonDay(const QList<ParcelTrace>& parcels, Instant from, Instant until,
                                     bool usesLists);

[[nodiscard]] QString word(DayFinding finding);

} // namespace packbench
