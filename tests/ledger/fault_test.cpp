#include "brokendisk.h"
#include "ledgertest.h"

#include "support/postgresserver.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

const QString kA = QStringLiteral("a");
const QString kB = QStringLiteral("b");

class TransactionTest : public LedgerTest {
protected:
    void violate() { (void)orders().add({}, {}, kImportedAt); } // an order without a number
};
ON_BOTH_DATABASES(TransactionTest);

TEST_P(TransactionTest, CommittedStaysAndUncommittedGoes) {
    {
        Transaction transaction(ledger());
        ledger().settings().set(kA, kA);
        transaction.commit();
    }
    {
        Transaction transaction(ledger());
        ledger().settings().set(kA, kB);
    }
    EXPECT_EQ(ledger().settings().value(kA), kA);
}

TEST_P(TransactionTest, ErrorTakesTheWholeTransactionBackOnBothDatabases) {
    {
        Transaction transaction(ledger());
        ledger().settings().set(kA, kA);
        EXPECT_EQ(faultOf([&] { violate(); }), Code::Constraint);
        EXPECT_EQ(faultOf([&] { ledger().settings().set(kB, kB); }), Code::Statement);
        EXPECT_EQ(faultOf([&] { transaction.commit(); }), Code::Statement);
    }
    EXPECT_TRUE(ledger().settings().all().isEmpty());
}

TEST_P(TransactionTest, NextTransactionWorksAfterAnError) {
    EXPECT_EQ(faultOf([&] {
                  Transaction transaction(ledger());
                  violate();
              }),
              Code::Constraint);
    Transaction transaction(ledger());
    ledger().settings().set(kA, kA);
    transaction.commit();
    EXPECT_EQ(ledger().settings().value(kA), kA);
}

TEST_P(TransactionTest, RefusalByRuleLeavesTheTransactionUsable) {
    Transaction transaction(ledger());
    ledger().settings().set(kA, kA);
    EXPECT_EQ(faultOf([&] { ledger().waybills().setState(kA, WaybillState::Void); }),
              Code::Constraint);
    transaction.commit();
    EXPECT_EQ(ledger().settings().value(kA), kA);
}

TEST_P(TransactionTest, ErrorSentenceSaysWhatItMeans) {
    EXPECT_TRUE(sentenceOf([&] { violate(); }).contains(QLatin1String("nothing was stored")));
}

class SqliteFault : public testing::Test {
protected:
    void SetUp() override {
        m_address.path = m_folder.filePath(QStringLiteral("shop.ledger"));
        m_ledger = Ledger::create(m_address);
        m_ledger->settings().set(kA, kA);
    }
    void reopen() {
        m_ledger.reset();
        m_ledger = Ledger::open(m_address);
    }
    void setInTransaction(const QString& value) {
        Transaction transaction(*m_ledger);
        m_ledger->settings().set(kA, value);
        transaction.commit();
    }

    QTemporaryDir m_folder;
    LedgerAddress m_address;
    BrokenDisk m_disk;
    std::unique_ptr<Ledger> m_ledger;
};

TEST_F(SqliteFault, FlushThatFailsAtCommitIsUnknown) {
    m_disk.failSync(true);
    EXPECT_EQ(faultOf([&] { setInTransaction(kB); }), Code::CommitUnknown);
}

TEST_F(SqliteFault, FlushThatFailsWithoutATransactionIsUnknownToo) {
    m_disk.failSync(true);
    EXPECT_EQ(faultOf([&] { m_ledger->settings().set(kA, kB); }), Code::CommitUnknown);
}

TEST_F(SqliteFault, AfterAnUnknownCommitNothingGoesOnUntilReopened) {
    m_disk.failSync(true);
    EXPECT_EQ(faultOf([&] { setInTransaction(kB); }), Code::CommitUnknown);
    m_disk.failSync(false);
    EXPECT_EQ(faultOf([&] { (void)m_ledger->settings().value(kA); }), Code::Statement);
    EXPECT_EQ(faultOf([&] { setInTransaction(kB); }), Code::Statement);
    reopen();
    const QString found = m_ledger->settings().value(kA);
    EXPECT_TRUE(found == kA || found == kB);
    setInTransaction(QStringLiteral("c"));
    EXPECT_EQ(m_ledger->settings().value(kA), QStringLiteral("c"));
    EXPECT_TRUE(m_ledger->check().isEmpty());
}

