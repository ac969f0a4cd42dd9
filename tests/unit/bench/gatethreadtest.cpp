// Gate and dock of a running bench: which scans are theirs.
#include "bench/benchthread.h"
#include "bench/clock.h"
#include "bench/sampleshop.h"
#include "ledger/ledger.h"
#include "support/qtprint.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

constexpr int kTooLateMs = 60'000;

class GateThreadTest : public testing::Test {
protected:
    GateThreadTest() {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("shop.db"));
        {
            const auto ledger = Ledger::create(address);
            fillSampleShop(*ledger, m_clock.now());
            ledger->settings().set(QStringLiteral("dispatch.at"), QStringLiteral("gate"));
        }
        const QString labels = m_folder.filePath(QStringLiteral("labels"));
        m_bench =
            std::make_unique<BenchThread>(BenchThread::Setup{address, labels, false, &m_clock});
        QObject::connect(m_bench.get(), &BenchThread::snapshotMade, &m_here,
                         [this](const StationSnapshot& snapshot) { m_snapshot = snapshot; });
        QObject::connect(m_bench.get(), &BenchThread::gateMade, &m_here,
                         [this](const GateSnapshot& snapshot) { m_gate = snapshot; });
        QObject::connect(m_bench.get(), &BenchThread::dayBoardMade, &m_here,
                         [this](const DayBoard& board) { m_day = board; });
        QObject::connect(m_bench.get(), &BenchThread::dayEndWanted, &m_here,
                         [this] { ++m_dayWanted; });
        QObject::connect(m_bench.get(), &BenchThread::noticed, &m_here,
                         [this](const Notice& notice) { m_notice = notice; });
        EXPECT_EQ(m_bench->start().toStdString(), "");
    }
    template <typename Condition>
    [[nodiscard]] bool comes(Condition isSo) {
        return QTest::qWaitFor(isSo, kTooLateMs);
    }
    void post(const QString& text) { m_bench->scan(text, QStringLiteral("wedge"), ++m_scan); }
    /// Answered by the bench itself.
    void scan(const char* text) {
        post(QLatin1String(text));
        EXPECT_TRUE(comes([this] { return m_snapshot.scanSerial == m_scan; })) << text;
    }
    void gateScan(const QString& text) {
        post(text);
        EXPECT_TRUE(comes([this] { return m_gate.scanSerial == m_scan; })) << text.toStdString();
    }
    void dockScan(const QString& text) {
        post(text);
        EXPECT_TRUE(comes([this] { return m_day.scanSerial == m_scan; })) << text.toStdString();
    }
    /// The socks in tote 12, their label on the parcel. @returns its waybill.
    QString packed() {
        for (const char* text : {"PBU-0417", "2609210012", "PBT-12", "6901234500868"})
            scan(text);
        EXPECT_TRUE(comes([this] { return m_snapshot.stage == Stage::ScanLabel; }));
        const QString waybill = m_snapshot.label ? m_snapshot.label->waybill : QString();
        scan(waybill.toLatin1().constData());
        EXPECT_EQ(m_snapshot.lastParcelState, QStringLiteral("bound"));
        return waybill;
    }

    SteeredClock m_clock{sampleShiftStart()};
    const QTemporaryDir m_folder;
    QObject m_here;
    qint64 m_scan = 0;
    StationSnapshot m_snapshot;
    GateSnapshot m_gate;
    DayBoard m_day;
    int m_dayWanted = 0;
    Notice m_notice;
    std::unique_ptr<BenchThread> m_bench; ///< ends first
};

TEST_F(GateThreadTest, ItsCardTakesTheScansToTheGateAndBack) {
    const QString waybill = packed();
    post(QStringLiteral("PBC-GATE"));
    ASSERT_TRUE(comes([this] { return m_gate.isOpen; }));
    gateScan(QStringLiteral("PBT-12"));
    EXPECT_EQ(m_gate.box, QStringLiteral("2609210012"));
    gateScan(waybill);
    EXPECT_EQ(m_gate.lastWaybill, waybill);
    EXPECT_EQ(m_gate.passed, 1);
    post(QStringLiteral("PBC-GATE"));
    ASSERT_TRUE(comes([this] { return !m_gate.isOpen; }));
    scan("2609210002");
    EXPECT_TRUE(m_snapshot.order) << "the bench's again";
}

TEST_F(GateThreadTest, ABadgeAtTheGateIsTheBenchsMatterAndClosesIt) {
    packed();
    post(QStringLiteral("PBC-GATE"));
    ASSERT_TRUE(comes([this] { return m_gate.isOpen; }));
    scan("PBU-0001");
    EXPECT_EQ(m_snapshot.strip.badge, QStringLiteral("0001"));
    EXPECT_TRUE(comes([this] { return !m_gate.isOpen; }));
}

TEST_F(GateThreadTest, NoCardLeadsPastARefusalThatStandsOrASignOnThatIsMissing) {
    scan("PBC-GATE");
    EXPECT_TRUE(m_snapshot.refusal) << "nobody is signed on";
    EXPECT_FALSE(m_gate.isOpen);
    scan("PBU-0417");
    scan("NOSUCHNUMBER1");
    ASSERT_TRUE(m_snapshot.refusal);
    scan("PBC-DAY");
    EXPECT_EQ(m_dayWanted, 0);
}

TEST_F(GateThreadTest, AtTheDaysEndTheFirstLabelOpensItsCouriersListAndTheConfirmCardSignsIt) {
    const QString waybill = packed();
    post(QStringLiteral("PBC-GATE"));
    ASSERT_TRUE(comes([this] { return m_gate.isOpen; }));
    gateScan(waybill);
    gateScan(QStringLiteral("PBT-12"));
    post(QStringLiteral("PBC-DAY"));
    ASSERT_TRUE(comes([this] { return m_dayWanted == 1; }));
    EXPECT_TRUE(comes([this] { return !m_gate.isOpen; }));
    m_bench->gate({GateRequest::What::OpenDock});
    dockScan(waybill);
    ASSERT_TRUE(m_day.list);
    EXPECT_EQ(m_day.list->courier, QStringLiteral("zto"));
    EXPECT_EQ(m_day.list->parcels, 1);
    EXPECT_EQ(m_day.day.reckoning.total, (CourierDay{{}, 1, 1, 1, 1}));
    dockScan(QStringLiteral("PBC-CONFIRM"));
    EXPECT_EQ(m_day.verdict, Verdict::Done);
    EXPECT_FALSE(m_day.list);
    EXPECT_TRUE(m_day.day.reckoning.findings.isEmpty());
}

TEST_F(GateThreadTest, AScanThatIsNotForTheVehicleStaysTheBenchs) {
    scan("PBU-0417");
    m_bench->gate({GateRequest::What::OpenDock});
    scan("2609210012");
    ASSERT_TRUE(m_snapshot.order);
    EXPECT_EQ(m_snapshot.order->number, QStringLiteral("2609210012"));
}

TEST_F(GateThreadTest, TheSheetIsWrittenBesideTheLabels) {
    packed();
    m_bench->gate({GateRequest::What::WriteSheet});
    ASSERT_TRUE(comes([this] { return m_notice.code == NoticeCode::SheetWritten; }));
    QFile sheet(m_folder.filePath(QStringLiteral("sheets/day-2026-09-21.html")));
    ASSERT_TRUE(sheet.open(QIODevice::ReadOnly));
    EXPECT_TRUE(sheet.readAll().contains("2609210012"));
    EXPECT_TRUE(QFile::exists(m_folder.filePath(QStringLiteral("sheets/day-2026-09-21.txt"))));
}

} // namespace
} // namespace packbench
