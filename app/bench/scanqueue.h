#pragma once

#include "bench/station.h"

#include <deque>
#include <mutex>

namespace packbench {

/// Scans on their way from the window to the bench thread: in order, counted, and never more than
/// memory is set aside for. One that finds no room is not taken and is told to the person.
class ScanQueue {
public:
    static constexpr int kMost = 20'000; ///< twice what 1,000 scans a second bring in 10 s

    /// @returns false when there is no room
    [[nodiscard]] bool put(StationScan scan);
    [[nodiscard]] std::optional<StationScan> take();
    [[nodiscard]] int waiting() const;
    [[nodiscard]] int refused() const; ///< not taken since the start
    /// Whether a snapshot is shown while so many scans wait: in a flood one of some, the last
    /// always. Asked in the bench thread only.
    [[nodiscard]] bool isShown(int waiting);

private:
    mutable std::mutex m_mutex;
    std::deque<StationScan> m_scans;
    int m_refused = 0;
    quint64 m_unshown = 0;
};

} // namespace packbench
