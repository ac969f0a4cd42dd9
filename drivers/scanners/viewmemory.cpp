#include "drivers/scanners/viewmemory.h"

#include <utility>

namespace packbench {

QStringList ViewMemory::news(const QList<Sight>& sights, qint64 nowMs) {
    m_known.removeIf([nowMs](const auto& one) { return nowMs - one.value().seenMs > kGoneMs; });
    const QHash<QString, Known> before = m_known;
    QStringList fresh;
    for (const Sight& sight : sights) {
        const bool wasSeen = before.contains(sight.name);
        Known& known = m_known[sight.name];
        known.seenMs = nowMs;
        if ((sight.isCertain || wasSeen) && !std::exchange(known.isTold, true))
            fresh.append(sight.name);
    }
    return fresh;
}

} // namespace packbench
