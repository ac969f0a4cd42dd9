#include "shipping/dispatchwindow.h"

#include "shipping/wordtable.h"
#include "shipping/workingdays.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr WordTable<DueState, 3> kDueWords{{
    {DueState::Due, "due"},
    {DueState::Late, "late"},
    {DueState::Overdue, "overdue"},
}};

/// The dispatch clock: stands at an instant and runs on working days only, in real elapsed time.
class WorkingClock {
public:
    WorkingClock(Instant start, const WorkingCalendar& calendar)
        : m_calendar(calendar), m_now(start), m_date(dateOf(start, calendar)) {
        look(m_date, m_date);
        waitForWork(m_date);
    }

    void run(int hours) {
        qint64 left = hours * 3'600'000LL;
        while (left > 0) {
            waitForWork(m_date);
            const Instant midnight = startOf(m_date.addDays(1), m_calendar);
            if (midnight <= m_now) // beyond the dates there are
                return runOn(left);
            const qint64 today = std::min(left, midnight.msUtc - m_now.msUtc);
            m_now = m_now.plusMs(today);
            left -= today;
            if (m_now == midnight)
                m_date = m_date.addDays(1);
        }
    }

    [[nodiscard]] Instant now() const { return m_now; }
    [[nodiscard]] bool known() const { return m_known; }

private:
    void runOn(qint64 left) {
        m_now = m_now.plusMs(left);
        m_known = false;
    }

    /// Stands still until `date` or the first working day after it.
    void waitForWork(QDate date) {
        const auto day = workingDayFrom(date, m_calendar);
        look(date, day.value_or(date));
        if (!day) { // nobody ever works: let it run rather than promise nothing
            m_known = false;
            return;
        }
        m_date = *day;
        m_now = std::max(m_now, startOf(m_date, m_calendar));
    }

    void look(QDate from, QDate to) {
        for (QDate date = from; date <= to; date = date.addDays(1))
            m_known = m_known && m_calendar.knows(date);
    }

    const WorkingCalendar& m_calendar;
    Instant m_now;
    QDate m_date; ///< the date the clock runs on next
    bool m_known = true;
};

} // namespace

DispatchWindow dispatchWindow(Instant paidAt, const WorkingCalendar& calendar,
                              std::optional<Instant> promisedAt) {
    WorkingClock clock(paidAt, calendar);
    DispatchWindow window;
    clock.run(24);
    window.goalAt = clock.now();
    clock.run(24);
    window.limitAt = clock.now();
    window.calendarKnown = clock.known();
    if (promisedAt) {
        window.limitAt = std::min(window.limitAt, *promisedAt);
        window.goalAt = std::min(window.goalAt, *promisedAt);
    }
    return window;
}

DueState dueState(const DispatchWindow& window, Instant now) {
    if (now <= window.goalAt && now <= window.limitAt)
        return DueState::Due;
    return now <= window.limitAt ? DueState::Late : DueState::Overdue;
}

QString word(DueState state) {
    return kDueWords.word(state);
}

} // namespace packbench
