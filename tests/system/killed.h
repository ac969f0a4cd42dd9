#pragma once

#include "program.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace packbench {

/// Why no program can be killed at a system call here (no strace, no ptrace); empty = it can.
[[nodiscard]] QString cannotKill();

/// The Nth call of one name in a thread: strace counts each name and each thread for itself.
struct FileCall {
    QByteArray name;
    int nth = 1;

    bool operator==(const FileCall&) const = default;
};

/// What packctl came to when it was killed (-9) as it began that call, in any of its threads.
struct Killed {
    bool wasKilled = false; ///< false: it made fewer of these calls and ran to its end
    Ended ended;
};
[[nodiscard]] Killed packctlKilledAt(const FileCall& call, const QStringList& arguments);
/// The calls that change a file, as they come when nobody kills it.
[[nodiscard]] QList<FileCall> callsOf(const QStringList& arguments);

/// Runs the command with a kill at its first, second, third … call. `prepare` makes the world new
/// before each, `judge` looks at what is left. All of them when PACKBENCH_EVERY_KILL is set, else a
/// slice: the first and last ones and some between, by a fixed seed.
/// @returns how many were killed
int killAtEvery(const QStringList& arguments, const std::function<void()>& prepare,
                const std::function<void(int nth, const Killed&)>& judge);

} // namespace packbench
