#include "bench/scanqueue.h"

namespace packbench {

namespace {

constexpr int kFlood = 50;
constexpr quint64 kShownOfFlood = 16; ///< one of so many

} // namespace

bool ScanQueue::put(StationScan scan) {
    const std::lock_guard guard(m_mutex);
    if (m_scans.size() >= size_t(kMost)) {
        ++m_refused;
        return false;
    }
    m_scans.push_back(std::move(scan));
    return true;
}

std::optional<StationScan> ScanQueue::take() {
    const std::lock_guard guard(m_mutex);
    if (m_scans.empty())
        return std::nullopt;
    StationScan scan = std::move(m_scans.front());
    m_scans.pop_front();
    return scan;
}

int ScanQueue::waiting() const {
    const std::lock_guard guard(m_mutex);
    return int(m_scans.size());
}

int ScanQueue::refused() const {
    const std::lock_guard guard(m_mutex);
    return m_refused;
}

bool ScanQueue::isShown(int waiting) {
    return waiting <= kFlood || ++m_unshown % kShownOfFlood == 0;
}

} // namespace packbench
