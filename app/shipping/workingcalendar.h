#pragma once

#include <QByteArray>
#include <QDate>
#include <QSet>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace packbench {

/// Weekly rest days, Qt::Monday … Qt::Sunday.
using RestDays = QSet<int>;

/// Which dates the dispatch clock runs on. Dates a calendar file lists go by the file,
/// all others by the weekly rest days (floor rule 9).
class WorkingCalendar {
public:
    /// No file at all: rest days only, every year unknown. A zone that does not exist counts as
    /// UTC.
    WorkingCalendar(RestDays restDays, const QTimeZone& zone);

    /// Adds a calendar file's dates. Form: see app/shipping/calendars/README.md.
    /// @returns a sentence on what is wrong with the file, nothing when it was taken.
    [[nodiscard]] std::optional<QString> add(const QByteArray& json);

    [[nodiscard]] bool isWorkingDay(QDate date) const;
    /// False for a year no file announced: windows are still computed, but say so.
    [[nodiscard]] bool knows(QDate date) const;
    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    [[nodiscard]] const RestDays& restDays() const { return m_restDays; }

private:
    RestDays m_restDays;
    QTimeZone m_zone;
    QSet<QDate> m_off;
    QSet<QDate> m_work;
    QSet<int> m_years;
};

/// "sun", "sat,sun", "none" → rest days; nothing when a word is no weekday.
[[nodiscard]] std::optional<RestDays> restDaysFromText(const QString& text);

/// The calendars that come with Packbench ("cn"), nothing when there is none of that name.
[[nodiscard]] std::optional<QByteArray> builtInCalendar(const QString& name);

} // namespace packbench
