#include "zpltest.h"

namespace packbench {

using namespace zpltest;

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
    EXPECT_EQ(inkOf("^XA" + page + "^POI^FO10,20^GB30,40,30^FS^XZ"), QRect(360, 240, 30, 40));
    EXPECT_EQ(inkOf("^XA" + page + "^PMY^FO10,20^GB30,40,30^FS^XZ"), QRect(360, 20, 30, 40));
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
    EXPECT_TRUE(rising.isBlack(251, 51));
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

TEST(Zpl, ALabelOfOnePictureThatIsDamagedIsNotNone) {
    const Read result = read("^XA^FO0,0^GFA,2,2,1,F?F^FS^XZ^XA^FO0,0^GB9,9,9^FS^XZ");
    ASSERT_EQ(result.labels.size(), 2);
    EXPECT_EQ(result.labels.at(0).findings.first().kind, u"bad-graphic"_qs);
    EXPECT_TRUE(result.labels.at(1).findings.isEmpty());
    EXPECT_TRUE(read("^XA^PW100^XZ").labels.isEmpty()) << "settings only";
}

TEST(Zpl, AFieldWithoutItsEndEndsWhereTheNextIsPlaced) {
    EXPECT_EQ(pageOf("^XA^FO30,100^GB40,40,40^FO200,200^GB9,9,9^FS^XZ"),
              pageOf("^XA^FO30,100^GB40,40,40^FS^FO200,200^GB9,9,9^FS^XZ"));
    EXPECT_EQ(pageOf("^XA^FO30,100^GFA,2,2,1,FFFF^FO200,200^BY2^BCN,80^FDABC^FS^XZ"),
              pageOf("^XA^FO30,100^GFA,2,2,1,FFFF^FS^FO200,200^BY2^BCN,80^FDABC^FS^XZ"));
    EXPECT_EQ(pageOf("^XA^FO9,9^A0N,30^FDone^FO9,99^A0N,30^FDtwo^FS^XZ"),
              pageOf("^XA^FO9,9^A0N,30^FDone^FS^FO9,99^A0N,30^FDtwo^FS^XZ"));
}

TEST(Zpl, APrefixForNothingIsNothing) {
    EXPECT_TRUE(kindsOf("^XA^^FO9,9^GB9,9,9^FS^XZ").isEmpty());
}

TEST(Zpl, LinesABlockMayNotHaveAreAFinding) {
    EXPECT_EQ(kindsOf("^XA^FO9,9^A0N,30^FB100,1^FDfar too long for one line^FS^XZ"),
              QStringList(u"text-cut"_qs));
    EXPECT_TRUE(kindsOf("^XA^FO9,9^A0N,30^FB400,1^FDshort^FS^XZ").isEmpty());
}

TEST(Zpl, IdeographsHaveTheirOwnCellInEveryFont) {
    const QRect box = inkOf("^XA^CI28^FO100,100^ADN,36,20^FD\xE4\xB8\xAD\xE6\x96\x87^FS^XZ");
    EXPECT_NEAR(box.width(), 2 * box.height(), box.height() / 2);
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

} // namespace packbench
