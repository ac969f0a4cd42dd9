#pragma once

#include <QHash>
#include <QString>

namespace packbench {

/// A trigger that bounces: the same code from the same scanner within the repeat time counts once.
/// Nothing slower is ever dropped. Times are the monotonic clock's.
class RepeatFilter {
public:
    explicit RepeatFilter(int repeatMs) : m_repeatMs(repeatMs) {}
    [[nodiscard]] bool isRepeat(const QString& device, const QString& text, qint64 monotonicMs);

private:
    struct Last {
        QString text;
        qint64 atMs = 0;
    };
    int m_repeatMs;
    QHash<QString, Last> m_last;
};

} // namespace packbench
