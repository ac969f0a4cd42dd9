#pragma once

#include "shipping/instant.h"
#include "shipping/workingcalendar.h"

#include <optional>

namespace packbench {

/// No real calendar rests longer; one that does is broken and must not stop the bench.
constexpr int kLongestRest = 400;

/// 00:00 of a date; where the clocks skip midnight, the first moment of that date.
[[nodiscard]] Instant startOf(QDate date, const WorkingCalendar& calendar);
[[nodiscard]] QDate dateOf(Instant at, const WorkingCalendar& calendar);

/// `date` itself when it is a working day, else the next one; nothing within kLongestRest days.
[[nodiscard]] std::optional<QDate> workingDayFrom(QDate date, const WorkingCalendar& calendar);

} // namespace packbench
