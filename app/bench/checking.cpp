#include "bench/checking.h"

#include <QThread>

#include <algorithm>

namespace packbench {

StationSnapshot checkingSnapshot(StationSnapshot standing) {
    standing.verdict = Verdict::Wait;
    standing.notice = {NoticeCode::LedgerChecking, {}};
    standing.refusal.reset();
    return standing;
}

bool mayLookAgain(int attempt, const std::atomic<bool>& closes) {
    constexpr int kSliceMs = 50;
    constexpr int kMostSlices = 40;
    const int slices = std::clamp((attempt - 1) * 4, 0, kMostSlices);
    for (int i = 0; i < slices && !closes; ++i)
        QThread::msleep(kSliceMs);
    return !closes;
}

} // namespace packbench
