#include "ledger/startcheck.h"

#include "ledger/auditreader.h"
#include "ledger/backup.h"
#include "ledgertest.h"

#include <QDir>
#include <QFile>
#include <sqlite3.h>

#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace packbench {
namespace {

using Code = LedgerError::Code;

constexpr uid_t kNobody = 65534;

class SqliteStart : public testing::Test {
protected:
    SqliteStart() { m_address.path = m_folder.filePath(QStringLiteral("shop.ledger")); }
    void SetUp() override {
        (void)Ledger::create(m_address);
        QFile::remove(m_address.path + QStringLiteral(".lock"));
    }
    [[nodiscard]] QHash<QString, QByteArray> allBytes() const {
        QHash<QString, QByteArray> all;
        const QDir folder(m_folder.path());
        for (const QString& name : folder.entryList(QDir::Files)) {
            QFile file(folder.filePath(name));
            all.insert(name, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
        }
        return all;
    }
    /// What opening came to in a process of its own, after `before` was done there.
    static QString openedApart(const LedgerAddress& address, const std::function<bool()>& before) {
        return saidApart(before, [&] { (void)Ledger::open(address); });
    }
    static QString saidApart(const std::function<bool()>& before,
                             const std::function<void()>& act) {
        int ends[2];
        if (::pipe(ends) != 0)
            return {};
        const pid_t child = ::fork();
        if (child == 0) {
            QByteArray said = "not possible here";
            if (before())
                said = sentenceOf(act).toUtf8();
            ::_exit(::write(ends[1], said.constData(), size_t(said.size())) < 0 ? 1 : 0);
        }
        ::close(ends[1]);
        QByteArray said(8192, '\0');
        const ssize_t count = ::read(ends[0], said.data(), size_t(said.size()));
        ::close(ends[0]);
        ::waitpid(child, nullptr, 0);
        return QString::fromUtf8(said.left(int(std::max<ssize_t>(count, 0))));
    }

    QTemporaryDir m_folder;
    LedgerAddress m_address;
};

TEST_F(SqliteStart, ANewerSchemaIsSeenBeforeAnythingIsMade) {
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(QFile::encodeName(m_address.path).constData(), &db), SQLITE_OK);
    sqlite3_exec(db, "PRAGMA user_version = 999", nullptr, nullptr, nullptr);
    sqlite3_close(db);
    const auto before = allBytes();
    EXPECT_EQ(faultOf([&] { (void)Ledger::open(m_address); }), Code::SchemaTooNew);
    EXPECT_EQ(faultOf([&] { (void)Ledger::create(m_address); }), Code::SchemaTooNew);
    EXPECT_EQ(allBytes(), before);
}

TEST_F(SqliteStart, AnotherUsersLedgerIsRefusedByName) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root can be somebody else";
    ASSERT_EQ(::chown(QFile::encodeName(m_address.path).constData(), kNobody, kNobody), 0);
    const auto before = allBytes();
    const QString said = sentenceOf([&] { (void)Ledger::open(m_address); });
    EXPECT_TRUE(said.contains(QLatin1String("belongs to the user nobody"))) << said.toStdString();
    const QString verified = sentenceOf([&] { (void)AuditReader(m_address).verify(); });
    EXPECT_TRUE(verified.contains(QLatin1String("belongs to the user nobody")))
        << verified.toStdString();
    EXPECT_EQ(allBytes(), before) << "files of root would lock its owner out";
}

