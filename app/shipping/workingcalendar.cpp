#include "shipping/workingcalendar.h"

#include "shipping/calendarfile.h"

#include <QFile>
#include <QRegularExpression>

#include <utility>

// Outside the namespace: the macro declares a global function. Without the call the linker
// leaves the resource of a static library behind.
static void loadCalendars() {
    Q_INIT_RESOURCE(calendars);
}

namespace packbench {

WorkingCalendar::WorkingCalendar(RestDays restDays, const QTimeZone& zone)
    : m_restDays(std::move(restDays)), m_zone(zone) {
    if (!m_zone.isValid())
        m_zone = QTimeZone::utc();
}

std::optional<QString> WorkingCalendar::add(const QByteArray& json) {
    const auto answer = readCalendarFile(json);
    if (const auto* refusal = std::get_if<QString>(&answer))
        return *refusal;
    const auto& dates = std::get<CalendarDates>(answer);
    m_work.subtract(dates.off);
    m_off.subtract(dates.work);
    m_off.unite(dates.off);
    m_work.unite(dates.work);
    m_years.unite(dates.years);
    return std::nullopt;
}

bool WorkingCalendar::isWorkingDay(QDate date) const {
    if (m_work.contains(date))
        return true;
    return !m_off.contains(date) && !m_restDays.contains(date.dayOfWeek());
}

bool WorkingCalendar::knows(QDate date) const {
    return m_years.contains(date.year());
}

std::optional<RestDays> restDaysFromText(const QString& text) {
    static const QStringList days{
        QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"), QStringLiteral("thu"),
        QStringLiteral("fri"), QStringLiteral("sat"), QStringLiteral("sun")};
    static const QRegularExpression between(QStringLiteral("[,;+\\s]+"));
    const QStringList words = text.toLower().split(between, Qt::SkipEmptyParts);
    if (words.isEmpty())
        return std::nullopt;
    if (words == QStringList{QStringLiteral("none")})
        return RestDays{};
    RestDays rest;
    for (const QString& word : words) {
        const auto day = days.indexOf(word);
        if (day < 0)
            return std::nullopt;
        rest.insert(int(day) + 1);
    }
    return rest;
}

std::optional<QByteArray> builtInCalendar(const QString& name) {
    loadCalendars();
    static const QRegularExpression form(QStringLiteral("\\A[a-z]+\\z"));
    if (!form.match(name).hasMatch())
        return std::nullopt;
    QFile file(QStringLiteral(":/packbench/calendars/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

} // namespace packbench
