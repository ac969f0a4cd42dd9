// A camera as the scanner of a whole bench: a film goes in, the bench does what the code says.
#include "bench/benchthread.h"
#include "bench/clock.h"
#include "bench/inputs.h"
#include "bench/sampleshop.h"
#include "ledger/ledger.h"
#include "support/film.h"
#include "support/qtprint.h"
#include "support/scene.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

namespace packbench {
namespace {

constexpr int kTooLateMs = 60'000;
const QString kBadge = QStringLiteral("PBU-0417");

class CameraBench : public testing::Test {
protected:
    CameraBench() {
        m_address.path = m_folder.filePath(QStringLiteral("shift.db"));
        const auto ledger = Ledger::create(m_address);
        fillSampleShop(*ledger, m_clock.now());
        ledger->settings().set(QStringLiteral("inputs"), m_id);
    }
    void filmOf(const QImage& picture) {
        QFile file(m_film);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(test::film(QList<QImage>(25, picture)));
    }
    void open() {
        m_bench = std::make_unique<BenchThread>(BenchThread::Setup{
            m_address, m_folder.filePath(QStringLiteral("labels")), false, &m_clock});
        QObject::connect(m_bench.get(), &BenchThread::snapshotMade, &m_here,
                         [this](const StationSnapshot& snapshot) { m_snapshot = snapshot; });
        QObject::connect(m_bench.get(), &BenchThread::devicesMade, &m_here,
                         [this](const QList<DeviceRow>& rows) {
                             for (const DeviceRow& row : rows)
                                 if (row.id == m_id)
                                     m_camera = row;
                         });
        ASSERT_EQ(m_bench->start(), QString());
    }

    SteeredClock m_clock{sampleShiftStart()};
    const QTemporaryDir m_folder;
    const QString m_film = m_folder.filePath(QStringLiteral("bench.avi"));
    const QString m_id = QStringLiteral("camera:") + m_film;
    LedgerAddress m_address;
    QObject m_here;
    StationSnapshot m_snapshot;
    DeviceRow m_camera;
    std::unique_ptr<BenchThread> m_bench; ///< ends first
};

TEST_F(CameraBench, ABadgeHeldInFrontOfTheCameraSignsOn) {
    filmOf(test::Scene().square(kBadge, {480, 270}).image());
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_snapshot.stage == Stage::Idle; }, kTooLateMs));
    EXPECT_EQ(m_snapshot.strip.badge, QStringLiteral("0417"));
    m_bench->askDevices();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !m_camera.lastScan.isEmpty(); }, kTooLateMs));
    EXPECT_EQ(m_camera.kind, QStringLiteral("scanner"));
    EXPECT_EQ(m_camera.transport, QStringLiteral("camera"));
    EXPECT_EQ(m_camera.lastScan, kBadge);
    EXPECT_EQ(m_camera.lastRaw, QStringLiteral("]Q1") + kBadge);
    EXPECT_EQ(m_camera.lastAim, QStringLiteral("]Q1"));
    m_bench->steer([&](Desk&, Ledger& ledger) {
        const auto scans = ledger.scans().newest(10);
        ASSERT_EQ(scans.size(), 1) << "once, however long the badge stays";
        EXPECT_EQ(scans.first().scan.device, m_id);
    });
}

TEST_F(CameraBench, AMissingCameraIsARowOfTheDevicesPage) {
    open();
    ASSERT_TRUE(QTest::qWaitFor([&] { return m_camera.state == u"unplugged"; }, kTooLateMs));
    EXPECT_EQ(m_camera.lamp, Lamp::Look);
    EXPECT_TRUE(m_camera.detail.contains(m_film));
    EXPECT_EQ(m_snapshot.stage, Stage::SignedOff);
}

} // namespace
} // namespace packbench
