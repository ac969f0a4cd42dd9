#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace packbench {

/// What a printer says of itself; silence is Unknown, never Ready.
enum class PrinterState {
    Ready,
    Printing,
    Paused,
    PaperOut,
    RibbonOut,
    HeadOpen,
    CutterFault,
    TooHot,
    Fault,
    Unplugged,
    Unknown
};

/// The answer to a status query, as one value for every language.
struct PrinterStatus {
    PrinterState state = PrinterState::Unknown;
    std::optional<int> labelsRemaining; ///< still to come of what it was sent, where it tells
    QStringList warnings; ///< what does not stop it yet, stable words: "clean-head", "paper-low" …
    std::optional<qint64> labelsPrinted{}; ///< since it was made, where it counts them

    bool operator==(const PrinterStatus&) const = default;
};

[[nodiscard]] QString word(PrinterState state);

} // namespace packbench
