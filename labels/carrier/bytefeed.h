#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <optional>

namespace packbench {

/// What came of a stream and is not read yet; looking for a line's end never begins anew.
class ByteFeed {
public:
    void add(const QByteArray& bytes) {
        if (m_at > 0 && m_at >= m_bytes.size() / 2) {
            m_bytes.remove(0, m_at);
            m_scanned -= m_at;
            m_at = 0;
        }
        m_bytes += bytes;
    }
    [[nodiscard]] QByteArrayView view() const { return QByteArrayView(m_bytes).sliced(m_at); }
    [[nodiscard]] qsizetype size() const { return m_bytes.size() - m_at; }

    void drop(qsizetype count) {
        m_at += std::min(count, size());
        m_scanned = std::max(m_scanned, m_at);
    }
    [[nodiscard]] QByteArray take(qsizetype count) {
        const QByteArray bytes = m_bytes.mid(m_at, count);
        drop(count);
        return bytes;
    }
    /// Takes bytes out of the middle of what is to be read.
    void cut(qsizetype from, qsizetype count) {
        m_bytes.remove(m_at + from, count);
        m_scanned = m_at;
    }

    /// How many bytes stand before the next CR or LF; nothing when none has come yet.
    [[nodiscard]] std::optional<qsizetype> lineLength() {
        for (; m_scanned < m_bytes.size(); ++m_scanned) {
            const char c = m_bytes.at(m_scanned);
            if (c == '\n' || c == '\r')
                return m_scanned - m_at;
        }
        return std::nullopt;
    }

private:
    QByteArray m_bytes;
    qsizetype m_at = 0;
    qsizetype m_scanned = 0;
};

} // namespace packbench
