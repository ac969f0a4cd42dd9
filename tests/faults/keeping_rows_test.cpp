// Backup and restore, killed at every point.
#include "invariants.h"
#include "rowtest.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace packbench::faults {
namespace {

const QString kAny = QStringLiteral("*");
const QString kKill = QStringLiteral("kill");

class Keeping : public RowTest {
protected:
    static QString breachesOfFile(const QString& path) {
        LedgerFile ledger(path);
        QString all = ledger.problem();
        if (ledger.isOpen())
            for (const Breach& breach : breachesIn(ledger))
                all += breach.invariant + u' ' + breach.what + u' ' + breach.rows.join(u';');
        return all;
    }
    static int count(const QString& path, const QString& what) {
        LedgerFile ledger(path);
        const QByteArray sql = QByteArray("SELECT COUNT(*) FROM ") + what.toUtf8();
        return ledger.rows(sql.constData()).first().first().toInt();
    }
    /// Some ledger that was replaced still has it.
    static bool isKept(const World& world, const QString& what) {
        const QDir folder(world.path(QStringLiteral(".")));
        const QStringList names =
            folder.entryList({QStringLiteral("ledger.db.replaced-*")}, QDir::Files);
        return std::any_of(names.cbegin(), names.cend(), [&](const QString& name) {
            return !name.endsWith(u"-wal") && !name.endsWith(u"-shm") &&
                   count(folder.filePath(name), what) > 0;
        });
    }
};

/// There is no backup or a whole one, never a part; the next one is made all the same.
TEST_F(Keeping, Row46_ABackupKilledAtEveryPoint) {
    const World world;
    ASSERT_TRUE(packWhateverHappened(world, socks()));
    raise(4, 4, [&](int n) {
        const QString file = world.path(QStringLiteral("backup-%1.db").arg(n));
        const QStringList backup{QStringLiteral("backup"), file};
        const Ended killed = world.packctl(backup, faultAt(kAny, n, kKill));
        if (QFile::exists(file)) {
            EXPECT_EQ(breachesOfFile(file).toStdString(), "");
        }
        const Ended again = world.packctl(backup);
        EXPECT_EQ(again.exitCode, 0) << again.err.constData();
        EXPECT_EQ(breachesOfFile(file).toStdString(), "");
        EXPECT_EQ(count(file, QStringLiteral("dispatch")), 1);
        EXPECT_FALSE(QFile::exists(file + QStringLiteral(".part")));
        EXPECT_EQ(world.judged().toStdString(), "");
        return killed.exitCode == -1;
    });
}

/// Yesterday's backup comes back to a bench that was killed with a label on its way: what only the
/// log of the ledger before knows is not forgotten, wherever the restore is cut.
TEST_F(Keeping, Row46_ARestoreKilledAtEveryPointGoesOnToItsEnd) {
    raise(24, 8, [&](int n) {
        const World world;
        const QString file = world.path(QStringLiteral("yesterday.db"));
        EXPECT_EQ(world.packctl({QStringLiteral("backup"), file}).exitCode, 0);
        {
            Bench bench(world, faultAt(QStringLiteral("label.bind"), 1, kKill));
            EXPECT_FALSE(pack(world, bench, socks()));
        }
        const auto out = labelsIn(world.labels());
        EXPECT_EQ(out.size(), 1);
        const QString number = out.isEmpty() ? QString() : out.first().number;
        const QStringList restore{QStringLiteral("restore"), file};
        const Ended killed = world.packctl(restore, faultAt(kAny, n, kKill));
        const Ended again = world.packctl(restore);
        EXPECT_EQ(again.exitCode, 1) << again.out.constData() << again.err.constData();
        for (const char* rest : {".restoring", ".restored"})
            EXPECT_FALSE(QFile::exists(world.ledger() + QLatin1String(rest))) << rest;
        EXPECT_EQ(breachesOfFile(world.ledger()).toStdString(), "");
        EXPECT_EQ(
            count(world.ledger(),
                  QStringLiteral("waybill WHERE state = 'void' AND number = '%1'").arg(number)),
            1)
            << "a number on paper is free again";
        EXPECT_EQ(count(world.ledger(),
                        QStringLiteral("order_hold h JOIN shop_order o ON o.id = h.order_id "
                                       "WHERE o.number = '%1' AND h.hold = 'by-service'")
                            .arg(socks().order)),
                  1)
            << "its order may be packed a second time";
        EXPECT_TRUE(isKept(world, QStringLiteral("label_copy WHERE waybill = '%1'").arg(number)));
        Bench bench(world);
        const auto said = bench.scan(socks().order);
        EXPECT_TRUE(!said.isEmpty() && said.first().outcome != u"opened");
        EXPECT_EQ(labelsIn(world.labels()).size(), 1);
        return killed.exitCode == -1;
    });
}

} // namespace
} // namespace packbench::faults
