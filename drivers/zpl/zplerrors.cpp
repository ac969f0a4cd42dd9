#include "drivers/zpl/zplerrors.h"

#include <QList>
#include <QRegularExpression>

namespace packbench {
namespace {

constexpr char kEtx = '\x03';

struct Bit {
    quint32 bit;
    PrinterState state;
    const char* word; ///< what the state alone does not say
};

// ZPL manual, ~HQES, errors of group 1, in the order a person has to deal with them.
constexpr Bit kErrors[] = {
    {0x00000004, PrinterState::HeadOpen, ""},
    {0x00000001, PrinterState::PaperOut, ""},
    {0x00000002, PrinterState::RibbonOut, ""},
    {0x00000008, PrinterState::CutterFault, ""},
    {0x00000010, PrinterState::TooHot, "head-hot"},
    {0x00000020, PrinterState::TooHot, "motor-hot"},
    {0x00000040, PrinterState::Fault, "bad-head-element"},
    {0x00000080, PrinterState::Fault, "head-not-detected"},
    {0x00000100, PrinterState::Fault, "bad-firmware-set-up"},
    {0x00000200, PrinterState::Fault, "thermistor-open"},
    {0x00001000, PrinterState::Fault, "paper-jam"},
    {0x00002000, PrinterState::Fault, "presenter-stopped"},
    {0x00004000, PrinterState::Fault, "paper-feed"},
    {0x00008000, PrinterState::Fault, "path-not-clear"},
    {0x00020000, PrinterState::Fault, "paper-not-taken"},
    {0x00040000, PrinterState::Fault, "calibrate"},
    {0x00080000, PrinterState::Fault, "mark-not-found"},
    {0x00010000, PrinterState::Paused, ""},
};

// Warnings of group 1; the sensors of kiosk printers (10 to 800) tell nothing a packer must know.
constexpr Bit kWarnings[] = {
    {0x00000001, PrinterState::Ready, "calibrate"},
    {0x00000002, PrinterState::Ready, "clean-head"},
    {0x00000004, PrinterState::Ready, "replace-head"},
    {0x00000008, PrinterState::Ready, "paper-low"},
    {0x00000ff0, PrinterState::Ready, ""},
};

/// What follows a word of the answer: the flag, then group 2 and group 1, eight nibbles each.
struct Flags {
    bool isAnySet = false;
    quint64 bits = 0;
};

std::optional<Flags> flagsOf(const QString& answer, const char* word) {
    const QRegularExpression form(
        QLatin1String(word) +
        QStringLiteral(":\\s*([01])\\s+([0-9A-Fa-f]{8})\\s+([0-9A-Fa-f]{8})"));
    // The last one counts: an older answer may lie in front of it.
    QRegularExpressionMatch match;
    if (answer.lastIndexOf(form, -1, &match) < 0)
        return std::nullopt;
    return Flags{match.captured(1) == QLatin1String("1"),
                 match.captured(2).toULongLong(nullptr, 16) << 32 |
                     match.captured(3).toULongLong(nullptr, 16)};
}

// The first of the table that is set is what a person has to deal with first.
PrinterState stateOf(const Flags& errors) {
    for (const Bit& error : kErrors)
        if ((errors.bits & error.bit) != 0)
            return error.state;
    return errors.isAnySet || errors.bits != 0 ? PrinterState::Fault : PrinterState::Ready;
}

/// The words of the bits that are set; bits nobody names become `<unknown>-` and their number.
template <size_t count>
QStringList wordsOf(const Bit (&table)[count], quint64 bits, const char* unknown) {
    QStringList words;
    for (const Bit& row : table) {
        if ((bits & row.bit) != 0 && *row.word != '\0')
            words.append(QLatin1String(row.word));
        bits &= ~quint64(row.bit);
    }
    if (bits != 0)
        words.append(QLatin1String(unknown) + QString::number(bits, 16));
    return words;
}

} // namespace

PrinterStatus zplErrorsFrom(const QByteArray& answer) {
    PrinterStatus status;
    const QString text = QString::fromLatin1(answer);
    const auto errors = flagsOf(text, "ERRORS");
    const auto warnings = flagsOf(text, "WARNINGS");
    if (!errors || !warnings)
        return status;
    status.state = stateOf(*errors);
    status.warnings =
        wordsOf(kErrors, errors->bits, "error-") + wordsOf(kWarnings, warnings->bits, "warning-");
    status.warnings.removeDuplicates();
    return status;
}

bool isWholeZplErrors(const QByteArray& answer) {
    return answer.contains(kEtx);
}

} // namespace packbench
