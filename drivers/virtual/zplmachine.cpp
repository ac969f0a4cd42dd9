#include "drivers/virtual/zplmachine.h"

#include "drivers/virtual/zplgraphicreader.h"

#include <QList>

#include <algorithm>

namespace packbench {
namespace {

// What a 4 x 6 inch printer takes when nobody told it otherwise.
constexpr int kUsualWidthMm = 104;
constexpr int kUsualLengthMm = 152;
constexpr qsizetype kLongestCommand = 32 * 1024 * 1024;
constexpr qsizetype kMostPictureBytes = 32 * 1024 * 1024;
constexpr int kFarthest = 32000;

qsizetype nextPrefix(const QByteArray& bytes, qsizetype from) {
    for (qsizetype at = from; at < bytes.size(); ++at)
        if (bytes[at] == '^' || bytes[at] == '~')
            return at;
    return -1;
}

// "x,y" in dots; what is missing is 0.
QPoint pointFrom(const QByteArray& parameters) {
    const QList<QByteArray> numbers = parameters.split(',');
    const auto number = [&numbers](qsizetype index) {
        return std::clamp(numbers.value(index).trimmed().toInt(), -kFarthest, kFarthest);
    };
    return {number(0), number(1)};
}

// ~HQES, ZPL manual: errors of group 1.
quint32 errorOf(PrinterState state) {
    switch (state) {
    case PrinterState::PaperOut: return 0x1;
    case PrinterState::RibbonOut: return 0x2;
    case PrinterState::HeadOpen: return 0x4;
    case PrinterState::CutterFault: return 0x8;
    case PrinterState::TooHot: return 0x10;
    case PrinterState::Paused: return 0x10000;
    case PrinterState::Fault: return 0x80;
    case PrinterState::Ready:
    case PrinterState::Printing:
    case PrinterState::Unplugged:
    case PrinterState::Unknown: break;
    }
    return 0;
}

QByteArray errorsAnswer(PrinterState state) {
    const quint32 errors = errorOf(state);
    return "\x02\r\n\r\n  PRINTER STATUS\r\n   ERRORS:         " +
           QByteArray(errors != 0 ? "1" : "0") + " 00000000 " +
           QByteArray::number(errors, 16).rightJustified(8, '0').toUpper() +
           "\r\n   WARNINGS:       0 00000000 00000000\r\n\x03\r\n";
}

QByteArray hsString(const QByteArray& fields) {
    return "\x02" + fields + "\x03\r\n";
}

} // namespace

void ZplMachine::take(const QByteArray& bytes) {
    m_input += bytes;
    while (readCommand()) {
    }
    if (m_input.size() > kLongestCommand) {
        setFault();
        drop(m_input.size());
    }
    if (m_label.size() > kLongestCommand) // a format that never ends
        m_label.clear();
}

void ZplMachine::drop(qsizetype end) {
    m_input.remove(0, end);
    m_looked = 0;
}

void ZplMachine::keep(qsizetype end) {
    m_label += m_input.left(end);
    drop(end);
}

bool ZplMachine::readCommand() {
    const qsizetype start = nextPrefix(m_input, 0);
    if (start != 0) {
        const qsizetype end = start < 0 ? m_input.size() : start;
        m_label.isEmpty() ? drop(end) : keep(end);
        return start > 0;
    }
    const bool mayBeLonger = m_input.startsWith("~HQ") && m_input.size() < 5;
    if (m_input.size() < 3 || mayBeLonger)
        return false;
    const QByteArray name = m_input.left(3);
    if (obeyAtOnce(name))
        return true;
    const qsizetype end = nextPrefix(m_input, std::max(m_looked, qsizetype(3)));
    m_looked = m_input.size();
    if (end < 0)
        return false;
    const QByteArray parameters = m_input.mid(3, end - 3).trimmed();
    keep(end);
    obey(name, parameters);
    return true;
}

bool ZplMachine::obeyAtOnce(const QByteArray& name) {
    if (name == "~HS" || name == "~HI") {
        addQuery(name);
        drop(3);
    } else if (name == "~HQ" && m_input.startsWith("~HQES")) {
        addQuery("~HQES");
        drop(5);
    } else if (name == "~JX") {
        drop(3);
        m_label.clear();
        m_isInFormat = false;
    } else if (name == "^XA") {
        keep(3);
        m_isInFormat = true;
        m_isSpoilt = false;
        m_blocks.clear();
        m_blockBytes = 0;
        m_copies = 1;
    } else if (name == "^XZ") {
        keep(3);
        finishFormat();
    } else {
        return false;
    }
    return true;
}

void ZplMachine::obey(const QByteArray& name, const QByteArray& parameters) {
    if (!m_isInFormat)
        return;
    if (name == "^PW")
        m_width = parameters.toInt();
    else if (name == "^LL")
        m_length = parameters.toInt();
    else if (name == "^PQ")
        m_copies = parameters.split(',').first().toInt();
    else if (name == "^PO")
        m_isTurned = parameters == "I";
    else if (name == "^LH")
        m_home = pointFrom(parameters);
    else if (name == "^LS")
        m_shift.setX(-pointFrom(parameters).x());
    else if (name == "^LT")
        m_shift.setY(pointFrom(parameters).x());
    else if (name == "^FO")
        m_field = pointFrom(parameters);
    else if (name == "^GF")
        readGraphic(parameters);
}

void ZplMachine::readGraphic(const QByteArray& parameters) {
    const auto graphic = readZplGraphic(parameters);
    if (!graphic || m_blockBytes + graphic->bits.size() > kMostPictureBytes) {
        m_isSpoilt = true;
        return;
    }
    const QPoint at = m_home + m_field;
    m_blocks.append({at.x(), at.y(), graphic->bytesPerRow, graphic->bits});
    m_blockBytes += graphic->bits.size();
}

void ZplMachine::finishFormat() {
    const QByteArray bytes = std::exchange(m_label, {}) + '\n';
    const bool isEmpty = m_blocks.isEmpty() && !m_isSpoilt;
    if (!std::exchange(m_isInFormat, false) || isEmpty)
        return;
    const int width = m_width > 0 ? m_width : kUsualWidthMm * m_dotsPerMm;
    const int length = m_length > 0 ? m_length : kUsualLengthMm * m_dotsPerMm;
    if (m_isSpoilt || !isPossibleSize(width, length)) {
        setFault();
        return;
    }
    Page page = blankPage(width, length, m_dotsPerMm);
    for (PictureBlock block : std::as_const(m_blocks)) {
        block.x += m_shift.x();
        block.y += m_shift.y();
        draw(page, block, Ink::Add);
    }
    addLabel(m_isTurned ? turnedPage(page) : page, bytes, m_copies);
}

QByteArray ZplMachine::statusAnswer(const QByteArray& query, PrinterState state,
                                    int labelsWaiting) const {
    if (query == "~HQES")
        return errorsAnswer(state);
    if (query == "~HI")
        return hsString("Virtual printer,V1," + QByteArray::number(m_dotsPerMm) + ",32768");
    const auto flag = [state](PrinterState asked) -> QByteArray {
        return state == asked ? "1" : "0";
    };
    const QByteArray length = QByteArray::number(m_length).rightJustified(4, '0');
    const QByteArray waiting = QByteArray::number(labelsWaiting).rightJustified(3, '0');
    const QByteArray formats =
        state == PrinterState::Printing && labelsWaiting == 0 ? "001" : waiting;
    return hsString("030," + flag(PrinterState::PaperOut) + ',' + flag(PrinterState::Paused) + ',' +
                    length + ',' + formats + ",0,0,0,000," + flag(PrinterState::Fault) + ",0," +
                    flag(PrinterState::TooHot)) +
           hsString("000,0," + flag(PrinterState::HeadOpen) + ',' + flag(PrinterState::RibbonOut) +
                    ",0,2,6,0,00000000,1,000") +
           hsString("1234,0");
}

} // namespace packbench
