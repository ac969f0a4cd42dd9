#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// All that the rest of the drivers needs to know of one printer language; pure functions.
struct LanguageDriver {
    PrinterLanguage language;
    QLatin1String word;
    QByteArray (*encode)(const Page& page, const PrintSetup& setup);
    QLatin1String statusQuery;
    PrinterState (*statusFrom)(const QByteArray& answer);
    bool (*isWholeAnswer)(const QByteArray& answer);
    /// Makes the printer drop a label of which it got only a part.
    QLatin1String abandon;
};

[[nodiscard]] const LanguageDriver& driverOf(PrinterLanguage language);

} // namespace packbench
