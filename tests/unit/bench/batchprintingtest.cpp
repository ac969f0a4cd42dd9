#include "bench/batchprinting.h"

#include "bench/desk.h"
#include "bench/sampleshop.h"
#include "ledger/ledger.h"
#include "support/qtprint.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

class BatchPrintingTest : public testing::Test {
protected:
    BatchPrintingTest() : m_clock(sampleShiftStart()) {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("ledger.db"));
        m_ledger = Ledger::create(address);
        fillSampleShop(*m_ledger, m_clock.now());
        for (int i = 0; i < 20; ++i)
            (void)m_ledger->waybills().add(
                QStringLiteral("7612000000%1").arg(i, 4, 10, QLatin1Char('0')),
                QStringLiteral("zto"));
        restart();
    }
    void restart() {
        m_batch.reset();
        m_desk.reset();
        m_desk = std::make_unique<Desk>(*m_ledger, m_clock,
                                        Desk::Setup{labels(), false, PrinterLanguage::Zpl});
        m_desk->findPrinters();
        settle();
        m_desk->scan({QStringLiteral("PBU-0417"), {}, QStringLiteral("scanner"), 0, false});
        m_batch = std::make_unique<BatchPrinting>(*m_ledger, *m_desk, [this] { settle(); });
    }
    void settle() {
        while (m_desk->isBusy())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            50);
    }
    [[nodiscard]] QString labels() const { return m_folder.filePath(QStringLiteral("labels")); }
    [[nodiscard]] int printed() const {
        return int(QDir(labels()).entryList({QStringLiteral("*.zpl")}, QDir::Files).size());
    }
    /// An order of which every piece is scanned; its label is missing.
    qint64 packed(const char* number) {
        ShopOrder order;
        order.key = {QStringLiteral("shop"), QLatin1String(number)};
        order.state = OrderState::Open;
        order.paidAt = m_clock.now();
        order.courier = QStringLiteral("zto");
        order.recipient.name = QStringLiteral("甲");
        order.recipient.street = QStringLiteral("测试路 1 号");
        OrderLine line;
        line.sku = m_ledger->items().match(QStringLiteral("6901234500868")).first().item.sku;
        line.quantity = 1;
        order.lines = {line};
        const DispatchWindow window{m_clock.now().plusMs(1), m_clock.now().plusMs(2), true};
        const qint64 id = m_ledger->orders().add(order, window, m_clock.now());
        Verification how;
        how.orderId = id;
        how.line = 0;
        how.how = QStringLiteral("scan");
        how.at = m_clock.now();
        (void)m_ledger->orders().verify(how);
        return id;
    }
    CopyState stateOf(qint64 order) {
        const auto copies = m_ledger->labels().ofOrder(order);
        return copies.isEmpty() ? CopyState::Void : copies.last().state;
    }
    static QStringList outcomesOf(const QList<BatchLabel>& labels) {
        QStringList outcomes;
        for (const BatchLabel& label : labels)
            outcomes.append(label.outcome);
        return outcomes;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Ledger> m_ledger;
    SteeredClock m_clock;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<BatchPrinting> m_batch;
};

const QString kPrinted = QStringLiteral("printed");

} // namespace

TEST_F(BatchPrintingTest, AnOrderOfTwoCartonsPrintsItsFirstAndTheBatchGoesOn) {
    const qint64 two = packed("T1");
    const qint64 one = packed("T2");
    ParcelRecord parcel;
    parcel.orderId = two;
    parcel.cartons = 2;
    for (parcel.carton = 1; parcel.carton <= 2; ++parcel.carton)
        (void)m_ledger->labels().addParcel(parcel);
    const auto labels =
        m_batch->print({*m_ledger->orders().byId(two), *m_ledger->orders().byId(one)});
    EXPECT_EQ(outcomesOf(labels), (QStringList{kPrinted, kPrinted}));
    EXPECT_FALSE(labels.first().waybill.isEmpty());
    EXPECT_EQ(printed(), 2);
}

