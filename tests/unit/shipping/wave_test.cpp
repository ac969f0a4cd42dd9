#include "print.h"

#include "shipping/wave.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

const QTimeZone kShanghai("Asia/Shanghai");

WorkingCalendar calendarCn() {
    WorkingCalendar calendar({Qt::Sunday}, kShanghai);
    EXPECT_FALSE(calendar.add(builtInCalendar(QStringLiteral("cn")).value_or(QByteArray())));
    return calendar;
}

QString waveAt(const char* paid, const WavePlan& plan = defaultWaves()) {
    const auto at = instantFromText(QString::fromLatin1(paid), kShanghai).value();
    return isoText(waveOf(at, plan, calendarCn()), kShanghai).left(16);
}

TEST(Wave, LeavesInTheMorningWhenPaidBeforeTen) {
    EXPECT_EQ(waveAt("2026-03-10 09:59"), QStringLiteral("2026-03-10T10:00"));
    EXPECT_EQ(waveAt("2026-03-10 00:00"), QStringLiteral("2026-03-10T10:00"));
}

TEST(Wave, TheCutOffItselfStillBelongs) {
    EXPECT_EQ(waveAt("2026-03-10 10:00:00"), QStringLiteral("2026-03-10T10:00"));
    EXPECT_EQ(waveAt("2026-03-10 10:00:01"), QStringLiteral("2026-03-10T16:00"));
}

TEST(Wave, LaterPaymentsLeaveTheNextWorkingDay) {
    EXPECT_EQ(waveAt("2026-03-10 16:01"), QStringLiteral("2026-03-11T10:00"));
    EXPECT_EQ(waveAt("2026-03-14 16:01"), QStringLiteral("2026-03-16T10:00"));
    EXPECT_EQ(waveAt("2026-02-14 18:00"), QStringLiteral("2026-02-24T10:00"));
}

TEST(Wave, PaymentOnADayOffLeavesWithTheNextMorning) {
    EXPECT_EQ(waveAt("2026-03-15 08:00"), QStringLiteral("2026-03-16T10:00"));
}

TEST(Wave, AMakeUpSundayHasItsWaves) {
    EXPECT_EQ(waveAt("2026-09-20 08:00"), QStringLiteral("2026-09-20T10:00"));
}

TEST(Wave, AnUnsortedPlanIsSorted) {
    EXPECT_EQ(waveAt("2026-03-10 11:00", {QTime(18, 0), QTime(12, 0)}),
              QStringLiteral("2026-03-10T12:00"));
}

TEST(Wave, WithoutAPlanTheUsualOneHolds) {
    EXPECT_EQ(waveAt("2026-03-10 11:00", {}), QStringLiteral("2026-03-10T16:00"));
}

TEST(Wave, ACalendarWithoutWorkingDaysDoesNotHang) {
    const WorkingCalendar calendar({1, 2, 3, 4, 5, 6, 7}, kShanghai);
    const auto paid = instantFromText(QStringLiteral("2026-03-10 09:00"), kShanghai).value();
    EXPECT_EQ(isoText(waveOf(paid, defaultWaves(), calendar), kShanghai).left(16),
              QStringLiteral("2026-03-11T10:00"));
}

} // namespace
} // namespace packbench
