// A COMMIT without an answer: the ledger is opened again and asked what it holds.
#include "brokendisk.h"
#include "ledgertest.h"

#include "ledger/auditreader.h"
#include "ledger/commandkey.h"

#include "support/cuttingproxy.h"
#include "support/postgresserver.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

const QString kName = QStringLiteral("a");

/// What both databases have in common: a ledger, and how often it had to look.
class Doubt : public testing::Test {
protected:
    void watch() {
        m_ledger->whenInDoubt([this](int attempt) {
            m_told += attempt;
            return attempt <= m_patience;
        });
    }
    void setInTransaction(const QString& value) {
        Transaction transaction(*m_ledger);
        m_ledger->commands().add({m_key, QStringLiteral("set"), "h", value, Instant{1}, {}});
        m_ledger->settings().set(kName, value);
        transaction.commit();
    }
    void expectStoredOnce(const QString& value) {
        EXPECT_EQ(m_ledger->settings().value(kName), value);
        ASSERT_TRUE(m_ledger->commands().find(m_key));
        EXPECT_EQ(m_ledger->audit().head().seq, m_before + 1);
        EXPECT_TRUE(AuditReader(m_address).verify().isSound());
    }

    LedgerAddress m_address;
    std::unique_ptr<Ledger> m_ledger;
    QString m_key = newCommandKey(Instant{1'800'000'000'000});
    qint64 m_before = 0;
    int m_patience = 20;
    QList<int> m_told;
};

class SqliteDoubt : public Doubt {
protected:
    void SetUp() override {
        m_address.path = m_folder.filePath(QStringLiteral("shop.ledger"));
        m_ledger = Ledger::create(m_address);
        m_before = m_ledger->audit().head().seq;
        watch();
    }
    void TearDown() override { m_ledger.reset(); }

    QTemporaryDir m_folder;
    BrokenDisk m_disk;
};

TEST_F(SqliteDoubt, WhatWasStoredInSpiteOfTheErrorIsTakenAsStored) {
    m_disk.failSyncs(2); // the COMMIT's, and that of the closing which would throw it away
    setInTransaction(QStringLiteral("b"));
    EXPECT_EQ(m_told, (QList<int>{1, 0}));
    expectStoredOnce(QStringLiteral("b"));
}

TEST_F(SqliteDoubt, WhatWasNotStoredIsSaidToBeNotStored) {
    m_disk.failSyncs(1);
    EXPECT_EQ(faultOf([&] { setInTransaction(QStringLiteral("b")); }), Code::NotStored);
    EXPECT_EQ(m_told, (QList<int>{1, 0}));
    EXPECT_EQ(m_ledger->settings().value(kName), QString());
    EXPECT_FALSE(m_ledger->commands().find(m_key));
    setInTransaction(QStringLiteral("b"));
    expectStoredOnce(QStringLiteral("b"));
}

TEST_F(SqliteDoubt, DoneAgainUntilItIsStoredItIsThereOnce) {
    for (const int fails : {1, 2, 3, 4}) {
        const qint64 before = m_ledger->audit().head().seq;
        m_disk.failSyncs(fails);
        m_ledger->settings().set(kName, QString::number(fails));
        EXPECT_EQ(m_ledger->settings().value(kName), QString::number(fails));
        EXPECT_EQ(m_ledger->audit().head().seq, before + 1) << fails;
    }
    m_disk.failSyncs(0);
    EXPECT_TRUE(m_ledger->check().isEmpty());
    EXPECT_TRUE(AuditReader(m_address).verify().isSound());
}

TEST_F(SqliteDoubt, WhoeverLosesPatienceIsToldThatItIsNotKnown) {
    m_patience = 0;
    m_disk.failSync(true);
    EXPECT_EQ(faultOf([&] { setInTransaction(QStringLiteral("b")); }), Code::CommitUnknown);
    m_disk.failSync(false);
    EXPECT_EQ(faultOf([&] { (void)m_ledger->settings().value(kName); }), Code::Statement);
}

TEST_F(SqliteDoubt, TheFileStaysLockedWhileItIsOpenedAgain) {
    m_disk.failSyncs(1);
    m_ledger->whenInDoubt([this](int) {
        EXPECT_EQ(faultOf([&] { (void)Ledger::open(m_address); }), Code::AlreadyOpen);
        return true;
    });
    m_ledger->settings().set(kName, kName);
    EXPECT_EQ(faultOf([&] { (void)Ledger::open(m_address); }), Code::AlreadyOpen);
}

