#pragma once

#include "drivers/printerlanguage.h"

#include <span>

namespace packbench {

/// One way to ask a printer how it is. Reading is total over any bytes.
struct StatusQuery {
    QLatin1String bytes;
    PrinterStatus (*read)(const QByteArray& answer);
    bool (*isWhole)(const QByteArray& answer);
    /// Asked even when one before was answered: it tells more of the same moment.
    bool addsToOthers = false;
};

/// How a printer is asked for its label counter.
struct CounterQuery {
    QLatin1String bytes{};
    std::optional<qint64> (*read)(const QByteArray& answer) = nullptr;
    bool (*isWhole)(const QByteArray& answer) = nullptr;
};

/// All that the rest of the drivers needs to know of one printer language; pure functions.
struct LanguageDriver {
    PrinterLanguage language;
    QLatin1String word;
    QByteArray (*encode)(const Page& page, const PrintSetup& setup);
    /// Asked in turn until one is answered: a printer may be silent to one and answer another.
    std::span<const StatusQuery> queries;
    /// Makes the printer drop a label of which it got only a part.
    QLatin1String abandon;
    /// White bytes that fill up a half-sent picture before `abandon`, which would else become a
    /// part of it; nothing where `abandon` is obeyed even inside a picture.
    std::optional<char> white;
    QByteArray (*calibration)(const PrintSetup& setup);
    /// Drops every label the printer holds, whole ones, too; empty: only `abandon` there is.
    QLatin1String flush{};
    CounterQuery counter{}; ///< no bytes: its printers do not tell
};

[[nodiscard]] const LanguageDriver& driverOf(PrinterLanguage language);

} // namespace packbench
