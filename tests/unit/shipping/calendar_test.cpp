#include "print.h"
#include "readtable.h"

#include "shipping/workingcalendar.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

const QTimeZone kShanghai("Asia/Shanghai");
const RestDays kSunday{Qt::Sunday};
const RestDays kWeekend{Qt::Saturday, Qt::Sunday};

WorkingCalendar builtIn(const RestDays& rest = kSunday) {
    WorkingCalendar calendar(rest, kShanghai);
    EXPECT_FALSE(calendar.add(builtInCalendar(QStringLiteral("cn")).value_or(QByteArray())));
    return calendar;
}

QString refusalOf(const QByteArray& json) {
    WorkingCalendar calendar(kSunday, kShanghai);
    return calendar.add(json).value_or(QString());
}

TEST(Calendar, WithoutFilesGoesByRestDaysAndKnowsNoYear) {
    const WorkingCalendar calendar(kSunday, kShanghai);
    EXPECT_TRUE(calendar.isWorkingDay({2026, 9, 19}));
    EXPECT_FALSE(calendar.isWorkingDay({2026, 9, 20}));
    EXPECT_FALSE(calendar.knows({2026, 9, 19}));
}

TEST(Calendar, ListedDatesGoByTheFile) {
    const WorkingCalendar calendar = builtIn();
    EXPECT_TRUE(calendar.isWorkingDay({2026, 9, 20})) << "a make-up Sunday";
    EXPECT_FALSE(calendar.isWorkingDay({2026, 9, 25})) << "a holiday Friday";
    EXPECT_TRUE(calendar.isWorkingDay({2026, 2, 14})) << "a make-up Saturday";
    EXPECT_FALSE(calendar.isWorkingDay({2026, 2, 23}));
    EXPECT_TRUE(calendar.isWorkingDay({2026, 2, 24}));
}

TEST(Calendar, TheBuiltInOneKnowsItsYearsOnly) {
    const WorkingCalendar calendar = builtIn();
    EXPECT_FALSE(calendar.knows({2023, 12, 31}));
    EXPECT_TRUE(calendar.knows({2024, 1, 1}));
    EXPECT_TRUE(calendar.knows({2026, 12, 31}));
    EXPECT_FALSE(calendar.knows({2027, 1, 1}));
}

TEST(Calendar, ThereIsNoOtherBuiltInOne) {
    EXPECT_FALSE(builtInCalendar(QStringLiteral("xx")));
    EXPECT_FALSE(builtInCalendar(QString()));
    EXPECT_FALSE(builtInCalendar(QStringLiteral("../calendars/cn")));
    EXPECT_FALSE(builtInCalendar(QStringLiteral("cn\n")));
}

TEST(Calendar, TheBuiltInOneAgreesWithHolidayCnDayByDay) {
    const QString folder = test::sharedData("calendars/holiday-cn");
    SKIP_WITHOUT(folder);
    WorkingCalendar theirs(kWeekend, kShanghai);
    for (int year : {2024, 2025, 2026}) {
        QFile file(QStringLiteral("%1/%2.json").arg(folder).arg(year));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly));
        ASSERT_FALSE(theirs.add(file.readAll()));
    }
    const WorkingCalendar ours = builtIn(kWeekend);
    for (QDate date(2023, 12, 1); date < QDate(2027, 2, 1); date = date.addDays(1)) {
        EXPECT_EQ(ours.isWorkingDay(date), theirs.isWorkingDay(date))
            << qPrintable(date.toString());
        EXPECT_EQ(ours.knows(date), theirs.knows(date));
    }
}

TEST(Calendar, HolidayCnFilesAreTakenAsTheyAre) {
    WorkingCalendar calendar(kSunday, kShanghai);
    EXPECT_FALSE(calendar.add(R"({"year":2023,"days":[
        {"name":"x","date":"2022-12-31","isOffDay":true},
        {"name":"x","date":"2023-01-28","isOffDay":false},
        {"name":"x","date":"2023-01-29","isOffDay":false}]})"));
    EXPECT_FALSE(calendar.isWorkingDay({2022, 12, 31}));
    EXPECT_TRUE(calendar.isWorkingDay({2023, 1, 29}));
    EXPECT_FALSE(calendar.knows({2022, 12, 31})) << "a neighbour's date announces no year";
    EXPECT_TRUE(calendar.knows({2023, 6, 1}));
}

TEST(Calendar, AYearNotAnnouncedYetStaysUnknown) {
    WorkingCalendar calendar(kSunday, kShanghai);
    EXPECT_FALSE(calendar.add(R"({"year":2027,"papers":[],"days":[]})"));
    EXPECT_FALSE(calendar.knows({2027, 1, 1}));
    EXPECT_TRUE(calendar.isWorkingDay({2027, 1, 1}));
}

