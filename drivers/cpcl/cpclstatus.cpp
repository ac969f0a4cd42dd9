#include "drivers/cpcl/cpclstatus.h"

namespace packbench {
namespace {

// ESC h, CPCL manual: the rest of the byte is not used.
enum Plain { Busy = 0x01, PaperOut = 0x02, LatchOpen = 0x04, BatteryLow = 0x08, WasReset = 0x10 };
constexpr unsigned kPlainBits = 0x1f;
// ESC i: the four lower bits are not used.
enum Extended { Jam = 0x10, LabelWaits = 0x20, PaperLow = 0x40, RibbonAbsent = 0x80 };
constexpr unsigned kUnusedExtended = 0x0f;

PrinterState stateOf(unsigned plain, unsigned extended) {
    if ((plain & LatchOpen) != 0)
        return PrinterState::HeadOpen;
    if ((plain & PaperOut) != 0)
        return PrinterState::PaperOut;
    if ((extended & RibbonAbsent) != 0)
        return PrinterState::RibbonOut;
    if ((extended & Jam) != 0)
        return PrinterState::Fault;
    return (plain & Busy) != 0 ? PrinterState::Printing : PrinterState::Ready;
}

} // namespace

PrinterStatus cpclStatusFrom(const QByteArray& answer) {
    PrinterStatus status;
    if (answer.isEmpty() || answer.size() > 2)
        return status;
    const auto plain = static_cast<unsigned char>(answer[0]);
    const unsigned extended = answer.size() > 1 ? static_cast<unsigned char>(answer[1]) : 0u;
    if ((plain & ~kPlainBits) != 0 || (extended & kUnusedExtended) != 0)
        return status;
    status.state = stateOf(plain, extended);
    if ((extended & Jam) != 0)
        status.warnings.append(QStringLiteral("paper-jam"));
    if ((plain & BatteryLow) != 0)
        status.warnings.append(QStringLiteral("battery-low"));
    if ((extended & PaperLow) != 0)
        status.warnings.append(QStringLiteral("paper-low"));
    if ((extended & LabelWaits) != 0)
        status.warnings.append(QStringLiteral("label-waits"));
    return status;
}

bool isWholeCpclStatus(const QByteArray& answer) {
    return answer.size() >= 2;
}

} // namespace packbench
