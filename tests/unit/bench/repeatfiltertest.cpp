#include "bench/repeatfilter.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

const QString kGun = QStringLiteral("gun");
const QString kCode = QStringLiteral("6901234500417");

} // namespace

TEST(RepeatFilter, TheSameCodeBelowTheRepeatTimeIsARepeat) {
    RepeatFilter filter(50);
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1000));
    EXPECT_TRUE(filter.isRepeat(kGun, kCode, 1049));
}

TEST(RepeatFilter, NothingSlowerIsEverDropped) {
    RepeatFilter filter(50);
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1000));
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1050));
}

TEST(RepeatFilter, ABurstOfBouncesCountsFromItsFirst) {
    RepeatFilter filter(50);
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1000));
    EXPECT_TRUE(filter.isRepeat(kGun, kCode, 1030));
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1060)) << "60 ms after the one that counted";
}

TEST(RepeatFilter, AnotherCodeInBetweenIsNoRepeat) {
    RepeatFilter filter(50);
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1000));
    EXPECT_FALSE(filter.isRepeat(kGun, QStringLiteral("other"), 1010));
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1020));
}

TEST(RepeatFilter, ZeroSwitchesItOff) {
    RepeatFilter filter(0);
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1000));
    EXPECT_FALSE(filter.isRepeat(kGun, kCode, 1000));
}

} // namespace packbench
