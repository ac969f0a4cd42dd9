// Labels tried before anybody packs them: what is drawn, what is left out, what is found.
#include "bench/labelsahead.h"
#include "bench/benchthread.h"
#include "bench/labelwords.h"
#include "bench/sampleshop.h"
#include "labels/layout.h"
#include "stationfixture.h"

#include <QFile>
#include <QTest>

#include <algorithm>

namespace packbench {
namespace {

constexpr int kTooLateMs = 60'000;

class LabelsAheadTest : public StationTest {
protected:
    LabelsAheadTest() : m_source(*m_ledger, m_station->settings(), m_clock.now()) {}

    /// An open order like the shirts', with this as its waybill number.
    qint64 orderWith(const QString& number, const QString& waybill) {
        ShopOrder like = order("tmall-women", "2609210001").order;
        like.key.number = number;
        like.waybill = waybill;
        return m_ledger->orders().add(like, std::nullopt, m_clock.now());
    }
    QList<DrawnAhead> drawn(const QList<LabelAhead>& labels) {
        QList<DrawnAhead> all;
        LabelsAhead drawing(2, {}, [&all](const DrawnAhead& one) { all.append(one); });
        for (const LabelAhead& label : labels)
            drawing.add(label);
        EXPECT_TRUE(drawing.wait());
        std::sort(all.begin(), all.end(), [](const DrawnAhead& a, const DrawnAhead& b) {
            return a.key.number < b.key.number;
        });
        return all;
    }

