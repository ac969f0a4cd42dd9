#include "labels/carrier/interpreter.h"
#include "labels/proof.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace packbench {

namespace {

struct Read {
    QList<CarrierLabel> labels;
    QList<QByteArray> queries;
    QString problem;
};

Read read(const QByteArray& stream, const InterpreterSetup& setup = {}) {
    const auto interpreter = zplInterpreter(setup);
    interpreter->take(stream);
    interpreter->end();
    return {interpreter->takeLabels(), interpreter->takeQueries(), interpreter->problem()};
}

Page pageOf(const QByteArray& stream) {
    const Read result = read(stream);
    EXPECT_TRUE(result.problem.isEmpty()) << qPrintable(result.problem);
    EXPECT_EQ(result.labels.size(), 1) << stream.constData();
    return result.labels.isEmpty() ? blankPage(1, 1, 8) : result.labels.first().page;
}

QRect inkOf(const Page& page) {
    QRect ink;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            if (page.isBlack(x, y))
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

QRect inkOf(const QByteArray& stream) {
    return inkOf(pageOf(stream));
}

QStringList kindsOf(const QByteArray& stream) {
    QStringList kinds;
    for (const CarrierLabel& label : read(stream).labels) {
        for (const LabelFinding& finding : label.findings)
            kinds.append(finding.kind);
    }
    return kinds;
}

QStringList codesOf(const QByteArray& stream) {
    QStringList texts;
    for (const ReadCode& code : readCodes(imageFromPage(pageOf(stream))))
        texts.append(code.text);
    return texts;
}

} // namespace

TEST(Zpl, ABoxStandsWhereItIsPut) {
    EXPECT_EQ(inkOf("^XA^FO50,60^GB300,200,10^FS^XZ"), QRect(50, 60, 300, 200));
    EXPECT_EQ(inkOf("^XA^FO50,50^GB203,0,20^FS^XZ"), QRect(50, 50, 203, 20));
    EXPECT_EQ(inkOf("^XA^FO50,50^GB0,203,20^FS^XZ"), QRect(50, 50, 20, 203));
    const Page page = pageOf("^XA^FO50,60^GB300,200,10^FS^XZ");
    EXPECT_TRUE(page.isBlack(59, 100));
    EXPECT_FALSE(page.isBlack(60, 100));
}

TEST(Zpl, TheStreamMayComeByteByByte) {
    const QByteArray stream =
        "~DGR:A.GRF,2,1,FF81^XA^PW200^LL100^FO8,8^XGR:A.GRF,1,1^FS^FO50,50^A0N,30^FDa~b^FS^XZ";
    const auto interpreter = zplInterpreter({});
    for (const char c : stream)
        interpreter->take(QByteArray(1, c));
    interpreter->end();
    const QList<CarrierLabel> labels = interpreter->takeLabels();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.first().page, read(stream).labels.first().page);
}

TEST(Zpl, HomeAndShiftsMoveAndHomeStays) {
    const QByteArray box = "^FO10,10^GB20,20,20^FS";
    EXPECT_EQ(inkOf("^XA^LH100,200" + box + "^XZ").topLeft(), QPoint(110, 210));
    EXPECT_EQ(inkOf("^XA^LS5^LT7" + box + "^XZ").topLeft(), QPoint(5, 17));
    const auto both = read("^XA^LH100,200" + box + "^XZ^XA" + box + "^XZ").labels;
    ASSERT_EQ(both.size(), 2);
    EXPECT_EQ(inkOf(both.at(1).page).topLeft(), QPoint(110, 210));
}

TEST(Zpl, JunkBeforeANumberIsSteppedOver) {
    EXPECT_EQ(inkOf("^XA^FOB50,60^GB20,20,20^FS^XZ").topLeft(), QPoint(50, 60));
    EXPECT_EQ(inkOf("^XA^FO50,--^GB20,20,20^FS^XZ").topLeft(), QPoint(50, 0));
    EXPECT_EQ(inkOf("^XA^FO18.64,81.5^GB20,20,20^FS^XZ").topLeft(), QPoint(19, 82));
}

TEST(Zpl, UnitsAreMillimetresInchesAndOtherResolutions) {
    EXPECT_EQ(inkOf("^XA^MUM^FO10,20^GB5,5,5^FS^XZ"), QRect(80, 160, 40, 40));
    EXPECT_EQ(inkOf("^XA^MUI^FO1,2^GB.5,.5,.5^FS^XZ"), QRect(203, 406, 102, 102));
    EXPECT_EQ(inkOf("^XA^MUd,150,300^FO50,50^GB200,100,4^FS^XZ"), QRect(100, 100, 400, 200));
}

