#include "ledger/ledgerorigin.h"

#include "ledger/backup.h"
#include "ledger/restore.h"
#include "ledgertest.h"
#include "oldledger.h"

#include <QDir>
#include <QFile>

namespace packbench {
namespace {

using Code = LedgerError::Code;

constexpr Instant kNow{1'790'000'000'000};

/// Two ledgers in one folder, and backups of them.
class SqliteLedgerOrigin : public testing::Test {
protected:
    [[nodiscard]] QString at(const char* name) const {
        return m_folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] LedgerAddress addressOf(const char* name) const {
        LedgerAddress address;
        address.path = at(name);
        return address;
    }
    /// A ledger in which somebody has worked.
    void make(const char* name, bool isSimulation = false) const {
        const auto ledger = Ledger::create(addressOf(name));
        if (isSimulation)
            ledger->settings().set(QStringLiteral("ledger.simulation"), QStringLiteral("yes"));
        ledger->settings().set(QStringLiteral("sender.name"), QLatin1String(name));
        (void)ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    }
    [[nodiscard]] QString nameIn(const char* ledger) const {
        return Ledger::settingsOf(addressOf(ledger)).value(QStringLiteral("sender.name"));
    }
    /// Takes the ledger away, its secret stays.
    void lose(const char* name) const {
        for (const char* part : {"", "-wal", "-shm", ".lock"})
            QFile::remove(at(name) + QLatin1String(part));
    }
    QString refused(const char* ledger, const char* backup) const {
        EXPECT_EQ(faultOf([&] { (void)restoreLedger(addressOf(ledger), at(backup), kNow); }),
                  Code::Constraint);
        return sentenceOf([&] { (void)restoreLedger(addressOf(ledger), at(backup), kNow); });
    }
    Restored restored(const char* ledger, const char* backup, const QString& why = {}) const {
        return restoreLedger(addressOf(ledger), at(backup), kNow, why);
    }
    [[nodiscard]] QStringList replacedOnes() const {
        return QDir(m_folder.path()).entryList({QStringLiteral("*.replaced-*")}, QDir::Files);
    }

