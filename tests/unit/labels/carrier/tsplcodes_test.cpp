#include "streams.h"

#include <gtest/gtest.h>

namespace packbench {

namespace {

Interpreted drawn(const QByteArray& commands) {
    return interpreted(tsplInterpreter(smallPaper(QSize(900, 900))),
                       "CLS\r\n" + commands + "\r\nPRINT 1\r\n");
}

QStringList codesOf(const QByteArray& commands) {
    const Interpreted result = drawn(commands);
    EXPECT_TRUE(result.kinds().isEmpty())
        << commands.constData() << qPrintable(result.kinds().join(u' '));
    return result.labels.isEmpty() ? QStringList() : codesOn(result.labels.first().page);
}

constexpr const char* kRotations[] = {"0", "90", "180", "270"};

} // namespace

TEST(TsplCodes, Code128IsReadBackInEveryRotation) {
    for (const QByteArray rotation : kRotations)
        EXPECT_EQ(codesOf("BARCODE 450,450,\"128\",100,1," + rotation + ",2,4,\"PX-0042/7\""),
                  QStringList(u"Code128 PX-0042/7"_qs))
            << rotation.constData();
}

TEST(TsplCodes, QrIsReadBackInEveryRotation) {
    for (const QByteArray rotation : kRotations)
        EXPECT_EQ(codesOf("QRCODE 450,450,M,5,A," + rotation + ",\"PX 0042\""),
                  QStringList(u"QRCode PX 0042"_qs))
            << rotation.constData();
}

TEST(TsplCodes, Pdf417IsReadBackInEveryRotation) {
    for (const QByteArray rotation : kRotations)
        EXPECT_EQ(codesOf("PDF417 450,450,400,200," + rotation + ",E3,W2,H8,\"Parcel 42\""),
                  QStringList(u"PDF417 Parcel 42"_qs))
            << rotation.constData();
}

TEST(TsplCodes, AztecAndDataMatrixAreReadBackInEveryRotation) {
    for (const QByteArray rotation : kRotations) {
        EXPECT_EQ(codesOf("AZTEC 450,450," + rotation + ",6,\"Parcel 42\""),
                  QStringList(u"Aztec Parcel 42"_qs))
            << rotation.constData();
        EXPECT_EQ(codesOf("DMATRIX 450,450,200,200,x6,r" + rotation + ",\"Parcel 42\""),
                  QStringList(u"DataMatrix Parcel 42"_qs))
            << rotation.constData();
    }
}

TEST(TsplCodes, LinearCodesAreReadBack) {
    const auto code = [](const QByteArray& type, const QByteArray& text) {
        return codesOf("BARCODE 100,100,\"" + type + "\",100,2,0,3,8,\"" + text + "\"").join(u'|');
    };
    EXPECT_EQ(code("39", "CODE39"), u"Code39 CODE39");
    EXPECT_EQ(code("93", "CODE93"), u"Code93 CODE93");
    EXPECT_EQ(code("25", "12345678"), u"ITF 12345678");
    EXPECT_EQ(code("EAN13", "590123412345"), u"EAN-13 5901234123457");
    EXPECT_EQ(code("EAN8", "1234567"), u"EAN-8 12345670");
    EXPECT_TRUE(code("UPCA", "03600029145").endsWith(u"036000291452"));
    EXPECT_TRUE(code("CODA", "A12345B").contains(u"12345"));
    EXPECT_TRUE(code("EAN128", "0109506000134352").contains(u"09506000134352"));
    EXPECT_EQ(code("128M", "!1051234!100A"), u"Code128 1234A");
}

TEST(TsplCodes, WhatReadersDoNotKnowIsDrawnAllTheSame) {
    for (const QByteArray commands :
         {"BARCODE 100,100,\"MSI\",80,0,0,2,4,\"12345\"",
          "BARCODE 100,100,\"11\",80,0,0,2,4,\"12345\"",
          "BARCODE 100,100,\"POST\",40,0,0,3,4,\"12345\"",
          "BARCODE 100,100,\"PLESSEY\",80,0,0,2,4,\"12345\"", "MPDF417 100,100,0,W2,H4,\"Parcel\"",
          "MAXICODE 100,100,4,\"Parcel 42\"",
          "MAXICODE 100,100,2,001,840,068107317,\"Parcel 42\""}) {
        const Interpreted result = drawn(commands);
        EXPECT_TRUE(result.kinds().isEmpty())
            << commands.constData() << qPrintable(result.kinds().join(u' '));
        EXPECT_GT(ink(result.labels.first().page), 500) << commands.constData();
    }
}

TEST(TsplCodes, QrInManualModeDropsItsMarks) {
    EXPECT_EQ(codesOf("QRCODE 100,100,H,5,M,0,M2,S3,\"AHELLO!N123!B0003abc\""),
              QStringList(u"QRCode HELLO123abc"_qs));
}

TEST(TsplCodes, ChineseInAQrIsReadBack) {
    EXPECT_EQ(codesOf("CODEPAGE UTF-8\r\nQRCODE 100,100,M,5,A,0,\"订单 04873\""),
              QStringList(u"QRCode 订单 04873"_qs));
}

TEST(TsplCodes, TheCaptionStandsBelowTheBars) {
    const Page without =
        drawn("BARCODE 100,100,\"128\",100,0,0,2,4,\"PX0042\"").labels.first().page;
    const Page with = drawn("BARCODE 100,100,\"128\",100,2,0,2,4,\"PX0042\"").labels.first().page;
    EXPECT_EQ(inkBox(without).bottom(), 199);
    EXPECT_GT(inkBox(with).bottom(), 210);
}

TEST(TsplCodes, WhatNoCodeTakesIsAFindingThatForbidsPrinting) {
    for (const QByteArray commands :
         {"BARCODE 100,100,\"EAN13\",100,0,0,2,4,\"letters\"",
          "BARCODE 100,100,\"NONSENSE\",100,0,0,2,4,\"1\"", "QRCODE 10,10,H,5,A,0,\"\""}) {
        const Interpreted result = drawn(commands);
        ASSERT_EQ(result.labels.first().findings.size(), 1) << commands.constData();
        EXPECT_EQ(ink(result.labels.first().page), 0);
    }
    EXPECT_TRUE(mustNotPrint(
        drawn("BARCODE 100,100,\"EAN13\",100,0,0,2,4,\"x\"").labels.first().findings.first()));
    EXPECT_FALSE(drawn("QRCODE 10,10,H,5,A,0,\"" + QByteArray(6000, 'x') + "\"").kinds().isEmpty());
}

} // namespace packbench
