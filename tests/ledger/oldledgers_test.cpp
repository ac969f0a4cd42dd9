#include "killingdisk.h"
#include "ledger/migrations.h"
#include "ledger/opening.h"
#include "ledgertest.h"
#include "oldledger.h"

#include "support/postgresserver.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <random>

#include <sys/wait.h>
#include <unistd.h>

namespace packbench {
namespace {

using Code = LedgerError::Code;
using Fault = KillingDisk::Fault;

const QString kOldChain = QStringLiteral("bench=07/0011223344556677"); ///< of rows-0005.sql
constexpr int kMostWrites = 5000; ///< far more than any migration makes

/// Making a ledger, or migrating an old one, takes some hundred writes: unless all are asked for, a
/// fifth of them is met, another fifth each time.
bool meetsAll() {
    return qEnvironmentVariableIsSet("PACKBENCH_EVERY_KILL");
}

int stride() {
    return meetsAll() ? 1 : 5;
}

int firstWrite() {
    if (meetsAll())
        return 1;
    static const unsigned seed = [] {
        bool isSet = false;
        const unsigned given = qEnvironmentVariable("PACKBENCH_SEED").toUInt(&isSet);
        const unsigned chosen = isSet ? given : std::random_device{}() % 100'000;
        std::printf("PACKBENCH_SEED=%u plays this again\n", chosen);
        return chosen;
    }();
    return 1 + int(seed % unsigned(stride()));
}

/// Released migrations, as they were released: a change of one would part the ledgers there are.
TEST(ReleasedMigrations, AreWhatTheyWere) {
    const QHash<QString, QByteArray> released{
        {QStringLiteral("0001_ledger.sql"),
         "a6942794e1642862e95b2f0cd5001477d8b65882c20f3679cbba14eff5501ecc"},
        {QStringLiteral("0001_ledger.postgres.sql"),
         "2c9d5778e6ee54a58766b3a1e2f0c24aa89849092c2573b02f024f067b902146"},
        {QStringLiteral("0002_label_template.sql"),
         "ff9c300c4fdcd8db132dd207541b8e025b71d837e81a1d83383537a26ac3dff3"},
        {QStringLiteral("0002_label_template.postgres.sql"),
         "79f9a2baa22c7d15fe3cc17599caa1da42f0e9a33717d9ade171d2845bb2d69d"},
        {QStringLiteral("0003_incoming_label.sql"),
         "6fda6018774e4c4165dff9b18f9ef80610ded70a1511d68b476e2c207e2cffe5"},
        {QStringLiteral("0003_incoming_label.postgres.sql"),
         "80d30d48b66b682df12ba0aea21c5ae543cbd54ff4c4bc76e1691432ac1b944b"}};
    (void)migrations(false);
    for (auto one = released.cbegin(); one != released.cend(); ++one) {
        QFile file(QStringLiteral(":/packbench/ledger/migrations/") + one.key());
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << one.key().toStdString();
        EXPECT_EQ(QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex(),
                  one.value())
            << one.key().toStdString();
    }
}

/// Opens the ledger as any program does and holds it against the rows it had.
void expectWhole(const LedgerAddress& address, const LedgerRows& before, const std::string& where) {
    {
        const auto ledger = Ledger::create(address);
        EXPECT_EQ(ledger->schema(), newestSchema()) << where;
        EXPECT_EQ(ledger->check(), QStringList()) << where;
        ledger->settings().set(QStringLiteral("migration.tried"), QStringLiteral("yes"));
    }
    LedgerRows now = rowsIn(address);
    // Opening it begins this machine's own chain.
    now[QStringLiteral("audit_entry")].erase(
        std::remove_if(now[QStringLiteral("audit_entry")].begin(),
                       now[QStringLiteral("audit_entry")].end(),
                       [](const QString& row) { return !row.contains(kOldChain); }),
        now[QStringLiteral("audit_entry")].end());
    now[QStringLiteral("setting")].removeAll(QStringLiteral("name=migration.tried|value=yes"));
    EXPECT_EQ(sameColumns(before, now), before) << where;
}

class OldSqliteLedgers : public testing::TestWithParam<int> {
protected:
    LedgerAddress fresh() {
        LedgerAddress address;
        address.path = m_folder.filePath(QStringLiteral("ledger-%1.db").arg(++m_made));
        return address;
    }
    /// A copy of the old ledger, which was closed whole: one file.
    LedgerAddress copy() {
        const LedgerAddress address = fresh();
        if (GetParam() > 0) {
            EXPECT_TRUE(QFile::copy(m_old.path, address.path));
        }
        return address;
    }
    void SetUp() override {
        if (GetParam() == 0)
            return;
        m_old = fresh();
        makeOldLedger(m_old, GetParam());
        m_before = rowsIn(m_old);
        ASSERT_FALSE(QFile::exists(m_old.path + QStringLiteral("-wal")) &&
                     QFileInfo(m_old.path + QStringLiteral("-wal")).size() > 0);
        for (auto table = m_before.cbegin(); table != m_before.cend(); ++table)
            ASSERT_FALSE(table->isEmpty()) << table.key().toStdString() << " has no rows";
    }
    /// A process of its own that opens the ledger and dies at its Nth write. @returns whether it
    /// was killed
    bool killedAt(const LedgerAddress& address, int nth) {
        const pid_t child = ::fork();
        if (child == 0) {
            const KillingDisk disk(nth, Fault::Kill);
            try {
                (void)Ledger::create(address);
            } catch (...) {
                ::_exit(2);
            }
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0) << "at write " << nth;
        return WIFSIGNALED(status);
    }