TEST(Zpl, TheWholeLabelIsTurnedOrMirrored) {
    const QByteArray page = "^PW400^LL300";
    EXPECT_EQ(inkOf("^XA" + page + "^POI^FO10,20^GB30,40,50^FS^XZ"), QRect(360, 240, 30, 40));
    EXPECT_EQ(inkOf("^XA" + page + "^PMY^FO10,20^GB30,40,50^FS^XZ"), QRect(360, 20, 30, 40));
}

TEST(Zpl, TheSizeOfThePageIsTheStreams) {
    const Page page = pageOf("^XA^PW400^LL300^FO1,1^GB2,2,2^FS^XZ");
    EXPECT_EQ(page.width, 400);
    EXPECT_EQ(page.height, 300);
    InterpreterSetup fixed;
    fixed.obeysLength = false;
    const Read gaps = read("^XA^PW400^LL300^FO1,1^GB2,2,2^FS^XZ", fixed);
    EXPECT_EQ(gaps.labels.first().page.width, 400);
    EXPECT_EQ(gaps.labels.first().page.height, 1218);
}

TEST(Zpl, PrefixesAndTheDelimiterMayBeOthers) {
    EXPECT_EQ(inkOf("^XA^CC!!FO50,60!GB20,20,20!FS!XZ"), QRect(50, 60, 20, 20));
    EXPECT_EQ(inkOf("~CC!!XA!CD;!FO50;60!GB20;20;20!FS!XZ"), QRect(50, 60, 20, 20));
    EXPECT_EQ(inkOf("^XA^CT+^FS+CT~^FO50,60^GB20,20,20^FS^XZ"), QRect(50, 60, 20, 20));
}

TEST(Zpl, ReversedFieldsInvertWhatLiesBelow) {
    const Page page = pageOf("^XA^FO10,10^GB50,50,50^FS^FO40,40^FR^GB50,50,50^FS^XZ");
    EXPECT_TRUE(page.isBlack(20, 20));
    EXPECT_FALSE(page.isBlack(50, 50));
    EXPECT_TRUE(page.isBlack(80, 80));
    const Page all = pageOf("^XA^FO10,10^GB50,50,50^FS^LRY^FO40,40^GB50,50,50^FS^LRN^XZ");
    EXPECT_EQ(all, page);
}

TEST(Zpl, WhiteShapesTakeInkAway) {
    const Page page = pageOf("^XA^FO10,10^GB50,50,50^FS^FO20,20^GB10,10,10,W^FS^XZ");
    EXPECT_FALSE(page.isBlack(25, 25));
    EXPECT_TRUE(page.isBlack(35, 35));
}

TEST(Zpl, CirclesEllipsesAndDiagonals) {
    EXPECT_EQ(inkOf("^XA^FO50,60^GC100,5^FS^XZ"), QRect(50, 60, 100, 100));
    EXPECT_EQ(inkOf("^XA^FO50,60^GE100,40,5^FS^XZ"), QRect(50, 60, 100, 40));
    const Page rising = pageOf("^XA^FO50,50^GD200,200,5,B,R^FS^XZ");
    EXPECT_TRUE(rising.isBlack(248, 51));
    const Page falling = pageOf("^XA^FO50,50^GD200,200,5,B,L^FS^XZ");
    EXPECT_TRUE(falling.isBlack(52, 51));
}

TEST(Zpl, PicturesComeInFourForms) {
    // Two rows of two bytes: FF00, 8001
    const QRect ink(8, 8, 16, 2);
    const QByteArray place = "^XA^FO8,8";
    EXPECT_EQ(inkOf(place + "^GFA,4,4,2,FF008001^FS^XZ"), ink);
    EXPECT_EQ(inkOf(place + "^GFA,4,4,2,HF,8H01^FS^XZ"), ink);
    EXPECT_EQ(inkOf(place + QByteArray("^GFB,4,4,2,\xFF\0\x80\x01", 15) + "^FS^XZ"), ink);
    EXPECT_EQ(inkOf(place + "^GFA,4,4,2,:B64:/wCAAQ==:C5A7^FS^XZ"), ink);
}

