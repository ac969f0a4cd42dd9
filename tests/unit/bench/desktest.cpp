#include "bench/desk.h"

#include "bench/sampleshop.h"
#include "ledger/ledger.h"
#include "support/qtprint.h"

#include <QCoreApplication>
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
        m_desk = std::make_unique<Desk>(
            *m_ledger, m_clock,
            Desk::Setup{m_folder.filePath(QStringLiteral("labels")), false, PrinterLanguage::Zpl});
        scan(QStringLiteral("PBU-0417"));
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
    LabelCopy copyOf(const char* number) {
        const auto order =
            m_ledger->orders().find({QStringLiteral("tmall-women"), QLatin1String(number)});
        const auto copies = m_ledger->labels().ofOrder(order ? order->id : 0);
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

} // namespace packbench
