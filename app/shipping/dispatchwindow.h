#pragma once

#include "shipping/instant.h"
#include "shipping/workingcalendar.h"

#include <optional>

namespace packbench {

/// By when an order shall leave (24 h goal) and must have left (48 h limit), floor rule 9.
struct DispatchWindow {
    Instant goalAt;
    Instant limitAt;
    bool calendarKnown = true;

    bool operator==(const DispatchWindow&) const = default;
};

/// The window of an order paid at `paidAt`. A platform's promised time, where given and earlier
/// than the limit, becomes the limit; where earlier than the goal, the goal too.
[[nodiscard]] DispatchWindow dispatchWindow(Instant paidAt, const WorkingCalendar& calendar,
                                            std::optional<Instant> promisedAt = {});

enum class DueState { Due, Late, Overdue }; ///< before the goal, after the goal, after the limit

[[nodiscard]] DueState dueState(const DispatchWindow& window, Instant now);
[[nodiscard]] QString word(DueState state);

} // namespace packbench
