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

PrinterState stateOfError(unsigned heat, unsigned media) {
    if ((media & 0x01) != 0)
        return PrinterState::PaperOut;
    if ((media & 0x04) != 0)
        return PrinterState::RibbonOut;
    if ((heat & 0x03) != 0)
        return PrinterState::TooHot;
    if ((heat & 0x08) != 0)
        return PrinterState::CutterFault;
    return PrinterState::Fault;
}

// ESC!S: each of the four bytes is 40 hex plus bits; the first may also be 60 hex.
PrinterState stateOfFour(const QByteArray& bytes) {
    const auto at = [&bytes](qsizetype index) { return static_cast<unsigned char>(bytes[index]); };
    for (const qsizetype index : {2, 3, 4})
        if ((at(index) & 0xc0) != 0x40)
            return PrinterState::Unknown;
    if ((at(3) & 0x3f) != 0 || (at(4) & 0x3f) != 0)
        return stateOfError(at(3), at(4));
    return stateOfActivity(at(1));
}

bool isLongAnswer(const QByteArray& answer) {
    return answer.size() == kLongAnswer && answer.startsWith(kStx) && answer.endsWith("\x03\r\n");
}

} // namespace

PrinterStatus tsplStatusFrom(const QByteArray& answer) {
    PrinterStatus status;
    if (answer.size() == 1)
        status.state = stateOfByte(static_cast<unsigned char>(answer.front()));
    else if (isLongAnswer(answer))
        status.state = stateOfFour(answer);
    return status;
}

bool isWholeTsplStatus(const QByteArray& answer) {
    return answer.startsWith(kStx) ? answer.size() >= kLongAnswer : !answer.isEmpty();
}

} // namespace packbench
