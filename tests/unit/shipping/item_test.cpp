#include "print.h"

#include "shipping/item.h"

#include <gtest/gtest.h>

namespace packbench {

void PrintTo(const SpecPart& part, std::ostream* out) {
    *out << part.name.toStdString() << "=" << part.value.toStdString();
}

namespace {

using Parts = QList<SpecPart>;

TEST(SpecParts, SplitsNamesAndValues) {
    EXPECT_EQ(specParts(QStringLiteral("颜色分类:黑色;尺码:L")),
              (Parts{{"颜色分类", "黑色"}, {"尺码", "L"}}));
}

TEST(SpecParts, TakesFullWidthSigns) {
    EXPECT_EQ(specParts(QStringLiteral("颜色：黑色；尺码：L")),
              (Parts{{"颜色", "黑色"}, {"尺码", "L"}}));
}

TEST(SpecParts, TextWithoutColonIsOneNamelessPart) {
    EXPECT_EQ(specParts(QStringLiteral("均码")), (Parts{{"", "均码"}}));
}

TEST(SpecParts, CommasPartNamelessValues) {
    EXPECT_EQ(specParts(QStringLiteral("黑色,110cm")), (Parts{{"", "黑色"}, {"", "110cm"}}));
    EXPECT_EQ(specParts(QStringLiteral("黑色，110cm")), (Parts{{"", "黑色"}, {"", "110cm"}}));
}

TEST(SpecParts, CommasPartNamedValues) {
    EXPECT_EQ(specParts(QStringLiteral("Color:Black,Size:L")),
              (Parts{{"Color", "Black"}, {"Size", "L"}}));
}

TEST(SpecParts, ACommaInANamedValueStays) {
    EXPECT_EQ(specParts(QStringLiteral("颜色:黑,白拼接;尺码:L")),
              (Parts{{"颜色", "黑,白拼接"}, {"尺码", "L"}}));
}

TEST(SpecParts, ACommaInsideANumberPartsNothing) {
    EXPECT_EQ(specParts(QStringLiteral("1,000ml")), (Parts{{"", "1,000ml"}}));
    EXPECT_EQ(specParts(QStringLiteral("37,38")), (Parts{{"", "37"}, {"", "38"}}));
}

TEST(SpecParts, ARatioIsAValueAndNoName) {
    EXPECT_EQ(specParts(QStringLiteral("1:10")), (Parts{{"", "1:10"}}));
    EXPECT_EQ(specParts(QStringLiteral("比例:1:10")), (Parts{{"比例", "1:10"}}));
}

TEST(SpecParts, EmptyPiecesAreDroppedAndBlanksTrimmed) {
    EXPECT_EQ(specParts(QStringLiteral(" 颜色 : 黑色 ;; ")), (Parts{{"颜色", "黑色"}}));
    EXPECT_TRUE(specParts(QString()).isEmpty());
    EXPECT_TRUE(specParts(QStringLiteral(" ; , ")).isEmpty());
}

TEST(SpecParts, ANameWithoutValueIsKept) {
    EXPECT_EQ(specParts(QStringLiteral("颜色:;尺码:L")), (Parts{{"颜色", ""}, {"尺码", "L"}}));
}

} // namespace
} // namespace packbench
