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

/// A desk at the sample shop with its virtual printer.
class DeskTest : public testing::Test {
protected:
    DeskTest() : m_clock(sampleShiftStart()) {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("ledger.db"));
        m_ledger = Ledger::create(address);
        fillSampleShop(*m_ledger, m_clock.now());
        restart();
    }

    /// A new desk on the same ledger.
    void restart() {
        m_desk.reset();
        m_desk = std::make_unique<Desk>(
            *m_ledger, m_clock,
            Desk::Setup{m_folder.filePath(QStringLiteral("labels")), false, PrinterLanguage::Zpl});
        m_desk->findPrinters();
        settle();
        scan(QStringLiteral("PBU-0417"));
    }
    /// The bench's printer becomes one that only keeps its bytes in a folder.
    void useSpool(const QString& setup) {
        const QString address = QStringLiteral("spool://%1?language=zpl&%2")
                                    .arg(m_folder.filePath(QStringLiteral("spool")), setup);
        m_ledger->settings().set(QStringLiteral("printers"), address);
        m_ledger->settings().set(QStringLiteral("printer.id"),
                                 printerAddressFrom(address).address->id());
        restart();
    }

    void scan(const QString& text) {
        m_clock.advanceMonotonicMs(1000);
        m_desk->scan({text, {}, QStringLiteral("scanner"), 0});
    }
    /// Until the printer has answered everything.
    void settle() {
        while (m_desk->isBusy())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            50);
    }
    QList<LabelCopy> copiesOf(const char* number) {
        const auto order =
            m_ledger->orders().find({QStringLiteral("tmall-women"), QLatin1String(number)});
        return order ? m_ledger->labels().ofOrder(order->id) : QList<LabelCopy>();
    }
    /// The newest copy of that order's label.
    LabelCopy copyOf(const char* number) {
        const auto copies = copiesOf(number);
        return copies.isEmpty() ? LabelCopy{} : copies.last();
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Ledger> m_ledger;
    SteeredClock m_clock;
    std::unique_ptr<Desk> m_desk;
};

} // namespace

TEST_F(DeskTest, ALabelThatWaitsBehindAStuckOneIsCancelledAndNeverPrinted) {
    ASSERT_EQ(m_desk->virtualPrinter().order(QStringLiteral("stall")), QString());
    scan(QStringLiteral("2609210012"));
    scan(QStringLiteral("6901234500868"));
    scan(QStringLiteral("PBC-ASIDE"));
    scan(QStringLiteral("2609210003"));
    scan(QStringLiteral("6901234500424"));
    scan(QStringLiteral("PBC-CONFIRM"));
    ASSERT_EQ(copyOf("2609210003").state, CopyState::Sending);
    scan(QStringLiteral("PBC-CANCEL"));
    m_desk->virtualPrinter().setReady();
    settle();
    EXPECT_EQ(copyOf("2609210003").state, CopyState::Void);
    EXPECT_EQ(copyOf("2609210003").cause, QStringLiteral("cancelled"));
    EXPECT_EQ(m_desk->station().snapshot().stage, Stage::Idle);
    EXPECT_EQ(m_desk->virtualPrinter().labelsOut(), 1) << "the stuck one";
}

TEST_F(DeskTest, ALabelWiderThanThePrinterIsRefusedBeforeItsFirstByte) {
    useSpool(QStringLiteral("head=56"));
    scan(QStringLiteral("2609210012"));
    scan(QStringLiteral("6901234500868"));
    settle();
    EXPECT_EQ(copyOf("2609210012").state, CopyState::FailedClean);
    EXPECT_EQ(copyOf("2609210012").cause, QStringLiteral("too-wide"));
    EXPECT_TRUE(QDir(m_folder.filePath(QStringLiteral("spool"))).isEmpty());
    const StationSnapshot& shown = m_desk->station().snapshot();
    EXPECT_EQ(shown.verdict, Verdict::Stop);
    EXPECT_EQ(words(shown.notice, Language::English),
              QStringLiteral("The label is 100 mm wide, the printer prints 56 mm: nothing was "
                             "sent"));
    EXPECT_EQ(words(shown.notice, Language::Chinese),
              QStringLiteral("面单宽 100 毫米，打印机只能打 56 毫米：没有发出"));
}

TEST_F(DeskTest, ARefusedLabelIsDrawnAnewForTheNextPrinter) {
    useSpool(QStringLiteral("head=56"));
    scan(QStringLiteral("2609210012"));
    scan(QStringLiteral("6901234500868"));
    settle();
    m_desk->usePrinter(QStringLiteral("virtual"));
    scan(QStringLiteral("PBC-OK"));
    scan(QStringLiteral("PBC-NONE"));
    settle();
    EXPECT_EQ(m_desk->virtualPrinter().labelsOut(), 1);
    EXPECT_EQ(copyOf("2609210012").printer, QStringLiteral("virtual"));
    EXPECT_EQ(copyOf("2609210012").state, CopyState::Printed);
    EXPECT_EQ(copiesOf("2609210012").size(), 1) << "nothing of it had left: it is the same copy";
}

TEST_F(DeskTest, ATestLabelThatIsTooWideIsToldAsANotice) {
    useSpool(QStringLiteral("head=56"));
    Notice told;
    QObject::connect(m_desk.get(), &Desk::noticed,
                     [&told](const Notice& notice) { told = notice; });
    m_desk->testPrint(m_desk->station().printer().id);
    settle();
    EXPECT_EQ(told.code, NoticeCode::LabelTooWide);
    EXPECT_EQ(told.arguments, (QStringList{QStringLiteral("70"), QStringLiteral("56")}));
    EXPECT_TRUE(QDir(m_folder.filePath(QStringLiteral("spool"))).isEmpty());
}

} // namespace packbench
