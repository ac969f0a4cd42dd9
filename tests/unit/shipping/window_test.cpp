#include "print.h"

#include "shipping/dispatchwindow.h"

#include <gtest/gtest.h>

#include <QDateTime>

#include <limits>
#include <random>

namespace packbench {
namespace {

const QTimeZone kShanghai("Asia/Shanghai");

WorkingCalendar calendarCn(const RestDays& rest = {Qt::Sunday}) {
    WorkingCalendar calendar(rest, kShanghai);
    EXPECT_FALSE(calendar.add(builtInCalendar(QStringLiteral("cn")).value_or(QByteArray())));
    return calendar;
}

Instant at(const char* text, const QTimeZone& zone = kShanghai) {
    return instantFromText(QString::fromLatin1(text), zone).value();
}

void expectWindow(const DispatchWindow& window, const char* goal, const char* limit,
                  const QTimeZone& zone = kShanghai) {
    EXPECT_EQ(isoText(window.goalAt, zone).left(16), QString::fromLatin1(goal));
    EXPECT_EQ(isoText(window.limitAt, zone).left(16), QString::fromLatin1(limit));
}

TEST(Window, RunsOverSpringFestival) {
    const auto window = dispatchWindow(at("2026-02-13 10:00"), calendarCn());
    expectWindow(window, "2026-02-14T10:00", "2026-02-24T10:00");
    EXPECT_TRUE(window.calendarKnown);
}

TEST(Window, OnAnOrdinaryWeekdayIsTheWallClock) {
    expectWindow(dispatchWindow(at("2026-03-10 23:59"), calendarCn()), "2026-03-11T23:59",
                 "2026-03-12T23:59");
}

TEST(Window, SaturdaysCountUnlessTheyRest) {
    const Instant paid = at("2026-03-13 15:00");
    expectWindow(dispatchWindow(paid, calendarCn()), "2026-03-14T15:00", "2026-03-16T15:00");
    expectWindow(dispatchWindow(paid, calendarCn({Qt::Saturday, Qt::Sunday})), "2026-03-16T15:00",
                 "2026-03-17T15:00");
}

TEST(Window, AMakeUpSundayCounts) {
    expectWindow(dispatchWindow(at("2026-09-19 12:00"), calendarCn({Qt::Saturday, Qt::Sunday})),
                 "2026-09-21T00:00", "2026-09-22T00:00");
    expectWindow(dispatchWindow(at("2026-09-19 12:00"), calendarCn()), "2026-09-20T12:00",
                 "2026-09-21T12:00");
}

TEST(Window, PaymentOnADayOffStartsAtTheNextWorkingDay) {
    expectWindow(dispatchWindow(at("2026-10-03 18:30"), calendarCn()), "2026-10-09T00:00",
                 "2026-10-10T00:00");
}

TEST(Window, RunningOutAtMidnightGivesTheFollowingDayEvenIfItIsOff) {
    expectWindow(dispatchWindow(at("2026-03-14 00:00"), calendarCn()), "2026-03-15T00:00",
                 "2026-03-17T00:00");
}

TEST(Window, TheLastMinuteBeforeARestIsCarriedOver) {
    expectWindow(dispatchWindow(at("2026-03-14 23:59"), calendarCn()), "2026-03-16T23:59",
                 "2026-03-17T23:59");
}

TEST(Window, AnUnknownYearIsSaid) {
    EXPECT_TRUE(dispatchWindow(at("2026-12-30 00:00"), calendarCn()).calendarKnown)
        << "the clock ran out before the new year began";
    const auto window = dispatchWindow(at("2026-12-30 00:01"), calendarCn());
    EXPECT_FALSE(window.calendarKnown);
    expectWindow(window, "2026-12-31T00:01", "2027-01-01T00:01");
    EXPECT_FALSE(dispatchWindow(at("2023-12-31 10:00"), calendarCn()).calendarKnown)
        << "paid on a date of an unknown year";
}

TEST(Window, WithoutAnyCalendarIsComputedButUnknown) {
    const WorkingCalendar calendar({Qt::Sunday}, kShanghai);
    const auto window = dispatchWindow(at("2026-02-13 10:00"), calendar);
    expectWindow(window, "2026-02-14T10:00", "2026-02-16T10:00");
    EXPECT_FALSE(window.calendarKnown);
}

TEST(Window, AWeekOfRestDaysOnlyDoesNotHangAndIsUnknown) {
    WorkingCalendar calendar({1, 2, 3, 4, 5, 6, 7}, kShanghai);
    ASSERT_FALSE(calendar.add(R"({"years":[2026,2027,2028]})"));
    const auto window = dispatchWindow(at("2026-03-10 10:00"), calendar);
    expectWindow(window, "2026-03-11T10:00", "2026-03-12T10:00");
    EXPECT_FALSE(window.calendarKnown);
}

TEST(Window, InstantsBeyondAllDatesDoNotHang) {
    for (const qint64 ms :
         {std::numeric_limits<qint64>::max() / 2, std::numeric_limits<qint64>::min() / 2})
        EXPECT_FALSE(dispatchWindow(Instant{ms}, calendarCn()).calendarKnown);
}

TEST(Window, AZoneThatDoesNotExistCountsAsUtc) {
    const WorkingCalendar calendar({Qt::Sunday}, QTimeZone("Nowhere/Nothing"));
    const Instant paid = at("2026-03-10 10:00", QTimeZone::utc());
    EXPECT_EQ(dispatchWindow(paid, calendar).goalAt, paid.plusHours(24));
}

TEST(Window, WithoutRestDaysRunsThrough) {
    WorkingCalendar calendar({}, kShanghai);
    expectWindow(dispatchWindow(at("2026-03-14 10:00"), calendar), "2026-03-15T10:00",
                 "2026-03-16T10:00");
}

TEST(Window, AnEarlierPromiseBinds) {
    const Instant paid = at("2026-03-10 10:00");
    expectWindow(dispatchWindow(paid, calendarCn(), at("2026-03-12 09:00")), "2026-03-11T10:00",
                 "2026-03-12T09:00");
    expectWindow(dispatchWindow(paid, calendarCn(), at("2026-03-10 18:00")), "2026-03-10T18:00",
                 "2026-03-10T18:00");
}

TEST(Window, ALaterPromiseChangesNothing) {
    expectWindow(dispatchWindow(at("2026-03-10 10:00"), calendarCn(), at("2026-03-20 00:00")),
                 "2026-03-11T10:00", "2026-03-12T10:00");
}

TEST(Window, OnTheShortDayTwentyThreeHoursPass) {
    const QTimeZone berlin("Europe/Berlin");
    const WorkingCalendar calendar({}, berlin);
    // 29 March 2026 has 23 hours: the clock counts hours that pass, not the hands of the clock.
    expectWindow(dispatchWindow(at("2026-03-28 12:00", berlin), calendar), "2026-03-29T13:00",
                 "2026-03-30T13:00", berlin);
}

TEST(Window, OnTheLongDayTwentyFiveHoursPass) {
    const QTimeZone berlin("Europe/Berlin");
    const WorkingCalendar calendar({}, berlin);
    expectWindow(dispatchWindow(at("2026-10-24 12:00", berlin), calendar), "2026-10-25T11:00",
                 "2026-10-26T11:00", berlin);
}

TEST(Window, AShiftOfClocksOnARestDayChangesNothing) {
    const QTimeZone berlin("Europe/Berlin");
    const WorkingCalendar calendar({Qt::Sunday}, berlin);
    expectWindow(dispatchWindow(at("2026-03-28 12:00", berlin), calendar), "2026-03-30T12:00",
                 "2026-03-31T12:00", berlin);
}

TEST(Window, MillisecondsAreKept) {
    const auto window = dispatchWindow(at("2026-03-10 10:00").plusMs(123), calendarCn());
    EXPECT_EQ(window.goalAt, at("2026-03-11 10:00").plusMs(123));
}

TEST(DueState, GoalAndLimitThemselvesAreStillInTime) {
    const DispatchWindow window{Instant{1000}, Instant{2000}, true};
    EXPECT_EQ(dueState(window, Instant{1000}), DueState::Due);
    EXPECT_EQ(dueState(window, Instant{1001}), DueState::Late);
    EXPECT_EQ(dueState(window, Instant{2000}), DueState::Late);
    EXPECT_EQ(dueState(window, Instant{2001}), DueState::Overdue);
}

TEST(DueState, HasStableWords) {
    EXPECT_EQ(word(DueState::Due), QStringLiteral("due"));
    EXPECT_EQ(word(DueState::Late), QStringLiteral("late"));
    EXPECT_EQ(word(DueState::Overdue), QStringLiteral("overdue"));
}

// An oracle that knows nothing of days: it steps from minute to minute and counts those that
// belong to a working date. Zones shift by whole half hours, so one look-up serves 30 minutes.
class MinuteOracle {
public:
    MinuteOracle(const WorkingCalendar& calendar, QDate from, QDate to)
        : m_begin(QDateTime(from, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch()) {
        const qint64 end = QDateTime(to, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
        for (qint64 ms = m_begin; ms < end; ms += kSlot) {
            const QDate date = QDateTime::fromMSecsSinceEpoch(ms, calendar.zone()).date();
            m_works.push_back(calendar.isWorkingDay(date));
            m_known.push_back(calendar.knows(date));
        }
    }

    [[nodiscard]] DispatchWindow window(Instant paidAt) const {
        DispatchWindow answer;
        int worked = 0;
        for (qint64 ms = paidAt.msUtc; worked < 2 * 1440; ms += kMinute) {
            const auto slot = std::size_t((ms - m_begin) / kSlot);
            answer.calendarKnown = answer.calendarKnown && m_known.at(slot);
            worked += m_works.at(slot) ? 1 : 0;
            if (worked == 1440 && m_works.at(slot))
                answer.goalAt = {ms + kMinute};
            answer.limitAt = {ms + kMinute};
        }
        return answer;
    }

private:
    static constexpr qint64 kMinute = 60'000;
    static constexpr qint64 kSlot = 30 * kMinute;
    qint64 m_begin;
    std::vector<bool> m_works;
    std::vector<bool> m_known;
};

struct Place {
    const char* zone;
    RestDays rest;
    QDate from;
};

class WindowAgainstOracle : public testing::TestWithParam<Place> {};

TEST_P(WindowAgainstOracle, AgreesOnRandomPayments) {
    const Place place = GetParam();
    WorkingCalendar calendar(place.rest, QTimeZone(place.zone));
    ASSERT_TRUE(calendar.zone().isValid());
    ASSERT_FALSE(calendar.add(builtInCalendar(QStringLiteral("cn")).value_or(QByteArray())));
    const QDate to = place.from.addDays(400);
    const MinuteOracle oracle(calendar, place.from.addDays(-2), to.addDays(60));
    const qint64 begin = QDateTime(place.from, QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    std::mt19937 random(2026);
    int unknown = 0;
    for (int i = 0; i < 1500; ++i) {
        // Every fifth payment falls on the hour, where days begin and end.
        const qint64 minute =
            qint64(random() % (400u * 1440u)) / (i % 5 == 0 ? 60 : 1) * (i % 5 == 0 ? 60 : 1);
        const Instant paid{begin + minute * 60'000};
        const DispatchWindow window = dispatchWindow(paid, calendar);
        const DispatchWindow expected = oracle.window(paid);
        ASSERT_EQ(window.goalAt, expected.goalAt) << qPrintable(isoText(paid, calendar.zone()));
        ASSERT_EQ(window.limitAt, expected.limitAt) << qPrintable(isoText(paid, calendar.zone()));
        ASSERT_EQ(window.calendarKnown, expected.calendarKnown)
            << qPrintable(isoText(paid, calendar.zone()));
        unknown += window.calendarKnown ? 0 : 1;
    }
    EXPECT_GT(unknown, 10) << "the year without calendar was not met";
}

INSTANTIATE_TEST_SUITE_P(
    Places, WindowAgainstOracle,
    testing::Values(Place{"Asia/Shanghai", {Qt::Sunday}, {2026, 1, 1}},
                    Place{"Asia/Shanghai", {Qt::Saturday, Qt::Sunday}, {2026, 1, 1}},
                    Place{"Europe/Berlin", {Qt::Sunday}, {2026, 1, 1}},
                    Place{"America/New_York", {}, {2026, 1, 1}},
                    Place{"Australia/Lord_Howe", {Qt::Sunday}, {2026, 1, 1}},
                    // Clocks were put forward at midnight: the day begins at 01:00.
                    Place{"America/Sao_Paulo", {Qt::Saturday}, {2018, 1, 1}},
                    Place{"Africa/Cairo", {Qt::Friday, Qt::Saturday}, {2026, 1, 1}}));

} // namespace
} // namespace packbench
