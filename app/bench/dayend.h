#pragma once

#include "bench/benchsettings.h"
#include "exchange/dayendsheet.h"
#include "ledger/clockbook.h"
#include "ledger/handoverbook.h"
#include "shipping/reconciliation.h"

#include <QDate>

namespace packbench {

class Ledger;

/// How a day in the warehouse ended: printed, applied, handed over, and what is missing.
struct DayEnd {
    QDate day;
    Instant from;
    Instant until; ///< exclusive
    DayReckoning reckoning;
    QList<Handover> handovers; ///< opened that day
    QList<ClockEvent> clockEvents;

    bool operator==(const DayEnd&) const = default;
};

/// The day in the warehouse's zone that `at` falls into.
[[nodiscard]] QDate warehouseDay(const WorkingCalendar& calendar, Instant at);
[[nodiscard]] DayEnd dayEnd(Ledger& ledger, const WorkingCalendar& calendar, QDate day);

/// The sheet to be printed and signed. `auditHead` is the newest entry of the audit chain, where
/// one is kept; it is printed so that it stands outside this computer.
[[nodiscard]] DayEndSheet dayEndSheet(const DayEnd& day, const BenchSettings& settings,
                                      Instant madeAt, const QString& auditHead = {});

} // namespace packbench

Q_DECLARE_METATYPE(packbench::DayEnd)
