#include "drivers/virtual/cpclmachine.h"

#include <algorithm>

namespace packbench {
namespace {

constexpr char kEscape = '\x1b';
constexpr int kUsualWidthMm = 104;
constexpr qsizetype kNameLength = 3; // "CG "

// ESC h, CPCL manual.
unsigned char plainOf(PrinterState state) {
    switch (state) {
    case PrinterState::Printing:
    case PrinterState::Paused: return 0x01;
    case PrinterState::PaperOut: return 0x02;
    case PrinterState::HeadOpen: return 0x04;
    case PrinterState::Ready:
    case PrinterState::RibbonOut:
    case PrinterState::CutterFault:
    case PrinterState::TooHot:
    case PrinterState::Fault:
    case PrinterState::Unplugged:
    case PrinterState::Unknown: break;
    }
    return 0x00;
}

unsigned char extendedOf(PrinterState state) {
    if (state == PrinterState::RibbonOut)
        return 0x80;
    const bool isFault = state == PrinterState::Fault || state == PrinterState::CutterFault ||
                         state == PrinterState::TooHot;
    return isFault ? 0x10 : 0x00;
}

} // namespace

CpclMachine::Step CpclMachine::readOne() {
    if (input().isEmpty())
        return Step::NeedsMore;
    if (!m_isInSession && input().front() == kEscape)
        return readEscape();
    if (m_isInSession && input().startsWith("CG "))
        return readPicture();
    const auto line = keepLine();
    if (!line)
        return Step::NeedsMore;
    obey(line->trimmed());
    return Step::Done;
}

CpclMachine::Step CpclMachine::readEscape() {
    if (input().size() < 2)
        return Step::NeedsMore;
    const QByteArray sequence = input().left(2);
    drop(2);
    if (sequence == "\x1bh" || sequence == "\x1bi")
        addQuery(sequence);
    return Step::Done;
}

CpclMachine::Step CpclMachine::readPicture() {
    const Header header = headerAt(kNameLength, ' ', 4);
    if (!header.isWhole)
        return Step::NeedsMore;
    const int rowBytes = header.numbers.value(0);
    if (header.numbers.size() < 4 || !isPossiblePicture(rowBytes, header.numbers.at(1))) {
        setFault();
        (void)keep(std::max(input().indexOf('\n') + 1, kNameLength));
        return Step::Done;
    }
    const qsizetype size = qsizetype(rowBytes) * header.numbers.at(1);
    if (input().size() < header.end + size)
        return Step::NeedsMore;
    draw(m_page,
         {header.numbers.at(2), header.numbers.at(3), rowBytes, input().mid(header.end, size)});
    (void)keep(header.end + size);
    return Step::Done;
}

void CpclMachine::begin(const QList<QByteArray>& words) {
    m_height = words.value(4).toInt();
    m_copies = words.value(5).toInt();
    const int width = kUsualWidthMm * dotsPerMm();
    m_isInSession = isPossibleSize(width, m_height);
    if (m_isInSession)
        m_page = blankPage(width, m_height, dotsPerMm());
    else
        setFault();
}

void CpclMachine::print() {
    m_isInSession = false;
    addLabel(m_page, takeLabelBytes(), m_copies);
}

void CpclMachine::obey(const QByteArray& line) {
    const QList<QByteArray> words = line.split(' ');
    if (words.first() == "!" && words.size() >= 6) {
        begin(words);
    } else if (!m_isInSession) {
        return;
    } else if (words.first() == "PAGE-WIDTH" || words.first() == "PW") {
        const int width = words.value(1).toInt();
        if (isPossibleSize(width, m_height))
            m_page = blankPage(width, m_height, dotsPerMm());
    } else if (line == "ABORT") {
        m_isInSession = false;
        (void)takeLabelBytes();
    } else if (line == "PRINT") {
        print();
    }
}

QByteArray CpclMachine::statusAnswer(const QByteArray& query, PrinterState state,
                                     int labelsWaiting) const {
    Q_UNUSED(labelsWaiting)
    const unsigned char byte = query == "\x1bi" ? extendedOf(state) : plainOf(state);
    return QByteArray(1, static_cast<char>(byte));
}

} // namespace packbench
