// Faults of disk and ledger, of files that come in, and of what is scanned.
#include "invariants.h"
#include "rowtest.h"

#include <QDir>
#include <QFile>

#include <random>

namespace packbench::faults {
namespace {

using Disk = RowTest;
const QString kKill = QStringLiteral("kill");

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(file.write(bytes), bytes.size());
}

/// An order file of our own form.
QByteArray manyOrders(char letter, int count) {
    QByteArray orders = "shop,order,state,paid_at,promised_at,sku,title,spec,quantity,name,phone,"
                        "country,province,city,district,street,postcode,buyer_remark,"
                        "seller_remark,flag,courier,waybill\n";
    for (int at = 0; at < count; ++at)
        orders += QByteArray("web,") + letter + QByteArray::number(at) +
                  ",open,2026-09-21T08:00:00+08:00,,SOCK-CW-M,socks,,1,A Test,14000000012,CN,"
                  "Zhejiang,Ningbo,Haishu,Fictional St 12,315000,,,,zto,\n";
    return orders;
}

/// A ledger as a killed bench leaves it: the main file and a WAL with its last work.
struct Left {
    QByteArray main;
    QByteArray wal;
};
Left leftByAKilledBench() {
    const World world;
    {
        Bench bench(world, faultAt(QStringLiteral("dispatch.recorded"), 1, kKill));
        EXPECT_FALSE(pack(world, bench, socks()));
    }
    return {bytesOf(world.ledger()), bytesOf(world.ledger() + QStringLiteral("-wal"))};
}

QString breachesWith(const QByteArray& main, const QByteArray& wal) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("ledger.db"));
    write(path, main);
    write(path + QStringLiteral("-wal"), wal);
    LedgerFile ledger(path);
    QString all;
    for (const Breach& breach : breachesIn(ledger))
        all += breach.invariant + u' ' + breach.what + u' ' + breach.rows.join(u';');
    return all;
}

/// Whatever is left of the WAL: a prefix of what was done, whole and without contradiction.
TEST_F(Disk, Row07_TornWal) {
    const Left left = leftByAKilledBench();
    ASSERT_GT(left.wal.size(), 4096);
    const int size = static_cast<int>(left.wal.size());
    const int stride = strideFor(size, 400);
    for (int cut = int(seed() % unsigned(stride)); cut < size; cut += isWhole() ? 97 : stride) {
        ran();
        ASSERT_EQ(breachesWith(left.main, left.wal.left(cut)).toStdString(), "") << "cut " << cut;
    }
}

TEST_F(Disk, Row07_FlippedWal) {
    const Left left = leftByAKilledBench();
    std::mt19937 random(seed());
    for (int run = 0; run < (isWhole() ? 5000 : 200); ++run) {
        QByteArray wal = left.wal;
        const auto bit = qsizetype(random() % (unsigned(wal.size()) * 8));
        wal[bit / 8] = char(wal[bit / 8] ^ (1 << bit % 8));
        ran();
        ASSERT_EQ(breachesWith(left.main, wal).toStdString(), "") << "bit " << bit;
    }
}

