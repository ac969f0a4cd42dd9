#pragma once

#include "bench/clockwatch.h"
#include "bench/notice.h"

#include <QTimeZone>

namespace packbench {

/// "2026-09-21 10:15:03" in the warehouse's zone.
[[nodiscard]] QString shownTime(Instant at, const QTimeZone& zone);
/// Why nothing is dispatched: what the clock reads, what the newest record says.
[[nodiscard]] Notice clockBehindNotice(const ClockBehind& wrong, const QTimeZone& zone);
[[nodiscard]] Notice clockStepNotice(const ClockStep& step, const QTimeZone& zone);

} // namespace packbench
