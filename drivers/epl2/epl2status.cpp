#include "drivers/epl2/epl2status.h"

#include <QList>

#include <array>

namespace packbench {
namespace {

struct Code {
    int number;
    PrinterState state;
    const char* warning;
};

// EPL2 manual, error codes. Codes of a format that the printer could not read stop its label.
constexpr std::array<Code, 24> kCodes{{
    {0, PrinterState::Ready, ""},
    {1, PrinterState::Fault, "syntax"},
    {2, PrinterState::Fault, "over-the-border"},
    {3, PrinterState::Fault, "bar-code-length"},
    {4, PrinterState::Fault, "memory"},
    {5, PrinterState::Fault, "memory-set-up"},
    {6, PrinterState::Fault, "serial-line"},
    {7, PrinterState::PaperOut, ""}, // or the ribbon: the printer does not tell which
    {8, PrinterState::Fault, "duplicate-name"},
    {9, PrinterState::Fault, "name-not-found"},
    {10, PrinterState::Fault, "not-in-entry-mode"},
    {11, PrinterState::HeadOpen, ""},
    {12, PrinterState::Paused, ""},
    {13, PrinterState::TooHot, "head-hot"},
    {14, PrinterState::TooHot, "motor-hot"},
    {15, PrinterState::Ready, "battery-low"},
    {16, PrinterState::Ready, "battery-low"},
    {50, PrinterState::Printing, ""},
    {80, PrinterState::Fault, "other-error"},
    {81, PrinterState::CutterFault, ""},
    {82, PrinterState::Fault, "sensor"},
    {83, PrinterState::Fault, "illegal-interrupt"},
    {84, PrinterState::Fault, "mark-not-found"},
    {93, PrinterState::Fault, "bar-code-length"},
}};

const Code* codeOf(const QByteArray& word) {
    const auto isDigit = [&word](qsizetype at) { return word[at] >= '0' && word[at] <= '9'; };
    if (word.size() < 2 || !isDigit(0) || !isDigit(1))
        return nullptr;
    const int number = word.left(2).toInt();
    for (const Code& code : kCodes)
        if (code.number == number)
            return &code;
    return nullptr;
}

/// "07P012": twelve labels are still to come.
std::optional<int> labelsIn(const QByteArray& word) {
    const qsizetype at = word.indexOf('P');
    bool isNumber = false;
    const uint labels = word.mid(at + 1, 3).toUInt(&isNumber);
    return at == 2 && isNumber ? std::optional(static_cast<int>(labels)) : std::nullopt;
}

bool isWorse(PrinterState candidate, PrinterState than) {
    const auto rank = [](PrinterState state) {
        return state == PrinterState::Ready ? 0 : state == PrinterState::Printing ? 1 : 2;
    };
    return rank(candidate) > rank(than);
}

} // namespace

PrinterStatus epl2StatusFrom(const QByteArray& answer) {
    PrinterStatus status;
    if (answer.size() > 64)
        return status;
    PrinterStatus read{PrinterState::Ready, {}, {}};
    const QList<QByteArray> words = answer.trimmed().split(',');
    for (const QByteArray& part : words) {
        const QByteArray word = part.trimmed();
        const Code* code = codeOf(word);
        if (code == nullptr)
            return status;
        if (isWorse(code->state, read.state))
            read.state = code->state;
        if (*code->warning != '\0')
            read.warnings.append(QLatin1String(code->warning));
        if (const auto labels = labelsIn(word))
            read.labelsRemaining = labels;
    }
    return read;
}

bool isWholeEpl2Status(const QByteArray& answer) {
    return answer.endsWith('\n') || (answer.size() > 2 && answer.endsWith('\r'));
}

} // namespace packbench
