#pragma once

#include "bench/clock.h"

#include <QString>

#include <optional>

namespace packbench {

class Ledger;

/// The wall clock stands before what the ledger already holds.
struct ClockBehind {
    Instant read;
    Instant newest;
};

/// The wall clock jumped: it reads `read` where `expected` was due.
struct ClockStep {
    Instant expected;
    Instant read;
};

/// Watches the wall clock: against the monotonic one for steps, against the ledger's newest record
/// for a time that cannot be. Steps go into the ledger. Small corrections, as time servers make
/// them, are none. A simulation ledger is not watched: there the clock is steered.
class ClockWatch {
public:
    ClockWatch(Ledger& ledger, const Clock& clock);

    /// With every scan, before it is journalled.
    void look(const QString& bench, const QString& badge);
    /// Why nothing may be dispatched now; nothing when the clock may be right.
    [[nodiscard]] std::optional<ClockBehind> behind();
    /// Somebody who may say so says that the clock is right and the newer records are not.
    /// @returns whether there was anything to say.
    bool confirm(const QString& bench, const QString& badge);
    /// A step nobody was told of yet.
    [[nodiscard]] std::optional<ClockStep> takeStep();

private:
    [[nodiscard]] std::optional<ClockStep> stepNow();

    Ledger& m_ledger;
    const Clock& m_clock;
    bool m_isSteered;
    struct Reading {
        Instant wall;
        qint64 monotonicMs = 0;
    };
    std::optional<Reading> m_last;
    std::optional<ClockStep> m_untold;
};

} // namespace packbench
