#include "screens/largewords.h"

#include <QImage>
#include <QPainter>

#include <cmath>
#include <gtest/gtest.h>

namespace packbench {
namespace {

LargeWords& with(LargeWords& words, const QString& text, qreal width, int minimum) {
    words.setSize(192);
    words.setMinimumSize(minimum);
    words.setText(text);
    words.setWidth(width);
    words.setHeight(230);
    return words;
}

/// The columns that have ink.
QRect inkOf(LargeWords& words) {
    QImage picture(QSizeF(words.width(), words.height()).toSize(), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    words.paint(painter);
    painter.end();
    QRect ink;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (qGray(picture.pixel(x, y)) < 128)
                ink |= QRect(x, y, 1, 1);
    return ink;
}

TEST(LargeWords, AreAsLargeAsTheyWereAskedToBeWhereTheyFit) {
    LargeWords words;
    with(words, QStringLiteral("OK"), 600, 24);
    EXPECT_EQ(std::ceil(words.contentWidth()), words.implicitWidth());
    EXPECT_EQ(words.implicitHeight(), 261);
    EXPECT_GT(inkOf(words).height(), 192 / 2);
}

TEST(LargeWords, GetSmallerWhereTheWidthAsksForIt) {
    LargeWords words;
    with(words, QStringLiteral("WRONG"), 300, 24);
    EXPECT_FALSE(words.isTruncated());
    EXPECT_LE(words.contentWidth(), 300);
    EXPECT_GT(inkOf(words).width(), 250);
}

TEST(LargeWords, ThatDoNotFitEvenThenAreCutOffVisibly) {
    LargeWords words;
    with(words, QStringLiteral("WRONG"), 300, 150);
    EXPECT_TRUE(words.isTruncated());
    EXPECT_LE(words.contentWidth(), 300);
}

TEST(LargeWords, StandWhereTheyAreAlignedTo) {
    LargeWords words;
    with(words, QStringLiteral("1/2"), 600, 24);
    EXPECT_LT(inkOf(words).right(), 400);
    words.setAlignment(Qt::AlignRight);
    EXPECT_GT(inkOf(words).left(), 250);
    EXPECT_NEAR(inkOf(words).center().y(), 115, 40);
}

TEST(LargeWords, ChangeTheirPictureWithTheirTextAndColour) {
    LargeWords words;
    with(words, QStringLiteral("1/2"), 600, 24);
    const QRect before = inkOf(words);
    words.setText(QStringLiteral("11/12"));
    EXPECT_GT(inkOf(words).width(), before.width());
    words.setColor(Qt::white);
    EXPECT_TRUE(inkOf(words).isEmpty());
}

} // namespace
} // namespace packbench
