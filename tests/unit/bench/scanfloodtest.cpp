// A thousand scans a second for ten seconds, as fast as the test can feed them.
#include "bench/benchthread.h"
#include "bench/clock.h"
#include "bench/sampleshop.h"
#include "ledger/ledger.h"
#include "stationfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

namespace packbench {

namespace {

constexpr int kScans = 10'000;
constexpr int kTooLateMs = 280'000;

QString code(int i) {
    return QStringLiteral("FLOOD-%1").arg(i, 6, 10, QLatin1Char('0'));
}

class ScanFlood : public testing::Test {
protected:
    ScanFlood() { m_address.path = m_folder.filePath(QStringLiteral("shop.db")); }
    void start() {
        {
            const auto ledger = Ledger::create(m_address);
            fillSampleShop(*ledger, m_clock.now());
            ledger->settings().set(QStringLiteral("backup.times"), QStringLiteral("off"));
        }
        m_bench = std::make_unique<BenchThread>(BenchThread::Setup{
            m_address, m_folder.filePath(QStringLiteral("labels")), false, &m_clock});
        QObject::connect(m_bench.get(), &BenchThread::snapshotMade, &m_here,
                         [this](const StationSnapshot& snapshot) {
                             m_mostWaiting = std::max(m_mostWaiting, snapshot.waitingScans);
                             m_mostListed = std::max(m_mostListed, snapshot.heldScans.size());
                             m_snapshot = snapshot;
                             ++m_snapshots;
                         });
        QObject::connect(m_bench.get(), &BenchThread::noticed, &m_here,
                         [this](const Notice& notice) { m_notice = notice; });
        ASSERT_EQ(m_bench->start().toStdString(), "");
    }
    /// The flood's scans in the journal, oldest first; the bench is closed for that.
    QStringList journalled() {
        m_bench.reset();
        QStringList texts;
        const auto ledger = Ledger::open(m_address);
        for (const ScanRecord& record : ledger->scans().newest(2 * ScanQueue::kMost)) {
            if (record.scan.text.startsWith(QLatin1String("FLOOD-")))
                texts.prepend(record.scan.text);
        }
        return texts;
    }
    /// Holds the bench thread up until it is let go: the same on a fast and a slow machine.
    void hold() {
        m_bench->steer([](Desk&, Ledger&) {});
        m_held.lock();
        m_stopper = std::thread([this] {
            m_bench->steer([this](Desk&, Ledger&) {
                m_isHeld = true;
                const std::lock_guard wait(m_held);
            });
        });
        while (!m_isHeld)
            std::this_thread::yield();
    }
    void letGo() {
        m_held.unlock();
        m_stopper.join();
    }

    SteeredClock m_clock{sampleShiftStart()};
    const QTemporaryDir m_folder;
    LedgerAddress m_address;
    QObject m_here;
    StationSnapshot m_snapshot;
    Notice m_notice;
    int m_mostWaiting = 0;
    qsizetype m_mostListed = 0;
    int m_snapshots = 0;
    std::mutex m_held;
    std::atomic<bool> m_isHeld = false;
    std::thread m_stopper;
    std::unique_ptr<BenchThread> m_bench; ///< ends first
};

} // namespace

TEST_F(ScanFlood, EveryScanIsJournalledInItsOrderAndTheWaitIsShown) {
    start();
    hold();
    for (int i = 0; i < kScans; ++i)
        m_bench->scan(code(i), QStringLiteral("wedge"), i + 1);
    EXPECT_EQ(m_bench->scansOnTheirWay().waiting(), kScans) << "all of them are kept";
    letGo();
    ASSERT_TRUE(QTest::qWaitFor([this] { return m_snapshot.scanSerial == kScans; }, kTooLateMs));
    EXPECT_EQ(m_snapshot.waitingScans, 0) << "the last one is shown";
    EXPECT_GT(m_mostWaiting, kScans / 2) << "how many wait is shown";
    EXPECT_LT(m_snapshots, kScans / 8) << "the screen is not flooded";
    EXPECT_LE(m_mostListed, 20) << "nor is a snapshot";
    EXPECT_EQ(m_bench->scansOnTheirWay().refused(), 0);
    EXPECT_EQ(m_notice.code, NoticeCode::None);
    const QStringList texts = journalled();
    ASSERT_EQ(texts.size(), kScans);
    for (int i = 0; i < kScans; ++i)
        ASSERT_EQ(texts.at(i), code(i));
}

TEST_F(ScanFlood, BehindARefusalMemoryIsBoundedAndEveryScanIsJournalled) {
    start();
    m_bench->scan(QStringLiteral("PBU-0417"), QStringLiteral("wedge"), 1);
    m_bench->scan(QStringLiteral("2609210001"), QStringLiteral("wedge"), 2);
    m_bench->scan(QStringLiteral("NO-SUCH-CODE"), QStringLiteral("wedge"), 3);
    constexpr int kBehind = 1500;
    for (int i = 0; i < kBehind; ++i)
        m_bench->scan(code(i), QStringLiteral("wedge"), i + 4);
    ASSERT_TRUE(
        QTest::qWaitFor([this] { return m_snapshot.scanSerial == kBehind + 3; }, kTooLateMs));
    EXPECT_EQ(m_snapshot.heldCount, 1000);
    EXPECT_EQ(m_snapshot.heldScans.size(), 20);
    ASSERT_TRUE(m_snapshot.refusal);
    EXPECT_EQ(journalled().size(), kBehind);
}

TEST_F(ScanFlood, WhatFindsNoRoomIsNotTakenAndSaidSo) {
    start();
    hold();
    for (int i = 0; i < ScanQueue::kMost; ++i)
        m_bench->scan(code(i), QStringLiteral("wedge"), 0);
    EXPECT_EQ(m_notice.code, NoticeCode::None);
    m_bench->scan(QStringLiteral("FLOOD-TOO-MUCH"), QStringLiteral("wedge"), 0);
    m_bench->scan(QStringLiteral("FLOOD-TOO-MUCH"), QStringLiteral("wedge"), 0);
    EXPECT_EQ(m_notice, (Notice{NoticeCode::ScansTooFast, {QStringLiteral("2")}}));
    EXPECT_EQ(m_bench->scansOnTheirWay().waiting(), ScanQueue::kMost);
    letGo();
    const QStringList texts = journalled();
    EXPECT_EQ(texts.size(), ScanQueue::kMost) << "closing the bench waits for what it took";
    EXPECT_FALSE(texts.contains(QStringLiteral("FLOOD-TOO-MUCH")));
}

} // namespace packbench
