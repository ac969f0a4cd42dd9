#include "zpltest.h"

namespace packbench {

using namespace zpltest;

TEST(ZplCodes, LinearCodesAreReadBack) {
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

TEST(ZplCodes, Code128FollowsItsEscapesAndModes) {
    EXPECT_EQ(codesOf("^XA^BY3^FO50,50^BCN,100,Y,N,N^FD>;382436>6CODE128>752375152^FS^XZ"),
              QStringList(u"382436CODE128TEST"_qs));
    EXPECT_EQ(codesOf("^XA^BY2^FO50,50^BCN,100,N,N,N,A^FD>;9632^FS^XZ"), QStringList(u">;9632"_qs));
    // Without a mode there is no switch to pairs of digits: start, 23 characters, check, stop.
    const QRect ink = inkOf("^XA^BY2^FO20,50^BCN,100,N^FD12345678901234567890123^FS^XZ");
    EXPECT_EQ(ink.width(), 2 * (11 + 23 * 11 + 11 + 13));
}

TEST(ZplCodes, MatrixCodesAreReadBack) {
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

TEST(ZplCodes, QrHangsLowerByTheHeightOfTheBars) {
    EXPECT_EQ(inkOf("^XA^FO50,50^BQN,2,4^FDQA,Hello World^FS^XZ"), QRect(50, 60, 84, 84));
    EXPECT_EQ(inkOf("^XA^BY3,2,100^FO50,50^BQN,2,4^FDQA,Hello World^FS^XZ"),
              QRect(50, 150, 84, 84));
}

TEST(ZplCodes, TheBarsStayWhereTheyAreWithTheirLine) {
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

TEST(ZplCodes, CodesThatCannotBeMadeAreFindings) {
    EXPECT_EQ(kindsOf("^XA^FO0,0^GB9,9,9^FS^FO50,50^BXN,5,200^FD^FS^XZ"),
              QStringList(u"bad-barcode"_qs));
    EXPECT_EQ(kindsOf("^XA^FO0,0^GB9,9,9^FS^FO50,50^BTN^FD1234^FS^XZ"),
              QStringList(u"bad-barcode"_qs));
}

TEST(ZplCodes, CopiesAreCounted) {
    EXPECT_EQ(read("^XA^PQ3^FO1,1^GB9,9,9^FS^XZ").labels.first().copies, 3);
    EXPECT_EQ(read("^XA^PQ0,1,,N^FO1,1^GB9,9,9^FS^XZ").labels.first().copies, 1);
}

TEST(ZplCodes, SerialFieldsCountOnFromCopyToCopy) {
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

} // namespace packbench
