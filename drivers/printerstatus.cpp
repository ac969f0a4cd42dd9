#include "drivers/printerstatus.h"

namespace packbench {

QString word(PrinterState state) {
    switch (state) {
    case PrinterState::Ready: return QStringLiteral("ready");
    case PrinterState::Printing: return QStringLiteral("printing");
    case PrinterState::Paused: return QStringLiteral("paused");
    case PrinterState::PaperOut: return QStringLiteral("paper-out");
    case PrinterState::RibbonOut: return QStringLiteral("ribbon-out");
    case PrinterState::HeadOpen: return QStringLiteral("head-open");
    case PrinterState::CutterFault: return QStringLiteral("cutter-fault");
    case PrinterState::TooHot: return QStringLiteral("too-hot");
    case PrinterState::Fault: return QStringLiteral("fault");
    case PrinterState::Unplugged: return QStringLiteral("unplugged");
    case PrinterState::Unknown: return QStringLiteral("unknown");
    }
    return QStringLiteral("unknown");
}

} // namespace packbench