TEST_F(BatchPrintingTest, PrintsWhatIsReadyOnceAndNeverAgain) {
    for (const char* number : {"A1", "A2", "A3"})
        (void)packed(number);
    EXPECT_EQ(m_batch->ready().size(), 3) << "orders whose pieces are missing are not ready";
    EXPECT_EQ(outcomesOf(m_batch->print(m_batch->ready())),
              (QStringList{kPrinted, kPrinted, kPrinted}));
    EXPECT_EQ(printed(), 3);
    EXPECT_TRUE(m_batch->ready().isEmpty());
    EXPECT_EQ(outcomesOf(m_batch->printNumbers({QStringLiteral("A1"), QStringLiteral("A2")})),
              (QStringList{QStringLiteral("at-printer"), QStringLiteral("at-printer")}));
    EXPECT_EQ(printed(), 3);
}

TEST_F(BatchPrintingTest, AListNamesWhatCannotBePrinted) {
    (void)packed("A1");
    const auto labels = m_batch->printNumbers(
        {QStringLiteral("NO-SUCH"), QStringLiteral("2609210001"), QStringLiteral("A1")});
    ASSERT_EQ(outcomesOf(labels), (QStringList{QStringLiteral("unknown-order"),
                                               QStringLiteral("not-ready"), kPrinted}));
    EXPECT_EQ(printed(), 1);
}

TEST_F(BatchPrintingTest, ADoubtStopsTheBatchAndIsNotPrintedAgain) {
    const qint64 first = packed("A1");
    (void)packed("A2");
    ASSERT_EQ(m_desk->virtualPrinter().order(QStringLiteral("unplug-at 200")), QString());
    const auto labels = m_batch->print(m_batch->ready());
    ASSERT_EQ(outcomesOf(labels),
              (QStringList{QStringLiteral("in-doubt"), QStringLiteral("not-tried")}));
    EXPECT_EQ(stateOf(first), CopyState::Uncertain);
    ASSERT_EQ(m_desk->virtualPrinter().order(QStringLiteral("ready")), QString());
    restart();
    EXPECT_EQ(outcomesOf(m_batch->printNumbers({QStringLiteral("A1"), QStringLiteral("A2")})),
              (QStringList{QStringLiteral("in-doubt"), kPrinted}));
    EXPECT_EQ(m_ledger->labels().ofOrder(first).size(), 1) << "no second copy by itself";
}

TEST_F(BatchPrintingTest, WhatWaitsForAnAbsentPrinterIsPrintedByTheNextBatch) {
    const qint64 first = packed("A1");
    (void)packed("A2");
    m_ledger->settings().set(QStringLiteral("printer.id"), QStringLiteral("usb:0000:0000:none"));
    restart();
    EXPECT_EQ(outcomesOf(m_batch->print(m_batch->ready())),
              (QStringList{QStringLiteral("waits"), QStringLiteral("not-tried")}));
    const QString number = m_ledger->labels().ofOrder(first).last().waybill;
    m_ledger->settings().set(QStringLiteral("printer.id"), QStringLiteral("virtual"));
    restart();
    EXPECT_EQ(outcomesOf(m_batch->print(m_batch->ready())), (QStringList{kPrinted, kPrinted}));
    EXPECT_EQ(m_ledger->labels().ofOrder(first).last().waybill, number) << "the same number";
    EXPECT_EQ(printed(), 2);
}

TEST_F(BatchPrintingTest, AKillInTheMiddleLeavesADoubtThatIsNotSentAgain) {
    const qint64 first = packed("A1");
    (void)packed("A2");
    m_ledger->settings().set(QStringLiteral("printer.id"), QStringLiteral("usb:0000:0000:none"));
    restart();
    (void)m_batch->print(m_batch->ready());
    const LabelCopy copy = m_ledger->labels().ofOrder(first).last();
    // As a kill between the commit of SENDING and the printer's answer leaves it.
    m_ledger->labels().setState(copy.id, CopyState::Sending, m_clock.now());
    m_ledger->settings().set(QStringLiteral("printer.id"), QStringLiteral("virtual"));
    restart();
    EXPECT_EQ(m_batch->ready().size(), 1);
    EXPECT_EQ(outcomesOf(m_batch->printNumbers({QStringLiteral("A1"), QStringLiteral("A2")})),
              (QStringList{QStringLiteral("in-doubt"), kPrinted}));
    EXPECT_EQ(printed(), 1);
}

} // namespace packbench
