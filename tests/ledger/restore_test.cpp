#include "ledger/restore.h"

#include "ledger/backup.h"
#include "ledgertest.h"
#include "oldledger.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sqlite3.h>

namespace packbench {
namespace {

using Code = LedgerError::Code;

constexpr Instant kNow{1'790'000'000'000};
const QString kCourier = QStringLiteral("zto");

class SqliteRestore : public testing::Test {
protected:
    SqliteRestore() { m_address.path = at("shop.ledger"); }
    void SetUp() override { m_ledger = Ledger::create(m_address); }

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
    [[nodiscard]] QHash<QString, QByteArray> allBytes() const {
        QHash<QString, QByteArray> all;
        const QDir folder(m_folder.path());
        for (const QString& name : folder.entryList(QDir::Files))
            all.insert(name, bytesOf(folder.filePath(name)));
        return all;
    }
    void addNumbers(int from, int to) {
        for (int i = from; i < to; ++i)
            EXPECT_EQ(m_ledger->waybills().add(number(i), kCourier), WaybillPool::Put::Accepted);
    }
    static QString number(int i) {
        return QStringLiteral("7600000000%1").arg(i, 4, 10, QLatin1Char('0'));
    }
    /// Packs an order: its label takes the pool's next number.
    QString packOne() {
        const qint64 order = m_ledger->orders().add(someOrder(), someWindow(), kImportedAt);
        ParcelRecord parcel;
        parcel.orderId = order;
        const qint64 id = m_ledger->labels().addParcel(parcel);
        const auto taken = m_ledger->waybills().reserve(kCourier, id);
        LabelCopy copy;
        copy.parcelId = id;
        copy.orderId = order;
        copy.waybill = taken ? taken->number : QString();
        copy.courier = kCourier;
        copy.preparedAt = kImportedAt;
        (void)m_ledger->labels().prepare(copy);
        return copy.waybill;
    }
    void close() { m_ledger.reset(); }
    void reopen() {
        m_ledger.reset();
        m_ledger = Ledger::open(m_address);
    }
    std::optional<Waybill> reserve() {
        ParcelRecord parcel;
        parcel.orderId = m_ledger->orders().add(someOrder(), someWindow(), kImportedAt);
        return m_ledger->waybills().reserve(kCourier, m_ledger->labels().addParcel(parcel));
    }

