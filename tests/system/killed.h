#pragma once

#include "program.h"

#include <functional>

namespace packbench {

/// Why no program can be killed at a system call here (no strace, no ptrace); empty = it can.
[[nodiscard]] QString cannotKill();

/// What packctl came to when it was killed (-9) as it began its Nth of these system calls, in any
/// of its threads.
struct Killed {
    bool wasKilled = false; ///< false: it made fewer of these calls and ran to its end
    Ended ended;
};
[[nodiscard]] Killed packctlKilledAt(int nth, const QStringList& arguments);
/// How many of these calls it makes when nobody kills it.
[[nodiscard]] int countCalls(const QStringList& arguments);

/// Runs the command with a kill at N = 1, 2, 3 … up to its last call. `prepare` makes the world new
/// before each, `judge` looks at what is left. All of them when PACKBENCH_EVERY_KILL is set, else a
/// slice: the first and last ones and some between, by a fixed seed.
/// @returns how many were killed
int killAtEvery(const QStringList& arguments, const std::function<void()>& prepare,
                const std::function<void(int nth, const Killed&)>& judge);

} // namespace packbench
