#pragma once

#include "shipping/instant.h"
#include "shipping/workingcalendar.h"

#include <QList>
#include <QTime>

namespace packbench {

/// Cut-off times of the day's dispatch waves, earliest first; 10:00 and 16:00 by default.
using WavePlan = QList<QTime>;

[[nodiscard]] WavePlan defaultWaves();

/// When the wave leaves that an order paid at `paidAt` belongs to: the first cut-off at or after
/// the payment on a working day, else the first cut-off of the next working day (floor rule 8).
[[nodiscard]] Instant waveOf(Instant paidAt, const WavePlan& waves,
                             const WorkingCalendar& calendar);

} // namespace packbench