TEST(Zpl, RawBytesThatLookLikeCommandsArePicture) {
    const QByteArray raw = "^XZ~JR^X";
    const Page page = pageOf("^XA^FO0,0^GFB,8,8,1," + raw + "^FS^XZ");
    for (int row = 0; row < 8; ++row) {
        for (int bit = 0; bit < 8; ++bit)
            EXPECT_EQ(page.isBlack(bit, row), ((raw.at(row) >> (7 - bit)) & 1) != 0);
    }
}

TEST(Zpl, RunLengthsFillAndRepeatRows) {
    const Page page = pageOf("^XA^FO0,0^GFA,8,8,2,!::,^FS^XZ");
    EXPECT_EQ(inkOf(page), QRect(0, 0, 16, 3));
    EXPECT_EQ(inkOf("^XA^FO0,0^GFA,10,10,10,gF^FS^XZ"), QRect(0, 0, 80, 1));
}

TEST(Zpl, APictureWhoseCheckValueIsWrongIsAFindingNotAPicture) {
    const QByteArray stream = "^XA^FO0,0^GB9,9,9^FS^FO50,50^GFA,4,4,2,:B64:/wCAAQ==:0000^FS^XZ";
    EXPECT_EQ(kindsOf(stream), QStringList(u"bad-graphic"_qs));
    EXPECT_EQ(inkOf(stream), QRect(0, 0, 9, 9));
}

TEST(Zpl, StoredPicturesAreRecalledAndMagnified) {
    const QByteArray stored = "~DGR:LOGO.GRF,2,1,FFFF";
    EXPECT_EQ(inkOf(stored + "^XA^FO50,60^XGR:LOGO.GRF,2,3^FS^XZ"), QRect(50, 60, 16, 6));
    EXPECT_EQ(inkOf(stored + "^XA^FO50,60^IMR:LOGO.GRF^FS^XZ"), QRect(50, 60, 8, 2));
    EXPECT_EQ(inkOf(stored + "^XA^ILR:LOGO.GRF^FS^XZ"), QRect(0, 0, 8, 2));
    EXPECT_EQ(inkOf("~DYR:LOGO,A,G,2,1,FFFF^XA^FO5,6^XGLOGO^FS^XZ"), QRect(5, 6, 8, 2));
    const QByteArray missing = "^XA^FO0,0^GB9,9,9^FS^FO50,60^XGR:OTHER.GRF^FS^XZ";
    EXPECT_EQ(kindsOf(missing), QStringList(u"missing-graphic"_qs));
}

TEST(Zpl, StoredFormsAreFilled) {
    const QByteArray form = "^XA^DFR:FORM^FS^FO10,10^GB20,20,20^FS^FO100,100^A0N,40^FN1^FS^XZ";
    const Read filled = read(form + "^XA^XFR:FORM^FS^FN1^FDHello^FS^XZ");
    ASSERT_EQ(filled.labels.size(), 1);
    EXPECT_EQ(filled.labels.first().page,
              pageOf("^XA^FO10,10^GB20,20,20^FS^FO100,100^A0N,40^FDHello^FS^XZ"));
    EXPECT_EQ(kindsOf("^XA^FO0,0^GB9,9,9^FS^XFR:NONE^FS^XZ"), QStringList(u"missing-format"_qs));
}

TEST(Zpl, FormsThatRecallThemselvesEnd) {
    const Read result = read("^XA^DFR:F^FS^FO1,1^GB9,9,9^FS^XFR:F^FS^XZ^XA^XFR:F^FS^XZ");
    ASSERT_EQ(result.labels.size(), 1);
    EXPECT_EQ(result.labels.first().findings.first().kind, u"missing-format"_qs);
}

TEST(Zpl, HexadecimalMarksAreBytes) {
    const Page plain = pageOf("^XA^CI28^FO10,10^A0N,40^FDé#^FS^XZ");
    EXPECT_EQ(pageOf("^XA^CI28^FO10,10^A0N,40^FH^FD_C3_A9_23^FS^XZ"), plain);
    EXPECT_EQ(pageOf("^XA^CI28^FO10,10^A0N,40^FH\\^FD\\C3\\A9#^FS^XZ"), plain);
    EXPECT_EQ(pageOf("^XA^CI0^FO10,10^A0N,40^FH^FD_82#^FS^XZ"), plain);
    EXPECT_EQ(pageOf("^XA^CI27^FO10,10^A0N,40^FH^FD_E9#^FS^XZ"), plain);
    EXPECT_NE(pageOf("^XA^CI28^FO10,10^A0N,40^FD_C3_A9_23^FS^XZ"), plain);
}

