#include "print.h"

#include "shipping/dispatchwindow.h"
#include "shipping/workingdays.h"

#include <gtest/gtest.h>

#include <QDateTime>

#include <random>

namespace packbench {
namespace {

constexpr qint64 kHourMs = 3'600'000;
const QList<const char*> kZones{"Europe/Berlin", "America/New_York", "Asia/Shanghai",
                                "Australia/Lord_Howe"};

/// A year of 2026 in which only Sundays rest.
WorkingCalendar calendarOf(const QTimeZone& zone) {
    return WorkingCalendar({Qt::Sunday}, zone);
}

/// The clock of floor rule 9 counted minute by minute: slow, and sharing nothing with the code that
/// is tested but the calendar.
qint64 workingMinutes(Instant from, Instant until, const WorkingCalendar& calendar) {
    qint64 minutes = 0;
    for (qint64 at = from.msUtc; at < until.msUtc; at += 60'000) {
        const QDate date = QDateTime::fromMSecsSinceEpoch(at, calendar.zone()).date();
        minutes += calendar.isWorkingDay(date);
    }
    return minutes;
}

TEST(WindowZones, GoalAndLimitAreSoManyWorkingHoursAwayInEveryZoneAroundEveryShiftOfClocks) {
    std::mt19937 dice(7);
    for (const char* name : kZones) {
        const QTimeZone zone(name);
        ASSERT_TRUE(zone.isValid()) << name;
        const WorkingCalendar calendar = calendarOf(zone);
        QList<qint64> starts;
        const QDateTime from(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);
        const QDateTime until(QDate(2027, 1, 1), QTime(0, 0), Qt::UTC);
        for (const auto& shift : zone.transitions(from, until)) {
            for (int hours : {-50, -25, -3, -1, 0, 1, 2})
                starts.append(shift.atUtc.toMSecsSinceEpoch() + hours * kHourMs);
        }
        for (int i = 0; i < 10; ++i)
            starts.append(from.toMSecsSinceEpoch() + qint64(dice() % 525'000) * 60'000);
        for (const qint64 start : std::as_const(starts)) {
            const DispatchWindow window = dispatchWindow({start}, calendar);
            EXPECT_EQ(workingMinutes({start}, window.goalAt, calendar), 24 * 60)
                << name << ' ' << isoText({start}, zone).toStdString();
            EXPECT_EQ(workingMinutes({start}, window.limitAt, calendar), 48 * 60)
                << name << ' ' << isoText({start}, zone).toStdString();
        }
    }
}

TEST(WindowZones, ADayWithAnHourMoreOrLessIsStillCountedInTimeThatPasses) {
    const QTimeZone berlin("Europe/Berlin");
    const WorkingCalendar everyDay({}, berlin);
    const auto paid = instantFromText(QStringLiteral("2026-03-28 12:00"), berlin).value();
    EXPECT_EQ(dispatchWindow(paid, everyDay).goalAt, paid.plusHours(24));
    EXPECT_EQ(isoText(dispatchWindow(paid, everyDay).goalAt, berlin),
              QStringLiteral("2026-03-29T13:00:00+02:00"));
    const QTimeZone lordHowe("Australia/Lord_Howe");
    const auto late = instantFromText(QStringLiteral("2026-04-04 12:00"), lordHowe).value();
    EXPECT_EQ(isoText(dispatchWindow(late, WorkingCalendar({}, lordHowe)).goalAt, lordHowe),
              QStringLiteral("2026-04-05T11:30:00+10:30"));
}

TEST(WindowZones, ALaterPaymentNeverHasAnEarlierLimit) {
    for (const char* name : kZones) {
        const WorkingCalendar calendar = calendarOf(QTimeZone(name));
        const qint64 start = QDateTime(QDate(2026, 3, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        DispatchWindow before = dispatchWindow({start}, calendar);
        for (int step = 1; step < 24 * 60; ++step) {
            const DispatchWindow now = dispatchWindow({start + step * kHourMs / 2}, calendar);
            EXPECT_GE(now.goalAt, before.goalAt) << name << ' ' << step;
            EXPECT_GE(now.limitAt, before.limitAt) << name << ' ' << step;
            before = now;
        }
    }
}

TEST(WindowZones, TheDaysOfAYearFollowEachOtherWithoutGapOrOverlap) {
    for (const char* name : kZones) {
        const WorkingCalendar calendar = calendarOf(QTimeZone(name));
        for (QDate day(2026, 1, 1); day.year() == 2026; day = day.addDays(1)) {
            const Instant start = startOf(day, calendar);
            EXPECT_EQ(dateOf(start, calendar), day) << name;
            EXPECT_EQ(dateOf(start.plusMs(-1), calendar), day.addDays(-1)) << name;
        }
    }
}

} // namespace
} // namespace packbench
