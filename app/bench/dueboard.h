#pragma once

#include "bench/benchsettings.h"
#include "bench/boards.h"

namespace packbench {

class Ledger;

/// The due board as of `now`: at most `atMost` rows, overdue first. Counts cover the same rows.
[[nodiscard]] DueBoard dueBoard(Ledger& ledger, const BenchSettings& settings,
                                const WorkingCalendar& calendar, Instant now, int atMost = 500);

/// What the top strip says of the wave that leaves next.
struct NextWave {
    std::optional<Instant> at;
    std::optional<Instant> limitAt; ///< earliest limit of all that is open
    int left = 0;
    int total = 0;
};
[[nodiscard]] NextWave nextWave(Ledger& ledger, const BenchSettings& settings,
                                const WorkingCalendar& calendar, Instant now);

} // namespace packbench
