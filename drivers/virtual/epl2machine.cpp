#include "drivers/virtual/epl2machine.h"

#include <algorithm>

namespace packbench {
namespace {

constexpr int kUsualWidthMm = 104;
constexpr int kUsualLengthMm = 152;

// EPL2 manual, error codes.
const char* codeOf(PrinterState state) {
    switch (state) {
    case PrinterState::Ready: return "00";
    case PrinterState::Printing: return "50";
    case PrinterState::Paused: return "12";
    case PrinterState::PaperOut:
    case PrinterState::RibbonOut: return "07";
    case PrinterState::HeadOpen: return "11";
    case PrinterState::CutterFault: return "81";
    case PrinterState::TooHot: return "13";
    case PrinterState::Fault:
    case PrinterState::Unplugged:
    case PrinterState::Unknown: break;
    }
    return "80";
}

} // namespace

Epl2Machine::Step Epl2Machine::readOne() {
    if (input().startsWith("GW"))
        return readPicture();
    const auto length = lineLength();
    if (!length)
        return Step::NeedsMore;
    const QByteArray line = input().left(*length);
    // A question, and the line's end in front of it, are no part of a label.
    if (line.trimmed() == "^ee" || line == "\r\n")
        drop(*length);
    else
        (void)keep(*length);
    obey(line.trimmed());
    return Step::Done;
}

Epl2Machine::Step Epl2Machine::readPicture() {
    const Header header = headerAt(2, ',', 4);
    if (!header.isWhole)
        return Step::NeedsMore;
    const int rowBytes = header.numbers.value(2);
    if (header.numbers.size() < 4 || !isPossiblePicture(rowBytes, header.numbers.at(3))) {
        setFault();
        (void)keep(std::max(input().indexOf('\n') + 1, qsizetype(2)));
        return Step::Done;
    }
    const qsizetype size = qsizetype(rowBytes) * header.numbers.at(3);
    if (input().size() < header.end + size)
        return Step::NeedsMore;
    draw(m_page,
         {header.numbers.at(0), header.numbers.at(1), rowBytes,
          turnedRound(input().mid(header.end, size))},
         Ink::Add);
    (void)keep(header.end + size);
    return Step::Done;
}

void Epl2Machine::clear() {
    const int width = m_width > 0 ? m_width : kUsualWidthMm * dotsPerMm();
    const int length = m_length > 0 ? m_length : kUsualLengthMm * dotsPerMm();
    if (isPossibleSize(width, length))
        m_page = blankPage(width, length, dotsPerMm());
    else
        setFault();
}

void Epl2Machine::obey(const QByteArray& line) {
    if (line == "^ee") {
        addQuery(line);
    } else if (line == "N") {
        clear();
    } else if (line.startsWith('q')) {
        m_width = line.mid(1).toInt();
        clear();
    } else if (line.startsWith('Q')) {
        m_length = line.mid(1).split(',').first().toInt();
        clear();
    } else if (line.startsWith('P')) {
        const QByteArray bytes = takeLabelBytes();
        m_page.width > 0 ? addLabel(m_page, bytes, line.mid(1).toInt()) : setFault();
    }
}

QByteArray Epl2Machine::statusAnswer(const QByteArray& query, PrinterState state,
                                     int labelsWaiting) const {
    Q_UNUSED(query)
    QByteArray answer = codeOf(state);
    if (answer == "07")
        answer += 'P' + QByteArray::number(labelsWaiting).rightJustified(3, '0');
    return answer + "\r\n";
}

} // namespace packbench
