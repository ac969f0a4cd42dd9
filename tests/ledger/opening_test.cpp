#include "ledgertest.h"

#include "support/postgresserver.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace packbench {
namespace {

using Code = LedgerError::Code;

class SqliteOpening : public testing::Test {
protected:
    QTemporaryDir m_folder;

    LedgerAddress at(const QString& name) const {
        LedgerAddress address;
        address.path = m_folder.filePath(name);
        return address;
    }
    LedgerAddress shop() const { return at(QStringLiteral("shop.ledger")); }
    std::optional<Code> openFault() const {
        return faultOf([&] { (void)Ledger::open(shop()); });
    }
    std::optional<Code> createFault() const {
        return faultOf([&] { (void)Ledger::create(shop()); });
    }
    void write(const QByteArray& bytes) const {
        QFile file(shop().path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    QByteArray bytes() const {
        QFile file(shop().path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void runSql(const char* sql) const {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open(QFile::encodeName(shop().path).constData(), &db), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sql;
        sqlite3_close(db);
    }
    QStringList files() const { return QDir(m_folder.path()).entryList(QDir::Files, QDir::Name); }
};

TEST_F(SqliteOpening, NewLedgerIsMadeAndOpenedAgain) {
    EXPECT_TRUE(Ledger::create(shop())->created());
    EXPECT_FALSE(Ledger::create(shop())->created());
    EXPECT_GE(Ledger::open(shop())->schema(), 1);
    EXPECT_EQ(Ledger::open(shop())->address(), shop());
}

TEST_F(SqliteOpening, OnlyTheOwnerMayReadIt) {
    const auto ledger = Ledger::create(shop());
    ledger->settings().set(QStringLiteral("a"), QStringLiteral("b"));
    for (const QString& name : files()) {
        struct stat found {};
        ASSERT_EQ(::stat(QFile::encodeName(m_folder.filePath(name)).constData(), &found), 0);
        EXPECT_EQ(found.st_mode & 0777, 0600U) << name.toStdString();
    }
}

TEST_F(SqliteOpening, MissingLedgerIsNotMadeAndSaysHowToMakeIt) {
    EXPECT_EQ(openFault(), Code::CannotOpen);
    EXPECT_TRUE(sentenceOf([&] {
                    (void)Ledger::open(shop());
                }).contains(QLatin1String("packctl init --ledger sqlite:")));
    EXPECT_TRUE(files().isEmpty());
}

TEST_F(SqliteOpening, MissingFolderAndFolderInPlaceOfAFileAreSaid) {
    EXPECT_EQ(faultOf([&] { (void)Ledger::create(at(QStringLiteral("no/x.ledger"))); }),
              Code::CannotOpen);
    QDir(m_folder.path()).mkdir(QStringLiteral("shop.ledger"));
    EXPECT_EQ(createFault(), Code::CannotOpen);
}

TEST_F(SqliteOpening, SecondOpenIsRefusedWhileTheFirstLives) {
    auto first = Ledger::create(shop());
    EXPECT_EQ(openFault(), Code::AlreadyOpen);
    EXPECT_EQ(createFault(), Code::AlreadyOpen);
    EXPECT_TRUE(sentenceOf([&] {
                    (void)Ledger::open(shop());
                }).contains(QLatin1String("open in another program")));
    first->settings().set(QStringLiteral("a"), QStringLiteral("b"));
    first.reset();
    EXPECT_EQ(Ledger::open(shop())->settings().value(QStringLiteral("a")), QStringLiteral("b"));
}

TEST_F(SqliteOpening, LinkToTheLedgerSharesItsLock) {
    const auto first = Ledger::create(shop());
    ASSERT_TRUE(QFile::link(shop().path, m_folder.filePath(QStringLiteral("link"))));
    EXPECT_EQ(faultOf([&] { (void)Ledger::open(at(QStringLiteral("link"))); }), Code::AlreadyOpen);
}

TEST_F(SqliteOpening, OtherFileIsRefusedAndNotTouched) {
    const QByteArray text("order,sku,quantity\n1,A,2\n");
    write(text);
    EXPECT_EQ(openFault(), Code::NotALedger);
    EXPECT_EQ(createFault(), Code::NotALedger);
    EXPECT_EQ(bytes(), text);
    EXPECT_EQ(files(), QStringList{QStringLiteral("shop.ledger")});
}

TEST_F(SqliteOpening, OtherProgramsDatabaseIsRefusedAndNotTouched) {
    runSql("CREATE TABLE photo (id INTEGER); INSERT INTO photo VALUES (1)");
    const QByteArray before = bytes();
    EXPECT_EQ(openFault(), Code::NotALedger);
    EXPECT_EQ(createFault(), Code::NotALedger);
    EXPECT_EQ(bytes(), before);
    EXPECT_EQ(files(), QStringList{QStringLiteral("shop.ledger")});
}

TEST_F(SqliteOpening, EmptyFileBecomesALedgerOnlyWhenOneIsMade) {
    write({});
    EXPECT_EQ(openFault(), Code::NotALedger);
    EXPECT_TRUE(Ledger::create(shop())->created());
}

TEST_F(SqliteOpening, NewerSchemaIsRefusedAndNotTouched) {
    (void)Ledger::create(shop());
    runSql("PRAGMA user_version = 999");
    const QByteArray before = bytes();
    EXPECT_EQ(openFault(), Code::SchemaTooNew);
    EXPECT_EQ(createFault(), Code::SchemaTooNew);
    EXPECT_EQ(bytes(), before);
}

TEST_F(SqliteOpening, BrokenHeadIsDamage) {
    (void)Ledger::create(shop());
    QByteArray damaged = bytes();
    damaged.replace(100, 800, QByteArray(800, '\x5a'));
    write(damaged);
    EXPECT_EQ(openFault(), Code::Damaged);
    EXPECT_EQ(bytes(), damaged);
}

TEST_F(SqliteOpening, LedgerCutInTheMiddleIsDamage) {
    {
        const auto ledger = Ledger::create(shop());
        Transaction transaction(*ledger);
        for (int i = 0; i < 500; ++i)
            (void)ledger->orders().add(someOrder(), someWindow(), kImportedAt);
        transaction.commit();
    }
    write(bytes().left(bytes().size() / 2));
    const auto use = [&] {
        const auto ledger = Ledger::open(shop());
        if (!ledger->check().isEmpty())
            throw LedgerError(Code::Damaged, {});
    };
    EXPECT_EQ(faultOf(use), Code::Damaged);
}

TEST_F(SqliteOpening, CheckFindsNothingInASoundLedger) {
    const auto ledger = Ledger::create(shop());
    (void)ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    EXPECT_EQ(ledger->check(), QStringList{});
}

TEST_F(SqliteOpening, CheckFindsDamageAndStrayRows) {
    qint64 order = 0;
    {
        const auto ledger = Ledger::create(shop());
        order = ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    }
    runSql("PRAGMA foreign_keys = OFF; DELETE FROM shop_order;");
    EXPECT_FALSE(Ledger::open(shop())->check().isEmpty());
    EXPECT_EQ(order, 1);
}

TEST_F(SqliteOpening, WriteAheadLogAndFullFlushAreOn) {
    const auto ledger = Ledger::create(shop());
    ledger->settings().set(QStringLiteral("a"), QStringLiteral("b"));
    EXPECT_TRUE(files().contains(QStringLiteral("shop.ledger-wal")));
}

TEST_F(SqliteOpening, WhatWasCommittedSurvivesAKill) {
    const pid_t child = ::fork();
    if (child == 0) {
        const auto ledger = Ledger::create(shop());
        ledger->settings().set(QStringLiteral("a"), QStringLiteral("kept"));
        const Transaction transaction(*ledger);
        ledger->settings().set(QStringLiteral("a"), QStringLiteral("never committed"));
        ::_exit(0);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_EQ(status, 0);
    EXPECT_EQ(Ledger::open(shop())->settings().value(QStringLiteral("a")), QStringLiteral("kept"));
}

class PostgresOpening : public testing::Test {
protected:
    LedgerAddress m_address;
    PostgresServer* m_server = nullptr;

    void SetUp() override {
        QString why;
        m_server = sharedPostgres(why);
        if (!m_server)
            GTEST_SKIP() << why.toStdString();
        m_address = m_server->freshDatabase();
    }
    void runSql(const char* sql) {
        (void)m_server->run(m_address.database, QString::fromUtf8(sql));
    }
};

TEST_F(PostgresOpening, NewLedgerIsMadeAndOpenedAgain) {
    EXPECT_EQ(faultOf([&] { (void)Ledger::open(m_address); }), Code::NotALedger);
    EXPECT_TRUE(Ledger::create(m_address)->created());
    EXPECT_FALSE(Ledger::create(m_address)->created());
    EXPECT_GE(Ledger::open(m_address)->schema(), 1);
}

TEST_F(PostgresOpening, OtherProgramsDatabaseIsRefused) {
    runSql("CREATE TABLE photo (id INTEGER)");
    EXPECT_EQ(faultOf([&] { (void)Ledger::create(m_address); }), Code::NotALedger);
    EXPECT_EQ(m_server->run(m_address.database, QStringLiteral("SELECT COUNT(*) FROM pg_tables "
                                                               "WHERE schemaname = 'public'")),
              QStringLiteral("1"));
}

TEST_F(PostgresOpening, MissingDatabaseAndServerAreSaid) {
    LedgerAddress address = m_address;
    address.database = QStringLiteral("nix");
    EXPECT_EQ(faultOf([&] { (void)Ledger::create(address); }), Code::CannotOpen);
    address.host = QStringLiteral("/nowhere");
    EXPECT_EQ(faultOf([&] { (void)Ledger::open(address); }), Code::CannotOpen);
}

TEST_F(PostgresOpening, PasswordIsNotInTheSentence) {
    LedgerAddress address = m_address;
    address.database = QStringLiteral("nix");
    address.password = QStringLiteral("s3cret");
    EXPECT_FALSE(sentenceOf([&] { (void)Ledger::open(address); }).contains(address.password));
}

TEST_F(PostgresOpening, NewerSchemaIsRefused) {
    (void)Ledger::create(m_address);
    runSql("UPDATE packbench_ledger SET version = 999");
    EXPECT_EQ(faultOf([&] { (void)Ledger::open(m_address); }), Code::SchemaTooNew);
}

TEST_F(PostgresOpening, DatabaseThatCannotKeepChineseIsRefused) {
    runSql("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
    LedgerAddress address = m_address;
    address.database = QStringLiteral("latin");
    EXPECT_TRUE(sentenceOf([&] {
                    (void)Ledger::create(address);
                }).contains(QLatin1String("make the database with UTF8")));
}

TEST_F(PostgresOpening, DatabaseThatMayOnlyBeReadIsRefused) {
    (void)Ledger::create(m_address);
    m_server->run(QStringLiteral("postgres"),
                  QStringLiteral("ALTER DATABASE %1 SET default_transaction_read_only = on")
                      .arg(m_address.database));
    EXPECT_EQ(faultOf([&] { (void)Ledger::open(m_address); }), Code::CannotOpen);
}

TEST_F(PostgresOpening, SeveralBenchesMayHaveItOpen) {
    const auto first = Ledger::create(m_address);
    const auto second = Ledger::open(m_address);
    first->settings().set(QStringLiteral("a"), QStringLiteral("b"));
    EXPECT_EQ(second->settings().value(QStringLiteral("a")), QStringLiteral("b"));
}

} // namespace
} // namespace packbench
