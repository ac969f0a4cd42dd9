// A COMMIT in doubt at the running bench: the screen says checking, never failed.
#include "bench/checking.h"
#include "bench/benchthread.h"
#include "bench/clock.h"
#include "bench/sampleshop.h"
#include "ledger/brokendisk.h"
#include "ledger/ledger.h"
#include "support/qtprint.h"

#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

constexpr int kTooLateMs = 60'000;

class CheckingTest : public testing::Test {
protected:
    CheckingTest() {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("shop.db"));
        {
            const auto ledger = Ledger::create(address);
            fillSampleShop(*ledger, m_clock.now());
        }
        m_bench = std::make_unique<BenchThread>(BenchThread::Setup{
            address, m_folder.filePath(QStringLiteral("labels")), false, &m_clock});
        QObject::connect(m_bench.get(), &BenchThread::snapshotMade, &m_here,
                         [this](const StationSnapshot& snapshot) {
                             m_snapshot = snapshot;
                             m_isChecked |= snapshot.notice.code == NoticeCode::LedgerChecking;
                         });
        QObject::connect(m_bench.get(), &BenchThread::worldBroke, &m_here,
                         [this](const Notice&) { m_isBroken = true; });
        EXPECT_EQ(m_bench->start().toStdString(), "");
        scan("PBU-0417");
    }
    void scan(const char* text) {
        m_bench->scan(QLatin1String(text), QStringLiteral("wedge"), ++m_scan);
        EXPECT_TRUE(
            QTest::qWaitFor([this] { return m_snapshot.scanSerial == m_scan; }, kTooLateMs));
    }

    SteeredClock m_clock{sampleShiftStart()};
    const QTemporaryDir m_folder;
    BrokenDisk m_disk;
    QObject m_here;
    qint64 m_scan = 0;
    bool m_isChecked = false;
    bool m_isBroken = false;
    StationSnapshot m_snapshot;
    std::unique_ptr<BenchThread> m_bench; ///< ends first
};

TEST_F(CheckingTest, TheScreenSaysCheckingAndThenTheAnswer) {
    for (const int fails : {1, 2}) {
        m_isChecked = false;
        m_disk.failSyncs(fails);
        scan(fails == 1 ? "2609210001" : "6901234500417");
        EXPECT_TRUE(m_isChecked) << fails;
        EXPECT_NE(m_snapshot.notice.code, NoticeCode::LedgerChecking);
        EXPECT_EQ(m_snapshot.verdict, Verdict::Accepted);
    }
    EXPECT_FALSE(m_isBroken);
    ASSERT_TRUE(m_snapshot.order);
    EXPECT_EQ(m_snapshot.order->done, 1);
}

TEST_F(CheckingTest, ABenchThatIsClosedWhileItChecksDoesNotHang) {
    m_disk.failSync(true);
    m_bench->scan(QStringLiteral("2609210001"), QStringLiteral("wedge"), ++m_scan);
    EXPECT_TRUE(QTest::qWaitFor([this] { return m_isChecked; }, kTooLateMs));
    m_bench.reset();
    m_disk.failSync(false);
}

TEST(CheckingWords, StandBeforeWhateverStoodThere) {
    StationSnapshot standing;
    standing.refusal = ShownRefusal{};
    standing.verdict = Verdict::Wrong;
    const StationSnapshot checking = checkingSnapshot(standing);
    EXPECT_EQ(checking.verdict, Verdict::Wait);
    EXPECT_FALSE(checking.refusal);
    EXPECT_TRUE(words(checking.notice, Language::Chinese).contains(QStringLiteral("正在核对")));
    EXPECT_TRUE(words(checking.notice, Language::English).contains(QStringLiteral("Checking")));
    EXPECT_FALSE(mayLookAgain(9, true));
    EXPECT_TRUE(mayLookAgain(1, false));
}

} // namespace
} // namespace packbench