    QTemporaryDir m_folder;
};

TEST_F(SqliteLedgerOrigin, AnotherLedgersBackupIsRefusedAndNamed) {
    make("ours.db");
    make("theirs.db");
    (void)backUp(addressOf("theirs.db"), at("b.db"));
    const QString said = refused("ours.db", "b.db");
    for (const char* ledger : {"ours.db", "theirs.db"}) {
        const QString chain = Ledger::open(addressOf(ledger))->audit().chain();
        EXPECT_TRUE(said.contains(chain)) << said.toStdString();
    }
    EXPECT_TRUE(said.contains(QLatin1String("--other-ledger"))) << said.toStdString();
    EXPECT_EQ(nameIn("ours.db"), QStringLiteral("ours.db"));
    EXPECT_TRUE(replacedOnes().isEmpty());
    EXPECT_FALSE(QFile::exists(at("ours.db.restoring")) || QFile::exists(at("ours.db.restored")));
}

TEST_F(SqliteLedgerOrigin, ASimulationTakesNoRealLedgersPlace) {
    make("ours.db");
    make("play.db", true);
    (void)backUp(addressOf("play.db"), at("b.db"));
    EXPECT_TRUE(refused("ours.db", "b.db").contains(QLatin1String("a simulation")));
    (void)Ledger::create(addressOf("new.db"));
    EXPECT_TRUE(refused("new.db", "b.db").contains(QLatin1String("a simulation")))
        << "a new real one does not become a simulation by itself either";
}

TEST_F(SqliteLedgerOrigin, WithAReasonItTakesThePlaceAndTheReasonIsKept) {
    make("ours.db");
    make("theirs.db");
    (void)backUp(addressOf("theirs.db"), at("b.db"));
    const Restored done = restored("ours.db", "b.db", QStringLiteral("the other bench burnt"));
    EXPECT_TRUE(done.findings.first().contains(QLatin1String("the other bench burnt")));
    EXPECT_EQ(nameIn("ours.db"), QStringLiteral("theirs.db"));
    LedgerAddress before;
    before.path = done.replaced;
    EXPECT_EQ(Ledger::settingsOf(before).value(QStringLiteral("sender.name")),
              QStringLiteral("ours.db"));
    EXPECT_EQ(Ledger::open(addressOf("ours.db"))->quarantine().epoch()->backup,
              QStringLiteral("b.db (the other bench burnt)"));
}

TEST_F(SqliteLedgerOrigin, NothingThatWasPlayedGoesIntoARealLedger) {
    make("theirs.db");
    (void)backUp(addressOf("theirs.db"), at("b.db"));
    make("play.db", true);
    ShopOrder played = someOrder();
    {
        const auto ledger = Ledger::open(addressOf("play.db"));
        const qint64 id = ledger->orders().add(played, someWindow(), kImportedAt);
        ledger->orders().setHold(id, Hold::ByService, true);
    }
    (void)restored("play.db", "b.db", QStringLiteral("this is the bench now"));
    EXPECT_FALSE(Ledger::open(addressOf("play.db"))->orders().find(played.key));
}

TEST_F(SqliteLedgerOrigin, WhereThereIsNoLedgerOrANewOneEveryBackupMayGo) {
    make("theirs.db");
    (void)backUp(addressOf("theirs.db"), at("b.db"));
    EXPECT_TRUE(restored("nothing.db", "b.db").replaced.isEmpty());
    EXPECT_EQ(nameIn("nothing.db"), QStringLiteral("theirs.db"));
    (void)Ledger::create(addressOf("new.db"));
    EXPECT_FALSE(restored("new.db", "b.db").replaced.isEmpty());
    EXPECT_EQ(nameIn("new.db"), QStringLiteral("theirs.db"));
}

TEST_F(SqliteLedgerOrigin, OnAnotherMachineItGoesOnAndStaysTheSameLedger) {
    make("ours.db");
    (void)backUp(addressOf("ours.db"), at("b.db"));
    (void)restored("elsewhere.db", "b.db");
    Ledger::open(addressOf("elsewhere.db"))
        ->settings()
        .set(QStringLiteral("sender.name"), QStringLiteral("elsewhere"));
    (void)backUp(addressOf("elsewhere.db"), at("c.db"));
    (void)restored("ours.db", "c.db");
    EXPECT_EQ(nameIn("ours.db"), QStringLiteral("elsewhere")) << "its other secret began a chain";
}

TEST_F(SqliteLedgerOrigin, AnOlderBackupOfItsOwnAlwaysMayGo) {
    make("ours.db");
    (void)backUp(addressOf("ours.db"), at("old.db"));
    Ledger::open(addressOf("ours.db"))->settings().set(QStringLiteral("a"), QStringLiteral("b"));
    (void)backUp(addressOf("ours.db"), at("newer.db"));
    (void)restored("ours.db", "old.db");
    Ledger::open(addressOf("ours.db"))->settings().set(QStringLiteral("c"), QStringLiteral("d"));
    (void)restored("ours.db", "newer.db");
    (void)restored("ours.db", "old.db");
}

TEST_F(SqliteLedgerOrigin, AnotherLedgerMadeBesideTheSameSecretIsAnotherOne) {
    make("ours.db");
    (void)backUp(addressOf("ours.db"), at("b.db"));
    lose("ours.db");
    {
        const auto ledger = Ledger::create(addressOf("ours.db"));
        ledger->settings().set(QStringLiteral("sender.name"), QStringLiteral("made anew"));
        (void)ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    }
    (void)refused("ours.db", "b.db");
    EXPECT_EQ(nameIn("ours.db"), QStringLiteral("made anew"));
}

TEST_F(SqliteLedgerOrigin, ABackupFromBeforeThereWereChainsIsKnownByItsScans) {
    makeOldLedger(addressOf("ours.db"), 1);
    (void)backUp(addressOf("ours.db"), at("b.db"));
    (void)Ledger::open(addressOf("ours.db")); // brought up: its chain begins
    EXPECT_EQ(restored("ours.db", "b.db").epoch, 1);
    make("theirs.db");
    (void)refused("theirs.db", "b.db");
}

} // namespace
} // namespace packbench
