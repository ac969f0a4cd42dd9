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
        explicit Printer(OnePrinterBus& bus) : m_bus(bus), m_description(bus.description()) {
            m_description.letGoWhenIdle = m_bus.m_isShared;
            ++m_bus.m_living;
        }
        ~Printer() override { --m_bus.m_living; }
        Printer(const Printer&) = delete;
        Printer& operator=(const Printer&) = delete;
        [[nodiscard]] const PrinterDescription& description() const override {
            return m_description;
        }
        [[nodiscard]] SendReport send(const QByteArray& label, const std::atomic<bool>&) override {
            if (m_bus.m_isHungUp.exchange(false))
                return {SendReport::End::NothingSent, 0, PrinterState::Unplugged, {}};
            m_bus.m_sent.append(label);
            m_bus.m_thread = QThread::currentThread();
            return {SendReport::End::Accepted, label.size(), PrinterState::Ready, {}};
        }
        [[nodiscard]] PrinterStatus status() override { return {PrinterState::Ready, {}, {}}; }

    private:
        OnePrinterBus& m_bus;
        PrinterDescription m_description;
    };
    [[nodiscard]] PrinterDescription description() const {
        PrinterDescription one;
        one.id = QStringLiteral("p");
        one.model = QStringLiteral("NB-4");
        one.languageKnown = m_isSure;
        one.language = m_language;
        return one;
    }
    [[nodiscard]] QList<PrinterDescription> present() override {
        return m_isThere ? QList<PrinterDescription>{description()} : QList<PrinterDescription>();
    }
    void setLanguage(const QString&, PrinterLanguage language) override {
        m_language = language;
        m_isSure = true;
    }
    [[nodiscard]] bool knows(const QString& id) override {
        return m_isThere && (id == u"p" || id == u"socket");
    }
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString&) override {
        ++m_opened;
        return std::make_unique<Printer>(*this);
    }
    void whenChanged(std::function<void()> told) override { m_told = std::move(told); }

    QList<QByteArray> m_sent;
    QThread* m_thread = nullptr;
    std::function<void()> m_told;
    std::atomic<PrinterLanguage> m_language = PrinterLanguage::Zpl;
    std::atomic<bool> m_isSure = true; ///< of the language
    std::atomic<bool> m_isHungUp = false;
    std::atomic<int> m_opened = 0;
    std::atomic<bool> m_isThere = true;
    std::atomic<bool> m_isShared = false; ///< other benches print to it, too
    std::atomic<int> m_living = 0;        ///< printers open now
};

/// Two printers; "stuck" takes its label only when told to, or gives up when cancelled.
class TwoPrintersBus : public PrinterBus {
public:
    class Printer : public LabelPrinter {
    public:
        Printer(TwoPrintersBus& bus, const QString& id) : m_bus(bus) { m_description.id = id; }
        [[nodiscard]] const PrinterDescription& description() const override {
            return m_description;
        }
        [[nodiscard]] SendReport send(const QByteArray& label,
                                      const std::atomic<bool>& cancel) override {
            while (m_description.id == u"stuck" && !cancel) {
                m_bus.m_isSending = true;
                QThread::yieldCurrentThread();
            }
            if (cancel)
                return {SendReport::End::Uncertain, 1, PrinterState::Unknown, QStringLiteral("x")};
            return {SendReport::End::Accepted, label.size(), PrinterState::Ready, {}};
        }
        [[nodiscard]] PrinterStatus status() override {
            while (m_isUrgent != nullptr && !*m_isUrgent)
                m_bus.m_isAsked = true;
            return {};
        }
        void hurry(const std::atomic<bool>* isUrgent) override { m_isUrgent = isUrgent; }

    private:
        TwoPrintersBus& m_bus;
        PrinterDescription m_description;
        const std::atomic<bool>* m_isUrgent = nullptr;
    };
    [[nodiscard]] QList<PrinterDescription> present() override {
        PrinterDescription good;
        good.id = QStringLiteral("good");
        PrinterDescription stuck;
        stuck.id = QStringLiteral("stuck");
        return {good, stuck};
    }
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString& id) override {
        return std::make_unique<Printer>(*this, id);
    }
    void whenChanged(std::function<void()> told) override { m_told = std::move(told); }

    std::atomic<bool> m_isSending = false;
    std::atomic<bool> m_isAsked = false;
    std::function<void()> m_told;
};

} // namespace

TEST(PrintQueue, AStuckPrinterHoldsUpNobodyElse) {
    TwoPrintersBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("stuck"), "one"});
    queue.submit({2, QStringLiteral("good"), "two"});
    ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(spy.at(0).at(0).toLongLong(), 2);
    EXPECT_EQ(queue.pending(), 1);
}

TEST(PrintQueue, ACancelledLabelEndsInDoubtAndOneBehindItIsNeverSent) {
    TwoPrintersBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("stuck"), "one"});
    queue.submit({2, QStringLiteral("stuck"), "two"});
    while (!bus.m_isSending)
        QThread::yieldCurrentThread();
    queue.cancel(2);
    queue.cancel(1);
    while (spy.size() < 2)
        ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(spy.at(0).at(1).value<SendReport>().end, SendReport::End::Uncertain);
    EXPECT_EQ(spy.at(1).at(1).value<SendReport>().end, SendReport::End::NothingSent);
}

