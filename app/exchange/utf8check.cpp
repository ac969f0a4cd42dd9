#include "exchange/utf8check.h"

namespace packbench {

void Utf8Check::spoil() {
    ++m_bad;
    m_missing = 0;
    if (m_firstBadLine == 0) {
        m_firstBadLine = m_line;
    }
}

// Unicode Standard 15.0, table 3-7: well-formed UTF-8 byte sequences.
void Utf8Check::begin(unsigned char byte) {
    m_low = 0x80;
    m_high = 0xBF;
    if (byte < 0x80) {
        m_zeros += byte == 0 ? 1 : 0;
        m_line += byte == '\n' ? 1 : 0;
    } else if (byte >= 0xC2 && byte <= 0xDF) {
        m_missing = 1;
    } else if (byte >= 0xE0 && byte <= 0xEF) {
        m_missing = 2;
        m_low = byte == 0xE0 ? 0xA0 : 0x80;
        m_high = byte == 0xED ? 0x9F : 0xBF;
    } else if (byte >= 0xF0 && byte <= 0xF4) {
        m_missing = 3;
        m_low = byte == 0xF0 ? 0x90 : 0x80;
        m_high = byte == 0xF4 ? 0x8F : 0xBF;
    } else {
        spoil();
    }
}

void Utf8Check::feed(const QByteArray& bytes) {
    for (const char raw : bytes) {
        const auto byte = static_cast<unsigned char>(raw);
        if (m_missing == 0) {
            begin(byte);
        } else if (byte < m_low || byte > m_high) {
            spoil();
            begin(byte);
        } else {
            m_low = 0x80;
            m_high = 0xBF;
            m_good += --m_missing == 0 ? 1 : 0;
        }
    }
}

} // namespace packbench
