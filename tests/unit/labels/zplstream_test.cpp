#include "zpltest.h"

namespace packbench {

using namespace zpltest;

TEST(ZplStream, LabelsOfSetupAndNothingAreNoLabels) {
    EXPECT_TRUE(read("^XA^MMT^PW800^CI28^XZ").labels.isEmpty());
    EXPECT_TRUE(read("").labels.isEmpty());
    EXPECT_EQ(read("^XA^MMT^XZ^XA^FO1,1^GB9,9,9^FS^XZ").labels.size(), 1);
}

TEST(ZplStream, WhatWouldChangeAPrinterIsAFindingWithoutEffect) {
    const QByteArray box = "^FO1,1^GB9,9,9^FS";
    for (const char* command : {"~JR", "^JUS", "~DN", "^IDR:A.GRF", "~JO", "^SXO,A,Y,Y", "~JC"}) {
        const QByteArray stream = "^XA" + box + command + "^FS^XZ";
        EXPECT_EQ(kindsOf(stream), QStringList(u"changes-printer"_qs)) << command;
        EXPECT_EQ(inkOf(stream), QRect(1, 1, 9, 9)) << command;
    }
}

TEST(ZplStream, UnknownCommandsAreNamedOnceALabel) {
    const auto labels = read("^XA^QZ1^FO1,1^GB9,9,9^FS^QZ2^QY^XZ^XA^FO1,1^GB9,9,9^FS^QZ^XZ").labels;
    ASSERT_EQ(labels.size(), 2);
    EXPECT_EQ(labels.at(0).findings.size(), 2);
    EXPECT_EQ(labels.at(1).findings.size(), 1);
    EXPECT_TRUE(labels.at(0).findings.first().text.startsWith(u"^QZ"));
}

TEST(ZplStream, WhatDrawsNothingIsSwallowed) {
    EXPECT_TRUE(kindsOf("^XA~TA000~JSN^LT0^MNW^MTD^PON^PMN^LH0,0^JMA^PR6,6~SD30^LRN^MMT^MD30^SZ2"
                        "^XB^MFN,N^MCY^CVY^PA0,1,1,0^FO1,1^GB9,9,9^FS^XZ")
                    .isEmpty());
}

TEST(ZplStream, QueriesAreHandedOn) {
    EXPECT_EQ(read("~HS^XA^XZ~HI~HQES").queries, (QList<QByteArray>{"~HS", "~HI", "~HQES"}));
}

TEST(ZplStream, WhatLiesBeyondThePaperIsAFinding) {
    EXPECT_EQ(kindsOf("^XA^FO790,10^GB50,50,50^FS^XZ"), QStringList(u"cut-off"_qs));
}

TEST(ZplStream, ALabelThatNeverEndsIsAProblem) {
    const Read result = read("^XA^FO1,1^GB9,9,9^FS");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_FALSE(result.problem.isEmpty());
}

TEST(ZplStream, AMillionFieldsAreRefusedInOneSentence) {
    QByteArray stream = "^XA";
    for (int i = 0; i < 250'000; ++i)
        stream += "^FO1,1^FDx^FS";
    const Read result = read(stream + "^XZ");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_TRUE(result.problem.contains(u"100000")) << qPrintable(result.problem);
    EXPECT_TRUE(read("^XA" + QByteArray("^FO1,1").repeated(1'200'000) + "^XZ").labels.isEmpty());
}

TEST(ZplStream, CountsNoPictureHasCostNothing) {
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

TEST(ZplStream, PagesNoPrinterTakesAreRefused) {
    const Read result = read("^XA^PW99999^LL99999^FO1,1^GB9,9,9^FS^XZ");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_FALSE(result.problem.isEmpty());
}

TEST(ZplStream, PaintingThePaperOverAndOverIsRefused) {
    QByteArray stream = "^XA";
    for (int i = 0; i < 5000; ++i)
        stream += "^FO0,0^GB812,1218,609^FS";
    const Read result = read(stream + "^XZ");
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_FALSE(result.problem.isEmpty());
}

TEST(ZplStream, GarbageGivesNothing) {
    QByteArray garbage;
    for (int i = 0; i < 100'000; ++i)
        garbage += static_cast<char>(i * 7919 + i / 13);
    const Read result = read(garbage);
    EXPECT_TRUE(result.labels.isEmpty());
    EXPECT_TRUE(read("no label at all, ^^^^~~~^XZ^XZ").labels.isEmpty());
}

TEST(ZplStream, MoreLabelsThanAskedForAreRefused) {
    InterpreterSetup setup;
    setup.mostLabels = 2;
    const Read result = read(QByteArray("^XA^FO1,1^GB9,9,9^FS^XZ").repeated(3), setup);
    EXPECT_EQ(result.labels.size(), 2);
    EXPECT_FALSE(result.problem.isEmpty());
}

} // namespace packbench
