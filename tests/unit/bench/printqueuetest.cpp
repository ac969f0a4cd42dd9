#include "bench/printqueue.h"

#include <QSignalSpy>
#include <QThread>

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// A bus with one printer that remembers what it was sent and in which thread.
class OnePrinterBus : public PrinterBus {
public:
    class Printer : public LabelPrinter {
    public:
        explicit Printer(OnePrinterBus& bus) : m_bus(bus) {
            m_description.id = QStringLiteral("p");
        }
        [[nodiscard]] const PrinterDescription& description() const override {
            return m_description;
        }
        [[nodiscard]] SendReport send(const QByteArray& label, const std::atomic<bool>&) override {
            m_bus.m_sent.append(label);
            m_bus.m_thread = QThread::currentThread();
            return {SendReport::End::Accepted, label.size(), PrinterState::Ready, {}};
        }
        [[nodiscard]] PrinterStatus status() override { return {PrinterState::Ready, {}, {}}; }

    private:
        OnePrinterBus& m_bus;
        PrinterDescription m_description;
    };
    [[nodiscard]] QList<PrinterDescription> present() override {
        if (!m_isThere)
            return {};
        PrinterDescription one;
        one.id = QStringLiteral("p");
        return {one};
    }
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString&) override {
        ++m_opened;
        return std::make_unique<Printer>(*this);
    }

    QList<QByteArray> m_sent;
    QThread* m_thread = nullptr;
    int m_opened = 0;
    bool m_isThere = true;
};

} // namespace

TEST(PrintQueue, LabelsGoOutInOrderInAThreadOfTheirOwn) {
    OnePrinterBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("p"), "one"});
    queue.submit({2, QStringLiteral("p"), "two"});
    EXPECT_EQ(queue.pending(), 2);
    while (spy.size() < 2)
        ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(bus.m_sent, (QList<QByteArray>{"one", "two"}));
    EXPECT_EQ(spy.at(1).at(0).toLongLong(), 2);
    EXPECT_NE(bus.m_thread, QThread::currentThread());
    EXPECT_EQ(bus.m_opened, 1) << "the printer stays open";
    EXPECT_EQ(queue.pending(), 0);
}

TEST(PrintQueue, APrinterThatIsNotThereReportsThatNothingWasSent) {
    OnePrinterBus bus;
    bus.m_isThere = false;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({7, QStringLiteral("p"), "one"});
    ASSERT_TRUE(spy.wait(5000));
    const auto report = spy.at(0).at(1).value<SendReport>();
    EXPECT_EQ(report.end, SendReport::End::NothingSent);
    EXPECT_FALSE(report.sentence.isEmpty());
}

} // namespace packbench
