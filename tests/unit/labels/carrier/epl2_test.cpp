#include "streams.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

Interpreted epl2(const QByteArray& bytes, QSize paper = QSize(400, 300)) {
    return interpreted(epl2Interpreter(smallPaper(paper)), bytes);
}

Interpreted drawn(const QByteArray& commands, QSize paper = QSize(400, 300)) {
    return epl2("\nN\n" + commands + "\nP1\n", paper);
}

QRect boxOf(const QByteArray& commands) {
    return inkBox(drawn(commands).labels.first().page);
}

QStringList codesOf(const QByteArray& commands) {
    const Interpreted result = drawn(commands, QSize(900, 900));
    EXPECT_TRUE(result.kinds().isEmpty())
        << commands.constData() << qPrintable(result.kinds().join(u' '));
    return result.labels.isEmpty() ? QStringList() : codesOn(result.labels.first().page);
}

} // namespace

TEST(Epl2, WidthAndLengthMakeThePaper) {
    const Page page = epl2("\nq640\nQ480,24+0\nN\nP1\n").labels.first().page;
    EXPECT_EQ(QSize(page.width, page.height), QSize(640, 480));
    EXPECT_FALSE(epl2("q99999\nN\nP1\n").problem.isEmpty());
}

TEST(Epl2, PrintCountsSetsAndCopiesAndNClears) {
    const Interpreted result = epl2("N\nLO10,10,20,20\nP2,3\nP1\nN\nP1\n");
    ASSERT_EQ(result.labels.size(), 3);
    EXPECT_EQ(result.labels.at(0).copies, 6);
    EXPECT_EQ(result.labels.at(1).page, result.labels.at(0).page);
    EXPECT_EQ(ink(result.labels.at(2).page), 0);
}

TEST(Epl2, LinesAndBoxesStandWhereTheirNumbersSay) {
    EXPECT_EQ(boxOf("LO10,20,30,40"), QRect(10, 20, 30, 40));
    EXPECT_EQ(boxOf("R5,6\nLO10,20,30,40"), QRect(15, 26, 30, 40));
    EXPECT_EQ(boxOf("X10,20,3,110,70"), QRect(10, 20, 101, 51));
    EXPECT_EQ(boxOf("ZB\nLO0,0,20,5"), QRect(380, 295, 20, 5));
    const Interpreted mixed =
        drawn("LO0,0,100,100\nLE50,0,100,50\nLW0,80,10,10\nLS200,200,3,300,280");
    EXPECT_TRUE(mixed.isBlack(20, 20) && mixed.isBlack(120, 20) && mixed.isBlack(250, 240));
    EXPECT_FALSE(mixed.isBlack(60, 20) || mixed.isBlack(5, 85));
}

TEST(Epl2, TextFollowsFontFactorsAndRotation) {
    const QRect once = boxOf("A20,30,0,3,1,1,N,\"HHHH\"");
    const QRect twice = boxOf("A20,30,0,3,2,2,N,\"HHHH\"");
    EXPECT_NEAR(once.width(), 4 * 14, 8);
    EXPECT_NEAR(twice.width(), 2 * once.width(), 6);
    const QRect right = boxOf("A200,150,1,3,1,1,N,\"HHHH\"");
    EXPECT_LE(right.right(), 200);
    EXPECT_GE(right.top(), 150);
    const QRect left = boxOf("A200,150,3,3,1,1,N,\"HHHH\"");
    EXPECT_GE(left.left(), 200);
    EXPECT_LE(left.bottom(), 150);
}

TEST(Epl2, ReversedTextIsWhiteOnItsBlackCells) {
    const Page plain = drawn("A20,30,0,3,1,1,N,\"HH\"").labels.first().page;
    const Page reversed = drawn("A20,30,0,3,1,1,R,\"HH\"").labels.first().page;
    EXPECT_EQ(ink(plain) + ink(reversed), 28 * 20);
}

TEST(Epl2, QuotesAndBackslashesAreEscaped) {
    const Interpreted result = drawn(R"(A10,10,0,3,1,1,N,"5\" C:\\x")");
    EXPECT_TRUE(result.kinds().isEmpty());
    EXPECT_NEAR(inkBox(result.labels.first().page).right(), 10 + 7 * 14, 14);
    EXPECT_EQ(drawn("A10,10,0,3,1,1,N,\"open").kinds(), QStringList(u"bad-parameter"_qs));
}

