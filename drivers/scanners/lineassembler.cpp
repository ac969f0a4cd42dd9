#include "drivers/scanners/lineassembler.h"

#include <utility>

namespace packbench {
namespace {

bool isEnd(char byte) {
    return byte == '\r' || byte == '\n' || byte == '\t';
}

bool hasAim(const QByteArray& line) {
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return line.size() > 3 && line[0] == ']' && isLetter(line[1]) && line[2] > ' ' &&
           line[2] < 0x7f;
}

} // namespace

void LineAssembler::finish(QByteArray suffix, QList<ScannedCode>& codes) {
    QByteArray line = std::exchange(m_line, {});
    // The end of noise is no code.
    if (std::exchange(m_isNoise, false) || line.isEmpty())
        return;
    ScannedCode code;
    code.raw = line + suffix;
    if (hasAim(line)) {
        code.aim = QString::fromLatin1(line.left(3));
        line.remove(0, 3);
    }
    code.text = codeTextFrom(line);
    m_sendsSuffix = !suffix.isEmpty();
    codes.append(code);
}

QList<ScannedCode> LineAssembler::take(const QByteArray& bytes, qint64 now) {
    QList<ScannedCode> codes = takeAfterSilence(now);
    m_lastAt = now;
    for (const char byte : bytes) {
        // The second half of CR LF finds an empty line and ends nothing.
        if (isEnd(byte))
            finish(QByteArray(1, byte), codes);
        else if (byte != '\0' && static_cast<unsigned char>(byte) != 0xff)
            m_line += byte;
        if (m_line.size() > kLongest) {
            m_line.truncate(1);
            m_dropped += m_isNoise ? 0 : 1;
            m_isNoise = true;
        }
    }
    return codes;
}

QList<ScannedCode> LineAssembler::takeAfterSilence(qint64 now) {
    QList<ScannedCode> codes;
    if (now - m_lastAt >= (m_sendsSuffix && !m_isNoise ? kLongGapMs : kGapMs))
        finish({}, codes);
    return codes;
}

} // namespace packbench