TEST(Zpl, NationalSetsReplaceTheirCharacters) {
    EXPECT_EQ(pageOf("^XA^CI6^FO10,10^A0N,40^FD[\\]^FS^XZ"),
              pageOf("^XA^CI28^FO10,10^A0N,40^FDÄÖÜ^FS^XZ"));
    EXPECT_EQ(pageOf("^XA^CI0,65,66^FO10,10^A0N,40^FDA^FS^XZ"),
              pageOf("^XA^CI0^FO10,10^A0N,40^FDB^FS^XZ"));
}

TEST(Zpl, ChineseIsDrawnAndWhatNoFontHasIsAFinding) {
    EXPECT_TRUE(kindsOf("^XA^CI28^FO10,10^A0N,40^FD订单^FS^XZ").isEmpty());
    EXPECT_EQ(kindsOf("^XA^CI28^FO10,10^A0N,40^FDA\xF3\xB0\x80\x80^FS^XZ"),
              QStringList(u"missing-glyph"_qs));
}

TEST(Zpl, TextStandsOnItsBaselineOrHangsFromItsCell) {
    const QRect hung = inkOf("^XA^FO100,200^A0N,100^FDH^FS^XZ");
    EXPECT_NEAR(hung.top(), 200, 3);
    EXPECT_NEAR(hung.bottom() + 1, 274, 3);
    const QRect stood = inkOf("^XA^FT100,200^A0N,100^FDH^FS^XZ");
    EXPECT_EQ(stood.bottom() + 1, 200);
    EXPECT_NEAR(stood.left(), hung.left(), 1);
}

TEST(Zpl, TurnedTextStaysInTheTurnedCell) {
    const QRect n = inkOf("^XA^FO300,300^A0N,60^FDHello^FS^XZ");
    const QRect r = inkOf("^XA^FO300,300^A0R,60^FDHello^FS^XZ");
    const QRect i = inkOf("^XA^FO300,300^A0I,60^FDHello^FS^XZ");
    const QRect b = inkOf("^XA^FO300,300^A0B,60^FDHello^FS^XZ");
    EXPECT_EQ(r.size(), n.size().transposed());
    EXPECT_EQ(b.size(), n.size().transposed());
    EXPECT_EQ(i.size(), n.size());
    for (const QRect& ink : {n, r, i, b}) {
        EXPECT_GE(ink.left(), 299);
        EXPECT_GE(ink.top(), 299);
        EXPECT_LT(std::max(ink.right(), ink.bottom()), 460);
    }
}

TEST(Zpl, BitmapFontsGrowInWholeSteps) {
    const auto width = [](const QByteArray& font) {
        return inkOf("^XA^FO10,10^A" + font + "^FDHHHHHHHHHHH^FS^XZ").width();
    };
    EXPECT_NEAR(width("AN,9,5"), 66, 3);
    EXPECT_NEAR(width("AN,18,10"), 132, 4);
    EXPECT_EQ(width("AN,19,10"), width("AN,18,10"));
    EXPECT_EQ(width("AN,18"), width("AN,18,10"));
    EXPECT_NEAR(width("DN,18,10"), 132, 4);
}

TEST(Zpl, ProportionalWidthFollowsTheParameter) {
    const int natural = inkOf("^XA^FO10,10^A0N,50,50^FDShipping^FS^XZ").width();
    EXPECT_EQ(inkOf("^XA^FO10,10^A0N,50^FDShipping^FS^XZ").width(), natural);
    EXPECT_NEAR(inkOf("^XA^FO10,10^A0N,50,25^FDShipping^FS^XZ").width(), natural / 2, 2);
    EXPECT_EQ(inkOf("^XA^CF0,50^FO10,10^FDShipping^FS^XZ").width(), natural);
}

