#include "drivers/zpl/zplerrors.h"

#include <QList>
#include <QRegularExpression>

namespace packbench {
namespace {

constexpr char kEtx = '\x03';

struct ErrorBit {
    quint32 bit;
    PrinterState state;
};

// ZPL manual, ~HQES, errors of group 1, in the order a person has to deal with them.
constexpr ErrorBit kErrors[] = {
    {0x00000004, PrinterState::HeadOpen},  {0x00000001, PrinterState::PaperOut},
    {0x00000002, PrinterState::RibbonOut}, {0x00000008, PrinterState::CutterFault},
    {0x00000010, PrinterState::TooHot},    {0x00000020, PrinterState::TooHot},
    {0x00000040, PrinterState::Fault},     {0x00000080, PrinterState::Fault},
    {0x00000100, PrinterState::Fault},     {0x00000200, PrinterState::Fault},
    {0x00001000, PrinterState::Fault},     {0x00002000, PrinterState::Fault},
    {0x00004000, PrinterState::Fault},     {0x00008000, PrinterState::Fault},
    {0x00010000, PrinterState::Paused},    {0x00020000, PrinterState::Fault},
    {0x00040000, PrinterState::Fault},     {0x00080000, PrinterState::Fault},
};

struct WarningBit {
    quint32 bit;
    const char* word;
};

// Warnings of group 1; the sensors of kiosk printers (10 to 800) tell nothing a packer must know.
constexpr WarningBit kWarnings[] = {
    {0x00000001, "calibrate"},
    {0x00000002, "clean-head"},
    {0x00000004, "replace-head"},
    {0x00000008, "paper-low"},
};
constexpr quint32 kSensors = 0x00000df0;

/// Group 1 of a line, nothing where the flag says that no bit is set.
std::optional<quint64> flagsOf(const QByteArray& answer, const char* word) {
    const QRegularExpression form(
        QLatin1String(word) +
        QStringLiteral(":\\s*([01])\\s+([0-9A-Fa-f]{8})\\s+([0-9A-Fa-f]{8})"));
    const auto match = form.match(QString::fromLatin1(answer));
    if (!match.hasMatch())
        return std::nullopt;
    if (match.captured(1) == QLatin1String("0"))
        return 0;
    return match.captured(2).toULongLong(nullptr, 16) << 32 |
           match.captured(3).toULongLong(nullptr, 16);
}

PrinterState stateOf(quint64 errors) {
    for (const ErrorBit& error : kErrors)
        if ((errors & error.bit) != 0)
            return error.state;
    return errors != 0 ? PrinterState::Fault : PrinterState::Ready;
}

QStringList warningsOf(quint64 warnings) {
    QStringList words;
    for (const WarningBit& warning : kWarnings) {
        if ((warnings & warning.bit) != 0)
            words.append(QLatin1String(warning.word));
        warnings &= ~quint64(warning.bit);
    }
    warnings &= ~quint64(kSensors);
    if (warnings != 0)
        words.append(QStringLiteral("warning-%1").arg(warnings, 0, 16));
    return words;
}

} // namespace

PrinterStatus zplErrorsFrom(const QByteArray& answer) {
    PrinterStatus status;
    const auto errors = flagsOf(answer, "ERRORS");
    const auto warnings = flagsOf(answer, "WARNINGS");
    if (!errors || !warnings)
        return status;
    status.state = stateOf(*errors);
    status.warnings = warningsOf(*warnings);
    return status;
}

bool isWholeZplErrors(const QByteArray& answer) {
    return answer.contains(kEtx);
}

} // namespace packbench
