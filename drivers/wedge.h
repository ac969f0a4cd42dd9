#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace packbench {

/// One key press as the window system reported it.
struct WedgeKey {
    QString text;            ///< what the key types, empty for modifiers
    int key = 0;             ///< Qt::Key
    quint64 timestampMs = 0; ///< the event's own time, never the time of arrival
    bool autoRepeat = false;
    bool control = false;
};

/// Tells a keyboard-wedge scanner's burst from a person typing, by inter-key time alone:
/// at most 35 ms between keys, at least 4 characters, suffix Return, Enter, Tab, CR or LF.
/// Pure: fed with keys and times, holds back what may be part of a scan.
class WedgeAssembler {
public:
    enum class Fate {
        Held,   ///< may belong to a scan: keep it from the focused item
        Passed, ///< not part of a scan: let it through
        Scanned ///< the suffix of a scan: `takeScan()` has the text
    };
    [[nodiscard]] Fate press(const WedgeKey& key);
    [[nodiscard]] QString takeScan();
    /// Keys held back that turned out to be typing, to be replayed in order; call when a press
    /// came back as Passed or Scanned, or when the burst has been silent for longer than the gap.
    [[nodiscard]] QList<WedgeKey> takeTyped();
    [[nodiscard]] bool isHolding() const { return !m_held.isEmpty(); }

    static constexpr int kGapMs = 35;
    static constexpr int kShortestScan = 4;
    static constexpr int kLongestScan = 4096;

private:
    [[nodiscard]] bool isInBurst(const WedgeKey& key) const;
    [[nodiscard]] Fate end(const WedgeKey& key, bool inBurst);
    [[nodiscard]] Fate pass();

    QList<WedgeKey> m_held;
    QList<WedgeKey> m_typed;
    QString m_scan;
    std::optional<quint64> m_scanEndedMs; ///< a second suffix right after belongs to the scan
};

} // namespace packbench
