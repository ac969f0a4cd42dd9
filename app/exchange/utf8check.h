#pragma once

#include <QByteArray>

namespace packbench {

/// Counts well-formed and broken UTF-8 characters of a text that comes in pieces.
class Utf8Check {
public:
    void feed(const QByteArray& bytes);

    [[nodiscard]] bool hasZero() const { return m_zeros > 0; }
    [[nodiscard]] bool isClean() const { return m_bad == 0 && m_missing == 0; }
    /// Well-formed up to the last character, whose rest is missing.
    [[nodiscard]] bool isCut() const { return m_bad == 0 && m_missing > 0 && m_good > 0; }
    /// Broken here and there, but no other encoding makes so many characters come out right.
    [[nodiscard]] bool isMostlyUtf8() const { return m_good > 4 * m_bad; }
    [[nodiscard]] int firstBadLine() const { return m_firstBadLine; }

private:
    void begin(unsigned char byte);
    void spoil();

    int m_missing = 0;          ///< bytes the open character still wants
    unsigned char m_low = 0x80; ///< what its next byte may be
    unsigned char m_high = 0xBF;
    int m_line = 1;
    int m_firstBadLine = 0;
    qint64 m_zeros = 0;
    qint64 m_good = 0; ///< characters of two bytes and more
    qint64 m_bad = 0;
};

} // namespace packbench
