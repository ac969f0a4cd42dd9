#pragma once

#include <QByteArray>
#include <QDate>
#include <QSet>
#include <QString>

#include <variant>

namespace packbench {

/// The dates one calendar file speaks of.
struct CalendarDates {
    QSet<int> years; ///< announced in full
    QSet<QDate> off;
    QSet<QDate> work;
};

/// Reads one of the three forms in calendars/README.md.
/// @returns the dates, or a sentence on what is wrong with the file.
[[nodiscard]] std::variant<CalendarDates, QString> readCalendarFile(const QByteArray& json);

} // namespace packbench
