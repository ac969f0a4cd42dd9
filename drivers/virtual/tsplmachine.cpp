#include "drivers/virtual/tsplmachine.h"

#include <QList>

#include <algorithm>
#include <cmath>

namespace packbench {
namespace {

constexpr char kEscape = '\x1b';
constexpr qsizetype kLongestLine = 4096;
constexpr int kMostBitmapBytes = 8'000'000;

QByteArray inverted(QByteArray bytes) {
    std::transform(bytes.cbegin(), bytes.cend(), bytes.begin(),
                   [](char byte) { return static_cast<char>(~byte); });
    return bytes;
}

} // namespace

void TsplMachine::take(const QByteArray& bytes) {
    m_input += bytes;
    while (readOne() == Step::Done) {
    }
}

QByteArray TsplMachine::keep(qsizetype count) {
    QByteArray taken = m_input.left(count);
    m_label += taken;
    m_input.remove(0, count);
    return taken;
}

TsplMachine::Step TsplMachine::readOne() {
    if (m_input.isEmpty())
        return Step::NeedsMore;
    if (m_input.front() == kEscape)
        return readEscape();
    if (m_input.left(7).toUpper() == "BITMAP ")
        return readBitmap();
    const qsizetype end = m_input.indexOf('\n');
    if (end < 0 && m_input.size() < kLongestLine)
        return Step::NeedsMore;
    obey(keep(end < 0 ? m_input.size() : end + 1).trimmed());
    return Step::Done;
}

TsplMachine::Step TsplMachine::readEscape() {
    if (m_input.size() < 3)
        return Step::NeedsMore;
    const QByteArray sequence = m_input.left(3);
    m_input.remove(0, 3);
    if (sequence == "\x1b!?")
        addQuery();
    else if (sequence == "\x1b!.")
        m_label.clear();
    return Step::Done;
}

TsplMachine::Step TsplMachine::readBitmap() {
    qsizetype comma = -1;
    for (int field = 0; field < 5; ++field) {
        comma = m_input.indexOf(',', comma + 1);
        if (comma < 0 || comma > 64)
            break;
    }
    if (comma < 0 && m_input.size() < 64)
        return Step::NeedsMore;
    const QList<QByteArray> numbers = m_input.mid(7, comma - 7).split(',');
    const int rowBytes = numbers.size() == 5 ? numbers.at(2).toInt() : 0;
    const qint64 size = numbers.size() == 5 ? qint64(rowBytes) * numbers.at(3).toInt() : 0;
    if (rowBytes <= 0 || size <= 0 || size > kMostBitmapBytes) {
        setFault();
        (void)keep(std::max(m_input.indexOf('\n') + 1, qsizetype(7)));
        return Step::Done;
    }
    if (m_input.size() < comma + 1 + size)
        return Step::NeedsMore;
    const PictureBlock block{numbers.at(0).toInt(), numbers.at(1).toInt(), rowBytes,
                             inverted(m_input.mid(comma + 1, size))};
    const int mode = numbers.at(4).toInt();
    draw(m_page, block, mode == 0 ? Ink::Overwrite : mode == 1 ? Ink::Add : Ink::Invert);
    (void)keep(comma + 1 + size);
    return Step::Done;
}

void TsplMachine::obey(const QByteArray& line) {
    const QByteArray name = line.left(line.indexOf(' ')).toUpper();
    const QByteArray parameters = line.mid(name.size()).trimmed();
    if (name == "SIZE")
        setSize(parameters);
    else if (name == "CLS")
        m_page = blankPage(m_page.width, m_page.height, m_dotsPerMm);
    else if (name == "PRINT")
        print(parameters);
}

int TsplMachine::dotsFrom(const QByteArray& length) const {
    const QByteArray text = length.trimmed().toLower();
    if (text.endsWith("mm"))
        return static_cast<int>(std::lround(text.chopped(2).trimmed().toDouble() * m_dotsPerMm));
    if (text.endsWith("dot"))
        return text.chopped(3).trimmed().toInt();
    return static_cast<int>(std::lround(text.toDouble() * 25.4 * m_dotsPerMm));
}

void TsplMachine::setSize(const QByteArray& parameters) {
    const QList<QByteArray> lengths = parameters.split(',');
    const int width = dotsFrom(lengths.first());
    const int height = lengths.size() > 1 ? dotsFrom(lengths.at(1)) : 0;
    if (isPossibleSize(width, height))
        m_page = blankPage(width, height, m_dotsPerMm);
    else
        setFault();
}

void TsplMachine::print(const QByteArray& parameters) {
    const QByteArray bytes = std::exchange(m_label, {});
    if (m_page.width <= 0) {
        setFault();
        return;
    }
    int copies = 1;
    for (const QByteArray& number : parameters.split(','))
        copies *= std::clamp(number.toInt(), 1, 100);
    addLabel(m_page, bytes, copies);
}

QByteArray TsplMachine::statusAnswer(PrinterState state, int labelsWaiting) const {
    Q_UNUSED(labelsWaiting)
    switch (state) {
    case PrinterState::Ready: return QByteArray(1, '\x00');
    case PrinterState::PaperOut: return QByteArray(1, '\x04');
    default: return QByteArray(1, '\x80');
    }
}

} // namespace packbench