TEST(Zpl, BlocksBreakBetweenWordsAndAreAligned) {
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

TEST(Zpl, TextBlocksAreCutAtTheirHeight) {
    const QRect ink = inkOf("^XA^FO10,10^A0N,30^TBN,70,60^FDaaaa bbbb cccc dddd^FS^XZ");
    EXPECT_LE(ink.bottom(), 75);
    EXPECT_GT(ink.height(), 40);
}

TEST(Zpl, FieldsMayFollowEachOther) {
    const QRect both = inkOf("^XA^FT100,200^A0N,50^FDHH^FS^FT^A0N,50^FDHH^FS^XZ");
    const QRect whole = inkOf("^XA^FT100,200^A0N,50^FDHHHH^FS^XZ");
    EXPECT_NEAR(both.width(), whole.width(), 2);
    EXPECT_EQ(both.bottom(), whole.bottom());
}

TEST(Zpl, FieldsAlignedRightEndAtTheirPlace) {
    EXPECT_NEAR(inkOf("^XA^FO500,100,1^A0N,50^FDHello^FS^XZ").right(), 500, 6);
}

TEST(Zpl, CommentsAndStrayTextDrawNothing) {
    EXPECT_EQ(inkOf("^XA^FX a comment, ~ and all^FO5,5^GB9,9,9^FS stray ; text \\r\\n^XZ"),
              QRect(5, 5, 9, 9));
}

TEST(Zpl, LinearCodesAreReadBack) {
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^BCN,100,Y,N,N^FDAB-1234^FS^XZ"),
              QStringList(u"AB-1234"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^BCR,100,N,N,N^FD123456^FS^XZ"), QStringList(u"123456"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^B3N,N,100,Y,N^FDCODE39^FS^XZ"), QStringList(u"CODE39"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^BAN,100,Y,N^FDCODE93^FS^XZ"), QStringList(u"CODE93"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^B2N,100,Y,N^FD12345678^FS^XZ"),
              QStringList(u"12345678"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^BEN,100,Y,N^FD590123412345^FS^XZ"),
              QStringList(u"5901234123457"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^B8N,100,Y,N^FD1234567^FS^XZ"),
              QStringList(u"12345670"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^BUN,100,N,N^FD01234567890^FS^XZ").size(), 1);
    EXPECT_EQ(codesOf("^XA^BY2^FO100,100^BKN,N,100,Y,N,A,B^FD12345^FS^XZ").size(), 1);
}

TEST(Zpl, Code128FollowsItsEscapesAndModes) {
    EXPECT_EQ(codesOf("^XA^BY3^FO50,50^BCN,100,Y,N,N^FD>;382436>6CODE128>752375152^FS^XZ"),
              QStringList(u"382436CODE128TEST"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO50,50^BCN,100,N,N,N,A^FD>;9632^FS^XZ"), QStringList(u">;9632"_qs));
    // Without a mode there is no switch to pairs of digits: start, 23 characters, check, stop.
    const QRect ink = inkOf("^XA^BY2^FO20,50^BCN,100,N^FD12345678901234567890123^FS^XZ");
    EXPECT_EQ(ink.width(), 2 * (11 + 23 * 11 + 11 + 13));
}

TEST(Zpl, MatrixCodesAreReadBack) {
    EXPECT_EQ(codesOf("^XA^FO50,50^BQN,2,5^FDQA,Hello World^FS^XZ"),
              QStringList(u"Hello World"_qs));
    EXPECT_EQ(codesOf("^XA^FO50,50^BQN,2,5^FDMM,AHELLO|^FS^XZ"), QStringList(u"HELLO"_qs));
    EXPECT_EQ(codesOf("^XA^FO50,50^BQN,2,5^FDHM,B0005abcdefg^FS^XZ"), QStringList(u"abcde"_qs));
    EXPECT_EQ(codesOf("^XA^FO50,50^BQN,2,8^FDEXAMPLE CODE^FS^XZ"), QStringList(u"MPLE CODE"_qs));
    EXPECT_EQ(codesOf("^XA^FO50,50^BXN,6,200^FDPX6719400000^FS^XZ"),
              QStringList(u"PX6719400000"_qs));
    EXPECT_EQ(codesOf("^XA^FO50,50^BON,5^FDAztec123^FS^XZ"), QStringList(u"Aztec123"_qs));
    EXPECT_EQ(codesOf("^XA^FO50,50^BY2,2^B7N,6,4,10,N^FDHello World PDF417^FS^XZ"),
              QStringList(u"Hello World PDF417"_qs));
}

TEST(Zpl, QrHangsLowerByTheHeightOfTheBars) {
    EXPECT_EQ(inkOf("^XA^FO50,50^BQN,2,4^FDQA,Hello World^FS^XZ"), QRect(50, 60, 84, 84));
    EXPECT_EQ(inkOf("^XA^BY3,2,100^FO50,50^BQN,2,4^FDQA,Hello World^FS^XZ"),
              QRect(50, 150, 84, 84));
}

TEST(Zpl, TheBarsStayWhereTheyAreWithTheirLine) {
    const QByteArray code = "^XA^BY2^FO100,300^BC";
    const QRect plain = inkOf(code + "N,100,N,N,N^FD123456^FS^XZ");
    EXPECT_EQ(plain, QRect(100, 300, 202, 100));
    EXPECT_EQ(inkOf(code + "R,100,N,N,N^FD123456^FS^XZ"), QRect(100, 300, 100, 202));
    const QRect below = inkOf(code + "N,100,Y,N,N^FD123456^FS^XZ");
    EXPECT_EQ(below.topLeft(), plain.topLeft());
    EXPECT_GT(below.height(), 112);
    const QRect above = inkOf(code + "N,100,Y,Y,N^FD123456^FS^XZ");
    EXPECT_EQ(above.bottom(), plain.bottom());
    EXPECT_LT(above.top(), 288);
    EXPECT_EQ(inkOf("^XA^BY2^FT300,300^BCN,100,N,N,N^FD123456^FS^XZ"), QRect(300, 200, 202, 100));
    EXPECT_EQ(inkOf("^XA^BY2^FT300,300^BCI,100,N,N,N^FD123456^FS^XZ"), QRect(98, 300, 202, 100));
    EXPECT_EQ(inkOf("^XA^BY2^FT300,300^BCB,100,N,N,N^FD123456^FS^XZ"), QRect(200, 98, 100, 202));
}

TEST(Zpl, CodesThatCannotBeMadeAreFindings) {
    EXPECT_EQ(kindsOf("^XA^FO0,0^GB9,9,9^FS^FO50,50^BXN,5,200^FD^FS^XZ"),
              QStringList(u"bad-barcode"_qs));
    EXPECT_EQ(kindsOf("^XA^FO0,0^GB9,9,9^FS^FO50,50^BTN^FD1234^FS^XZ"),
              QStringList(u"bad-barcode"_qs));
}

TEST(Zpl, CopiesAreCounted) {
    EXPECT_EQ(read("^XA^PQ3^FO1,1^GB9,9,9^FS^XZ").labels.first().copies, 3);
    EXPECT_EQ(read("^XA^PQ0,1,,N^FO1,1^GB9,9,9^FS^XZ").labels.first().copies, 1);
}

TEST(Zpl, SerialFieldsCountOnFromCopyToCopy) {
    const auto labels = read("^XA^PQ3^FO50,50^BCN,100,N^SNPB098,1,N^FS^XZ").labels;
    ASSERT_EQ(labels.size(), 3);
    const QStringList wanted{u"PB098"_qs, u"PB099"_qs, u"PB100"_qs};
    for (qsizetype i = 0; i < 3; ++i) {
        const auto codes = readCodes(imageFromPage(labels.at(i).page));
        ASSERT_EQ(codes.size(), 1);
        EXPECT_EQ(codes.first().text, wanted.at(i));
    }
    const auto masked = read("^XA^PQ2^FO50,50^BCN,100,N^FDA9^SFAD,1^FS^XZ").labels;
    ASSERT_EQ(masked.size(), 2);
    EXPECT_EQ(readCodes(imageFromPage(masked.at(1).page)).first().text, u"B0"_qs);
}

TEST(Zpl, LabelsOfSetupAndNothingAreNoLabels) {
    EXPECT_TRUE(read("^XA^MMT^PW800^CI28^XZ").labels.isEmpty());
    EXPECT_TRUE(read("").labels.isEmpty());
    EXPECT_EQ(read("^XA^MMT^XZ^XA^FO1,1^GB9,9,9^FS^XZ").labels.size(), 1);
}

TEST(Zpl, WhatWouldChangeAPrinterIsAFindingWithoutEffect) {
    const QByteArray box = "^FO1,1^GB9,9,9^FS";
    for (const char* command : {"~JR", "^JUS", "~DN", "^IDR:A.GRF", "~JO", "^SXO,A,Y,Y", "~JC"}) {
        const QByteArray stream = "^XA" + box + command + "^FS^XZ";
        EXPECT_EQ(kindsOf(stream), QStringList(u"changes-printer"_qs)) << command;
        EXPECT_EQ(inkOf(stream), QRect(1, 1, 9, 9)) << command;
    }
}

TEST(Zpl, UnknownCommandsAreNamedOnceALabel) {
    const auto labels = read("^XA^QZ1^FO1,1^GB9,9,9^FS^QZ2^QY^XZ^XA^FO1,1^GB9,9,9^FS^QZ^XZ").labels;
    ASSERT_EQ(labels.size(), 2);
    EXPECT_EQ(labels.at(0).findings.size(), 2);
    EXPECT_EQ(labels.at(1).findings.size(), 1);
    EXPECT_TRUE(labels.at(0).findings.first().text.startsWith(u"^QZ"));
}

TEST(Zpl, WhatDrawsNothingIsSwallowed) {
    EXPECT_TRUE(kindsOf("^XA~TA000~JSN^LT0^MNW^MTD^PON^PMN^LH0,0^JMA^PR6,6~SD30^LRN^MMT^MD30^SZ2"
                        "^XB^MFN,N^MCY^CVY^PA0,1,1,0^FO1,1^GB9,9,9^FS^XZ")
                    .isEmpty());
}

TEST(Zpl, QueriesAreHandedOn) {
    EXPECT_EQ(read("~HS^XA^XZ~HI~HQES").queries, (QList<QByteArray>{"~HS", "~HI", "~HQES"}));
}

TEST(Zpl, WhatLiesBeyondThePaperIsAFinding) {
    EXPECT_EQ(kindsOf("^XA^FO790,10^GB50,50,50^FS^XZ"), QStringList(u"cut-off"_qs));
}

TEST(Zpl, ALabelThatNeverEndsIsAProblem) {
    const Read result = read("^XA^FO1,1^GB9,9,9^FS");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_FALSE(result.problem.isEmpty());
}

TEST(Zpl, AMillionFieldsAreRefusedInOneSentence) {
    QByteArray stream = "^XA";
    for (int i = 0; i < 250'000; ++i)
        stream += "^FO1,1^FDx^FS";
    const Read result = read(stream + "^XZ");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_TRUE(result.problem.contains(u"100000")) << qPrintable(result.problem);
    EXPECT_TRUE(read("^XA" + QByteArray("^FO1,1").repeated(1'200'000) + "^XZ").labels.isEmpty());
}

TEST(Zpl, CountsNoPictureHasCostNothing) {
    for (const QByteArray& head :
         {QByteArray("^GFA,2147483648,2147483648,1000,FF"), QByteArray("^GFB,2147483648,1,1,"),
          QByteArray("^GFA,-1,-1,-1,"), QByteArray("^GFA,1,99999999999999999999,1,"),
          QByteArray("^GFA,8000000,8000000,1,zzzzzzzzzzzzzzzF:::::::")}) {
        const Read result = read("^XA^FO0,0^GB9,9,9^FS^FO0,0" + head + "^FS^XZ");
        const bool isSaid = !result.problem.isEmpty() ||
                            (!result.labels.isEmpty() && !result.labels.first().findings.isEmpty());
        EXPECT_TRUE(isSaid) << head.constData();
    }
}

TEST(Zpl, PagesNoPrinterTakesAreRefused) {
    const Read result = read("^XA^PW99999^LL99999^FO1,1^GB9,9,9^FS^XZ");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_FALSE(result.problem.isEmpty());
}

TEST(Zpl, PaintingThePaperOverAndOverIsRefused) {
    QByteArray stream = "^XA";
    for (int i = 0; i < 5000; ++i)
        stream += "^FO0,0^GB812,1218,609^FS";
    const Read result = read(stream + "^XZ");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_FALSE(result.problem.isEmpty());
}

TEST(Zpl, GarbageGivesNothing) {
    QByteArray garbage;
    for (int i = 0; i < 100'000; ++i)
        garbage += static_cast<char>(i * 7919 + i / 13);
    const Read result = read(garbage);
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_TRUE(read("no label at all, ^^^^~~~^XZ^XZ").labels.isEmpty());
}

TEST(Zpl, MoreLabelsThanAskedForAreRefused) {
    InterpreterSetup setup;
    setup.mostLabels = 2;
    const Read result = read(QByteArray("^XA^FO1,1^GB9,9,9^FS^XZ").repeated(3), setup);
    EXPECT_EQ(result.labels.size(), 2);
    EXPECT_FALSE(result.problem.isEmpty());
}

} // namespace packbench
