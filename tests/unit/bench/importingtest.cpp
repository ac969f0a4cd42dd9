#include "bench/importing.h"
#include "ledger/backup.h"
#include "ledger/restore.h"
#include "stationfixture.h"

#include <QFile>

namespace packbench {

namespace {

const QByteArray kHead =
    "shop,order,sku,title,quantity,name,phone,city,street,paid_at,state,seller_remark\n";

QByteArray row(const char* number, const char* sku, const char* quantity, const char* remark = "",
               const char* state = "open") {
    return QByteArray("tmall-women,") + number + ',' + sku + ",x," + quantity +
           ",测试,14000000001,杭州市,测试路1号,2026-09-21T08:00+08:00," + state + ',' + remark +
           '\n';
}

} // namespace

class ImportingTest : public StationTest {
protected:
    ImportReport orders(const QByteArray& bytes, bool dryRun = false) {
        return importing()
            .orders({{written("orders.csv", bytes)}, QStringLiteral("auto"), {}, dryRun})
            .first();
    }
    QString written(const char* name, const QByteArray& bytes) {
        const QString path = m_folder.filePath(QLatin1String(name));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return path;
    }
    Importing importing() { return {*m_ledger, m_station->settings(), m_clock}; }
};

TEST_F(ImportingTest, TheSameFileAgainChangesNothing) {
    const QByteArray file = kHead + row("A1", "CUP-SS-500", "1") + row("A2", "CUP-SS-500", "2");
    EXPECT_EQ(orders(file).accepted, 2);
    const ImportReport again = orders(file);
    EXPECT_EQ(again.accepted, 0);
    EXPECT_EQ(again.unchanged, 2);
}

TEST_F(ImportingTest, AChangedOrderIsUpdatedWhileItHasNoLabel) {
    orders(kHead + row("A1", "CUP-SS-500", "1"));
    EXPECT_EQ(orders(kHead + row("A1", "CUP-SS-500", "3")).updated, 1);
    EXPECT_EQ(order("tmall-women", "A1").order.lines.first().quantity, 3);
}

TEST_F(ImportingTest, AChangeAfterTheLabelIsRefusedAndTheParcelStopped) {
    orders(kHead + row("A1", "CUP-SS-500", "1"));
    signOn();
    scan(QStringLiteral("A1"));
    scan(QStringLiteral("6901234500974"));
    printerTakes();
    const QString waybill = copyOf(order("tmall-women", "A1")).waybill;
    const ImportReport report = orders(kHead + row("A1", "CUP-SS-500", "2"));
    EXPECT_EQ(report.refused, 1);
    ASSERT_EQ(report.refusals.size(), 1);
    EXPECT_EQ(report.refusals.first().reason, QStringLiteral("label-exists"));
    EXPECT_EQ(order("tmall-women", "A1").order.lines.first().quantity, 1);
    EXPECT_TRUE(order("tmall-women", "A1").order.holds.contains(Hold::ChangedLate));
    restart();
    signOn();
    EXPECT_EQ(outcome(waybill), QStringLiteral("held")) << "the parcel must not leave";
}

TEST_F(ImportingTest, ACancellationReachesAParcelThatLiesPackedAtTheBench) {
    orders(kHead + row("A1", "CUP-SS-500", "1"));
    signOn();
    scan(QStringLiteral("A1"));
    scan(QStringLiteral("6901234500974"));
    printerTakes();
    const QString waybill = copyOf(order("tmall-women", "A1")).waybill;
    EXPECT_EQ(orders(kHead + row("A1", "CUP-SS-500", "1", "", "cancelled")).refused, 1);
    EXPECT_EQ(outcome(waybill), QStringLiteral("held")) << "the order was open when the file came";
    EXPECT_TRUE(m_ledger->dispatches().list().isEmpty());
}

TEST_F(ImportingTest, AfterARestoreTheFileAgainMeetsAnOrderThatIsStopped) {
    const QString backup = m_folder.filePath(QStringLiteral("b.db"));
    const LedgerAddress address = m_ledger->address();
    (void)backUp(address, backup);
    const QByteArray file = kHead + row("A1", "CUP-SS-500", "1");
    EXPECT_EQ(orders(file).accepted, 1);
    signOn();
    scan(QStringLiteral("A1"));
    scan(QStringLiteral("6901234500974"));
    printerTakes();
    m_station.reset();
    m_ledger.reset();
    (void)restoreLedger(address, backup, m_clock.now());
    m_ledger = Ledger::open(address);
    restart();
    EXPECT_EQ(orders(file).unchanged, 1);
    signOn();
    EXPECT_EQ(outcome(QStringLiteral("A1")), QStringLiteral("held"))
        << "its label is on a parcel already";
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(orders(kHead + row("A1", "CUP-SS-500", "2")).updated, 1);
    EXPECT_TRUE(order("tmall-women", "A1").order.holds.contains(Hold::ByService))
        << "a changed file does not let it go either";
}

TEST_F(ImportingTest, AnUnknownItemHoldsTheOrderUntilTheCatalogueKnowsIt) {
    EXPECT_EQ(orders(kHead + row("A1", "NEW-1", "1")).accepted, 1);
    EXPECT_EQ(order("tmall-women", "A1").order.holds, QList<Hold>{Hold::UnknownItem});
    EXPECT_EQ(importing()
                  .items({{written("items.csv", "sku,title,gtin\nNEW-1,new,\n")},
                          QStringLiteral("auto"),
                          {},
                          false})
                  .first()
                  .accepted,
              1);
    EXPECT_TRUE(order("tmall-women", "A1").order.holds.isEmpty());
    EXPECT_EQ(orders(kHead + row("A1", "NEW-1", "1")).unchanged, 1);
}

TEST_F(ImportingTest, WhatACatalogueFileDoesNotNameStaysAsItIsKnown) {
    const auto before = m_ledger->items().find(QStringLiteral("CUP-SS-500"));
    const auto codes = m_ledger->items().codesOf(QStringLiteral("CUP-SS-500"));
    ASSERT_TRUE(before);
    ASSERT_FALSE(before->bin.isEmpty());
    ASSERT_FALSE(codes.isEmpty());
    EXPECT_EQ(importing()
                  .items({{written("items.csv", "sku,title\nCUP-SS-500,another name\n")},
                          QStringLiteral("auto"),
                          {},
                          false})
                  .first()
                  .updated,
              1);
    Item expected = *before;
    expected.title = QStringLiteral("another name");
    EXPECT_EQ(m_ledger->items().find(expected.sku), expected);
    EXPECT_EQ(m_ledger->items().codesOf(expected.sku), codes);
}

TEST_F(ImportingTest, ABadRowIsRefusedWithItsLineAndTheRestComesIn) {
    const ImportReport report =
        orders(kHead + row("A1", "CUP-SS-500", "none") + row("A2", "CUP-SS-500", "1"));
    EXPECT_EQ(report.accepted, 1);
    ASSERT_EQ(report.refusals.size(), 1);
    EXPECT_EQ(report.refusals.first().line, 2);
    EXPECT_EQ(report.refusals.first().reason, QStringLiteral("bad-quantity"));
}

TEST_F(ImportingTest, AFileCutInTheMiddleBringsNothingIn) {
    const ImportReport report =
        orders(kHead + row("A1", "CUP-SS-500", "1") + "tmall-women,A2,\"CUP");
    EXPECT_EQ(report.accepted, 0);
    ASSERT_EQ(report.refusals.size(), 1);
    EXPECT_FALSE(m_ledger->orders().find({QStringLiteral("tmall-women"), QStringLiteral("A1")}));
}

TEST_F(ImportingTest, ADryRunJudgesAndKeepsNothing) {
    EXPECT_EQ(orders(kHead + row("A1", "CUP-SS-500", "1"), true).accepted, 1);
    EXPECT_FALSE(m_ledger->orders().find({QStringLiteral("tmall-women"), QStringLiteral("A1")}));
}

TEST_F(ImportingTest, AChangeKeepsWhatAServiceHoldSays) {
    orders(kHead + row("A1", "CUP-SS-500", "1"));
    m_ledger->orders().setHold(order("tmall-women", "A1").id, Hold::ByService, true);
    EXPECT_EQ(orders(kHead + row("A1", "CUP-SS-500", "2")).updated, 1);
    EXPECT_TRUE(order("tmall-women", "A1").order.holds.contains(Hold::ByService));
}

TEST_F(ImportingTest, TaobaosTwoFilesJoinInAnyOrderAndChangeNothingWhenTheyComeAgain) {
    const QString list = written(
        "list.csv",
        "订单编号,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝总数量\n"
        "=\"6771607306349329518\",\"买家已付款，等待卖家发货\",测试,浙江省 杭州市 西湖区 测试路1号,"
        "'14000000001,2026-09-21 08:00:00,2026-09-21 08:05:00,2\n");
    const QString details = written(
        "details.csv",
        "订单编号,标题,价格,购买数量,外部系统编号,商品属性,套餐信息,备注,订单状态,商家编码\n"
        "=\"6771607306349329518\",保温杯,79.00,2,CUP-SS-500,颜色分类:黑色,,,"
        "\"买家已付款，等待卖家发货\",CUP-SS-500\n");
    const auto both = [&] {
        return importing().orders(
            {{details, list}, QStringLiteral("auto"), QStringLiteral("t"), false});
    };
    EXPECT_EQ(both().first().accepted, 1);
    EXPECT_EQ(order("t", "6771607306349329518").order.lines.size(), 1);
    EXPECT_TRUE(order("t", "6771607306349329518").order.holds.isEmpty());
    for (const ImportReport& report : both()) {
        EXPECT_EQ(report.unchanged, 1) << report.file.toStdString();
        EXPECT_EQ(report.updated, 0) << report.file.toStdString();
    }
}

TEST_F(ImportingTest, AListWithoutItsDetailsIsHeldAsItemsUnknown) {
    const QString list = written(
        "list.csv",
        "订单编号,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝总数量\n"
        "=\"6771607306349329518\",\"买家已付款，等待卖家发货\",测试,浙江省 杭州市 西湖区 测试路1号,"
        "'14000000001,2026-09-21 08:00:00,2026-09-21 08:05:00,2\n");
    EXPECT_EQ(importing()
                  .orders({{list}, QStringLiteral("auto"), QStringLiteral("t"), false})
                  .first()
                  .accepted,
              1);
    EXPECT_EQ(order("t", "6771607306349329518").order.holds, QList<Hold>{Hold::ItemsUnknown});
}

} // namespace packbench
