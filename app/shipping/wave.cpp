#include "shipping/wave.h"

#include "shipping/workingdays.h"

#include <QDateTime>

#include <algorithm>

namespace packbench {

namespace {

Instant at(QDate date, QTime time, const WorkingCalendar& calendar) {
    return {QDateTime(date, time, calendar.zone()).toMSecsSinceEpoch()};
}

} // namespace

WavePlan defaultWaves() {
    return {QTime(10, 0), QTime(16, 0)};
}

Instant waveOf(Instant paidAt, const WavePlan& waves, const WorkingCalendar& calendar) {
    WavePlan plan = waves.isEmpty() ? defaultWaves() : waves;
    std::sort(plan.begin(), plan.end());
    const QDate today = dateOf(paidAt, calendar);
    if (calendar.isWorkingDay(today)) {
        for (const QTime& cutOff : plan) {
            const Instant leaves = at(today, cutOff, calendar);
            if (leaves >= paidAt)
                return leaves;
        }
    }
    const QDate tomorrow = today.addDays(1);
    return at(workingDayFrom(tomorrow, calendar).value_or(tomorrow), plan.first(), calendar);
}

} // namespace packbench
