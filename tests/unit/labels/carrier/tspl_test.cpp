#include "streams.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

Interpreted tspl(const QByteArray& bytes, QSize paper = QSize(400, 300)) {
    return interpreted(tsplInterpreter(smallPaper(paper)), bytes);
}

Interpreted drawn(const QByteArray& commands, QSize paper = QSize(400, 300)) {
    return tspl("CLS\r\n" + commands + "\r\nPRINT 1\r\n", paper);
}

QRect boxOf(const QByteArray& commands) {
    return inkBox(drawn(commands).labels.first().page);
}

} // namespace

TEST(Tspl, SizeCountsMillimetresInchesAndDots) {
    const auto sizeOf = [](const QByteArray& size) {
        const Page page = tspl(size + "\r\nCLS\r\nPRINT 1\r\n").labels.first().page;
        return QSize(page.width, page.height);
    };
    EXPECT_EQ(sizeOf("SIZE 100 mm,150 mm"), QSize(800, 1200));
    EXPECT_EQ(sizeOf("size 76.5 mm, 130mm"), QSize(612, 1040));
    EXPECT_EQ(sizeOf("SIZE 4,6"), QSize(813, 1219));
    EXPECT_EQ(sizeOf("SIZE 640 dot,480 dot"), QSize(640, 480));
    EXPECT_EQ(sizeOf("SIZE 50 mm"), QSize(400, 300));
}

TEST(Tspl, AGiantSizeIsRefusedInOneSentence) {
    const Interpreted result = tspl("SIZE 100000 mm,100000 mm\r\nCLS\r\nPRINT 1\r\n");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_TRUE(result.problem.contains(u"100000 × 100000") ||
                result.problem.startsWith(u"The stream asks for a label of"))
        << qPrintable(result.problem);
}

TEST(Tspl, PrintCountsSetsAndCopiesAndKeepsTheDrawing) {
    const Interpreted result = tspl("CLS\nBAR 10,10,20,20\nPRINT 2,3\nPRINT 1\nCLS\nPRINT 1,1\n");
    ASSERT_EQ(result.labels.size(), 3);
    EXPECT_EQ(result.labels.at(0).copies, 6);
    EXPECT_EQ(ink(result.labels.at(0).page), 400);
    EXPECT_EQ(result.labels.at(1).page, result.labels.at(0).page);
    EXPECT_EQ(ink(result.labels.at(2).page), 0);
    EXPECT_TRUE(result.kinds().isEmpty());
}

TEST(Tspl, ReferenceAndShiftMoveWhatIsDrawn) {
    EXPECT_EQ(boxOf("REFERENCE 30,40\r\nBAR 10,10,20,5"), QRect(40, 50, 20, 5));
    EXPECT_EQ(boxOf("SHIFT 7\r\nBAR 10,10,20,5"), QRect(10, 17, 20, 5));
}

TEST(Tspl, DirectionTurnsAndMirrorsTheWholeLabel) {
    EXPECT_EQ(boxOf("DIRECTION 1\r\nBAR 0,0,20,5"), QRect(380, 295, 20, 5));
    EXPECT_EQ(boxOf("DIRECTION 0,1\r\nBAR 0,0,20,5"), QRect(380, 0, 20, 5));
}

TEST(Tspl, ShapesStandWhereTheirNumbersSay) {
    EXPECT_EQ(boxOf("BAR 10,20,30,40"), QRect(10, 20, 30, 40));
    EXPECT_EQ(boxOf("BOX 10,20,110,70,3"), QRect(10, 20, 101, 51));
    EXPECT_EQ(boxOf("CIRCLE 50,60,80,4"), QRect(50, 60, 80, 80));
    EXPECT_EQ(boxOf("ELLIPSE 50,60,80,40,4"), QRect(50, 60, 80, 40));
    const Interpreted hollow = drawn("BOX 10,20,110,70,3,15");
    EXPECT_FALSE(hollow.isBlack(10, 20) || hollow.isBlack(60, 45));
    EXPECT_TRUE(hollow.isBlack(60, 21) && hollow.isBlack(11, 45));
    const Interpreted slanted = drawn("DIAGONAL 20,20,120,80,3");
    EXPECT_TRUE(slanted.isBlack(20, 20) && slanted.isBlack(70, 50) && slanted.isBlack(119, 79));
}

TEST(Tspl, ReverseAndEraseMeetWhatIsThere) {
    const Interpreted result = drawn("BAR 0,0,100,100\r\nREVERSE 50,0,100,50\r\nERASE 0,80,10,10");
    EXPECT_TRUE(result.isBlack(20, 20));
    EXPECT_FALSE(result.isBlack(60, 20));
    EXPECT_TRUE(result.isBlack(120, 20));
    EXPECT_FALSE(result.isBlack(5, 85));
}