TEST(Epl2, CodePagesAreFollowed) {
    EXPECT_TRUE(drawn("I8,A,001\nA10,10,0,3,1,1,N,\"M\xFCller\"").kinds().isEmpty());
    EXPECT_EQ(drawn("I8,Z,001").kinds(), QStringList(u"code-page"_qs));
}

TEST(Epl2, CodesAreReadBackInEveryRotation) {
    for (const QByteArray rotation : {"0", "1", "2", "3"}) {
        EXPECT_EQ(codesOf("B450,450," + rotation + ",1,2,4,100,B,\"PX-0042\""),
                  QStringList(u"Code128 PX-0042"_qs))
            << rotation.constData();
        EXPECT_EQ(codesOf("b450,450,P,400,200,s3,x2,y8,o" + rotation + ",\"Parcel 42\""),
                  QStringList(u"PDF417 Parcel 42"_qs))
            << rotation.constData();
    }
}

TEST(Epl2, CodesOfEachKindAreReadBack) {
    EXPECT_EQ(codesOf("B100,100,0,3,3,8,100,N,\"CODE39\""), QStringList(u"Code39 CODE39"_qs));
    EXPECT_EQ(codesOf("B100,100,0,9,2,4,100,N,\"CODE93\""), QStringList(u"Code93 CODE93"_qs));
    EXPECT_EQ(codesOf("B100,100,0,2,2,6,100,N,\"12345678\""), QStringList(u"ITF 12345678"_qs));
    EXPECT_EQ(codesOf("B100,100,0,E30,3,6,100,B,\"590123412345\""),
              QStringList(u"EAN-13 5901234123457"_qs));
    EXPECT_EQ(codesOf("b100,100,Q,m2,s5,eM,\"PX 0042\""), QStringList(u"QRCode PX 0042"_qs));
    EXPECT_EQ(codesOf("b100,100,D,h6,\"Parcel 42\""), QStringList(u"DataMatrix Parcel 42"_qs));
    EXPECT_EQ(codesOf("b100,100,A,d6,\"Parcel 42\""), QStringList(u"Aztec Parcel 42"_qs));
    EXPECT_GT(ink(drawn("b100,100,M,\"001,840,068107317,Parcel\"").labels.first().page), 500);
}

TEST(Epl2, WhatNoCodeTakesForbidsPrinting) {
    const Interpreted result = drawn("B10,10,0,E30,2,4,50,N,\"letters\"");
    ASSERT_EQ(result.labels.first().findings.size(), 1);
    EXPECT_TRUE(mustNotPrint(result.labels.first().findings.first()));
    EXPECT_EQ(drawn("B10,10,0,ZZ,2,4,50,N,\"1\"").kinds(), QStringList(u"bad-barcode"_qs));
    EXPECT_EQ(drawn("b10,10,W,\"1\"").kinds(), QStringList(u"bad-parameter"_qs));
}

TEST(Epl2, PicturesAreCountedAndMayComeInAnyPieces) {
    QByteArray data("P1\nN\nq0\n\"^ee");
    data.append(16 - data.size(), '\0');
    const QByteArray stream = "\nN\nGW8,8,2,8," + data + "\nP1\n";
    const Interpreted whole = interpreted(epl2Interpreter(smallPaper()), stream);
    ASSERT_EQ(whole.labels.size(), 1);
    EXPECT_TRUE(whole.kinds().isEmpty() && whole.queries.isEmpty());
    for (const qsizetype piece : {1, 2, 5, 11}) {
        const Interpreted parts = interpreted(epl2Interpreter(smallPaper()), stream, piece);
        ASSERT_EQ(parts.labels.size(), 1) << piece;
        EXPECT_EQ(parts.labels.first().page, whole.labels.first().page);
    }
    EXPECT_FALSE(epl2("N\nGW0,0,99999,99999,abc\nP1\n").problem.isEmpty());
    EXPECT_TRUE(epl2("N\nP1\nGW0,0,10,10,abc").problem.contains(u"GW"));
}

