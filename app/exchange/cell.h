#pragma once

#include "exchange/tablerow.h"
#include "shipping/instant.h"

#include <QString>
#include <QTimeZone>

#include <optional>

namespace packbench {

/// A cell that holds a number or code as text: quoting of every exporter is taken off, in this
/// order: blanks and TAB, ="…", a leading apostrophe.
[[nodiscard]] QString codeText(QStringView cell);

/// A cell that holds words: as codeText(), but an apostrophe before a Latin letter belongs to the
/// word ('s-Hertogenbosch). Control characters go, line breaks stay.
[[nodiscard]] QString wordText(QStringView cell);

/// A column heading, so that headings compare: width, case, blanks and quotes do not count.
[[nodiscard]] QString headingText(QStringView cell);

/// "6.77161E+18": a spreadsheet has turned a number into a floating-point one.
[[nodiscard]] bool looksScientific(QStringView code);

/// More than 15 digits, those beyond the 15th all zero: what a spreadsheet leaves of a number.
[[nodiscard]] bool looksRounded(QStringView code);

/// A whole number from 1 to 99999 ("2", "2.0"); nothing for any other text.
[[nodiscard]] std::optional<int> quantityOf(QStringView text);

/// A time as exports write it.
struct CellTime {
    Instant at;
    bool dateOnly = false; ///< `at` is the last second of that day

    bool operator==(const CellTime&) const = default;
};

/// Reads times; those without a zone are meant in the zone given.
class CellTimes {
public:
    explicit CellTimes(const QTimeZone& zone);

    /// "2026-09-20 10:15:00", "2026/9/20 10:15", "2026-09-20T10:15:00+00:00",
    /// "2026-09-20 10:15:00 +0800", "2026年9月20日". Nothing when it is no time.
    [[nodiscard]] std::optional<CellTime> read(QStringView text) const;
    /// "09/24/26", "09/24/2026": month first (Etsy); the forms of read() too.
    [[nodiscard]] std::optional<CellTime> readMonthFirst(QStringView text) const;
    /// "Sep-21-26", "21-Sep-2026", English month names (eBay); the forms of read() too.
    [[nodiscard]] std::optional<CellTime> readNamedMonth(QStringView text) const;

private:
    [[nodiscard]] std::optional<CellTime> endOfDay(int year, int month, int day) const;

    QTimeZone m_zone;
};

/// True for an empty cell and for what exporters write in its place: "-", "0000-00-00 00:00:00".
[[nodiscard]] bool isNoValue(QStringView text);

} // namespace packbench
