#include "drivers/escpos/escposstatus.h"

namespace packbench {
namespace {

constexpr qsizetype kAnswers = 4;

// Every answer has the form 0xx1xx10; anything else was no answer to this query.
bool hasForm(char byte) {
    return (static_cast<unsigned char>(byte) & 0x93u) == 0x12u;
}

// DLE EOT manual of Epson; MarkError as Citizen has it.
enum Printer { Offline = 0x08 };
enum Cause { CoverOpen = 0x04, StoppedByPaperEnd = 0x20, Error = 0x40 };
enum ErrorKind { MarkError = 0x04, Cutter = 0x08, NotRecoverable = 0x20, RecoversByItself = 0x40 };
enum Paper { NearEnd = 0x0c, End = 0x60 };

PrinterState stateOf(unsigned printer, unsigned cause, unsigned error, unsigned paper) {
    if ((cause & CoverOpen) != 0)
        return PrinterState::HeadOpen;
    if ((paper & End) != 0 || (cause & StoppedByPaperEnd) != 0)
        return PrinterState::PaperOut;
    if ((error & Cutter) != 0)
        return PrinterState::CutterFault;
    if ((error & RecoversByItself) != 0) // the head cools down
        return PrinterState::TooHot;
    if ((error & (NotRecoverable | MarkError)) != 0 || (cause & Error) != 0)
        return PrinterState::Fault;
    return (printer & Offline) != 0 ? PrinterState::Paused : PrinterState::Ready;
}

} // namespace

PrinterStatus escPosStatusFrom(const QByteArray& answer) {
    PrinterStatus status;
    if (answer.size() != kAnswers)
        return status;
    for (const char byte : answer)
        if (!hasForm(byte))
            return status;
    const auto at = [&answer](int index) { return static_cast<unsigned char>(answer[index]); };
    status.state = stateOf(at(0), at(1), at(2), at(3));
    if ((at(2) & MarkError) != 0)
        status.warnings.append(QStringLiteral("mark-not-found"));
    if ((at(3) & NearEnd) != 0 && status.state != PrinterState::PaperOut)
        status.warnings.append(QStringLiteral("paper-low"));
    return status;
}

bool isWholeEscPosStatus(const QByteArray& answer) {
    return answer.size() >= kAnswers;
}

} // namespace packbench
