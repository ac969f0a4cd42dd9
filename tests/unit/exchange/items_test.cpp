#include "collector.h"
#include "workbook.h"

#include "exchange/itemfile.h"

#include <QFileInfo>
#include <gtest/gtest.h>

using namespace packbench;
using namespace packbench::test;

namespace {

struct ItemsRead {
    explicit ItemsRead(const QString& path)
        : verdict(readItems(
              path, [this](const FileItem& item) { items.append(item); },
              [this](const Refusal& refusal) { refusals.append(refusal); })) {}
    QList<FileItem> items;
    QList<Refusal> refusals;
    FileVerdict verdict;
};

struct WaybillsRead {
    explicit WaybillsRead(const QByteArray& content)
        : verdict(readWaybills(
              fileWith(folder, content),
              [this](const FileWaybill& waybill) { waybills.append(waybill); },
              [this](const Refusal& refusal) { refusals.append(refusal); })) {}
    QTemporaryDir folder;
    QList<FileWaybill> waybills;
    QList<Refusal> refusals;
    FileVerdict verdict;
};

QStringList codesOf(const FileItem& item) {
    QStringList codes;
    for (const ItemCode& code : item.codes) {
        codes += code.code + u'*' + QString::number(code.pieces);
    }
    return codes;
}

TEST(Items, EveryColumnOfTheCatalogueIsRead) {
    QTemporaryDir folder;
    const ItemsRead read(
        fileWith(folder, "sku,title,gtin,property,price,bin,picture,weight_g,serial,codes\n"
                         "001960,厨房硅胶铲,6917541778463,颜色:黑,263.42,B-03-2,a.jpg,640,"
                         "yes,CASE-1*12; 16917541778460 ;0036000291452*6\n"));
    ASSERT_FALSE(read.verdict.whole);
    ASSERT_EQ(read.items.size(), 1);
    const FileItem& item = read.items[0];
    EXPECT_EQ(item.line, 2);
    EXPECT_EQ(item.item, (Item{QStringLiteral("001960"), QStringLiteral("厨房硅胶铲"),
                               QStringLiteral("颜色:黑"), QStringLiteral("B-03-2"),
                               QStringLiteral("a.jpg"), 640, 26342, true}));
    EXPECT_EQ(
        codesOf(item),
        (QStringList{QStringLiteral("06917541778463*1"), QStringLiteral("CASE-1*12"),
                     QStringLiteral("16917541778460*1"), QStringLiteral("00036000291452*6")}));
    EXPECT_TRUE(read.refusals.isEmpty());
}

TEST(Items, ChineseHeadingsInAWorkbookAreRead) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.xlsx"));
    writeWorkbook(path,
                  {{QStringLiteral("货号"), QStringLiteral("商品名称"), QStringLiteral("条形码"),
                    QStringLiteral("库位"), QStringLiteral("序列号"), QStringLiteral("颜色")},
                   {QStringLiteral("A-1"), QStringLiteral("戒指"), QString(),
                    QStringLiteral("A-01"), QStringLiteral("是"), QString()}});
    const ItemsRead read(path);
    ASSERT_EQ(read.items.size(), 1);
    EXPECT_EQ(read.items[0].item.title, QStringLiteral("戒指"));
    EXPECT_EQ(read.items[0].item.bin, QStringLiteral("A-01"));
    EXPECT_TRUE(read.items[0].item.asksSerial);
    EXPECT_TRUE(read.items[0].codes.isEmpty());
    EXPECT_EQ(read.verdict.unknownColumns, QStringList{QStringLiteral("颜色")});
}

TEST(Items, AWrongCheckDigitIsToldAndTheCodeKeptAsItIs) {
    QTemporaryDir folder;
    const ItemsRead read(fileWith(folder, "sku,title,gtin\nA-1,Cup,6917541778464\n"));
    ASSERT_EQ(read.items.size(), 1);
    EXPECT_EQ(codesOf(read.items[0]), QStringList{QStringLiteral("6917541778464*1")});
    ASSERT_EQ(read.refusals.size(), 1);
    EXPECT_EQ(read.refusals[0].reason, RefusalReason::BadCode);
}

TEST(Items, OneGtinMayBelongToTwoItems) {
    QTemporaryDir folder;
    const ItemsRead read(
        fileWith(folder, "sku,title,gtin\nA-1,Cup,6917541778463\nA-2,Gift,6917541778463\n"));
    EXPECT_EQ(read.items.size(), 2);
    EXPECT_TRUE(read.refusals.isEmpty());
}

