#include "print.h"

#include "shipping/instant.h"

#include <gtest/gtest.h>

namespace packbench {
namespace {

const QTimeZone kShanghai("Asia/Shanghai");

TEST(Instant, TextGoesBothWays) {
    const QString text = QStringLiteral("2026-09-20T10:15:00+08:00");
    const auto at = instantFromText(text, QTimeZone::utc());
    ASSERT_TRUE(at);
    EXPECT_EQ(isoText(*at, kShanghai), text);
}

TEST(Instant, TextWithoutZoneIsInTheZoneGiven) {
    EXPECT_EQ(instantFromText(QStringLiteral("2026-09-20 10:15"), kShanghai),
              instantFromText(QStringLiteral("2026-09-20T02:15:00Z"), kShanghai));
}

TEST(Instant, OffsetsWestAndByHalfHoursAreWritten) {
    const Instant at{0};
    EXPECT_EQ(isoText(at, QTimeZone("America/New_York")),
              QStringLiteral("1969-12-31T19:00:00-05:00"));
    EXPECT_EQ(isoText(at, QTimeZone("Asia/Kolkata")), QStringLiteral("1970-01-01T05:30:00+05:30"));
}

TEST(Instant, TextThatIsNoTimeIsNone) {
    for (const char* text :
         {"", "2026-02-30 10:00", "2026-01-01 24:00", "2026-01-01", "10:00", "2026-01-01T10:00+8"})
        EXPECT_FALSE(instantFromText(QString::fromLatin1(text), kShanghai)) << text;
}

} // namespace
} // namespace packbench
