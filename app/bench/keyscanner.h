#pragma once

#include <QList>
#include <QString>

#include <memory>

namespace packbench {

/// One key press as the window system reported it.
struct KeyStroke {
    QString text;            ///< what the key types, empty for modifiers
    int key = 0;             ///< Qt::Key
    quint64 timestampMs = 0; ///< the event's own time
    bool autoRepeat = false;
    bool control = false;
};

enum class KeyFate { Held, Passed, Scanned };

/// The screens' face on the keyboard-wedge driver: tells a scanner's burst from typing.
class KeyScanner {
public:
    KeyScanner();
    ~KeyScanner();
    KeyScanner(const KeyScanner&) = delete;
    KeyScanner& operator=(const KeyScanner&) = delete;

    [[nodiscard]] KeyFate press(const KeyStroke& key);
    [[nodiscard]] QString takeScan();
    /// Held keys that turned out to be typing, to be replayed in order.
    [[nodiscard]] QList<KeyStroke> takeTyped();
    [[nodiscard]] bool isHolding() const;

    static constexpr int kGapMs = 35;

private:
    struct Wedge;
    std::unique_ptr<Wedge> m_wedge;
};

} // namespace packbench
