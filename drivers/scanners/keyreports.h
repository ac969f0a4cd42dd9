#pragma once

#include "drivers/inputdevice.h"

#include <optional>

namespace packbench {

/// How a keyboard scanner was set to type.
enum class KeyLayout { Us, German, French };

/// Reads a keyboard scanner by its own key reports (HID 1.11, appendix B), past the system's
/// layout, input methods and focus. Pure: fed with reports and times.
class KeyReports {
public:
    explicit KeyReports(KeyLayout layout = KeyLayout::Us) : m_layout(layout) {}

    /// One report of eight bytes: modifiers, a reserved byte, up to six keys held.
    /// @returns the code once its suffix (Enter or Tab) came.
    [[nodiscard]] std::optional<ScannedCode> take(const QByteArray& report, qint64 now);
    /// What was typed without a suffix, once no key came for `kGapMs`.
    [[nodiscard]] std::optional<ScannedCode> takeAfterSilence(qint64 now);
    [[nodiscard]] bool isHolding() const { return !m_text.isEmpty(); }
    void forget();

    static constexpr qint64 kGapMs = 100;
    static constexpr qsizetype kLongest = 4096;

private:
    [[nodiscard]] std::optional<ScannedCode> finish(QByteArray suffix);
    [[nodiscard]] QString characterOf(unsigned key, unsigned modifiers) const;

    KeyLayout m_layout;
    QByteArray m_held; ///< keys of the report before
    QString m_text;
    qint64 m_lastAt = 0;
};

} // namespace packbench
