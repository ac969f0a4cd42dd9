#include "samples.h"
#include "screens/shownwords.h"
#include "screens/stripmodel.h"

#include <QSignalSpy>

#include <gtest/gtest.h>

namespace packbench {
namespace {

TEST(Strip, CountsDownToTheNextWave) {
    StripModel strip(samples::zone());
    strip.show(samples::packing(Language::English).strip);
    strip.tick(samples::now());
    EXPECT_EQ(strip.clockText(), QStringLiteral("15:17"));
    EXPECT_EQ(strip.nextLimitText(), QStringLiteral("00:42:18"));
    EXPECT_EQ(strip.next(), StripModel::Wave);
    EXPECT_EQ(strip.waveText(), QStringLiteral("16:00"));
    EXPECT_FALSE(strip.isOver());
}

TEST(Strip, AnEarlierLimitGoesBeforeTheWave) {
    StripModel strip(samples::zone());
    ShownStrip shown = samples::packing(Language::English).strip;
    shown.nextLimitAt = samples::now().plusMs(61'000);
    strip.tick(samples::now());
    strip.show(shown);
    EXPECT_EQ(strip.next(), StripModel::Limit);
    EXPECT_EQ(strip.nextLimitText(), QStringLiteral("00:01:01"));
}

TEST(Strip, APastLimitIsOverAndKeepsCounting) {
    StripModel strip(samples::zone());
    ShownStrip shown;
    shown.nextLimitAt = samples::now().plusMs(-60'000);
    strip.tick(samples::now());
    strip.show(shown);
    EXPECT_TRUE(strip.isOver());
    strip.tick(samples::now().plusMs(1000));
    EXPECT_EQ(strip.nextLimitText(), QStringLiteral("00:01:01"));
}

TEST(Strip, ATickWithinTheSameMinuteMovesTheCountdownOnly) {
    StripModel strip(samples::zone());
    strip.show(samples::packing(Language::English).strip);
    strip.tick(samples::now());
    QSignalSpy clock(&strip, &StripModel::clockChanged);
    QSignalSpy countdown(&strip, &StripModel::countdownChanged);
    QSignalSpy all(&strip, &StripModel::stripChanged);
    strip.tick(samples::now().plusMs(1000));
    EXPECT_EQ(clock.size(), 0);
    EXPECT_EQ(countdown.size(), 1);
    EXPECT_EQ(all.size(), 0);
}

TEST(Strip, AnUnchangedStripTellsNothing) {
    StripModel strip(samples::zone());
    strip.show(samples::packing(Language::English).strip);
    QSignalSpy all(&strip, &StripModel::stripChanged);
    strip.show(samples::packing(Language::English).strip);
    EXPECT_EQ(all.size(), 0);
}

TEST(ShownWords, ShortNumbersStayWhole) {
    EXPECT_EQ(tail(QStringLiteral("A-17"), 5), QStringLiteral("A-17"));
    EXPECT_EQ(tail(QStringLiteral("2760315098104873"), 5), QStringLiteral("04873"));
}

TEST(ShownWords, CouriersHaveANameInBothLanguages) {
    EXPECT_EQ(shownCourier(QString(), Language::Chinese), QString());
    EXPECT_NE(shownCourier(QStringLiteral("zto"), Language::Chinese), QStringLiteral("zto"));
    EXPECT_NE(shownCourier(QStringLiteral("zto"), Language::Chinese),
              shownCourier(QStringLiteral("zto"), Language::English));
}

} // namespace
} // namespace packbench
