#include "ledger/backup.h"

#include "ledger/durablefile.h"
#include "ledgertest.h"
#include "oldledger.h"

#include "support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <sys/stat.h>
#include <thread>

namespace packbench {
namespace {

using Code = LedgerError::Code;

class SqliteBackup : public testing::Test {
protected:
    SqliteBackup() { m_address.path = at("shop.ledger"); }

    [[nodiscard]] QString at(const char* name) const {
        return m_folder.filePath(QLatin1String(name));
    }
    static QByteArray bytesOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    /// Past the head, where only a look at every page finds it.
    static void damage(const QString& path) {
        QByteArray bytes = bytesOf(path);
        ASSERT_GT(bytes.size(), 40'000);
        bytes.replace(20'000, 8'000, QByteArray(8'000, '\x5a'));
        write(path, bytes);
    }
    [[nodiscard]] QStringList files() const {
        return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name);
    }
    [[nodiscard]] QHash<QString, QByteArray> allBytes() const {
        QHash<QString, QByteArray> all;
        for (const QString& name : files())
            all.insert(name, bytesOf(m_folder.filePath(name)));
        return all;
    }
    void scan(Ledger& ledger, int times = 1) {
        for (int i = 0; i < times; ++i)
            (void)ledger.scans().record({kImportedAt,
                                         QStringLiteral("01"),
                                         {},
                                         QStringLiteral("s"),
                                         QStringLiteral("code"),
                                         {}});
    }

    QTemporaryDir m_folder;
    LedgerAddress m_address;
};

TEST_F(SqliteBackup, HoldsEveryRowWhileTheLedgerIsOpen) {
    makeOldLedger(m_address, newestSchema());
    const auto ledger = Ledger::open(m_address);
    scan(*ledger, 3); // only in the log, never checkpointed
    const Backup backup = backUp(m_address, at("b.db"));
    EXPECT_EQ(backup.rows.value(QStringLiteral("scan")), 6);
    EXPECT_EQ(backup.schema, newestSchema());
    EXPECT_EQ(backup.newestScanAt, kImportedAt.plusMs(0) < Instant{1789870702000}
                                       ? std::optional(Instant{1789870702000})
                                       : std::optional(kImportedAt));
    LedgerAddress copy;
    copy.path = at("b.db");
    EXPECT_EQ(rowsIn(copy), rowsIn(m_address));
    struct stat found {};
    ASSERT_EQ(::stat(QFile::encodeName(copy.path).constData(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600U) << "addresses are in it";
    EXPECT_FALSE(QFile::exists(at("b.db.part")));
}

TEST_F(SqliteBackup, LeavesTheLedgerToTheOneWhoWrites) {
    const auto ledger = Ledger::create(m_address);
    scan(*ledger, 50);
    const QByteArray before = bytesOf(m_address.path);
    const qint64 log = QFileInfo(at("shop.ledger-wal")).size();
    (void)backUp(m_address, at("b.db"));
    EXPECT_EQ(bytesOf(m_address.path), before) << "nobody but the writer may checkpoint";
    EXPECT_EQ(QFileInfo(at("shop.ledger-wal")).size(), log);
}

TEST_F(SqliteBackup, IsWholeWhileScansGoOn) {
    const auto ledger = Ledger::create(m_address);
    scan(*ledger, 200);
    std::atomic<bool> done = false;
    std::atomic<int> made = 0;
    std::thread backups([&] {
        for (; made < 5; ++made)
            (void)backUp(m_address, m_folder.filePath(QStringLiteral("b%1.db").arg(made)));
        done = true;
    });
    qint64 scans = 200;
    for (; !done; ++scans)
        scan(*ledger);
    backups.join();
    EXPECT_EQ(made, 5);
    qint64 before = 200;
    for (int i = 0; i < made; ++i) {
        const Backup backup = lookOver(m_folder.filePath(QStringLiteral("b%1.db").arg(i)));
        EXPECT_GE(backup.rows.value(QStringLiteral("scan")), before);
        EXPECT_LE(backup.rows.value(QStringLiteral("scan")), scans);
        before = backup.rows.value(QStringLiteral("scan"));
    }
    EXPECT_EQ(ledger->check(), QStringList());
}

TEST_F(SqliteBackup, AFullDiskLeavesTheGoodBackup) {
    const auto ledger = Ledger::create(m_address);
    (void)backUp(m_address, at("b.db"));
    const QByteArray good = bytesOf(at("b.db"));
    scan(*ledger, 2000);
    {
        const test::SmallDisk disk(unsigned(good.size() / 2));
        EXPECT_ANY_THROW((void)backUp(m_address, at("b.db")));
    }
    EXPECT_EQ(bytesOf(at("b.db")), good);
    EXPECT_FALSE(QFile::exists(at("b.db.part")));
    (void)backUp(m_address, at("b.db"));
    EXPECT_EQ(lookOver(at("b.db")).rows.value(QStringLiteral("scan")), 2000);
}

TEST_F(SqliteBackup, ADamagedLedgerDoesNotTakeTheGoodBackupsPlace) {
    {
        const auto ledger = Ledger::create(m_address);
        for (int i = 0; i < 300; ++i)
            (void)ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    }
    (void)backUp(m_address, at("b.db"));
    const QByteArray good = bytesOf(at("b.db"));
    damage(m_address.path);
    EXPECT_ANY_THROW((void)backUp(m_address, at("b.db")));
    EXPECT_EQ(bytesOf(at("b.db")), good);
}

TEST_F(SqliteBackup, NeverGoesOverALedgerOrAnotherFile) {
    const auto ledger = Ledger::create(m_address);
    LedgerAddress other;
    other.path = at("other.ledger");
    (void)Ledger::create(other);
    write(at("letter.txt"), "Dear customer");
    for (const QString& file :
         {m_address.path, other.path, at("letter.txt"), at("no/folder.db"), m_folder.path()}) {
        const QByteArray before = bytesOf(file);
        EXPECT_ANY_THROW((void)backUp(m_address, file)) << file.toStdString();
        EXPECT_EQ(bytesOf(file), before) << file.toStdString();
    }
}

TEST_F(SqliteBackup, FlawsAreFound) {
    {
        const auto ledger = Ledger::create(m_address);
        for (int i = 0; i < 300; ++i)
            (void)ledger->orders().add(someOrder(), someWindow(), kImportedAt);
        (void)backUp(m_address, at("b.db"));
    }
    EXPECT_EQ(flawsOf(at("b.db")), QStringList());
    EXPECT_FALSE(flawsOf(at("missing.db")).isEmpty());
    ASSERT_TRUE(QFile::copy(at("b.db"), at("copied.db")));
    write(at("copied.db-wal"), "anything");
    EXPECT_FALSE(flawsOf(at("copied.db")).isEmpty()) << "a copy without its log";
    damage(at("b.db"));
    EXPECT_FALSE(flawsOf(at("b.db")).isEmpty());
}

TEST_F(SqliteBackup, ARecordOfItLiesBesideTheLedger) {
    EXPECT_TRUE(backupRecord(m_address).newest.isEmpty());
    const BackupRecord kept{at("b.db"), kImportedAt, QStringLiteral("why"), kImportedAt.plusMs(5)};
    keepBackupRecord(m_address, kept);
    const BackupRecord read = backupRecord(m_address);
    EXPECT_EQ(read.newest, kept.newest);
    EXPECT_EQ(read.at, kept.at);
    EXPECT_EQ(read.failure, kept.failure);
    EXPECT_EQ(read.failedAt, kept.failedAt);
}

TEST_F(SqliteBackup, TheOldestGoAndTheNewestStay) {
    for (const int minute : {3, 1, 4, 2})
        write(m_folder.filePath(backupName(kImportedAt.plusMs(minute * 60'000))), "x");
    write(at("packbench.txt"), "not ours");
    EXPECT_EQ(backupsIn(m_folder.path()).size(), 4);
    EXPECT_EQ(keepNewest(m_folder.path(), 2).size(), 2);
    const QStringList left = backupsIn(m_folder.path());
    EXPECT_EQ(left, (QStringList{m_folder.filePath(backupName(kImportedAt.plusMs(4 * 60'000))),
                                 m_folder.filePath(backupName(kImportedAt.plusMs(3 * 60'000)))}));
    (void)keepNewest(m_folder.path(), 0);
    EXPECT_EQ(backupsIn(m_folder.path()).size(), 1) << "the last one is never taken away";
    EXPECT_TRUE(QFile::exists(at("packbench.txt")));
}

TEST_F(SqliteBackup, ALostLedgerOffersTheNewestGoodOneAndNothingIsMade) {
    const QString folder = usualBackupFolder(m_address);
    ASSERT_TRUE(QDir().mkpath(folder));
    const auto file = [&](int minute) {
        return QDir(folder).filePath(backupName(kImportedAt.plusMs(minute * 60'000)));
    };
    {
        const auto ledger = Ledger::create(m_address);
        for (int i = 0; i < 300; ++i)
            (void)ledger->orders().add(someOrder(), someWindow(), kImportedAt);
        (void)backUp(m_address, file(1));
        (void)backUp(m_address, file(2));
        (void)backUp(m_address, file(3));
    }
    damage(file(3));
    QByteArray head = bytesOf(m_address.path);
    write(m_address.path, head.replace(100, 800, QByteArray(800, '\x5a')));
    QFile::remove(m_address.path + QStringLiteral(".lock"));
    const auto before = allBytes();
    const QString damaged = sentenceOf([&] { (void)Ledger::open(m_address); });
    EXPECT_TRUE(damaged.contains(file(2))) << damaged.toStdString();
    EXPECT_TRUE(damaged.contains(QLatin1String("packctl restore")));
    EXPECT_EQ(allBytes(), before);
    QFile::remove(m_address.path);
    const QString missing = sentenceOf([&] { (void)Ledger::open(m_address); });
    EXPECT_TRUE(missing.contains(file(2))) << missing.toStdString();
    EXPECT_FALSE(QFile::exists(m_address.path));
}

TEST(PostgresBackup, SaysWhatToUse) {
    LedgerAddress server;
    server.kind = LedgerAddress::Kind::Postgres;
    server.host = QStringLiteral("/nowhere");
    server.database = QStringLiteral("shop");
    EXPECT_TRUE(sentenceOf([&] {
                    (void)backUp(server, QStringLiteral("/tmp/x.db"));
                }).contains(QLatin1String("pg_dump")));
}

} // namespace
} // namespace packbench