TEST(Calendar, DateNamesAreTakenAsDaysOff) {
    WorkingCalendar calendar(kSunday, QTimeZone("Europe/Berlin"));
    EXPECT_FALSE(calendar.add(R"({"2026-01-01":"New Year's Day","2026-05-01":"Labor Day"})"));
    EXPECT_FALSE(calendar.isWorkingDay({2026, 5, 1}));
    EXPECT_TRUE(calendar.knows({2026, 7, 1}));
    EXPECT_FALSE(calendar.knows({2025, 7, 1}));
}

TEST(Calendar, AllPublishedDateNameFilesAreTaken) {
    const QString folder = test::sharedData("calendars/vacanza-holidays");
    SKIP_WITHOUT(folder);
    for (const char* country : {"DE", "GB", "US", "JP", "BR", "SA"}) {
        QFile file(QStringLiteral("%1/%2.json").arg(folder, QString::fromLatin1(country)));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << country;
        EXPECT_EQ(refusalOf(file.readAll()), QString()) << country;
    }
}

TEST(Calendar, ALaterFileWins) {
    WorkingCalendar calendar(kSunday, kShanghai);
    EXPECT_FALSE(calendar.add(R"({"years":[2026],"off":["2026-05-04"],"work":["2026-05-10"]})"));
    EXPECT_FALSE(calendar.add(R"({"years":[2026],"off":["2026-05-10"],"work":["2026-05-04"]})"));
    EXPECT_TRUE(calendar.isWorkingDay({2026, 5, 4}));
    EXPECT_FALSE(calendar.isWorkingDay({2026, 5, 10}));
}

TEST(Calendar, AByteOrderMarkDoesNoHarm) {
    EXPECT_EQ(refusalOf("\xEF\xBB\xBF{\"years\":[2026]}"), QString());
}

TEST(Calendar, ARefusedFileChangesNothing) {
    WorkingCalendar calendar = builtIn();
    const auto refusal =
        calendar.add(R"({"years":[2027],"off":["2026-09-20"],"work":["2026-13-01"]})");
    ASSERT_TRUE(refusal);
    EXPECT_TRUE(refusal->contains(QStringLiteral("2026-13-01"))) << qPrintable(*refusal);
    EXPECT_TRUE(calendar.isWorkingDay({2026, 9, 20}));
    EXPECT_FALSE(calendar.knows({2027, 1, 1}));
}

TEST(Calendar, WhatIsWrongIsSaidInOneSentenceEach) {
    const QList<QByteArray> files{"",
                                  "not json",
                                  "[]",
                                  "{}",
                                  R"({"years":[]})",
                                  R"({"years":["2026"]})",
                                  R"({"years":[12]})",
                                  R"({"years":[2026],"off":"2026-01-01"})",
                                  R"({"years":[2026],"off":["2026-1-1"]})",
                                  R"({"years":[2026],"off":[20260101]})",
                                  R"({"years":[2026],"off":["2026-01-01"],"work":["2026-01-01"]})",
                                  R"({"year":2026})",
                                  R"({"days":[]})",
                                  R"({"year":2026,"days":[{"date":"2026-01-01"}]})",
                                  R"({"2026-02-30":"x"})",
                                  R"({"2026-01-01":true})",
                                  R"({"hello":"world"})",
                                  "{\"years\":[2026],\"source\":\"" + QByteArray(2 << 20, 'x') +
                                      "\"}"};
    for (const QByteArray& file : files) {
        const QString refusal = refusalOf(file);
        EXPECT_TRUE(refusal.startsWith(QStringLiteral("The calendar was not taken: ")))
            << file.left(60).constData();
        EXPECT_TRUE(refusal.endsWith(u'.'));
        EXPECT_LT(refusal.size(), 250);
    }
}

TEST(RestDays, AreReadFromWords) {
    EXPECT_EQ(restDaysFromText(QStringLiteral("sun")), kSunday);
    EXPECT_EQ(restDaysFromText(QStringLiteral("Sat, Sun")), kWeekend);
    EXPECT_EQ(restDaysFromText(QStringLiteral("fri+sat")), (RestDays{Qt::Friday, Qt::Saturday}));
    EXPECT_EQ(restDaysFromText(QStringLiteral("none")), RestDays{});
}

TEST(RestDays, OtherWordsAreNone) {
    for (const char* text : {"", " ", "sunday?", "xyz", "sat,xyz", "none,sun", "7"})
        EXPECT_FALSE(restDaysFromText(QString::fromLatin1(text))) << text;
}

} // namespace
} // namespace packbench