TEST(Tspl, TextIsAsLargeAsItsFontAndFactorsSay) {
    EXPECT_EQ(boxOf("TEXT 20,30,\"3\",0,1,1,\"HHHH\"").left() / 10, 2);
    const QRect once = boxOf("TEXT 20,30,\"3\",0,1,1,\"HHHH\"");
    const QRect twice = boxOf("TEXT 20,30,\"3\",0,2,2,\"HHHH\"");
    EXPECT_NEAR(once.width(), 64, 8);
    EXPECT_NEAR(twice.width(), 128, 12);
    EXPECT_NEAR(twice.height(), 2 * once.height(), 4);
    EXPECT_GT(boxOf("TEXT 20,30,\"0\",0,12,12,\"HHHH\"").height(), 20);
}

TEST(Tspl, TextTurnsClockwiseAboutItsCorner) {
    const QRect right = boxOf("TEXT 200,150,\"3\",90,1,1,\"HHHH\"");
    EXPECT_LE(right.right(), 200);
    EXPECT_GE(right.top(), 150);
    EXPECT_GT(right.height(), right.width());
    const QRect left = boxOf("TEXT 200,150,\"3\",270,1,1,\"HHHH\"");
    EXPECT_GE(left.left(), 200);
    EXPECT_LE(left.bottom(), 150);
    const QRect over = boxOf("TEXT 200,150,\"3\",180,1,1,\"HHHH\"");
    EXPECT_LE(over.right(), 200);
    EXPECT_LE(over.bottom(), 150);
    EXPECT_LE(boxOf("TEXT 200,150,\"3\",0,1,1,3,\"HHHH\"").right(), 200);
}

