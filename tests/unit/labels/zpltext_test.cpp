#include "zpltest.h"

namespace packbench {

using namespace zpltest;

TEST(ZplText, HexadecimalMarksAreBytes) {
    const Page plain = pageOf("^XA^CI28^FO10,10^A0N,40^FDé#^FS^XZ");
    EXPECT_EQ(pageOf("^XA^CI28^FO10,10^A0N,40^FH^FD_C3_A9_23^FS^XZ"), plain);
    EXPECT_EQ(pageOf("^XA^CI28^FO10,10^A0N,40^FH\\^FD\\C3\\A9#^FS^XZ"), plain);
    EXPECT_EQ(pageOf("^XA^CI0^FO10,10^A0N,40^FH^FD_82#^FS^XZ"), plain);
    EXPECT_EQ(pageOf("^XA^CI27^FO10,10^A0N,40^FH^FD_E9#^FS^XZ"), plain);
    EXPECT_NE(pageOf("^XA^CI28^FO10,10^A0N,40^FD_C3_A9_23^FS^XZ"), plain);
}

TEST(ZplText, NationalSetsReplaceTheirCharacters) {
    EXPECT_EQ(pageOf("^XA^CI6^FO10,10^A0N,40^FD[\\]^FS^XZ"),
              pageOf("^XA^CI28^FO10,10^A0N,40^FDÄÖÜ^FS^XZ"));
    EXPECT_EQ(pageOf("^XA^CI0,65,66^FO10,10^A0N,40^FDA^FS^XZ"),
              pageOf("^XA^CI0^FO10,10^A0N,40^FDB^FS^XZ"));
}

TEST(ZplText, ChineseIsDrawnAndWhatNoFontHasIsAFinding) {
    EXPECT_TRUE(kindsOf("^XA^CI28^FO10,10^A0N,40^FD订单^FS^XZ").isEmpty());
    EXPECT_EQ(kindsOf("^XA^CI28^FO10,10^A0N,40^FDA\xF3\xB0\x80\x80^FS^XZ"),
              QStringList(u"missing-glyph"_qs));
}

TEST(ZplText, TextStandsOnItsBaselineOrHangsFromItsCell) {
    const QRect hung = inkOf("^XA^FO100,200^A0N,100^FDH^FS^XZ");
    EXPECT_NEAR(hung.top(), 200, 3);
    EXPECT_NEAR(hung.bottom() + 1, 274, 3);
    const QRect stood = inkOf("^XA^FT100,200^A0N,100^FDH^FS^XZ");
    EXPECT_EQ(stood.bottom() + 1, 200);
    EXPECT_NEAR(stood.left(), hung.left(), 1);
}

TEST(ZplText, TurnedTextStaysInTheTurnedCell) {
    const QRect n = inkOf("^XA^FO300,300^A0N,60^FDHello^FS^XZ");
    const QRect r = inkOf("^XA^FO300,300^A0R,60^FDHello^FS^XZ");
    const QRect i = inkOf("^XA^FO300,300^A0I,60^FDHello^FS^XZ");
    const QRect b = inkOf("^XA^FO300,300^A0B,60^FDHello^FS^XZ");
    EXPECT_EQ(r.size(), n.size().transposed());
    EXPECT_EQ(b.size(), n.size().transposed());
    EXPECT_EQ(i.size(), n.size());
    for (const QRect& ink : {n, r, i, b}) {
        EXPECT_GE(ink.left(), 298);
        EXPECT_GE(ink.top(), 298);
        EXPECT_LT(std::max(ink.right(), ink.bottom()), 460);
    }
}

TEST(ZplText, BitmapFontsGrowInWholeSteps) {
    const auto width = [](const QByteArray& font) {
        return inkOf("^XA^FO10,10^A" + font + "^FDHHHHHHHHHHH^FS^XZ").width();
    };
    EXPECT_NEAR(width("AN,9,5"), 66, 3);
    EXPECT_NEAR(width("AN,18,10"), 132, 4);
    EXPECT_EQ(width("AN,19,10"), width("AN,18,10"));
    EXPECT_EQ(width("AN,18"), width("AN,18,10"));
    EXPECT_NEAR(width("DN,18,10"), 132, 4);
}

TEST(ZplText, ProportionalWidthFollowsTheParameter) {
    const int natural = inkOf("^XA^FO10,10^A0N,50,50^FDShipping^FS^XZ").width();
    EXPECT_EQ(inkOf("^XA^FO10,10^A0N,50^FDShipping^FS^XZ").width(), natural);
    EXPECT_NEAR(inkOf("^XA^FO10,10^A0N,50,25^FDShipping^FS^XZ").width(), natural / 2, 2);
    EXPECT_EQ(inkOf("^XA^CF0,50^FO10,10^FDShipping^FS^XZ").width(), natural);
}

TEST(ZplText, BlocksBreakBetweenWordsAndAreAligned) {
    const QByteArray words = "^FDaaaa bbbb cccc dddd^FS^XZ";
    const QRect one = inkOf("^XA^FO10,10^A0N,30^FB700,3,0,L" + words);
    const QRect three = inkOf("^XA^FO10,10^A0N,30^FB70,4,0,L" + words);
    EXPECT_LT(one.height(), 35);
    EXPECT_GT(three.height(), 95);
    EXPECT_LE(three.width(), 70);
    const QRect right = inkOf("^XA^FO10,10^A0N,30^FB700,3,0,R" + words);
    EXPECT_NEAR(right.right(), 710, 3);
    const QRect centred = inkOf("^XA^FO10,10^A0N,30^FB700,3,0,C" + words);
    EXPECT_NEAR(centred.center().x(), 360, 3);
    EXPECT_GT(inkOf("^XA^FO10,10^A0N,30^FB700,3,10,L^FDa\\&a^FS^XZ").height(), 50);
}

TEST(ZplText, TextBlocksAreCutAtTheirHeight) {
    const QRect ink = inkOf("^XA^FO10,10^A0N,30^TBN,70,60^FDaaaa bbbb cccc dddd^FS^XZ");
    EXPECT_LE(ink.bottom(), 75);
    EXPECT_GT(ink.height(), 40);
}

TEST(ZplText, FieldsMayFollowEachOther) {
    const QRect both = inkOf("^XA^FT100,200^A0N,50^FDHH^FS^FT^A0N,50^FDHH^FS^XZ");
    const QRect whole = inkOf("^XA^FT100,200^A0N,50^FDHHHH^FS^XZ");
    EXPECT_NEAR(both.width(), whole.width(), 2);
    EXPECT_EQ(both.bottom(), whole.bottom());
}

TEST(ZplText, FieldsAlignedRightEndAtTheirPlace) {
    EXPECT_NEAR(inkOf("^XA^FO500,100,1^A0N,50^FDHello^FS^XZ").right(), 500, 6);
}

TEST(ZplText, CommentsAndStrayTextDrawNothing) {
    EXPECT_EQ(inkOf("^XA^FX a comment, ~ and all^FO5,5^GB9,9,9^FS stray ; text \\r\\n^XZ"),
              QRect(5, 5, 9, 9));
}

} // namespace packbench