    QTemporaryDir m_folder;
    LedgerAddress m_address;
    std::unique_ptr<Ledger> m_ledger;
};

TEST_F(SqliteRestore, TheBackupTakesThePlaceAndTheLedgerBeforeStays) {
    m_ledger->settings().set(QStringLiteral("a"), QStringLiteral("in the backup"));
    (void)backUp(m_address, at("b.db"));
    m_ledger->settings().set(QStringLiteral("a"), QStringLiteral("after it"));
    close();
    const Restored restored = restoreLedger(m_address, at("b.db"), kNow);
    EXPECT_EQ(restored.epoch, 1);
    reopen();
    EXPECT_EQ(m_ledger->settings().value(QStringLiteral("a")), QStringLiteral("in the backup"));
    EXPECT_EQ(m_ledger->check(), QStringList());
    const auto epoch = m_ledger->quarantine().epoch();
    ASSERT_TRUE(epoch);
    EXPECT_EQ(epoch->restoredAt, kNow);
    EXPECT_EQ(epoch->backup, QStringLiteral("b.db"));
    EXPECT_EQ(epoch->replaced, restored.replaced);
    LedgerAddress before;
    before.path = restored.replaced;
    EXPECT_EQ(Ledger::open(before)->settings().value(QStringLiteral("a")),
              QStringLiteral("after it"));
}

TEST_F(SqliteRestore, TheLedgerBeforeKeepsWhatOnlyItsLogHad) {
    (void)backUp(m_address, at("b.db"));
    m_ledger->settings().set(QStringLiteral("a"), QStringLiteral("in the log"));
    // As a kill leaves it: main file and log, copied while it was open.
    ASSERT_TRUE(QFile::copy(m_address.path, at("killed.ledger")));
    ASSERT_TRUE(QFile::copy(m_address.path + QStringLiteral("-wal"), at("killed.ledger-wal")));
    LedgerAddress killed;
    killed.path = at("killed.ledger");
    const Restored restored = restoreLedger(killed, at("b.db"), kNow);
    EXPECT_FALSE(QFile::exists(at("killed.ledger-wal"))) << "a log must never meet another ledger";
    LedgerAddress before;
    before.path = restored.replaced;
    EXPECT_EQ(Ledger::open(before)->settings().value(QStringLiteral("a")),
              QStringLiteral("in the log"));
    EXPECT_EQ(Ledger::open(killed)->settings().value(QStringLiteral("a")), QString());
}

TEST_F(SqliteRestore, FreeNumbersWaitUntilAPersonReleasesThem) {
    addNumbers(0, 5);
    (void)backUp(m_address, at("b.db"));
    close();
    EXPECT_EQ(restoreLedger(m_address, at("b.db"), kNow).quarantined, 5);
    reopen();
    EXPECT_FALSE(reserve());
    EXPECT_EQ(m_ledger->waybills().countFree(kCourier), 0);
    EXPECT_TRUE(m_ledger->quarantine().release(number(3), {{}, QStringLiteral("compared"), kNow}));
    const auto taken = reserve();
    ASSERT_TRUE(taken);
    EXPECT_EQ(taken->number, number(3));
    EXPECT_FALSE(reserve());
}

TEST_F(SqliteRestore, NumbersUsedAfterTheBackupAreVoidAndTheirOrdersAreStopped) {
    addNumbers(0, 5);
    const qint64 order = m_ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    (void)backUp(m_address, at("b.db"));
    const QString used = packOne();
    ParcelRecord parcel;
    parcel.orderId = order;
    LabelCopy copy;
    copy.parcelId = m_ledger->labels().addParcel(parcel);
    copy.orderId = order;
    copy.waybill = m_ledger->waybills().reserve(kCourier, copy.parcelId)->number;
    copy.preparedAt = kImportedAt;
    (void)m_ledger->labels().prepare(copy);
    const QString known = m_ledger->orders().byId(order)->order.key.number;
    close();
    const Restored restored = restoreLedger(m_address, at("b.db"), kNow);
    EXPECT_EQ(restored.voided, 2);
    EXPECT_EQ(restored.quarantined, 3);
    const QString said = restored.findings.join(u'\n');
    EXPECT_TRUE(said.contains(known) && said.contains(used)) << said.toStdString();
    reopen();
    EXPECT_EQ(m_ledger->waybills().find(used)->state, WaybillState::Void);
    EXPECT_TRUE(m_ledger->orders().byId(order)->order.holds.contains(Hold::ByService));
    EXPECT_EQ(m_ledger->waybills().add(used, kCourier), WaybillPool::Put::Unchanged)
        << "the pool's file is imported again";
    EXPECT_EQ(m_ledger->waybills().find(used)->state, WaybillState::Void);
}

TEST_F(SqliteRestore, NumbersImportedAfterTheBackupDoNotComeBackAsFree) {
    (void)backUp(m_address, at("b.db"));
    addNumbers(0, 4);
    const QString used = packOne();
    close();
    (void)restoreLedger(m_address, at("b.db"), kNow);
    reopen();
    addNumbers(1, 4); // the same file again; number 0 was used
    EXPECT_EQ(m_ledger->waybills().add(used, kCourier), WaybillPool::Put::Unchanged);
    EXPECT_FALSE(reserve()) << "until somebody compared";
    EXPECT_EQ(m_ledger->quarantine().releaseAll({{}, QStringLiteral("compared"), kNow}), 3);
    m_ledger->quarantine().close({{}, QStringLiteral("all compared"), kNow});
    addNumbers(10, 11);
    EXPECT_EQ(m_ledger->waybills().countFree(kCourier), 4) << "new ones are free at once again";
}

TEST_F(SqliteRestore, ADamagedLedgerIsReplacedAllTheSame) {
    addNumbers(0, 3);
    for (int i = 0; i < 300; ++i)
        (void)m_ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    (void)backUp(m_address, at("b.db"));
    close();
    QByteArray damaged = bytesOf(m_address.path);
    damaged.replace(100, 800, QByteArray(800, '\x5a'));
    write(m_address.path, damaged);
    const Restored restored = restoreLedger(m_address, at("b.db"), kNow);
    EXPECT_TRUE(restored.findings.join(u'\n').contains(QLatin1String("could not be read")));
    EXPECT_EQ(bytesOf(restored.replaced), damaged) << "never deleted";
    reopen();
    EXPECT_EQ(m_ledger->quarantine().countWaiting(), 3);
    EXPECT_EQ(m_ledger->check(), QStringList());
}

TEST_F(SqliteRestore, AMissingLedgerIsPutBack) {
    m_ledger->settings().set(QStringLiteral("a"), QStringLiteral("b"));
    (void)backUp(m_address, at("b.db"));
    close();
    for (const char* name : {"shop.ledger", "shop.ledger-wal", "shop.ledger-shm"})
        QFile::remove(at(name));
    EXPECT_TRUE(restoreLedger(m_address, at("b.db"), kNow).replaced.isEmpty());
    reopen();
    EXPECT_EQ(m_ledger->settings().value(QStringLiteral("a")), QStringLiteral("b"));
}

TEST_F(SqliteRestore, IsRefusedWhileTheLedgerIsOpen) {
    (void)backUp(m_address, at("b.db"));
    EXPECT_EQ(faultOf([&] { (void)restoreLedger(m_address, at("b.db"), kNow); }),
              Code::AlreadyOpen);
    m_ledger->settings().set(QStringLiteral("a"), QStringLiteral("still works"));
}

TEST_F(SqliteRestore, WhatIsNoGoodBackupTouchesNothing) {
    for (int i = 0; i < 300; ++i)
        (void)m_ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    (void)backUp(m_address, at("damaged.db"));
    (void)backUp(m_address, at("newer.db"));
    close();
    QByteArray damaged = bytesOf(at("damaged.db"));
    write(at("damaged.db"), damaged.replace(20'000, 8'000, QByteArray(8'000, '\x5a')));
    sqlite3* newer = nullptr;
    ASSERT_EQ(sqlite3_open(QFile::encodeName(at("newer.db")).constData(), &newer), SQLITE_OK);
    sqlite3_exec(newer, "PRAGMA user_version = 999", nullptr, nullptr, nullptr);
    sqlite3_close(newer);
    write(at("letter.txt"), "Dear customer");
    const auto before = allBytes();
    EXPECT_EQ(faultOf([&] { (void)restoreLedger(m_address, at("damaged.db"), kNow); }),
              Code::Damaged);
    EXPECT_EQ(faultOf([&] { (void)restoreLedger(m_address, at("newer.db"), kNow); }),
              Code::SchemaTooNew);
    EXPECT_EQ(faultOf([&] { (void)restoreLedger(m_address, at("letter.txt"), kNow); }),
              Code::NotALedger);
    EXPECT_ANY_THROW((void)restoreLedger(m_address, at("missing.db"), kNow));
    EXPECT_ANY_THROW((void)restoreLedger(m_address, m_address.path, kNow));
    EXPECT_EQ(allBytes(), before);
}

TEST_F(SqliteRestore, ACutBackupIsBlamedAndNotTheLedger) {
    for (int i = 0; i < 300; ++i)
        (void)m_ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    (void)backUp(m_address, at("whole.db"));
    close();
    const QByteArray whole = bytesOf(at("whole.db"));
    for (const qsizetype size : {whole.size() / 2, qsizetype(5000), qsizetype(0)}) {
        write(at("half.db"), whole.left(size));
        const auto before = allBytes();
        const QString said =
            sentenceOf([&] { (void)restoreLedger(m_address, at("half.db"), kNow); });
        EXPECT_TRUE(said.contains(QLatin1String("half.db' cannot be restored"))) << size;
        EXPECT_TRUE(said.contains(QLatin1String("Take another backup"))) << said.toStdString();
        EXPECT_FALSE(said.contains(QLatin1String("ledger is damaged"))) << said.toStdString();
        EXPECT_EQ(allBytes(), before);
    }
}

TEST_F(SqliteRestore, ACutRestoreIsNotOpenedAndGoesOn) {
    m_ledger->settings().set(QStringLiteral("a"), QStringLiteral("in the backup"));
    (void)backUp(m_address, at("b.db"));
    m_ledger->settings().set(QStringLiteral("a"), QStringLiteral("after it"));
    close();
    const QString kept = m_address.path + QStringLiteral(".replaced-before");
    write(at("shop.ledger.restoring"), kept.toUtf8());
    ASSERT_TRUE(QFile::rename(m_address.path, kept)); // the worst moment there is
    EXPECT_TRUE(sentenceOf([&] {
                    (void)Ledger::open(m_address);
                }).contains(QLatin1String("packctl restore")));
    EXPECT_EQ(faultOf([&] { (void)Ledger::create(m_address); }), Code::CannotOpen);
    EXPECT_FALSE(QFile::exists(m_address.path)) << "no new ledger in its place";
    EXPECT_EQ(restoreLedger(m_address, at("b.db"), kNow).replaced, kept);
    reopen();
    EXPECT_EQ(m_ledger->settings().value(QStringLiteral("a")), QStringLiteral("in the backup"));
    LedgerAddress before;
    before.path = kept;
    EXPECT_EQ(Ledger::open(before)->settings().value(QStringLiteral("a")),
              QStringLiteral("after it"));
}

TEST_F(SqliteRestore, ABackupOfAnOlderReleaseIsBroughtUp) {
    close();
    LedgerAddress old;
    old.path = at("old.ledger");
    makeOldLedger(old, 1);
    (void)backUp(old, at("b.db"));
    EXPECT_EQ(lookOver(at("b.db")).schema, 1);
    EXPECT_EQ(restoreLedger(m_address, at("b.db"), kNow).quarantined, 2);
    reopen();
    EXPECT_EQ(m_ledger->schema(), newestSchema());
    EXPECT_EQ(m_ledger->check(), QStringList());
}

/// Cut off after its last step nobody knows that it was done, and does it again.
TEST_F(SqliteRestore, DoneTwiceItForgetsNothingOfTheFirstLedger) {
    addNumbers(0, 5);
    const qint64 order = m_ledger->orders().add(someOrder(), someWindow(), kImportedAt);
    (void)backUp(m_address, at("b.db"));
    ParcelRecord parcel;
    parcel.orderId = order;
    LabelCopy copy;
    copy.parcelId = m_ledger->labels().addParcel(parcel);
    copy.orderId = order;
    copy.waybill = m_ledger->waybills().reserve(kCourier, copy.parcelId)->number;
    copy.preparedAt = kImportedAt;
    (void)m_ledger->labels().prepare(copy);
    close();
    const Restored once = restoreLedger(m_address, at("b.db"), kNow);
    const Restored twice = restoreLedger(m_address, at("b.db"), kNow);
    EXPECT_NE(once.replaced, twice.replaced) << "both ledgers are kept, though it was one second";
    EXPECT_TRUE(QFile::exists(once.replaced));
    EXPECT_TRUE(QFile::exists(twice.replaced));
    EXPECT_EQ(twice.voided, 1);
    reopen();
    EXPECT_TRUE(m_ledger->orders().byId(order)->order.holds.contains(Hold::ByService))
        << "a parcel of it may be about";
    EXPECT_EQ(m_ledger->waybills().find(copy.waybill)->state, WaybillState::Void);
}

TEST_F(SqliteRestore, TheBackupsTimeIsTheWarehousesWithItsOffset) {
    m_ledger->settings().set(QStringLiteral("warehouse.zone"), QStringLiteral("Asia/Tokyo"));
    RawScan scan;
    scan.text = QStringLiteral("6901234500868");
    scan.at = Instant{1'790'000'000'000};
    (void)m_ledger->scans().record(scan);
    (void)backUp(m_address, at("b.db"));
    close();
    EXPECT_TRUE(restoreLedger(m_address, at("b.db"), kNow)
                    .findings.first()
                    .contains(QLatin1String("2026-09-21T23:13:20+09:00")))
        << restoreLedger(m_address, at("b.db"), kNow).findings.first().toStdString();
}

TEST_F(SqliteRestore, ASecondRestoreIsASecondEpoch) {
    (void)backUp(m_address, at("b.db"));
    close();
    (void)restoreLedger(m_address, at("b.db"), kNow);
    (void)backUp(m_address, at("c.db"));
    EXPECT_EQ(restoreLedger(m_address, at("c.db"), kNow.plusMs(60'000)).epoch, 2);
}

} // namespace
} // namespace packbench
