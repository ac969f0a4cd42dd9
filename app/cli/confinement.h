#pragma once

#include <QString>

namespace packbench {

/// What packbench-reader may use.
struct Confinement {
    qint64 memoryBytes = qint64(1) << 30; ///< of addresses
    int seconds = 80;                     ///< of computing
};

/// From here on this process and its threads have no network, start no program, write, rename or
/// remove no file, and die when they use more than they may. Nothing takes it back. The first
/// thing that could not be had, in a sentence; empty when all holds.
[[nodiscard]] QString confine(const Confinement& limits);

} // namespace packbench
