#include "labels/carrier/canvas.h"
#include "labels/carrier/codepage.h"
#include "labels/carrier/printerfont.h"
#include "labels/sheet.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// The set dots of a page as "#" and ".", a row a line.
QString drawn(const Page& page) {
    QString text;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x)
            text += page.isBlack(x, y) ? u'#' : u'.';
        text += u'\n';
    }
    return text;
}

QString drawn(const QImage& sheet) {
    return drawn(pageFromSheet(sheet, 8));
}

int inkOf(const QImage& sheet) {
    return static_cast<int>(drawn(sheet).count(u'#'));
}

} // namespace

TEST(Canvas, EachInkMeetsWhatIsThereInItsOwnWay) {
    const auto after = [](Ink ink) {
        Canvas canvas(QSize(4, 1), 8);
        canvas.fill(QRect(0, 0, 2, 1));
        QImage sheet = whiteSheet(QSize(3, 1));
        fillDots(sheet, QRect(0, 0, 1, 1), true);
        fillDots(sheet, QRect(2, 0, 1, 1), true);
        canvas.put(sheet, QPoint(0, 0), ink);
        return drawn(canvas.page());
    };
    EXPECT_EQ(after(Ink::Black), u"###.\n");
    EXPECT_EQ(after(Ink::White), u".#..\n");
    EXPECT_EQ(after(Ink::Invert), u".##.\n");
    EXPECT_EQ(after(Ink::Replace), u"#.#.\n");
}

TEST(Canvas, ASheetLandsOnTheSameDotsWhereverItBegins) {
    QImage sheet = whiteSheet(QSize(19, 2));
    for (const int x : {0, 1, 7, 8, 15, 18})
        fillDots(sheet, QRect(x, x % 2, 1, 1), true);
    for (int at = -20; at < 40; ++at) {
        Canvas canvas(QSize(37, 2), 8);
        canvas.put(sheet, QPoint(at, 0), Ink::Black);
        const Page page = canvas.page();
        for (int y = 0; y < 2; ++y) {
            for (int x = 0; x < 37; ++x) {
                const bool isInside = x - at >= 0 && x - at < 19;
                ASSERT_EQ(page.isBlack(x, y), isInside && sheet.pixelIndex(x - at, y) == 1)
                    << at << ' ' << x << ' ' << y;
            }
        }
    }
}

TEST(Canvas, OnlyInkBeyondTheEdgeCountsAsCutOff) {
    Canvas canvas(QSize(8, 8), 8);
    QImage sheet = whiteSheet(QSize(12, 4));
    fillDots(sheet, QRect(0, 0, 8, 4), true);
    canvas.put(sheet, QPoint(0, 0));
    EXPECT_FALSE(canvas.wasCut());
    canvas.put(sheet, QPoint(1, 0));
    EXPECT_TRUE(canvas.wasCut());
}

TEST(Canvas, TurnsAboutTheCornerItWasGiven) {
    QImage sheet = whiteSheet(QSize(3, 1));
    fillDots(sheet, QRect(0, 0, 2, 1), true);
    const auto turnedBy = [&](int degrees) {
        Canvas canvas(QSize(5, 5), 8);
        canvas.putTurned(sheet, QPoint(2, 2), degrees);
        return drawn(canvas.page());
    };
    EXPECT_EQ(turnedBy(0), u".....\n.....\n..##.\n.....\n.....\n");
    EXPECT_EQ(turnedBy(90), u".....\n.....\n..#..\n..#..\n.....\n");
    EXPECT_EQ(turnedBy(180), u".....\n.....\n.##..\n.....\n.....\n");
    EXPECT_EQ(turnedBy(270), u".....\n..#..\n..#..\n.....\n.....\n");
}

TEST(Canvas, DrawsLinesInEveryDirectionAndOfTheirThickness) {
    const auto lineTo = [](QPoint to, int thick) {
        Canvas canvas(QSize(40, 40), 8);
        canvas.line(QPoint(5, 5), to, thick);
        return canvas.page();
    };
    EXPECT_EQ(drawn(lineTo(QPoint(30, 5), 1)).count(u'#'), 26);
    EXPECT_EQ(drawn(lineTo(QPoint(5, 30), 3)).count(u'#'), 26 * 3);
    const Page slanted = lineTo(QPoint(30, 20), 4);
    EXPECT_TRUE(slanted.isBlack(5, 5) && slanted.isBlack(30, 20) && slanted.isBlack(17, 12));
    EXPECT_FALSE(slanted.isBlack(30, 5) || slanted.isBlack(5, 20));
}