TEST_F(SqliteFault, AScanIsFlushedWithItsVerdictAndTheVerdictAlways) {
    RawScan scan;
    scan.text = QStringLiteral("6901234567892");
    m_disk.failSync(true);
    const qint64 id = m_ledger->scans().record(scan, ScanJournal::Flush::WithVerdict);
    EXPECT_EQ(faultOf([&] { m_ledger->scans().judged(id, {}, QStringLiteral("accepted"), 0); }),
              Code::CommitUnknown);
}

TEST_F(SqliteFault, AScanThatMayBeHeldIsFlushedAtOnce) {
    m_disk.failSync(true);
    EXPECT_EQ(faultOf([&] { (void)m_ledger->scans().record({}); }), Code::CommitUnknown);
}

TEST_F(SqliteFault, FullDiskStoresNothingAndSaysSo) {
    m_disk.failWrite(true);
    EXPECT_EQ(faultOf([&] { setInTransaction(kB); }), Code::DiskFull);
    EXPECT_EQ(faultOf([&] { m_ledger->settings().set(kA, kB); }), Code::DiskFull);
    EXPECT_EQ(m_ledger->settings().value(kA), kA);
}

TEST_F(SqliteFault, WorkGoesOnWhenTheDiskHasRoomAgain) {
    m_disk.failWrite(true);
    EXPECT_EQ(faultOf([&] { setInTransaction(kB); }), Code::DiskFull);
    m_disk.failWrite(false);
    setInTransaction(kB);
    reopen();
    EXPECT_EQ(m_ledger->settings().value(kA), kB);
    EXPECT_TRUE(m_ledger->check().isEmpty());
}

TEST_F(SqliteFault, ReturnedRowIsNotBelievedBeforeItsCommit) {
    const qint64 order = m_ledger->orders().add(someOrder(), {}, kImportedAt);
    ParcelRecord parcel;
    parcel.orderId = order;
    parcel.id = m_ledger->labels().addParcel(parcel);
    (void)m_ledger->waybills().add(kA, kB);
    m_disk.failSync(true);
    EXPECT_EQ(faultOf([&] { (void)m_ledger->waybills().reserve(kB, parcel.id); }),
              Code::CommitUnknown);
}

class PostgresFault : public testing::Test {
protected:
    void SetUp() override {
        QString why;
        m_server = sharedPostgres(why);
        if (!m_server)
            GTEST_SKIP() << why.toStdString();
        m_address = m_server->freshDatabase();
        m_ledger = Ledger::create(m_address);
        m_ledger->settings().set(kA, kA);
    }
    void cutOff() {
        m_server->run(QStringLiteral("postgres"),
                      QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                                     "WHERE datname = '%1'")
                          .arg(m_address.database));
    }

    PostgresServer* m_server = nullptr;
    LedgerAddress m_address;
    std::unique_ptr<Ledger> m_ledger;
};

/// The audit chain's entries go just before the COMMIT: they find out first.
TEST_F(PostgresFault, ConnectionLostBeforeCommitStoresNothing) {
    {
        Transaction transaction(*m_ledger);
        m_ledger->settings().set(kA, kB);
        cutOff();
        EXPECT_EQ(faultOf([&] { transaction.commit(); }), Code::Statement);
    }
    m_ledger.reset();
    EXPECT_EQ(Ledger::open(m_address)->settings().value(kA), kA);
}

TEST_F(PostgresFault, ConnectionLostWithoutATransactionIsUnknownToo) {
    cutOff();
    EXPECT_EQ(faultOf([&] { m_ledger->settings().set(kA, kB); }), Code::CommitUnknown);
    EXPECT_EQ(faultOf([&] { (void)m_ledger->settings().value(kA); }), Code::Statement);
}

TEST_F(PostgresFault, ConnectionLostInsideATransactionTakesItBack) {
    {
        Transaction transaction(*m_ledger);
        m_ledger->settings().set(kA, kB);
        cutOff();
        EXPECT_EQ(faultOf([&] { m_ledger->settings().set(kB, kB); }), Code::Statement);
    }
    m_ledger.reset();
    EXPECT_EQ(Ledger::open(m_address)->settings().value(kA), kA);
}

} // namespace
} // namespace packbench
