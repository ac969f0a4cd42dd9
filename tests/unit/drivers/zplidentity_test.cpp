#include "show.h"

#include "drivers/zpl/zplidentity.h"

#include <QFile>

#include <random>

namespace packbench {
namespace {

std::optional<ZplIdentity> read(const QByteArray& fields) {
    return zplIdentityFrom("\x02" + fields + "\x03\r\n");
}

TEST(ZplIdentity, ModelFirmwareAndResolutionAreRead) {
    const ZplIdentity expected{QStringLiteral("ZTC ZD420-203dpi ZPL"), QStringLiteral("V93.20.15Z"),
                               8};
    EXPECT_EQ(read("ZTC ZD420-203dpi ZPL,V93.20.15Z,8,4194304"), expected);
}

TEST(ZplIdentity, MemoryMayHaveAUnitAndMoreFieldsMayFollow) {
    const ZplIdentity expected{QStringLiteral("ZTC GX430t-300dpi-ZPL"), QStringLiteral("V41.16.5"),
                               12};
    EXPECT_EQ(zplIdentityFrom("\x02ZTC GX430t-300dpi-ZPL,V41.16.5,12,1024KB,XML,N,0\x03"),
              expected);
}

TEST(ZplIdentity, DpiInPlaceOfDotsPerMmIsUnderstood) {
    EXPECT_EQ(read("ZTC ZD420-300dpi ZPL,V84.20.21Z,300,262144")->dotsPerMm, 12);
    EXPECT_EQ(read("M,V,203,1")->dotsPerMm, 8);
    EXPECT_EQ(read("M,V,150,1")->dotsPerMm, 6);
    EXPECT_EQ(read("M,V,600,1")->dotsPerMm, 24);
    for (const int dotsPerMm : {6, 8, 12, 24})
        EXPECT_EQ(read("M,V," + QByteArray::number(dotsPerMm) + ",1")->dotsPerMm, dotsPerMm);
}

TEST(ZplIdentity, OnAnythingElseTheModelTells) {
    EXPECT_EQ(read("ZTC ZT410-600 dpi,V1,x,1")->dotsPerMm, 24);
    EXPECT_EQ(read("Label 200DPI,V1,9999,1")->dotsPerMm, 8);
    EXPECT_EQ(read("Label,V1,9999,1")->dotsPerMm, 0);
    EXPECT_EQ(read("Label,V1,-8,1")->dotsPerMm, 0);
}

TEST(ZplIdentity, AnyOtherAnswerIsNone) {
    const QByteArray whole = "\x02ZTC ZD420-203dpi ZPL,V93.20.15Z,8,4194304\x03";
    for (qsizetype size = 0; size < whole.size(); ++size)
        EXPECT_EQ(zplIdentityFrom(whole.left(size)), std::nullopt) << size;
    EXPECT_EQ(read(""), std::nullopt);
    EXPECT_EQ(read(",V1,8"), std::nullopt);
    EXPECT_EQ(read("M\r\nN,V1,8"), std::nullopt);
    EXPECT_EQ(read(QByteArray(100000, 'a') + ",V,8"), std::nullopt);
}

TEST(ZplIdentity, BabbleNeverNamesAnImpossibleResolution) {
    std::mt19937 random(31);
    for (int round = 0; round < 5000; ++round) {
        QByteArray bytes(int(random() % 60), Qt::Uninitialized);
        for (char& byte : bytes)
            byte = "\x02\x03,,8 dpi2036\xff"[random() % 14];
        const int dots = zplIdentityFrom(bytes).value_or(ZplIdentity{}).dotsPerMm;
        EXPECT_TRUE(dots == 0 || dots == 6 || dots == 8 || dots == 12 || dots == 24) << dots;
    }
}

/// Escapes as the collection writes them: \xNN, \r and \n.
QByteArray unescaped(const QByteArray& text) {
    QByteArray bytes;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != '\\') {
            bytes += text[at];
        } else if (text.mid(at, 2) == "\\x") {
            bytes += QByteArray::fromHex(text.mid(at + 2, 2));
            at += 3;
        } else {
            bytes += text[++at] == 'r' ? '\r' : '\n';
        }
    }
    return bytes;
}

TEST(ZplIdentity, TheAnswersOfTheCollectionAreRead) {
    QFile file(QStringLiteral(SHARED_DATA "/devices/zebra_hi_responses.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        GTEST_SKIP() << "shared data not there: devices/zebra_hi_responses.tsv";
    int read = 0;
    while (!file.atEnd()) {
        const QList<QByteArray> columns = file.readLine().split('\t');
        if (!columns.value(1).startsWith("~HI"))
            continue;
        const auto identity = zplIdentityFrom(unescaped(columns.first()));
        ASSERT_TRUE(identity) << columns.first().constData();
        EXPECT_EQ(identity->dotsPerMm, columns.first().contains("203") ? 8 : 12);
        ++read;
    }
    EXPECT_GE(read, 3);
}

} // namespace
} // namespace packbench
