#include "bench/repeatfilter.h"

namespace packbench {

bool RepeatFilter::isRepeat(const QString& device, const QString& text, qint64 monotonicMs) {
    const auto last = m_last.constFind(device);
    if (last != m_last.cend() && last->text == text && monotonicMs - last->atMs < m_repeatMs)
        return true;
    m_last.insert(device, {text, monotonicMs});
    return false;
}

} // namespace packbench
