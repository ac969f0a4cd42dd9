#include "bench/ledgercare.h"

#include "bench/ledgerexamination.h"
#include "ledger/backup.h"
#include "ledger/restore.h"
#include "shipping/fault.h"
#include "stationfixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

namespace packbench {

namespace {

constexpr int kTooLateMs = 60'000;
constexpr qint64 kPlenty = 100LL << 30;

class LedgerCareTest : public StationTest {
protected:
    LedgerCareTest() { make(); }
    void make() {
        m_care.reset();
        m_care = std::make_unique<LedgerCare>(*m_ledger, m_clock,
                                              loadSettings(m_ledger->settings()).zone,
                                              [this] { return std::optional(m_free); });
    }
    bool ended() {
        return QTest::qWaitFor([this] { return !m_care->isBusy(); }, kTooLateMs);
    }
    [[nodiscard]] QString folder() const { return usualBackupFolder(m_ledger->address()); }
    [[nodiscard]] QList<NoticeCode> codes() const {
        QList<NoticeCode> codes;
        for (const Notice& notice : m_care->troubles())
            codes.append(notice.code);
        return codes;
    }
    void set(const char* name, const char* value) {
        m_ledger->settings().set(QLatin1String(name), QLatin1String(value));
    }

    qint64 m_free = kPlenty;
    std::unique_ptr<LedgerCare> m_care;
};

} // namespace

TEST_F(LedgerCareTest, ADueBackupIsMadeByItselfAndScansGoOnMeanwhile) {
    m_care->start();
    EXPECT_FALSE(m_care->isBusy()) << "the start waits for none";
    m_care->look();
    ASSERT_TRUE(m_care->isBusy());
    signOn(); // while the copy is made
    ASSERT_TRUE(ended());
    const QStringList made = backupsIn(folder());
    ASSERT_EQ(made.size(), 1);
    EXPECT_EQ(flawsOf(made.first()), QStringList());
    EXPECT_EQ(backupRecord(m_ledger->address()).newest, made.first());
    EXPECT_EQ(m_care->lamp(), Lamp::Ready);
    m_care->look();
    EXPECT_FALSE(m_care->isBusy()) << "not due again";
}

TEST_F(LedgerCareTest, ThePlanIsKeptAndSoManyBackupsStay) {
    set("backup.times", "06:00");
    set("backup.keep", "2");
    m_care->start();
    for (int day = 0; day < 4; ++day) {
        m_care->look();
        ASSERT_TRUE(ended());
        m_clock.advanceMs(24 * 3'600'000);
    }
    EXPECT_EQ(backupsIn(folder()).size(), 2);
    set("backup.times", "off");
    m_care->look();
    EXPECT_FALSE(m_care->isBusy());
}

TEST_F(LedgerCareTest, AFailedBackupIsToldAndTriedAgainLater) {
    set("backup.folder", "/no/such/folder");
    m_care->start();
    m_care->look();
    ASSERT_TRUE(ended());
    EXPECT_EQ(codes(), QList{NoticeCode::BackupFailed});
    EXPECT_EQ(m_care->lamp(), Lamp::Look);
    EXPECT_TRUE(examineLedgerCare(*m_ledger, m_clock, kPlenty)
                    .join(u'\n')
                    .contains(QLatin1String("/no/such/folder")));
    m_care->look();
    EXPECT_FALSE(m_care->isBusy()) << "not at once";
    set("backup.folder", "");
    m_clock.advanceMs(16 * 60'000);
    m_care->look();
    ASSERT_TRUE(ended());
    EXPECT_EQ(codes(), QList<NoticeCode>());
}

TEST_F(LedgerCareTest, LittleRoomWarnsAndNoRoomStopsNewWorkButNotTheJournal) {
    set("backup.times", "off");
    m_free = kLowDisk - 1;
    m_care->start();
    EXPECT_EQ(codes(), QList{NoticeCode::DiskLow});
    EXPECT_EQ(m_care->stops().code, NoticeCode::None);
    m_free = kNoDisk - 1;
    m_care->look();
    EXPECT_EQ(m_care->lamp(), Lamp::Stop);
    signOn();
    m_station->ledgerIs(m_care->lamp(), m_care->stops());
    const StationReply refused = scan(QStringLiteral("2609210012"));
    EXPECT_EQ(refused.outcome, QStringLiteral("no-room"));
    EXPECT_EQ(refused.notice.code, NoticeCode::DiskNoRoom);
    EXPECT_EQ(m_ledger->scans().newest(1).first().outcome, QStringLiteral("no-room"));
    m_free = kPlenty;
    m_care->look();
    m_station->ledgerIs(m_care->lamp(), m_care->stops());
    EXPECT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
}

TEST_F(LedgerCareTest, NoLabelIsMadeWithoutRoomAndItComesOnceThereIs) {
    signOn();
    ASSERT_EQ(outcome(QStringLiteral("2609210012")), QStringLiteral("opened"));
    const Notice stops{NoticeCode::DiskNoRoom, {QStringLiteral("7")}};
    m_station->ledgerIs(Lamp::Stop, stops);
    EXPECT_EQ(outcomes(scanAll(QStringLiteral("6901234500868"))),
              (QStringList{QStringLiteral("order-complete"), QStringLiteral("no-room")}));
    EXPECT_TRUE(m_jobs.isEmpty());
    m_station->ledgerIs(Lamp::Ready, {});
    (void)scan(QStringLiteral("PBC-OK"));
    (void)scan(QStringLiteral("PBC-CONFIRM"));
    EXPECT_EQ(m_jobs.size(), 1);
}

TEST_F(LedgerCareTest, NoOtherCopyNumberOrCartonWithoutRoom) {
    signOnSupervisor();
    packSocks();
    (void)printerTakes();
    ASSERT_TRUE(m_jobs.isEmpty());
    const OrderRecord socks = order("tmall-women", "2609210012");
    const qint64 copy = copyOf(socks).id;
    const QString why = QStringLiteral("torn");
    const QString noRoom = QStringLiteral("no-room");
    m_station->ledgerIs(Lamp::Stop, {NoticeCode::DiskNoRoom, {QStringLiteral("7")}});
    EXPECT_EQ(m_station->printAgain(copy, why).first().outcome, noRoom);
    EXPECT_EQ(m_station->redo(copy, why).first().outcome, noRoom);
    EXPECT_EQ(m_station->extraParcel(socks.id, why).first().outcome, noRoom);
    (void)scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(outcomes(scanAll(QStringLiteral("PBC-NONE"))).last(), noRoom);
    EXPECT_TRUE(m_jobs.isEmpty());
    EXPECT_EQ(m_ledger->labels().ofOrder(socks.id).size(), 1);
    EXPECT_EQ(m_ledger->labels().parcelsOfOrder(socks.id).size(), 1);
    m_station->ledgerIs(Lamp::Ready, {});
    (void)scan(QStringLiteral("PBC-OK"));
    EXPECT_EQ(m_station->printAgain(copy, why).first().outcome, QStringLiteral("print-again"));
    EXPECT_EQ(m_jobs.size(), 1);
}

TEST_F(LedgerCareTest, ADamagedLedgerIsNotStartedAndItsBackupIsOffered) {
    m_care->start();
    m_care->backUpNow();
    ASSERT_TRUE(ended());
    const LedgerAddress address = m_ledger->address();
    m_care.reset();
    m_station.reset();
    m_ledger.reset();
    QFile file(address.path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_GT(file.size(), 60'000);
    file.seek(40'000);
    file.write(QByteArray(12'000, '\x5a'));
    file.close();
    QString said;
    try {
        m_ledger = Ledger::open(address);
        make();
        m_care->start();
    } catch (const LedgerError& fault) {
        EXPECT_EQ(fault.code(), LedgerError::Code::Damaged);
        said = fault.sentence();
    }
    EXPECT_TRUE(said.contains(backupsIn(usualBackupFolder(address)).first())) << said.toStdString();
}

TEST_F(LedgerCareTest, ARestoredLedgerSaysSoUntilItIsCompared) {
    const QString backup = m_folder.filePath(QStringLiteral("b.db"));
    const LedgerAddress address = m_ledger->address();
    (void)backUp(address, backup);
    m_care.reset();
    m_station.reset();
    m_ledger.reset();
    const Restored restored = restoreLedger(address, backup, m_clock.now());
    ASSERT_GT(restored.quarantined, 0);
    m_ledger = Ledger::open(address);
    set("backup.times", "off");
    make();
    m_care->start();
    EXPECT_EQ(m_care->troubles(), (QList<Notice>{{NoticeCode::LedgerRestored,
                                                  {QString::number(restored.quarantined)}}}));
    EXPECT_TRUE(examineLedgerCare(*m_ledger, m_clock, kPlenty)
                    .join(u'\n')
                    .contains(QLatin1String("waybill quarantine compare")));
    const Ruling ruling{{}, QStringLiteral("compared"), m_clock.now()};
    (void)m_ledger->quarantine().releaseAll(ruling);
    m_ledger->quarantine().close(ruling);
    m_care->look();
    EXPECT_TRUE(m_care->troubles().isEmpty());
}

TEST(BackupPlanTest, IsDueOncePerTimeAlsoAfterANightOff) {
    const QTimeZone zone("Asia/Shanghai");
    const auto at = [&](const char* text) { return *instantFromText(QLatin1String(text), zone); };
    BackupPlan plan;
    plan.times = {QTime(12, 30), QTime(21, 0)};
    EXPECT_TRUE(isBackupDue(plan, {}, at("2026-09-21T08:00"), zone));
    EXPECT_TRUE(isBackupDue(plan, at("2026-09-20T20:00"), at("2026-09-21T08:00"), zone))
        << "it was off at 21:00";
    EXPECT_FALSE(isBackupDue(plan, at("2026-09-20T21:01"), at("2026-09-21T12:29"), zone));
    EXPECT_TRUE(isBackupDue(plan, at("2026-09-20T21:01"), at("2026-09-21T12:30"), zone));
    EXPECT_TRUE(isBackupDue(plan, at("2027-01-01T00:00"), at("2026-09-21T12:30"), zone))
        << "a backup of a clock that was wrong";
    plan.times.clear();
    EXPECT_FALSE(isBackupDue(plan, {}, at("2026-09-21T08:00"), zone));
    EXPECT_TRUE(isBackupTimes(QStringLiteral("12:30,21:00")));
    EXPECT_TRUE(isBackupTimes(QStringLiteral("off")));
    EXPECT_FALSE(isBackupTimes(QStringLiteral("25:00")));
    EXPECT_FALSE(isBackupKeep(QStringLiteral("0")));
}

} // namespace packbench
