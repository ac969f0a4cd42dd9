#include "drivers/tspl/tsplstatus.h"

#include <algorithm>

namespace packbench {
namespace {

constexpr char kStx = '\x02';
constexpr qsizetype kLongAnswer = 8;

// ESC!?: bits of the TSPL manual. Several may be set; the one a person must act on first wins.
PrinterState stateOfByte(unsigned byte) {
    if ((byte & 0x41) != 0)
        return PrinterState::HeadOpen;
    if ((byte & 0x04) != 0)
        return PrinterState::PaperOut;
    if ((byte & 0x08) != 0)
        return PrinterState::RibbonOut;
    if ((byte & 0x82) != 0)
        return PrinterState::Fault;
    if ((byte & 0x10) != 0)
        return PrinterState::Paused;
    return (byte & 0x20) != 0 ? PrinterState::Printing : PrinterState::Ready;
}

// ESC!S, first byte: what it is doing.
PrinterState stateOfActivity(unsigned byte) {
    switch (byte) {
    case '@': return PrinterState::Ready;
    case '`': // paused
    case 'K': // waits for its print key
        return PrinterState::Paused;
    case 'B': // backing the label
    case 'C': // cutting
    case 'F': // feeding
    case 'L': // waits for the label to be taken
    case 'P': // printing a batch
    case 'W': // imaging
        return PrinterState::Printing;
    case 'E': return PrinterState::Fault;
    default: return PrinterState::Unknown;
    }
}

// ESC!S, third and fourth byte: bits of heat and media trouble, TSPL manual.
enum Heat { HeadHot = 0x01, MotorHot = 0x02, CutterJam = 0x08, NoMemory = 0x10 };
enum Media { PaperEmpty = 0x01, PaperJam = 0x02, RibbonEmpty = 0x04 };
constexpr unsigned kKnownHeat = HeadHot | MotorHot | CutterJam | NoMemory;
constexpr unsigned kKnownMedia = PaperEmpty | PaperJam | RibbonEmpty;

PrinterState stateOfError(unsigned heat, unsigned media) {
    if ((media & PaperEmpty) != 0)
        return PrinterState::PaperOut;
    if ((media & RibbonEmpty) != 0)
        return PrinterState::RibbonOut;
    if ((heat & (HeadHot | MotorHot)) != 0)
        return PrinterState::TooHot;
    if ((heat & CutterJam) != 0)
        return PrinterState::CutterFault;
    return PrinterState::Fault;
}

QStringList wordsOfError(unsigned buffer, unsigned heat, unsigned media) {
    QStringList words;
    const auto add = [&words](bool isSet, const QString& word) {
        if (isSet)
            words.append(word);
    };
    add((heat & HeadHot) != 0, QStringLiteral("head-hot"));
    add((heat & MotorHot) != 0, QStringLiteral("motor-hot"));
    add((heat & NoMemory) != 0, QStringLiteral("memory"));
    add((media & PaperJam) != 0, QStringLiteral("paper-jam"));
    add(buffer != 0, QStringLiteral("buffer-full"));
    add((heat & ~kKnownHeat) != 0, QStringLiteral("error-%1").arg(heat & ~kKnownHeat, 0, 16));
    add((media & ~kKnownMedia) != 0, QStringLiteral("media-%1").arg(media & ~kKnownMedia, 0, 16));
    return words;
}

// ESC!S: each of the four bytes is 40 hex plus bits; the first may also be 60 hex.
PrinterStatus statusOfFour(const QByteArray& bytes) {
    PrinterStatus status;
    const auto at = [&bytes](qsizetype index) { return static_cast<unsigned char>(bytes[index]); };
    for (const qsizetype index : {2, 3, 4})
        if ((at(index) & 0xc0) != 0x40)
            return status;
    const unsigned heat = at(3) & 0x3f;
    const unsigned media = at(4) & 0x3f;
    status.state = heat != 0 || media != 0 ? stateOfError(heat, media) : stateOfActivity(at(1));
    status.warnings = wordsOfError(at(2) & 0x3f, heat, media);
    return status;
}

QStringList wordsOfByte(unsigned byte) {
    QStringList words;
    if ((byte & 0x02) != 0)
        words.append(QStringLiteral("paper-jam"));
    if ((byte & 0x80) != 0) // some makers: too hot
        words.append(QStringLiteral("other-error"));
    return words;
}

bool isLongAnswer(const QByteArray& answer) {
    return answer.size() == kLongAnswer && answer.startsWith(kStx) && answer.endsWith("\x03\r\n");
}

} // namespace

PrinterStatus tsplStatusFrom(const QByteArray& answer) {
    if (isLongAnswer(answer))
        return statusOfFour(answer);
    PrinterStatus status;
    if (answer.size() == 1) {
        const auto byte = static_cast<unsigned char>(answer.front());
        status.state = stateOfByte(byte);
        status.warnings = wordsOfByte(byte);
    }
    return status;
}

bool isWholeTsplStatus(const QByteArray& answer) {
    return answer.startsWith(kStx) ? answer.size() >= kLongAnswer : !answer.isEmpty();
}

} // namespace packbench