    LabelsToCome m_source;
};

TEST_F(LabelsAheadTest, IsDrawnAsItWillBePrintedAndTakesNoNumber) {
    const qint64 free = m_ledger->waybills().countFree({});
    const OrderRecord record =
        *m_ledger->orders().byId(orderWith(QStringLiteral("1"), QStringLiteral("YT0000000000011")));
    const auto label = m_source.of(record);
    ASSERT_TRUE(label);
    const QList<DrawnAhead> all = drawn({*label});
    ASSERT_EQ(all.size(), 1);
    EXPECT_EQ(all.first().stops, QString());
    EXPECT_EQ(all.first().key, record.order.key);
    EXPECT_EQ(all.first().bytes,
              encode(PrinterLanguage::Zpl, drawLabel(*label->form, label->fields, 8).page, {}));
    EXPECT_EQ(m_ledger->waybills().countFree({}), free);
    EXPECT_FALSE(m_ledger->labels().parcelOfOrder(record.id));
}

TEST_F(LabelsAheadTest, ANumberNoCodeCanHoldIsFoundBeforeItIsPacked) {
    const qint64 bad = orderWith(QStringLiteral("1"), QStringLiteral("运单一号"));
    const qint64 good = orderWith(QStringLiteral("2"), QStringLiteral("YT0000000000012"));
    const QList<DrawnAhead> all = drawn({*m_source.of(*m_ledger->orders().byId(bad)),
                                         *m_source.of(*m_ledger->orders().byId(good))});
    ASSERT_EQ(all.size(), 2);
    EXPECT_NE(all.at(0).stops, QString());
    EXPECT_TRUE(all.at(0).bytes.isEmpty()) << "what may not be printed is not encoded";
    EXPECT_EQ(all.at(1).stops, QString());
}

TEST_F(LabelsAheadTest, HeldPackedAndHiddenOrdersAreLeftOut) {
    const qint64 id = orderWith(QStringLiteral("1"), QStringLiteral("YT0000000000013"));
    EXPECT_TRUE(m_source.of(*m_ledger->orders().byId(id)));
    m_ledger->orders().setHold(id, Hold::ByService, true);
    EXPECT_FALSE(m_source.of(*m_ledger->orders().byId(id)));
    m_ledger->orders().setHold(id, Hold::ByService, false);
    m_ledger->orders().setState(id, OrderState::Packed);
    EXPECT_FALSE(m_source.of(*m_ledger->orders().byId(id)));
    EXPECT_FALSE(m_source.of(order("jd-home", "717800000004"))) << "its address is hidden";
}

TEST_F(LabelsAheadTest, ARemarkDecidesTheCourierAndItsTemplateAsInPrinting) {
    m_ledger->settings().set(QStringLiteral("label.templates"),
                             QStringLiteral("sto=sto-76x130 zto=zto-100x180"));
    const BenchSettings settings = loadSettings(m_ledger->settings());
    LabelsToCome source(*m_ledger, settings, m_clock.now());
    const auto label = source.of(order("tmall-women", "2609210003"));
    ASSERT_TRUE(label);
    EXPECT_EQ(label->form->sizeMm, QSizeF(76, 130)) << "its remark says 申通 only";
    EXPECT_TRUE(label->fields.values.value(QStringLiteral("courier")).contains(u"申通"_qs));
    EXPECT_EQ(source.pools(), (QList<PoolAhead>{{QStringLiteral("sto"), 1, 10}}));
}

TEST_F(LabelsAheadTest, AnOrderThatWillFindNoNumberIsFoundBeforeItIsPacked) {
    const OrderRecord socks = order("tmall-women", "2609210002");
    const auto none = m_source.of(socks);
    ASSERT_TRUE(none);
    EXPECT_TRUE(none->problem.contains(u"No waybill number of 圆通"_qs))
        << qPrintable(none->problem);
    const QList<DrawnAhead> all = drawn({*none});
    EXPECT_EQ(all.value(0).stops, none->problem);
    EXPECT_TRUE(all.value(0).bytes.isEmpty());

    ASSERT_EQ(m_ledger->waybills().add(QStringLiteral("YT0000000000021"), QStringLiteral("yto")),
              WaybillPool::Put::Accepted);
    LabelsToCome again(*m_ledger, m_station->settings(), m_clock.now());
    EXPECT_EQ(again.of(socks)->problem, QString());
    EXPECT_TRUE(again.of(socks)->problem.contains(u"has 1 free waybill numbers"_qs))
        << "the order before has it";
    EXPECT_EQ(again.pools(), (QList<PoolAhead>{{QStringLiteral("yto"), 2, 1}}));
    EXPECT_EQ(m_ledger->waybills().countFree(QStringLiteral("yto")), 1) << "counted, not taken";
}

TEST_F(LabelsAheadTest, AnOrderOfAnyCourierTakesFromTheOthersPools) {
    NumbersAhead numbers(m_ledger->waybills());
    const qint64 all = m_ledger->waybills().countFree({});
    for (qint64 i = 0; i < all; ++i)
        EXPECT_EQ(numbers.need({}), QString());
    EXPECT_NE(numbers.need(QStringLiteral("zto")), QString());
    EXPECT_NE(numbers.need({}), QString());
}

TEST_F(LabelsAheadTest, AnOrderWithItsOwnNumberNeedsNoPool) {
    const qint64 id = orderWith(QStringLiteral("1"), QStringLiteral("YT0000000000011"));
    EXPECT_EQ(m_source.of(*m_ledger->orders().byId(id))->problem, QString());
    EXPECT_TRUE(m_source.pools().isEmpty());
}

TEST_F(LabelsAheadTest, ANumberThatIsAnotherParcelsIsFoundBeforeItIsPacked) {
    const QString number = QStringLiteral("YT0000000000031");
    const qint64 first = orderWith(QStringLiteral("1"), number);
    const qint64 parcel = m_ledger->labels().addParcel({0, first, 1, 1, 0, {}, {}});
    ASSERT_TRUE(m_ledger->waybills().reserveNumber(number, QStringLiteral("yto"), parcel));
    m_ledger->labels().setWaybill(parcel, number, QStringLiteral("yto"));
    EXPECT_EQ(m_source.of(*m_ledger->orders().byId(first))->problem, QString()) << "its own";
    OrderRecord other = *m_ledger->orders().byId(orderWith(QStringLiteral("2"), {}));
    other.order.waybill = number;
    const QString problem = m_source.of(other)->problem;
    EXPECT_TRUE(problem.contains(u"belongs to another parcel"_qs)) << qPrintable(problem);
    EXPECT_NE(labelWords(problem, Language::Chinese), problem);
}

TEST_F(LabelsAheadTest, AMissingTemplateIsSaidForEachOfItsOrders) {
    m_ledger->settings().set(QStringLiteral("label.template"), m_folder.filePath("none.json"));
    const BenchSettings settings = loadSettings(m_ledger->settings());
    LabelsToCome source(*m_ledger, settings, m_clock.now());
    const auto label = source.of(*m_ledger->orders().byId(orderWith(QStringLiteral("1"), {})));
    ASSERT_TRUE(label);
    EXPECT_FALSE(label->form);
    EXPECT_NE(drawn({*label}).value(0).stops, QString());
}

TEST_F(LabelsAheadTest, ATemplateWithoutACodeOfTheNumberCannotBePrinted) {
    QFile file(m_folder.filePath("words.json"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(R"({"name":"words","size_mm":[60,40],"items":[{"type":"text","at_mm":[5,5],
        "size_mm":[50,10],"field":"{{tracking}}"}]})");
    file.close();
    m_ledger->settings().set(QStringLiteral("label.template"), file.fileName());
    const BenchSettings settings = loadSettings(m_ledger->settings());
    LabelsToCome source(*m_ledger, settings, m_clock.now());
    const auto label = source.of(*m_ledger->orders().byId(
        orderWith(QStringLiteral("1"), QStringLiteral("YT0000000000011"))));
    ASSERT_TRUE(label);
    const QList<DrawnAhead> all = drawn({*label});
    EXPECT_TRUE(all.value(0).stops.contains(QStringLiteral("no code with the waybill number")));
    EXPECT_TRUE(all.value(0).bytes.isEmpty());
}

TEST_F(LabelsAheadTest, WhatWasNotBegunIsCancelled) {
    const LabelAhead label =
        *m_source.of(*m_ledger->orders().byId(orderWith(QStringLiteral("1"), {})));
    std::atomic<int> told = 0;
    LabelsAhead drawing(2, {}, [&told](const DrawnAhead&) { ++told; });
    for (int i = 0; i < 500; ++i)
        drawing.add(label);
    EXPECT_TRUE(QTest::qWaitFor([&told] { return told > 0; }, kTooLateMs));
    drawing.cancel();
    const int atCancel = told;
    EXPECT_TRUE(drawing.wait());
    EXPECT_EQ(told, atCancel) << "nothing is told after cancel() came back";
    EXPECT_LT(told, 500);
}

/// The bench thread with it, as the kiosk asks.
TEST(LabelsAheadBench, TellsHowFarItIsAndWhatItFound) {
    QTemporaryDir folder;
    LedgerAddress address;
    address.path = folder.filePath(QStringLiteral("shop.db"));
    SteeredClock clock{sampleShiftStart()};
    int due = 0;
    {
        const auto ledger = Ledger::create(address);
        fillSampleShop(*ledger, clock.now());
        due = int(ledger->orders().due(1000).size());
    }
    ASSERT_GT(due, 0);
    BenchThread bench({address, folder.filePath(QStringLiteral("labels")), false, &clock});
    QObject here;
    QList<AheadBoard> boards;
    QObject::connect(&bench, &BenchThread::labelsAheadMade, &here,
                     [&boards](const AheadBoard& board) { boards.append(board); });
    ASSERT_EQ(bench.start().toStdString(), "");
    bench.tryLabelsAhead();
    ASSERT_TRUE(QTest::qWaitFor([&boards] { return !boards.isEmpty() && !boards.last().isRunning; },
                                kTooLateMs));
    EXPECT_TRUE(boards.first().isRunning);
    const AheadBoard last = boards.last();
    EXPECT_EQ(last.done, last.total);
    EXPECT_EQ(last.total + last.leftOut, due);
    EXPECT_GT(last.total, 0);
    EXPECT_EQ(last.stopped, 1) << "the sample shop has no number of YTO";
    const auto stopped = std::find_if(last.rows.cbegin(), last.rows.cend(),
                                      [](const AheadRow& row) { return row.stops; });
    ASSERT_NE(stopped, last.rows.cend());
    EXPECT_EQ(stopped->key.number, u"2609210002"_qs);
    EXPECT_TRUE(stopped->text.contains(u"No waybill number"_qs));
    EXPECT_FALSE(last.isCancelled);

    boards.clear();
    bench.tryLabelsAhead();
    bench.cancelLabelsAhead();
    ASSERT_TRUE(QTest::qWaitFor([&boards] { return !boards.isEmpty() && !boards.last().isRunning; },
                                kTooLateMs));
    EXPECT_TRUE(boards.last().isCancelled);
}

} // namespace
} // namespace packbench