TEST_F(SqliteStart, AFolderWhereNothingCanBeMadeIsSaidToWhoeverOnlyReads) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root can become somebody else";
    const QByteArray folder = QFile::encodeName(m_folder.path());
    const QByteArray file = QFile::encodeName(m_address.path);
    ASSERT_EQ(::chown(file.constData(), kNobody, kNobody), 0);
    ASSERT_EQ(::chown(folder.constData(), kNobody, kNobody), 0);
    ASSERT_EQ(::chmod(folder.constData(), 0500), 0);
    const auto becomeNobody = [] { return ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0; };
    const auto before = allBytes();
    for (const std::function<void()>& act :
         {std::function<void()>([&] { (void)AuditReader(m_address).heads(); }),
          std::function<void()>([&] { (void)ledgerFlaws(m_address); })}) {
        const QString said = saidApart(becomeNobody, act);
        EXPECT_TRUE(said.contains(QLatin1String("cannot be read where it lies")))
            << said.toStdString();
        EXPECT_FALSE(said.contains(QLatin1String("nothing was stored")));
    }
    EXPECT_EQ(allBytes(), before);
}

TEST_F(SqliteStart, ALedgerThatMayNotBeWrittenIsRefused) {
    if (::geteuid() != 0)
        GTEST_SKIP() << "only root can become somebody else";
    const QByteArray folder = QFile::encodeName(m_folder.path());
    const QByteArray file = QFile::encodeName(m_address.path);
    ASSERT_EQ(::chown(folder.constData(), kNobody, kNobody), 0);
    ASSERT_EQ(::chown(file.constData(), kNobody, kNobody), 0);
    ASSERT_EQ(::chmod(file.constData(), 0400), 0);
    const auto before = allBytes();
    const auto becomeNobody = [] { return ::setgid(kNobody) == 0 && ::setuid(kNobody) == 0; };
    QString said = openedApart(m_address, becomeNobody);
    EXPECT_TRUE(said.contains(QLatin1String("may not be written"))) << said.toStdString();
    ASSERT_EQ(::chmod(file.constData(), 0600), 0);
    ASSERT_EQ(::chmod(folder.constData(), 0500), 0);
    said = openedApart(m_address, becomeNobody);
    EXPECT_TRUE(said.contains(QLatin1String("No files can be made"))) << said.toStdString();
    EXPECT_EQ(allBytes(), before);
}

TEST_F(SqliteStart, ADiskMountedReadOnlyIsSaid) {
    const QByteArray folder = QFile::encodeName(m_folder.path());
    const auto before = allBytes();
    const QString said = openedApart(m_address, [&] {
        return ::unshare(CLONE_NEWNS) == 0 &&
               ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
               ::mount(folder.constData(), folder.constData(), nullptr, MS_BIND, nullptr) == 0 &&
               ::mount(nullptr, folder.constData(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY,
                       nullptr) == 0;
    });
    if (said == QLatin1String("not possible here"))
        GTEST_SKIP() << "mounting is not allowed here";
    EXPECT_TRUE(said.contains(QLatin1String("may only be read (mounted read-only")))
        << said.toStdString();
    EXPECT_EQ(allBytes(), before);
}

TEST(DiskRoomTest, HasTwoBounds) {
    EXPECT_EQ(diskRoom(kLowDisk), DiskRoom::Enough);
    EXPECT_EQ(diskRoom(kLowDisk - 1), DiskRoom::Low);
    EXPECT_EQ(diskRoom(kNoDisk), DiskRoom::Low);
    EXPECT_EQ(diskRoom(kNoDisk - 1), DiskRoom::None);
    EXPECT_EQ(diskRoom(0), DiskRoom::None);
}

TEST(LibraryVersion, TheFaultyRangeIsKnown) {
    EXPECT_FALSE(hasWalResetFault(3'006'023));
    EXPECT_TRUE(hasWalResetFault(3'007'000));
    EXPECT_TRUE(hasWalResetFault(3'040'001));
    EXPECT_TRUE(hasWalResetFault(3'044'005));
    EXPECT_FALSE(hasWalResetFault(3'044'006));
    EXPECT_TRUE(hasWalResetFault(3'045'000));
    EXPECT_FALSE(hasWalResetFault(3'050'007));
    EXPECT_TRUE(hasWalResetFault(3'051'002));
    EXPECT_FALSE(hasWalResetFault(3'051'003));
    EXPECT_EQ(libraryVersion().count(u'.'), 2);
}

} // namespace
} // namespace packbench
