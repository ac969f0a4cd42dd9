#include "collector.h"

#include "exchange/textencoding.h"

#include <QStringEncoder>
#include <gtest/gtest.h>

using namespace packbench;
using namespace packbench::test;

namespace {

const QString kFile = QStringLiteral("订单号,货号,数量,收货人,地址\r\n"
                                     "P-1,001960,2,测试甲,测试路1号\r\n"
                                     "P-2,B-2,1,Łódź 喆,\"第一行\r\n第二行\"\r\n");

QByteArray inUtf16(QStringConverter::Encoding encoding, bool mark) {
    QStringEncoder encoder(encoding, mark ? QStringConverter::Flag::WriteBom
                                          : QStringConverter::Flag::Default);
    return encoder.encode(kFile);
}

void expectRead(const QByteArray& bytes, const char* encoding) {
    const Imported import(bytes);
    EXPECT_EQ(import.whole(), QString());
    EXPECT_EQ(import.verdict.encoding.toStdString(), encoding);
    ASSERT_EQ(import.found.orders.size(), 2);
    EXPECT_EQ(import.found.order(QStringLiteral("P-1")).recipient.name, QStringLiteral("测试甲"));
    const Recipient to = import.found.order(QStringLiteral("P-2")).recipient;
    EXPECT_EQ(to.name, QStringLiteral("Łódź 喆"));
    EXPECT_EQ(to.street, QStringLiteral("第一行\n第二行"));
    EXPECT_EQ(import.found.orders.last().line, 3);
}

TEST(Encoding, Utf8IsReadWithAndWithoutMark) {
    expectRead(kFile.toUtf8(), "UTF-8");
    expectRead("\xEF\xBB\xBF" + kFile.toUtf8(), "UTF-8-BOM");
}

TEST(Encoding, Gb18030IsReadWithFourByteCharacters) {
    expectRead(toGb18030(kFile), "GB18030");
}

TEST(Encoding, Utf16IsReadInBothByteOrdersWithAndWithoutMark) {
    expectRead(inUtf16(QStringConverter::Utf16LE, true), "UTF-16LE");
    expectRead(inUtf16(QStringConverter::Utf16BE, true), "UTF-16BE");
    expectRead(inUtf16(QStringConverter::Utf16LE, false), "UTF-16LE");
    expectRead(inUtf16(QStringConverter::Utf16BE, false), "UTF-16BE");
}

TEST(Encoding, ADamagedCharacterInUtf8IsRefusedWithItsLine) {
    QByteArray bytes = kFile.toUtf8().repeated(2);
    bytes[bytes.indexOf("测试路") + 1] = 'x';
    const Imported import(bytes);
    EXPECT_EQ(import.whole(), QStringLiteral("bad-encoding"));
    EXPECT_EQ(import.verdict.whole->line, 2);
    EXPECT_TRUE(import.found.orders.isEmpty());
}

TEST(Encoding, BytesOfNoEncodingAreRefused) {
    const QByteArray head = "order,sku,quantity,name,street\n";
    const Imported import(head + "P-1,A-1,1,\xFF\xFF\xFE,x\n");
    EXPECT_EQ(import.whole(), QStringLiteral("bad-encoding"));
    EXPECT_EQ(import.verdict.whole->line, 2);
}

TEST(Encoding, AWesternCodePageIsNotTakenForChinese) {
    const QByteArray head = "order,sku,quantity,name,street\n";
    EXPECT_EQ(Imported(head + "P-1,A-1,1,M\xFCller,K\xF6nigstr. 1\n").whole(),
              QStringLiteral("bad-encoding"));
}

TEST(Encoding, ACutGb18030CharacterIsACutFile) {
    QByteArray bytes = toGb18030(QStringLiteral("order,sku,quantity,name\nP-1,A-1,1,测试"));
    bytes.chop(1);
    EXPECT_EQ(Imported(bytes).whole(), QStringLiteral("cut-off"));
}

TEST(Encoding, EveryPieceBoundaryGivesTheSameText) {
    // 64 KB pieces end inside characters and quotes for some of these paddings.
    for (int padding = 0; padding < 4; ++padding) {
        const QString filler = QStringLiteral("测").repeated(21840) + QString(padding, u'x');
        const QString text = QStringLiteral("order,sku,quantity,name,street\nP-1,A-1,1,") + filler +
                             QStringLiteral(",\"a\"\"b\"\n");
        const Imported import(text.toUtf8());
        ASSERT_EQ(import.found.orders.size(), 1) << padding;
        EXPECT_EQ(import.found.orders[0].order.recipient.name, filler);
        EXPECT_EQ(import.found.orders[0].order.recipient.street, QStringLiteral("a\"b"));
    }
}

} // namespace