TEST(PrintQueue, ACopyCancelledWhereItIsNotWaitedForIsSentLater) {
    TwoPrintersBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("good"), "one"});
    ASSERT_TRUE(spy.wait(5000));
    queue.cancel(1);
    queue.cancel(2);
    queue.submit({1, QStringLiteral("good"), "one"});
    queue.submit({2, QStringLiteral("good"), "two"});
    while (spy.size() < 3)
        ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(spy.at(1).at(1).value<SendReport>().end, SendReport::End::Accepted);
    EXPECT_EQ(spy.at(2).at(1).value<SendReport>().end, SendReport::End::Accepted);
}

TEST(PrintQueue, APrinterThatHungUpWhileIdleGetsTheLabelThroughANewOpening) {
    OnePrinterBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("p"), "one"});
    ASSERT_TRUE(spy.wait(5000));
    bus.m_isHungUp = true;
    queue.submit({2, QStringLiteral("p"), "two"});
    ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(spy.at(1).at(1).value<SendReport>().end, SendReport::End::Accepted);
    EXPECT_EQ(bus.m_sent, (QList<QByteArray>{"one", "two"}));
    EXPECT_EQ(bus.m_opened, 2);
}

TEST(PrintQueue, APrinterAskedForByAnotherNamePrintsAndIsLetGo) {
    OnePrinterBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("socket"), "one"});
    ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(spy.at(0).at(1).value<SendReport>().end, SendReport::End::Accepted);
    EXPECT_EQ(bus.m_living, 0);
}

TEST(PrintQueue, APrinterThatOthersWaitForIsLetGoAfterEachLabelAndQuestion) {
    OnePrinterBus bus;
    bus.m_isShared = true;
    PrintQueue queue({&bus});
    QSignalSpy printed(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("p"), "one"});
    ASSERT_TRUE(printed.wait(5000));
    EXPECT_EQ(printed.at(0).at(1).value<SendReport>().end, SendReport::End::Accepted);
    EXPECT_EQ(bus.m_living, 0);
    QSignalSpy answered(&queue, &PrintQueue::stateAnswered);
    queue.askState(QStringLiteral("p"));
    ASSERT_TRUE(answered.wait(5000));
    EXPECT_EQ(bus.m_living, 0);
    EXPECT_EQ(bus.m_opened, 2);
}

TEST(PrintQueue, APrinterThatIsNoLongerListedIsLetGo) {
    OnePrinterBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("p"), "one"});
    ASSERT_TRUE(spy.wait(5000));
    bus.m_isThere = false;
    QSignalSpy changed(&queue, &PrintQueue::printersChanged);
    bus.m_told();
    ASSERT_TRUE(changed.wait(5000));
    while (bus.m_living > 0)
        QThread::yieldCurrentThread();
    bus.m_isThere = true;
    queue.submit({2, QStringLiteral("p"), "two"});
    ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(bus.m_opened, 2);
}

TEST(PrintQueue, ALabelDoesNotWaitBehindAQuestionThatIsNotAnswered) {
    TwoPrintersBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.askState(QStringLiteral("good"));
    while (!bus.m_isAsked)
        QThread::yieldCurrentThread();
    queue.submit({1, QStringLiteral("good"), "one"});
    ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(spy.at(0).at(1).value<SendReport>().end, SendReport::End::Accepted);
}

TEST(PrintQueue, PrintersThatComeAndGoAreTold) {
    TwoPrintersBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::printersChanged);
    bus.m_told();
    EXPECT_TRUE(spy.wait(5000));
}

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

TEST(PrintQueue, APrinterOfUnknownLanguageGetsNothingUntilSomebodySaysIt) {
    OnePrinterBus bus;
    bus.m_isSure = false;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("p"), "one"});
    ASSERT_TRUE(spy.wait(5000));
    const auto report = spy.at(0).at(1).value<SendReport>();
    EXPECT_EQ(report.end, SendReport::End::NothingSent);
    EXPECT_EQ(whyNotSent(report).code, NoticeCode::PrinterLanguageUnknown);
    EXPECT_EQ(whyNotSent(report).arguments, QStringList{QStringLiteral("NB-4")});
    EXPECT_EQ(bus.m_sent, QList<QByteArray>());

    QSignalSpy found(&queue, &PrintQueue::printersAnswered);
    queue.setLanguage(QStringLiteral("p"), PrinterLanguage::Tspl);
    ASSERT_TRUE(found.wait(5000));
    const auto printers = found.at(0).at(0).value<QList<PrinterDescription>>();
    EXPECT_EQ(printers.first().language, PrinterLanguage::Tspl);
    queue.submit({2, QStringLiteral("p"), "two"});
    ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(bus.m_sent, QList<QByteArray>{"two"}) << "through a new opening";
}

TEST(PrintQueue, TheReportNamesThePrinter) {
    OnePrinterBus bus;
    PrintQueue queue({&bus});
    QSignalSpy spy(&queue, &PrintQueue::reported);
    queue.submit({1, QStringLiteral("p"), "one"});
    ASSERT_TRUE(spy.wait(5000));
    EXPECT_EQ(spy.at(0).at(2).toString(), QStringLiteral("p"));
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
