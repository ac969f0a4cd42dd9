#include "support/figures.h"

#include <QRegularExpression>
#include <gtest/gtest.h>

using namespace packbench::figures;

namespace {

Sample hundred() {
    Sample sample;
    for (int i = 100; i >= 1; --i)
        sample.push_back(i);
    return sample;
}

TEST(Figures, PercentilesAreMeasuredValuesByNearestRank) {
    EXPECT_EQ(median(hundred()), 50);
    EXPECT_EQ(percentile(hundred(), 0.99), 99);
    EXPECT_EQ(percentile(hundred(), 1), 100);
    EXPECT_EQ(median({7}), 7);
}

TEST(Figures, AFigureOverItsBoundIsMarkedAndCounted) {
    Table table(QStringLiteral("scan"));
    table.atMost(QStringLiteral("median"), 2, "ms", 3);
    table.atMost(QStringLiteral("p99"), 17, "ms", 16);
    table.ratio(QStringLiteral("against bare"), 3, 2, "ms", 1.4);
    EXPECT_EQ(table.over(), 2);
    EXPECT_TRUE(table.text().contains(QRegularExpression(QStringLiteral("median .* ok\n"))));
    EXPECT_EQ(table.text().count(QStringLiteral(" over\n")), 2);
}

TEST(Figures, WarmUpRoundsAreNotPartOfTheSample) {
    int calls = 0;
    EXPECT_EQ(repeat(
                  3, [&calls](int) { ++calls; }, 2)
                  .size(),
              3U);
    EXPECT_EQ(calls, 5);
}

TEST(Figures, ResidentMemoryIsRead) {
    EXPECT_GT(residentMegabytes(), 1);
    EXPECT_GE(highestResidentMegabytes(), residentMegabytes() * 0.9);
}

} // namespace