TEST_F(SqliteDoubt, ItIsSetUpAsBeforeWhenItIsOpenAgain) {
    m_disk.failSyncs(1);
    m_ledger->settings().set(kName, kName);
    m_disk.failSyncs(1); // FULL again: every COMMIT is flushed
    m_told.clear();
    m_ledger->settings().set(kName, QStringLiteral("b"));
    EXPECT_FALSE(m_told.isEmpty());
}

class PostgresDoubt : public Doubt {
protected:
    void SetUp() override {
        QString why;
        m_server = sharedPostgres(why);
        if (!m_server)
            GTEST_SKIP() << why.toStdString();
        m_address = m_server->freshDatabase();
        (void)Ledger::create(m_address);
        m_proxy = std::make_unique<CuttingProxy>(m_address.host);
        LedgerAddress through = m_address;
        through.host = m_proxy->folder();
        QFile::copy(auditKeyPath(m_address), auditKeyPath(through));
        m_ledger = Ledger::open(through);
        m_before = m_ledger->audit().head().seq;
        watch();
    }
    void TearDown() override {
        m_ledger.reset();
        m_proxy.reset();
    }

    PostgresServer* m_server = nullptr;
    std::unique_ptr<CuttingProxy> m_proxy;
};

TEST_F(PostgresDoubt, AnAnswerThatWasLostIsLookedUp) {
    m_proxy->cut(CuttingProxy::Cut::AfterCommit);
    setInTransaction(QStringLiteral("b"));
    EXPECT_EQ(m_proxy->cuts(), 1);
    EXPECT_EQ(m_told, (QList<int>{1, 0}));
    expectStoredOnce(QStringLiteral("b"));
}

TEST_F(PostgresDoubt, ACommitThatNeverArrivedWasNotStored) {
    m_proxy->cut(CuttingProxy::Cut::BeforeCommit);
    EXPECT_EQ(faultOf([&] { setInTransaction(QStringLiteral("b")); }), Code::NotStored);
    EXPECT_FALSE(m_ledger->commands().find(m_key));
    setInTransaction(QStringLiteral("b"));
    expectStoredOnce(QStringLiteral("b"));
}

TEST_F(PostgresDoubt, ThreeAttemptsTwoLostAnswersOneRow) {
    m_proxy->cut(CuttingProxy::Cut::AfterCommit, 2);
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (!m_ledger->commands().find(m_key))
            setInTransaction(QStringLiteral("b"));
    }
    m_ledger->settings().set(kName, QStringLiteral("c"));
    EXPECT_EQ(m_proxy->cuts(), 2);
    EXPECT_EQ(m_server->run(m_address.database, QStringLiteral("SELECT COUNT(*) FROM command")),
              QStringLiteral("1"));
    EXPECT_EQ(m_ledger->audit().head().seq, m_before + 2);
}

TEST_F(PostgresDoubt, AServerThatIsAwayForAWhileIsAskedUntilItIsBack) {
    m_proxy->cut(CuttingProxy::Cut::AfterCommit);
    m_proxy->refuse(true);
    m_ledger->whenInDoubt([this](int attempt) {
        m_told += attempt;
        if (attempt == 4)
            m_proxy->refuse(false);
        return true;
    });
    setInTransaction(QStringLiteral("b"));
    EXPECT_EQ(m_told, (QList<int>{1, 2, 3, 4, 0}));
    expectStoredOnce(QStringLiteral("b"));
}

TEST_F(PostgresDoubt, AConnectionThatBrokeBetweenTwoActsIsMadeAgain) {
    m_server->run(QStringLiteral("postgres"),
                  QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                 "WHERE datname = '%1'")
                      .arg(m_address.database));
    m_ledger->settings().set(kName, QStringLiteral("b"));
    EXPECT_EQ(m_ledger->settings().value(kName), QStringLiteral("b"));
    EXPECT_EQ(m_ledger->audit().head().seq, m_before + 1);
}

TEST_F(PostgresDoubt, AConnectionThatBreaksInsideTakesAllOfItBackAndDoesItAgain) {
    bool isCut = false;
    untilStored([&] {
        Transaction transaction(*m_ledger);
        m_ledger->settings().set(kName, QStringLiteral("b"));
        if (!std::exchange(isCut, true))
            m_server->run(QStringLiteral("postgres"),
                          QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM "
                                         "pg_stat_activity WHERE datname = '%1'")
                              .arg(m_address.database));
        m_ledger->settings().set(QStringLiteral("c"), QStringLiteral("d"));
        transaction.commit();
    });
    EXPECT_EQ(m_ledger->audit().head().seq, m_before + 2);
}

} // namespace
} // namespace packbench