TEST(Epl2, FormsAreStoredAndFilled) {
    const QByteArray form = "FS\"LABEL\"\nV00,15,N,\"Name?\"\nV01,15,N,\"Code?\"\nLO0,290,400,5\n"
                            "A20,30,0,3,1,1,N,\"To: \"V00\nB20,100,0,1,2,4,80,N,V01\nFE\n";
    const Interpreted result = epl2(form + "FR\"LABEL\"\n?\nAnna\nPX0042\nP1\n", QSize(600, 300));
    ASSERT_EQ(result.labels.size(), 1);
    EXPECT_TRUE(result.kinds().isEmpty()) << qPrintable(result.kinds().join(u' '));
    EXPECT_EQ(codesOn(result.labels.first().page), QStringList(u"Code128 PX0042"_qs));
    EXPECT_TRUE(result.isBlack(200, 292));
    const Page twin = epl2("N\nLO0,290,400,5\nA20,30,0,3,1,1,N,\"To: Anna\"\n"
                           "B20,100,0,1,2,4,80,N,\"PX0042\"\nP1\n",
                           QSize(600, 300))
                          .labels.first()
                          .page;
    EXPECT_EQ(result.labels.first().page, twin);
    QByteArray withCr = form + "FR\"LABEL\"\n?\nAnna\nPX0042\nP1\n";
    withCr.replace("\n", "\r\n");
    EXPECT_EQ(epl2(withCr, QSize(600, 300)).labels.first().page, twin);
    EXPECT_EQ(epl2("FR\"NONE\"\nP1\n").kinds(), QStringList(u"unknown-form"_qs));
    EXPECT_FALSE(epl2("FS\"OPEN\"\nLO1,1,1,1\n").problem.isEmpty());
}

TEST(Epl2, AFormThatCallsItselfEnds) {
    const Interpreted result = epl2("FS\"A\"\nLO0,0,10,10\nFR\"A\"\nP1\nFE\nFR\"A\"\nP1\n");
    ASSERT_EQ(result.labels.size(), 1);
    EXPECT_EQ(ink(result.labels.first().page), 100);
}

TEST(Epl2, CountersAndClocksAreRefused) {
    EXPECT_EQ(drawn("A10,10,0,3,1,1,N,C0").kinds(), QStringList(u"variable"_qs));
    EXPECT_EQ(drawn("A10,10,0,3,1,1,N,\"at \"TT").kinds(), QStringList(u"variable"_qs));
}

TEST(Epl2, WhatHarmsAPrinterIsAFindingWithoutEffect) {
    for (const QByteArray command : {"^default", "^@", "xa", "M8,8,8", "FK\"*\"", "GK\"*\"",
                                     "Y96,N,8,1", "OD,F", "TS01,02,03", "dump", "oB"}) {
        const Interpreted result = drawn("LO0,0,10,10\n" + command);
        EXPECT_EQ(result.kinds(), QStringList(u"changes-printer"_qs)) << command.constData();
        EXPECT_EQ(ink(result.labels.first().page), 100) << command.constData();
    }
}

TEST(Epl2, SettingsOfOneLabelAreNoFindingsAndQueriesComeOut) {
    const Interpreted result = drawn("D8\nS4\nZT\nJF\nC\n;a remark\nUN\n^ee\nUQ");
    EXPECT_TRUE(result.kinds().isEmpty()) << qPrintable(result.kinds().join(u' '));
    EXPECT_EQ(result.queries, (QList<QByteArray>{"^ee", "UQ"}));
}

TEST(Epl2, UnknownCommandsAndGarbageAreSaid) {
    EXPECT_EQ(drawn("zzz1\nzzz2").kinds(), QStringList(u"unknown-command"_qs));
    EXPECT_FALSE(epl2("").problem.isEmpty());
    EXPECT_FALSE(epl2(QByteArray(300'000, 'k')).problem.isEmpty());
    EXPECT_EQ(drawn("LO390,10,20,20").kinds(), QStringList(u"off-label"_qs));
}

TEST(Epl2, EndlessFormsAreStopped) {
    const QByteArray form = "FS\"A\"\n" + QByteArray("zz\n").repeated(100'000) + "FE\n";
    const Interpreted result = epl2(form + QByteArray("FR\"A\"\n").repeated(2000) + "P1\n");
    EXPECT_TRUE(result.problem.contains(u"more drawing")) << qPrintable(result.problem);
}

} // namespace packbench