/// 600 KiB are enough for the sample shop and not for two thousand orders.
TEST_F(Disk, Row05_FullTmpfs) {
    const World world;
    const QByteArray orders = manyOrders('F', 4000);
    write(world.path(QStringLiteral("many.csv")), orders);
    const QString script =
        QStringLiteral("set -e; cd \"$1\"; mkdir small; mount -t tmpfs -o size=900k tmpfs small; "
                       "cp ledger.db* small/; set +e; "
                       "\"$2\" import orders many.csv --ledger sqlite:small/ledger.db 2>said; "
                       "echo $? >ended; rm -f ledger.db*; cp small/ledger.db* . ; umount small");
    QProcess small;
    small.start(QStringLiteral("unshare"),
                {QStringLiteral("-rm"), QStringLiteral("sh"), QStringLiteral("-c"), script,
                 QStringLiteral("sh"), world.path(QString()), QStringLiteral(PACKCTL_FAULTS)});
    ASSERT_TRUE(small.waitForFinished(120'000));
    if (!QFile::exists(world.path(QStringLiteral("ended"))))
        GTEST_SKIP() << "no tmpfs can be mounted here: "
                     << small.readAllStandardError().constData();
    ran();
    EXPECT_EQ(bytesOf(world.path(QStringLiteral("ended"))), "3\n");
    const QByteArray said = bytesOf(world.path(QStringLiteral("said")));
    EXPECT_TRUE(said.contains("full")) << said.constData();
    EXPECT_EQ(world.judged().toStdString(), "");
    const Ended list = world.packctl({QStringLiteral("order"), QStringLiteral("list")});
    EXPECT_FALSE(list.out.contains("F1 ")) << "a part of the file was kept";
    EXPECT_TRUE(packWhateverHappened(world, socks()));
    EXPECT_EQ(world.judged().toStdString(), "");
}

/// A page overwritten in the middle: said, and nothing is packed on it as if it were whole.
TEST_F(Disk, Row12_ADamagedPageIsSaid) {
    const World world;
    QByteArray main = bytesOf(world.ledger());
    const qsizetype middle = main.size() / 4096 / 2 * 4096;
    main.replace(middle, 4096, QByteArray(4096, '\xa5'));
    write(world.ledger(), main);
    ran();
    const Ended doctor = world.packctl({QStringLiteral("doctor")});
    EXPECT_NE(doctor.exitCode, 0) << doctor.out.constData() << doctor.err.constData();
    EXPECT_NE(doctor.exitCode, -1) << "it crashed";
    EXPECT_FALSE((doctor.out + doctor.err).isEmpty());
    EXPECT_EQ(bytesOf(world.ledger()).size(), main.size());
}

TEST_F(Disk, Row11_AMissingLedgerIsNotMadeAnew) {
    const World world;
    QFile::remove(world.ledger());
    ran();
    const Ended list = world.packctl({QStringLiteral("order"), QStringLiteral("list")});
    EXPECT_EQ(list.exitCode, 3);
    EXPECT_FALSE(list.err.isEmpty());
    EXPECT_FALSE(QFile::exists(world.ledger()));
}

/// Killed in every step of making a ledger's tables; run again it is whole.
TEST_F(Disk, Row13_MigrationKilledAtEveryStep) {
    for (const char* point : {"ledger.migration", "ledger.commit.before", "ledger.commit.after"})
        raise(60, 8, [&](int n) {
            const World world;
            for (const char* end : {"", "-wal", "-shm"})
                QFile::remove(world.ledger() + QLatin1String(end));
            const QStringList init{QStringLiteral("init"), QStringLiteral("--sample-shop")};
            const Ended killed = world.packctl(init, faultAt(QLatin1String(point), n, kKill));
            const Ended again = world.packctl(init);
            EXPECT_EQ(again.exitCode, 0) << again.err.constData();
            EXPECT_EQ(world.judged().toStdString(), "");
            return killed.exitCode == -1;
        });
}

/// Killed anywhere in an import: none of the file's orders or all of them; the file again brings
/// all.
TEST_F(Disk, Row32_AnImportKilledAnywhereIsNeverHalf) {
    raise(120, 12, [&](int n) {
        const World world;
        write(world.path(QStringLiteral("orders.csv")), manyOrders('K', 20));
        const QStringList import{QStringLiteral("import"), QStringLiteral("orders"),
                                 world.path(QStringLiteral("orders.csv"))};
        const Ended killed = world.packctl(import, faultAt(QStringLiteral("*"), n, kKill));
        const auto count = [&world] {
            LedgerFile ledger(world.ledger());
            return ledger.rows("SELECT COUNT(*) FROM shop_order WHERE shop = 'web'")
                .first()
                .first();
        };
        const QString half = count();
        EXPECT_TRUE(half == u"0" || half == u"20") << half.toStdString();
        EXPECT_EQ(world.packctl(import).exitCode, 0);
        EXPECT_EQ(count().toStdString(), "20");
        EXPECT_EQ(world.packctl(import).exitCode, 0);
        EXPECT_EQ(count().toStdString(), "20");
        EXPECT_EQ(world.judged().toStdString(), "");
        return killed.exitCode == -1;
    });
}

TEST_F(Disk, Row10_NoMemoryInAnImportIsSaidOrEndsCleanly) {
    if (kIsSanitized)
        GTEST_SKIP() << "a sanitizer takes more addresses than any limit";
    raise(40, 4, [&](int n) {
        const World world;
        write(world.path(QStringLiteral("orders.csv")), manyOrders('K', 20));
        Around small;
        small.wrapper = {QStringLiteral("prlimit"),
                         QStringLiteral("--as=%1").arg(qint64(n) * 16 * 1024 * 1024)};
        const Ended tried = world.packctl({QStringLiteral("import"), QStringLiteral("orders"),
                                           world.path(QStringLiteral("orders.csv"))},
                                          small);
        EXPECT_EQ(world.judged().toStdString(), "");
        LedgerFile ledger(world.ledger());
        const QString count =
            ledger.rows("SELECT COUNT(*) FROM shop_order WHERE shop = 'web'").first().first();
        EXPECT_EQ(count, tried.exitCode == 0 ? QStringLiteral("20") : count);
        EXPECT_TRUE(count == u"0" || count == u"20") << count.toStdString();
        return tried.exitCode != 0;
    });
}

/// Nothing that is not a code of ours or of goods changes anything, whatever its bytes.
TEST_F(Disk, Row29_HostileBarcodes) {
    QStringList hostile{QStringLiteral("^XZ~JR"),
                        QStringLiteral("'; DROP TABLE scan; --"),
                        QStringLiteral("%n%s%x"),
                        QString(4096, u'A'),
                        QStringLiteral("\u202Eabc\u202C"),
                        QStringLiteral("758320014601-PBM-99999999999999999999-1"),
                        QStringLiteral("-PBM-1-1"),
                        QStringLiteral("PBC-QTY-99999999999"),
                        QStringLiteral("PBU-' OR 1=1"),
                        QStringLiteral("]C1\u001d0109501101530003")};
    for (ushort sign = 1; sign < 32; ++sign)
        if (sign != '\n' && sign != '\r')
            hostile += QStringLiteral("A%1B").arg(QChar(sign));
    const World world;
    Bench bench(world);
    for (const QString& code : std::as_const(hostile)) {
        ran();
        bench.scan(code);
        ASSERT_TRUE(bench.isAlive()) << code.toStdString();
        bench.scan(QStringLiteral("PBC-OK"));
    }
    EXPECT_TRUE(pack(world, bench, socks()));
    bench.end();
    LedgerFile ledger(world.ledger());
    EXPECT_EQ(ledger.rows("SELECT COUNT(*) FROM dispatch").first().first().toStdString(), "1");
    EXPECT_EQ(world.judged().toStdString(), "");
}

} // namespace
} // namespace packbench::faults