    QTemporaryDir m_folder;
    int m_made = 0;
    LedgerAddress m_old;
    LedgerRows m_before;
};
INSTANTIATE_TEST_SUITE_P(EverySchema, OldSqliteLedgers,
                         testing::Range(0, migrations(false).constLast().number + 1));

TEST_P(OldSqliteLedgers, KeepTheirRows) {
    expectWhole(copy(), m_before, "once");
}

TEST_P(OldSqliteLedgers, AreKilledAtEveryWriteAndComeUpWhole) {
    int nth = firstWrite();
    for (; nth < kMostWrites; nth += stride()) {
        const LedgerAddress address = copy();
        const bool wasKilled = killedAt(address, nth);
        expectWhole(address, m_before, "killed at write " + std::to_string(nth));
        for (const char* companion : {"", "-wal", "-shm", ".lock"})
            QFile::remove(address.path + QLatin1String(companion));
        if (!wasKilled)
            break;
    }
    EXPECT_GT(nth, GetParam() == newestSchema() ? 0 : stride()) << "nothing was written at all";
    EXPECT_LT(nth, kMostWrites);
    std::printf("last write met: %d\n", nth - 1);
}

TEST_P(OldSqliteLedgers, SurviveTheKillOfTheirRecovery) {
    const LedgerAddress address = copy();
    for (int nth = 2; nth < 40; nth += 3) {
        (void)killedAt(address, nth); // the same ledger again and again, later every time
    }
    expectWhole(address, m_before, "after many kills");
}

TEST_P(OldSqliteLedgers, FullAndBrokenDisksLeaveThemAsTheyWere) {
    for (const Fault fault : {Fault::NoSpace, Fault::IoError}) {
        for (int nth = firstWrite(); nth < kMostWrites; nth += stride()) {
            const LedgerAddress address = copy();
            bool failed = false;
            {
                const KillingDisk disk(nth, fault);
                failed = faultOf([&] { (void)Ledger::create(address); }).has_value();
                if (!KillingDisk::happened())
                    nth = kMostWrites;
            }
            if (failed || nth == kMostWrites)
                expectWhole(address, m_before, "failed at write " + std::to_string(nth));
        }
    }
}

class OldPostgresLedgers : public testing::Test {
protected:
    void SetUp() override {
        QString why;
        m_server = sharedPostgres(why);
        if (!m_server)
            GTEST_SKIP() << why.toStdString();
    }
    PostgresServer* m_server = nullptr;
};

TEST_F(OldPostgresLedgers, KeepTheirRows) {
    for (int schema = 0; schema <= newestSchema(); ++schema) {
        const LedgerAddress address = m_server->freshDatabase();
        makeOldLedger(address, schema);
        const LedgerRows before = rowsIn(address);
        expectWhole(address, before, "schema " + std::to_string(schema));
    }
}

/// The server ends our connection after every statement of every step.
TEST_F(OldPostgresLedgers, LoseTheirServerAtEveryStatementAndComeUpWhole) {
    const auto steps = migrations(true);
    for (const Migration& step : steps) {
        const LedgerAddress old = m_server->freshDatabase();
        makeOldLedger(old, step.number - 1);
        const LedgerRows before = rowsIn(old);
        const int stride = step.number == 1 ? 9 : 2; // the first has very many statements
        for (qsizetype at = 0; at <= step.statements.size(); at += stride) {
            const LedgerAddress address = m_server->freshDatabase(old.database);
            Migration cut = step;
            cut.statements.insert(at,
                                  QStringLiteral("SELECT pg_terminate_backend(pg_backend_pid())"));
            {
                const auto database = openDatabase(address, true);
                EXPECT_TRUE(faultOf([&] { (void)migrate(*database, {cut}); }).has_value());
            }
            expectWhole(address, before,
                        step.name.toStdString() + " cut at statement " + std::to_string(at));
        }
    }
}

} // namespace
} // namespace packbench