TEST(Tspl, QuotesAndLineEndsWithinATextAreRead) {
    const Interpreted escaped = drawn(R"(TEXT 10,10,"3",0,1,1,"5\["] disk, \[R]two")");
    const Interpreted plain = drawn(R"(TEXT 10,10,"3",0,1,1,"5_ disk, _two")");
    EXPECT_TRUE(escaped.kinds().isEmpty());
    EXPECT_NEAR(inkBox(escaped.labels.first().page).width(),
                inkBox(plain.labels.first().page).width(), 10);
    const Interpreted open = drawn("TEXT 10,10,\"3\",0,1,1,\"never closed");
    EXPECT_EQ(open.kinds(), QStringList(u"bad-parameter"_qs));
    EXPECT_EQ(ink(open.labels.first().page), 0);
}

TEST(Tspl, ChineseIsReadByFontOrByCodePage) {
    const QByteArray gbk = "\xD6\xD0\xB9\xFA";
    const Page byFont = drawn("TEXT 10,10,\"TSS24.BF2\",0,1,1,\"" + gbk + "\"").labels.first().page;
    const Page byPage =
        drawn("CODEPAGE UTF-8\r\nTEXT 10,10,\"TSS24.BF2\",0,1,1,\"中国\"").labels.first().page;
    EXPECT_GT(ink(byFont), 100);
    EXPECT_EQ(byFont, byPage);
    EXPECT_TRUE(drawn("CODEPAGE 936\r\nTEXT 10,10,\"3\",0,1,1,\"" + gbk + "\"").kinds().isEmpty());
    EXPECT_EQ(drawn("TEXT 10,10,\"3\",0,1,1,\"中国\"").kinds(), QStringList(u"code-page"_qs));
    EXPECT_EQ(drawn("CODEPAGE 12345").kinds(), QStringList(u"code-page"_qs));
}

TEST(Tspl, ABlockBreaksItsTextIntoLines) {
    const QRect box = boxOf("BLOCK 20,20,200,200,\"3\",0,1,1,\"one two three four five six\"");
    EXPECT_LE(box.right(), 220);
    EXPECT_GT(box.height(), 40);
    const Interpreted cut =
        drawn("BLOCK 20,20,100,40,\"3\",0,1,1,0,0,\"one two three four five six\"");
    EXPECT_EQ(cut.kinds(), QStringList(u"text-cut"_qs));
}

TEST(Tspl, ForeignFontsAreReplacedAndSaid) {
    const Interpreted result = drawn("TEXT 10,10,\"KAITI.TTF\",0,12,12,\"Hello\"");
    EXPECT_EQ(result.kinds(), QStringList(u"font-replaced"_qs));
    EXPECT_GT(ink(result.labels.first().page), 50);
}

TEST(Tspl, BitmapsOverwriteAddAndInvert) {
    const auto mode = [](char number) {
        return drawn(QByteArray("BAR 0,0,8,1\r\nBITMAP 0,0,2,1,") + number + ",\xF0\x0F");
    };
    // Data F0 0F burn 0F F0.
    EXPECT_EQ(inkBox(mode('0').labels.first().page), QRect(4, 0, 8, 1));
    EXPECT_EQ(inkBox(mode('1').labels.first().page), QRect(0, 0, 12, 1));
    const Interpreted inverted = mode('2');
    EXPECT_TRUE(inverted.isBlack(0, 0) && inverted.isBlack(11, 0));
    EXPECT_FALSE(inverted.isBlack(4, 0));
}

TEST(Tspl, BitmapDataMayLookLikeCommandsAndComeInAnyPieces) {
    QByteArray data("PRINT 1\r\n\x1b!R\r\nCLS\r\n\"quote,");
    data.append(32 - data.size(), '\xFF');
    const QByteArray stream = "CLS\r\nBITMAP 8,8,4,8,1," + data + "\r\nPRINT 1\r\n";
    const Interpreted whole = interpreted(tsplInterpreter(smallPaper()), stream);
    ASSERT_EQ(whole.labels.size(), 1);
    EXPECT_TRUE(whole.kinds().isEmpty());
    for (const qsizetype piece : {1, 2, 3, 7, 20}) {
        const Interpreted parts = interpreted(tsplInterpreter(smallPaper()), stream, piece);
        ASSERT_EQ(parts.labels.size(), 1) << piece;
        EXPECT_EQ(parts.labels.first().page, whole.labels.first().page);
    }
}

TEST(Tspl, AStreamThatEndsWithinABitmapSaysSo) {
    const Interpreted result = tspl("CLS\r\nPRINT 1\r\nBITMAP 0,0,10,10,1,abc");
    EXPECT_EQ(result.labels.size() + (result.problem.isEmpty() ? 0 : 1), 2);
    EXPECT_TRUE(result.problem.contains(u"BITMAP")) << qPrintable(result.problem);
    EXPECT_FALSE(
        tspl("CLS\r\nBITMAP 0,0,99999999,99999999,1,abc\r\nPRINT 1\r\n").problem.isEmpty());
    EXPECT_FALSE(tspl("CLS\r\nBITMAP 0,0,10,10,3,abc\r\nPRINT 1\r\n").problem.isEmpty());
    EXPECT_EQ(drawn("BITMAP 0,0,10,10,1").kinds(), QStringList(u"bad-parameter"_qs));
}

TEST(Tspl, DownloadedPicturesAreDrawn) {
    const QByteArray pcxHead = [] {
        QByteArray head(128, '\0');
        head[0] = 0x0A;
        head[1] = 5;
        head[2] = 1;
        head[3] = 1;
        head[8] = 15; // 16 x 2
        head[10] = 1;
        head[65] = 1;
        head[66] = 2;
        return head;
    }();
    // Row 1: 00 FF, row 2: two bytes 00 as a run; a set bit is white.
    const QByteArray pcx = pcxHead + QByteArray("\x00\xC1\xFF\xC2\x00", 5);
    const Interpreted result = drawn("DOWNLOAD \"LOGO.PCX\"," + QByteArray::number(pcx.size()) +
                                     ',' + pcx + "\r\nPUTPCX 20,30,\"logo.pcx\"");
    EXPECT_TRUE(result.kinds().isEmpty()) << qPrintable(result.kinds().join(u' '));
    EXPECT_EQ(ink(result.labels.first().page), 8 + 16);
    EXPECT_EQ(inkBox(result.labels.first().page), QRect(20, 30, 16, 2));
    EXPECT_EQ(drawn("PUTBMP 1,1,\"NONE.BMP\"").kinds(), QStringList(u"unknown-picture"_qs));
    EXPECT_EQ(drawn("DOWNLOAD \"X.BMP\",4,BMxx\r\nPUTBMP 1,1,\"X.BMP\"").kinds(),
              QStringList(u"unknown-picture"_qs));
}

TEST(Tspl, VariablesAndProgramsAreRefusedNotGuessed) {
    const auto onlyKind = [](const QByteArray& commands) {
        const Interpreted result = drawn(commands);
        EXPECT_EQ(ink(result.labels.first().page), 0) << commands.constData();
        QStringList kinds = result.kinds();
        kinds.removeDuplicates();
        return kinds == QStringList(u"variable"_qs);
    };
    EXPECT_TRUE(onlyKind("A$=\"x\"\r\nTEXT 10,10,\"3\",0,1,1,A$"));
    EXPECT_TRUE(onlyKind("TEXT 10,10,\"3\",0,1,1,\"a\"+B$"));
    EXPECT_TRUE(onlyKind("X = 10\r\nBAR X,10,20,20"));
    EXPECT_TRUE(onlyKind("SET COUNTER @1 1\r\n@1=\"0001\"\r\nTEXT 10,10,\"3\",0,1,1,@1"));
    EXPECT_TRUE(onlyKind("FOR I=1 TO 3\r\nNEXT"));
}

TEST(Tspl, ProgramsAreNotRun) {
    const Interpreted result =
        drawn("DOWNLOAD \"AUTO.BAS\"\r\nBAR 0,0,50,50\r\nPRINT 5\r\nEOP\r\nBAR 0,0,10,10");
    ASSERT_EQ(result.labels.size(), 1);
    EXPECT_EQ(ink(result.labels.first().page), 100);
    EXPECT_TRUE(result.kinds().contains(u"changes-printer"));
    EXPECT_TRUE(result.kinds().contains(u"variable"));
}

TEST(Tspl, WhatHarmsAPrinterIsAFindingWithoutEffect) {
    for (const QByteArray command :
         {"\x1b!R", "KILL \"*\"", "INITIALPRINTER", "SELFTEST", "GAPDETECT", "~!D", "MOVE",
          "SET PASSWORD 1234", "AUTODETECT 100,24", "\x1b!Q"}) {
        const Interpreted result = drawn("BAR 0,0,10,10\r\n" + command);
        EXPECT_EQ(result.kinds(), QStringList(u"changes-printer"_qs)) << command.constData();
        EXPECT_EQ(ink(result.labels.first().page), 100) << command.constData();
    }
    EXPECT_EQ(drawn("HOME\r\nFORMFEED").kinds(),
              (QStringList{u"moves-paper"_qs, u"moves-paper"_qs}));
}

TEST(Tspl, SettingsOfOneLabelDrawNothingAndAreNoFindings) {
    EXPECT_TRUE(drawn("GAP 2 mm,0 mm\r\nBLINE 3 mm,0\r\nOFFSET 0 mm\r\nDENSITY 8\r\nSPEED 4\r\nSET "
                      "TEAR ON\r\nSET CUTTER OFF\r\nSET REPRINT OFF\r\nCOUNTRY 001\r\nSOUND 1,100")
                    .kinds()
                    .isEmpty());
}

TEST(Tspl, UnknownCommandsAreFoundOnceALabel) {
    const Interpreted result =
        tspl("CLS\nFROBNICATE 1\nFROBNICATE 2\nPRINT 1\nFROBNICATE 3\nPRINT 1\n");
    ASSERT_EQ(result.labels.size(), 2);
    EXPECT_EQ(result.labels.at(0).findings.size(), 1);
    EXPECT_EQ(result.labels.at(1).findings.size(), 1);
    EXPECT_EQ(result.labels.at(0).findings.first().kind, u"unknown-command");
}

TEST(Tspl, QueriesComeOutWhereverTheyStand) {
    const Interpreted result =
        tspl("\x1b!?CLS\r\nTEXT 10,10,\"3\",0,1,1,\"a\x1b!Sb\"\r\n~!T\r\nPRINT 1\r\n");
    EXPECT_EQ(result.queries, (QList<QByteArray>{"\x1b!?", "\x1b!S", "~!T"}));
    EXPECT_TRUE(result.kinds().isEmpty());
}

TEST(Tspl, WhatLiesBeyondTheEdgeIsFound) {
    EXPECT_EQ(drawn("BAR 390,10,20,20").kinds(), QStringList(u"off-label"_qs));
}

TEST(Tspl, AStreamWithoutALabelIsAProblem) {
    EXPECT_FALSE(tspl("").problem.isEmpty());
    EXPECT_FALSE(tspl("CLS\r\nBAR 1,1,1,1\r\n").problem.isEmpty());
    QByteArray garbage;
    for (int i = 0; i < 5000; ++i)
        garbage += static_cast<char>(i * 37 + i / 7);
    EXPECT_FALSE(tspl(garbage).problem.isEmpty());
}

TEST(Tspl, ALongLineAndALongProgramAreBounded) {
    EXPECT_FALSE(tspl(QByteArray(300'000, 'x')).problem.isEmpty());
    EXPECT_FALSE(tspl("DOWNLOAD \"A.BAS\"\r\n" + QByteArray("PRINT 1\r\n").repeated(50'000))
                     .problem.isEmpty());
}

TEST(Tspl, EndlessDrawingIsStopped) {
    QByteArray stream("SIZE 500 mm,2000 mm\r\nCLS\r\n");
    stream +=
        QByteArray("BITMAP 0,0,1,1,1,x\r\nCIRCLE 0,0,4000,1\r\n").repeated(2000) + "PRINT 1\r\n";
    const Interpreted result = tspl(stream);
    EXPECT_TRUE(result.problem.contains(u"more drawing")) << qPrintable(result.problem);
    InterpreterSetup setup = smallPaper();
    setup.mostLabels = 3;
    EXPECT_EQ(interpreted(tsplInterpreter(setup), "CLS\n" + QByteArray("PRINT 1\n").repeated(9))
                  .labels.size(),
              3);
}

} // namespace packbench