TEST(Canvas, DrawsShapesHollowAndFilled) {
    EXPECT_EQ(drawn(boxSheet(QSize(5, 4), 1, 0)), u"#####\n#...#\n#...#\n#####\n");
    EXPECT_EQ(inkOf(boxSheet(QSize(5, 4), 4, 0)), 20);
    EXPECT_FALSE(boxSheet(QSize(40, 40), 2, 8).pixelIndex(2, 2) == 1);
    EXPECT_EQ(drawn(ellipseSheet(QSize(6, 4), 9)), u".####.\n######\n######\n.####.\n");
    EXPECT_EQ(drawn(diagonalSheet(QSize(3, 3), 1, true)), u"..#\n.#.\n#..\n");
}

TEST(PrinterFont, ACellFontTakesItsCellsAndTwoForAnIdeograph) {
    const PrinterFont font{PrinterFace::Bitmap, 24, 12, 0, false};
    QString missing;
    EXPECT_EQ(textSheet(u"ABC"_qs, font, &missing).size(), QSize(36, 24));
    EXPECT_EQ(textSheet(u"A中C"_qs, font, &missing).size(), QSize(48, 24));
    EXPECT_EQ(textWidth(u"A中C"_qs, font), 48);
    EXPECT_TRUE(missing.isEmpty());
    EXPECT_GT(inkOf(textSheet(u"中"_qs, font, &missing)), 40);
}

TEST(PrinterFont, AProportionalFontIsAsHighAsAskedAndWiderWhenStretched) {
    const PrinterFont font{PrinterFace::Proportional, 40, 0, 0, false};
    const PrinterFont wide{PrinterFace::Proportional, 40, 80, 0, false};
    QString missing;
    const QImage sheet = textSheet(u"SCHENKER"_qs, font, &missing);
    EXPECT_EQ(sheet.height(), 40);
    EXPECT_EQ(sheet.width(), textWidth(u"SCHENKER"_qs, font));
    EXPECT_NEAR(textWidth(u"SCHENKER"_qs, wide), 2 * sheet.width(), 12);
}

TEST(PrinterFont, WhatNoFontHasIsABoxAndNamed) {
    QString missing;
    const QString text = u"a\U0001F600b"_qs;
    EXPECT_EQ(textSheet(text, {PrinterFace::Bitmap, 24, 12, 0, false}, &missing).width(), 36);
    EXPECT_EQ(missing, u"\U0001F600");
}

TEST(PrinterFont, ALongOrHugeTextIsBounded) {
    QString missing;
    const QImage sheet = textSheet(QString(100'000, u'W'),
                                   {PrinterFace::Proportional, 1e9, 1e9, 0, false}, &missing);
    EXPECT_LE(sheet.width(), kMostTextDots);
    EXPECT_LE(sheet.height(), 2000);
}

TEST(CodePage, ReadsWhatPrintersNameByNumber) {
    EXPECT_EQ(fromCodePage("\xD6\xD0\xCE\xC4", "936"), u"中文");
    EXPECT_EQ(fromCodePage("\xA4\xA4\xA4\xE5", "950"), u"中文");
    EXPECT_EQ(fromCodePage("\x81\x84", "437"), u"üä");
    EXPECT_EQ(fromCodePage("\xFC\xE4", "1252"), u"üä");
    EXPECT_EQ(fromCodePage("\xE4\xB8\xAD", "utf-8"), u"中");
    EXPECT_FALSE(isKnownCodePage("nonsense"));
    EXPECT_EQ(fromCodePage("\xFC", "nonsense"), u"ü");
}

TEST(CodePage, KeepsReadingPastBrokenBytes) {
    EXPECT_EQ(fromCodePage("a\xFF\xFE"
                           "b",
                           "utf-8"),
              u"a\u25A1\u25A1b");
    EXPECT_EQ(fromCodePage("a\xD6", "936"), u"a\u25A1");
}

} // namespace packbench
