#pragma once

#include "drivers/inputdevice.h"

#include <QList>

namespace packbench {

/// Cuts a serial scanner's stream into codes: at CR, LF, CR LF or Tab, and where none is sent,
/// after a silence; where the last code had one, it is waited for longer. Pure: fed with bytes and
/// times.
class LineAssembler {
public:
    [[nodiscard]] QList<ScannedCode> take(const QByteArray& bytes, qint64 now);
    [[nodiscard]] QList<ScannedCode> takeAfterSilence(qint64 now);
    [[nodiscard]] bool isHolding() const { return !m_line.isEmpty(); }
    void forget() {
        m_line.clear();
        m_isNoise = false;
    }

    static constexpr qint64 kGapMs = 100;
    static constexpr qint64 kLongGapMs = 500;
    static constexpr qsizetype kLongest =
        8192; ///< more without an end is noise: dropped up to its end, and counted
    [[nodiscard]] int dropped() const { return m_dropped; }

private:
    void finish(QByteArray suffix, QList<ScannedCode>& codes);

    QByteArray m_line;
    bool m_isNoise = false;
    qint64 m_lastAt = 0;
    int m_dropped = 0;
    bool m_sendsSuffix = false;
};

} // namespace packbench
