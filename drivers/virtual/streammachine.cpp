#include "drivers/virtual/streammachine.h"

namespace packbench {
namespace {

constexpr qsizetype kLongestLine = 4096;
constexpr qsizetype kLongestHeader = 64;
constexpr qint64 kMostPictureBytes = 8'000'000;
constexpr qsizetype kMostKept = 32 * 1024 * 1024; // of a label that never ends

} // namespace

void StreamMachine::take(const QByteArray& bytes) {
    m_input += bytes;
    while (readOne() == Step::Done) {
        if (m_label.size() > kMostKept)
            m_label.clear();
    }
}

QByteArray StreamMachine::keep(qsizetype count) {
    QByteArray taken = m_input.left(count);
    m_label += taken;
    m_input.remove(0, count);
    return taken;
}

std::optional<qsizetype> StreamMachine::lineLength() const {
    const qsizetype end = m_input.indexOf('\n');
    if (end < 0 && m_input.size() < kLongestLine)
        return std::nullopt;
    return end < 0 ? m_input.size() : end + 1;
}

std::optional<QByteArray> StreamMachine::keepLine() {
    const auto length = lineLength();
    return length ? std::optional(keep(*length)) : std::nullopt;
}

StreamMachine::Header StreamMachine::headerAt(qsizetype from, char separator, int count) const {
    Header header;
    qsizetype at = from;
    while (header.numbers.size() < count) {
        const qsizetype end = m_input.indexOf(separator, at);
        if (end < 0 && m_input.size() < from + kLongestHeader)
            return header;
        bool isNumber = false;
        const int number = m_input.mid(at, end - at).trimmed().toInt(&isNumber);
        if (end < 0 || end > from + kLongestHeader || !isNumber)
            break;
        header.numbers.append(number);
        at = end + 1;
    }
    header.isWhole = true;
    header.end = at;
    return header;
}

bool StreamMachine::isPossiblePicture(int rowBytes, int rows) {
    const bool isPossible =
        rowBytes > 0 && rows > 0 && qint64(rowBytes) * rows <= kMostPictureBytes;
    if (!isPossible)
        setFault();
    return isPossible;
}

} // namespace packbench
