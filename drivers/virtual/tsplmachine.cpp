#include "drivers/virtual/tsplmachine.h"

#include <QList>

#include <algorithm>
#include <cmath>

namespace packbench {
namespace {

constexpr char kEscape = '\x1b';
constexpr qsizetype kNameLength = 7; // "BITMAP "

// ESC!?: bits of the TSPL manual.
unsigned char byteOf(PrinterState state) {
    switch (state) {
    case PrinterState::Ready: return 0x00;
    case PrinterState::HeadOpen: return 0x01;
    case PrinterState::PaperOut: return 0x04;
    case PrinterState::RibbonOut: return 0x08;
    case PrinterState::Paused: return 0x10;
    case PrinterState::Printing: return 0x20;
    case PrinterState::TooHot:
    case PrinterState::CutterFault:
    case PrinterState::Fault:
    case PrinterState::Unplugged:
    case PrinterState::Unknown: break;
    }
    return 0x80;
}

// ESC!S: state, warning and two error bytes.
QByteArray fourOf(PrinterState state) {
    switch (state) {
    case PrinterState::Ready: return "@@@@";
    case PrinterState::Printing: return "W@@@";
    case PrinterState::Paused: return "`@@@";
    case PrinterState::PaperOut: return "E@@A";
    case PrinterState::RibbonOut: return "E@@D";
    case PrinterState::TooHot: return "E@A@";
    case PrinterState::CutterFault: return "E@H@";
    case PrinterState::HeadOpen:
    case PrinterState::Fault:
    case PrinterState::Unplugged:
    case PrinterState::Unknown: break;
    }
    return "E@@@";
}

} // namespace

TsplMachine::Step TsplMachine::readOne() {
    if (input().isEmpty())
        return Step::NeedsMore;
    if (input().front() == kEscape)
        return readEscape();
    if (input().left(kNameLength).toUpper() == "BITMAP ")
        return readBitmap();
    const auto line = keepLine();
    if (!line)
        return Step::NeedsMore;
    obey(line->trimmed());
    return Step::Done;
}

TsplMachine::Step TsplMachine::readEscape() {
    if (input().size() < 3)
        return Step::NeedsMore;
    const QByteArray sequence = input().left(3);
    drop(3);
    if (sequence == "\x1b!?" || sequence == "\x1b!S")
        addQuery(sequence);
    else if (sequence == "\x1b!.")
        (void)takeLabelBytes();
    return Step::Done;
}

TsplMachine::Step TsplMachine::readBitmap() {
    const Header header = headerAt(kNameLength, ',', 5);
    if (!header.isWhole)
        return Step::NeedsMore;
    const int rowBytes = header.numbers.value(2);
    if (header.numbers.size() < 5 || !isPossiblePicture(rowBytes, header.numbers.at(3))) {
        setFault();
        (void)keep(std::max(input().indexOf('\n') + 1, kNameLength));
        return Step::Done;
    }
    const qsizetype size = qsizetype(rowBytes) * header.numbers.at(3);
    if (input().size() < header.end + size)
        return Step::NeedsMore;
    const PictureBlock block{header.numbers.at(0), header.numbers.at(1), rowBytes,
                             turnedRound(input().mid(header.end, size))};
    const int mode = header.numbers.at(4);
    draw(m_page, block, mode == 0 ? Ink::Overwrite : mode == 1 ? Ink::Add : Ink::Invert);
    (void)keep(header.end + size);
    return Step::Done;
}

void TsplMachine::obey(const QByteArray& line) {
    const QByteArray name = line.left(line.indexOf(' ')).toUpper();
    const QByteArray parameters = line.mid(name.size()).trimmed();
    if (name == "SIZE")
        setSize(parameters);
    else if (name == "CLS")
        m_page = blankPage(m_page.width, m_page.height, dotsPerMm());
    else if (name == "PRINT")
        print(parameters);
}

int TsplMachine::dotsFrom(const QByteArray& length) const {
    const QByteArray text = length.trimmed().toLower();
    if (text.endsWith("mm"))
        return static_cast<int>(std::lround(text.chopped(2).trimmed().toDouble() * dotsPerMm()));
    if (text.endsWith("dot"))
        return text.chopped(3).trimmed().toInt();
    return static_cast<int>(std::lround(text.toDouble() * 25.4 * dotsPerMm()));
}

void TsplMachine::setSize(const QByteArray& parameters) {
    const QList<QByteArray> lengths = parameters.split(',');
    const int width = dotsFrom(lengths.first());
    const int height = lengths.size() > 1 ? dotsFrom(lengths.at(1)) : 0;
    if (isPossibleSize(width, height))
        m_page = blankPage(width, height, dotsPerMm());
    else
        setFault();
}

void TsplMachine::print(const QByteArray& parameters) {
    const QByteArray bytes = takeLabelBytes();
    if (m_page.width <= 0) {
        setFault();
        return;
    }
    int copies = 1;
    for (const QByteArray& number : parameters.split(','))
        copies *= std::clamp(number.toInt(), 1, 100);
    addLabel(m_page, bytes, copies);
}

QByteArray TsplMachine::statusAnswer(const QByteArray& query, PrinterState state,
                                     int labelsWaiting) const {
    Q_UNUSED(labelsWaiting)
    if (query == "\x1b!S")
        return '\x02' + fourOf(state) + "\x03\r\n";
    return QByteArray(1, static_cast<char>(byteOf(state)));
}

} // namespace packbench
