#include "shipping/workingdays.h"

#include <QDateTime>

namespace packbench {

Instant startOf(QDate date, const WorkingCalendar& calendar) {
    return {date.startOfDay(calendar.zone()).toMSecsSinceEpoch()};
}

QDate dateOf(Instant at, const WorkingCalendar& calendar) {
    return QDateTime::fromMSecsSinceEpoch(at.msUtc, calendar.zone()).date();
}

std::optional<QDate> workingDayFrom(QDate date, const WorkingCalendar& calendar) {
    for (int i = 0; i <= kLongestRest; ++i) {
        if (calendar.isWorkingDay(date.addDays(i)))
            return date.addDays(i);
    }
    return std::nullopt;
}

} // namespace packbench
