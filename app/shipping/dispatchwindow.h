#pragma once

#include "shipping/instant.h"
#include "shipping/workingcalendar.h"

#include <optional>

namespace packbench {

/// By when an order shall leave (24 h goal) and must have left (48 h limit), floor rule 9.
struct DispatchWindow {
    Instant goalAt;
    Instant limitAt;
    /// False when a date the clock ran on or stood still on is of a year no calendar announces.
    bool calendarKnown = true;

    bool operator==(const DispatchWindow&) const = default;
};

/// The window of an order paid at `paidAt`. Working time is time that passes: where clocks are
/// shifted, a working day has 23 or 25 hours. A calendar without a working day in 400 days is
/// broken; the clock then runs through and the window says that the calendar is not known. A
/// platform's promised time, where given and earlier than the limit, becomes the limit; where
/// earlier than the goal, the goal too.
[[nodiscard]] DispatchWindow dispatchWindow(Instant paidAt, const WorkingCalendar& calendar,
                                            std::optional<Instant> promisedAt = {});

enum class DueState { Due, Late, Overdue }; ///< before the goal, after the goal, after the limit

[[nodiscard]] DueState dueState(const DispatchWindow& window, Instant now);
[[nodiscard]] QString word(DueState state);

} // namespace packbench