TEST(Items, RowsThatCannotBeTrustedAreLeftOut) {
    QTemporaryDir folder;
    const ItemsRead read(fileWith(folder, "sku,title,codes\n,Cup,\nA-1,Cup,X*0\nA-1,Other,\n"
                                          "1.2E+12,Cup,\n"));
    ASSERT_EQ(read.items.size(), 1);
    QStringList refused;
    for (const Refusal& refusal : read.refusals) {
        refused += QString::number(refusal.line) + u' ' + word(refusal.reason);
    }
    EXPECT_EQ(refused,
              (QStringList{QStringLiteral("2 missing-field"), QStringLiteral("3 bad-code"),
                           QStringLiteral("4 duplicate"), QStringLiteral("5 damaged-number")}));
}

TEST(Items, ATableWithoutSkuIsNoCatalogue) {
    QTemporaryDir folder;
    const ItemsRead read(fileWith(folder, "title,price,colour\nCup,1,red\nMug,2,blue\n"));
    ASSERT_TRUE(read.verdict.whole);
    EXPECT_EQ(read.verdict.whole->reason, RefusalReason::UnknownFormat);
}

TEST(Items, ABrokenFileGivesNothing) {
    QTemporaryDir folder;
    const ItemsRead read(fileWith(folder, "sku,title\nA-1,Cup\nA-2,\"Mug\nA-3,Jar\n"));
    ASSERT_TRUE(read.verdict.whole);
    EXPECT_EQ(read.verdict.whole->reason, RefusalReason::CutOff);
    EXPECT_TRUE(read.items.isEmpty());
}

TEST(Items, TheSharedCatalogueIsReadWhole) {
    const QString path = QStringLiteral(SHARED_DATA "/orders/synthetic-dev/sku_catalogue.csv");
    if (!QFileInfo::exists(path)) {
        GTEST_SKIP() << "the shared order data is not beside the checkout";
    }
    const ItemsRead read(path);
    EXPECT_FALSE(read.verdict.whole);
    EXPECT_EQ(read.items.size(), 110);
    EXPECT_TRUE(read.verdict.unknownColumns.isEmpty());
}

/// An export of orders has SKUs, titles and numbers, too: as a catalogue it would empty the bins.
TEST(Items, AnExportOfOrdersIsNoCatalogueAndNoPool) {
    const QByteArray orders = "shop,order,state,paid_at,sku,title,quantity,courier,waybill\n"
                              "demo,1001,open,2026-09-21T08:00:00+08:00,CUP,Cup,1,jd,JDVA0000501\n";
    QTemporaryDir folder;
    const ItemsRead items(fileWith(folder, orders));
    ASSERT_TRUE(items.verdict.whole);
    EXPECT_TRUE(items.verdict.whole->text.contains(QStringLiteral("export of orders")));
    EXPECT_TRUE(items.items.isEmpty());
    const WaybillsRead waybills(orders);
    ASSERT_TRUE(waybills.verdict.whole);
    EXPECT_TRUE(waybills.verdict.whole->text.contains(QStringLiteral("export of orders")));
    EXPECT_TRUE(waybills.waybills.isEmpty());
}

TEST(Waybills, OneNumberALineIsRead) {
    const WaybillsRead read("SF1234567890123\n\n7044 6900 4858 85\nYT1234567890123");
    ASSERT_FALSE(read.verdict.whole);
    ASSERT_EQ(read.waybills.size(), 3);
    EXPECT_EQ(read.waybills[1].number, QStringLiteral("70446900485885"));
    EXPECT_EQ(read.waybills[1].line, 3);
    EXPECT_EQ(read.waybills[0].courier, QString());
}

TEST(Waybills, ATableWithCouriersIsRead) {
    const WaybillsRead read("快递公司,运单号\n申通快递,70446900485885\nsf,SF1234567890123\n"
                            "Nobody,1234567890\n");
    ASSERT_EQ(read.waybills.size(), 2);
    EXPECT_EQ(read.waybills[0].courier, QStringLiteral("sto"));
    EXPECT_EQ(read.waybills[1].courier, QStringLiteral("sf"));
    ASSERT_EQ(read.refusals.size(), 1);
    EXPECT_EQ(read.refusals[0].reason, RefusalReason::OtherCourier);
}

TEST(Waybills, DuplicatesAndDamagedNumbersAreLeftOut) {
    const WaybillsRead read("waybill\n=\"70446900485885\"\n70446900485885\n7.04469E+13\nx?y\n");
    ASSERT_EQ(read.waybills.size(), 1);
    ASSERT_EQ(read.refusals.size(), 3);
    EXPECT_EQ(read.refusals[0].reason, RefusalReason::Duplicate);
    EXPECT_EQ(read.refusals[1].reason, RefusalReason::DamagedNumber);
    EXPECT_EQ(read.refusals[2].reason, RefusalReason::BadCode);
}

TEST(Waybills, ProseIsNoPool) {
    const WaybillsRead read("Here are the numbers for next week\nSF1234567890123\n");
    ASSERT_TRUE(read.verdict.whole);
    EXPECT_EQ(read.verdict.whole->reason, RefusalReason::NotATable);
}

} // namespace
