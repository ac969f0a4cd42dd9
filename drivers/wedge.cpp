#include "drivers/wedge.h"

#include <Qt>

#include <algorithm>
#include <utility>

namespace packbench {
namespace {

constexpr QChar kGroupSeparator(0x1d);

bool isModifier(int key) {
    return (key >= Qt::Key_Shift && key <= Qt::Key_ScrollLock) || key == Qt::Key_AltGr ||
           key == Qt::Key_Super_L || key == Qt::Key_Super_R || key == Qt::Key_Mode_switch;
}

bool isSuffix(const WedgeKey& key) {
    return key.key == Qt::Key_Return || key.key == Qt::Key_Enter || key.key == Qt::Key_Tab ||
           key.text == u"\r" || key.text == u"\n" || key.text == u"\t";
}

bool isCharacter(const WedgeKey& key) {
    if (key.text == kGroupSeparator)
        return true;
    const auto isPrintable = [](QChar c) { return c.isPrint() || c.isSurrogate(); };
    return !key.control && !key.text.isEmpty() &&
           std::all_of(key.text.cbegin(), key.text.cend(), isPrintable);
}

// A clock that jumped back does not continue a burst.
bool isWithinGap(quint64 before, quint64 now) {
    return now >= before && now - before <= quint64(WedgeAssembler::kGapMs);
}

QString textOf(const QList<WedgeKey>& keys) {
    QString text;
    for (const WedgeKey& key : keys)
        if (!isModifier(key.key))
            text += key.text;
    return text;
}

} // namespace

bool WedgeAssembler::isInBurst(const WedgeKey& key) const {
    return !m_held.isEmpty() && isWithinGap(m_held.last().timestampMs, key.timestampMs);
}

WedgeAssembler::Fate WedgeAssembler::pass() {
    m_typed += std::exchange(m_held, {});
    return Fate::Passed;
}

WedgeAssembler::Fate WedgeAssembler::end(const WedgeKey& key, bool inBurst) {
    if (!inBurst && m_scanEndedMs && isWithinGap(*m_scanEndedMs, key.timestampMs)) {
        m_scanEndedMs = key.timestampMs;
        return Fate::Held;
    }
    const QString text = textOf(m_held);
    if (!inBurst || text.size() < kShortestScan)
        return pass();
    m_scan = text;
    m_held.clear();
    m_scanEndedMs = key.timestampMs;
    return Fate::Scanned;
}

WedgeAssembler::Fate WedgeAssembler::press(const WedgeKey& key) {
    const bool inBurst = isInBurst(key);
    if (isModifier(key.key)) {
        if (!inBurst)
            return Fate::Passed;
        m_held.append(key);
        return Fate::Held;
    }
    if (isSuffix(key))
        return end(key, inBurst);
    // X11 flags equal digits of a scan as repeats; a repeat outside a burst is a key held down.
    if (!isCharacter(key) || (key.autoRepeat && !inBurst) || m_held.size() >= kLongestScan)
        return pass();
    if (!inBurst)
        m_typed += std::exchange(m_held, {});
    m_held.append(key);
    return Fate::Held;
}

QString WedgeAssembler::takeScan() {
    return std::exchange(m_scan, {});
}

QList<WedgeKey> WedgeAssembler::takeTyped() {
    QList<WedgeKey> typed = std::exchange(m_typed, {});
    typed += std::exchange(m_held, {});
    return typed;
}

} // namespace packbench
