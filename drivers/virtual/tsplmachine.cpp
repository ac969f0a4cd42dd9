#include "drivers/virtual/tsplmachine.h"

#include <QRegularExpression>

#include <algorithm>

namespace packbench {
namespace {

constexpr char kEscape = '\x1b';
constexpr qsizetype kLongestHead = 128; // of DOWNLOAD
constexpr qint64 kLongestFile = 8'000'000;

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

const QByteArray kCancel = "\x1b!.";

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

// Obeyed at once, in the midst of a picture, too, when it comes by itself.
void TsplMachine::take(const QByteArray& bytes) {
    if (bytes.startsWith(kCancel))
        dropInput();
    StreamMachine::take(bytes);
}

TsplMachine::Step TsplMachine::readOne() {
    if (input().isEmpty())
        return Step::NeedsMore;
    if (input().front() == kEscape)
        return readEscape();
    const QByteArray name = input().left(9).toUpper();
    if (name.startsWith("BITMAP "))
        return readPicture();
    if (name == "DOWNLOAD ")
        return readFile();
    const auto line = keepLine();
    if (!line)
        return Step::NeedsMore;
    draw(*line);
    return Step::Done;
}

TsplMachine::Step TsplMachine::readEscape() {
    if (input().size() < 3)
        return Step::NeedsMore;
    const QByteArray sequence = input().left(3);
    drop(3);
    if (sequence == "\x1b!?" || sequence == "\x1b!S")
        addQuery(sequence);
    else if (sequence == kCancel)
        forget();
    return Step::Done;
}

TsplMachine::Step TsplMachine::readPicture() {
    constexpr qsizetype kName = 7; // "BITMAP "
    const Header header = headerAt(kName, ',', 5);
    if (!header.isWhole)
        return Step::NeedsMore;
    const int rowBytes = header.numbers.value(2);
    if (header.numbers.size() < 5 || !isPossiblePicture(rowBytes, header.numbers.at(3))) {
        setFault();
        (void)keep(std::max(input().indexOf('\n') + 1, kName));
        return Step::Done;
    }
    return readCounted(header.end + qsizetype(rowBytes) * header.numbers.at(3));
}

TsplMachine::Step TsplMachine::readFile() {
    static const QRegularExpression head(
        QStringLiteral("^DOWNLOAD\\s+(?:[FEfe]\\s*,\\s*)?\"[^\"\\r\\n]*\"\\s*,\\s*(\\d{1,8})\\s*,"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = head.match(QString::fromLatin1(input().left(kLongestHead)));
    if (match.hasMatch() && match.captured(1).toLongLong() <= kLongestFile)
        return readCounted(match.capturedLength() + match.captured(1).toInt());
    const auto line = lineLength(); // a program, or none of them
    if (!line)
        return Step::NeedsMore;
    draw(keep(*line));
    return Step::Done;
}

TsplMachine::Step TsplMachine::readCounted(qsizetype size) {
    if (input().size() < size)
        return Step::NeedsMore;
    draw(keep(size));
    return Step::Done;
}

void TsplMachine::draw(const QByteArray& bytes) {
    const QList<CarrierLabel> labels = m_drawn.take(bytes);
    if (m_drawn.isBroken())
        setFault();
    const QByteArray label = labels.isEmpty() ? QByteArray() : takeLabelBytes();
    for (const CarrierLabel& drawn : labels)
        addLabel(drawn.page, label, drawn.copies);
}

void TsplMachine::forget() {
    dropLabels();
    (void)takeLabelBytes();
    m_drawn.clear();
}

QByteArray TsplMachine::statusAnswer(const QByteArray& query, PrinterState state,
                                     int labelsWaiting) const {
    Q_UNUSED(labelsWaiting)
    if (query == "\x1b!S")
        return '\x02' + fourOf(state) + "\x03\r\n";
    return QByteArray(1, static_cast<char>(byteOf(state)));
}

} // namespace packbench
