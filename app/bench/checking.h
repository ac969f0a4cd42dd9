#pragma once

#include "bench/snapshot.h"

#include <atomic>

namespace packbench {

/// What the screen says while it is looked up whether the last step was recorded.
[[nodiscard]] StationSnapshot checkingSnapshot(StationSnapshot standing);

/// Waits before the ledger is opened again, longer each time, 2 s at most. @returns false at once
/// when the bench closes.
[[nodiscard]] bool mayLookAgain(int attempt, const std::atomic<bool>& closes);

} // namespace packbench
