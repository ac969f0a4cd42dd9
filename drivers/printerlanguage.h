#pragma once

#include "drivers/printerstatus.h"
#include "labels/page.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace packbench {

enum class PrinterLanguage { Zpl, Tspl };
enum class Tracking { Gap, Mark, Continuous };

/// How the printer is to be set up for one label.
struct PrintSetup {
    Tracking tracking = Tracking::Gap;
    double gapMm = 2;
    int darkness = -1;        ///< percent; -1 = leave as the printer is set
    int speedMmPerSecond = 0; ///< 0 = leave
    bool compressed = true; ///< ZPL: Z64; off = run-length (ACS) for printers that do not take Z64

    bool operator==(const PrintSetup&) const = default;
};

/// The page as one label, one copy, with the printer's own reprint switched off. Pure.
[[nodiscard]] QByteArray encode(PrinterLanguage language, const Page& page,
                                const PrintSetup& setup);

/// The bytes that make the printer measure its paper anew; it feeds some labels while it does.
[[nodiscard]] QByteArray calibration(PrinterLanguage language, const PrintSetup& setup);

[[nodiscard]] QString word(PrinterLanguage language);
[[nodiscard]] std::optional<PrinterLanguage> printerLanguageFromWord(const QString& word);

} // namespace packbench
