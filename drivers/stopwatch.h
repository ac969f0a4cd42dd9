#pragma once

#include <QtGlobal>

#include <functional>

namespace packbench {

/// Milliseconds since some moment; only differences mean anything. No time of day.
using Stopwatch = std::function<qint64()>;

[[nodiscard]] Stopwatch steadyStopwatch();

} // namespace packbench
