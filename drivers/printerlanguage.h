#pragma once

#include "drivers/printerstatus.h"
#include "labels/page.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace packbench {

enum class PrinterLanguage { Zpl, Tspl, Epl2, Cpcl, EscPos };
enum class Tracking { Gap, Mark, Continuous };
/// What happens to the label once it is out.
enum class Finish { AsSet, TearOff, Peel, Cut };

/// How the printer is to be set up for one label.
struct PrintSetup {
    Tracking tracking = Tracking::Gap;
    double gapMm = 2;         ///< height of the gap or of the mark
    double markOffsetMm = 0;  ///< how far behind the mark the label begins
    double leftMm = 0;        ///< moves the whole picture, to the right when positive
    double topMm = 0;         ///< down when positive
    int darkness = -1;        ///< percent; -1 = leave as the printer is set
    int speedMmPerSecond = 0; ///< 0 = leave
    Finish finish = Finish::AsSet;
    /// How much further a finished label is pushed out to be torn off or cut; nothing = leave.
    std::optional<double> pushOutMm;
    bool compressed = true; ///< ZPL: Z64; off = run-length (ACS) for printers that do not take Z64
    bool burnsOnes = false; ///< TSPL: off = 0 burns, as the manuals' printers do
    int headDots = 0;       ///< the widest line it prints, 0 = not known

    bool operator==(const PrintSetup&) const = default;
};

/// The page as one label, one copy, with the printer's own reprint switched off. Pure.
[[nodiscard]] QByteArray encode(PrinterLanguage language, const Page& page,
                                const PrintSetup& setup);

/// How much wider a label is than a printer prints, in millimetres as people read them.
struct TooWide {
    QString labelMm;
    QString headMm;
};

/// Whether a label of so many dots would lose a part of itself on a printer set up so; nothing = it
/// fits. A receipt printer of unknown head has the usual 72 mm.
[[nodiscard]] std::optional<TooWide> tooWide(PrinterLanguage language, int width, int dotsPerMm,
                                             const PrintSetup& setup);
/// The same in a sentence, empty when it fits.
[[nodiscard]] QString sentence(const TooWide& widths);
[[nodiscard]] QString widthProblem(PrinterLanguage language, const Page& page,
                                   const PrintSetup& setup);

/// The bytes that make the printer measure its paper anew; it feeds some labels while it does.
[[nodiscard]] QByteArray calibration(PrinterLanguage language, const PrintSetup& setup);

/// Whether its printers can be told to drop a label that they took wholly and did not print yet.
[[nodiscard]] bool dropsWhole(PrinterLanguage language);

[[nodiscard]] QString word(PrinterLanguage language);
[[nodiscard]] std::optional<PrinterLanguage> printerLanguageFromWord(const QString& word);

} // namespace packbench
