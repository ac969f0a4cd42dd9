// packctl is killed at its Nth write, flush or rename; what is left is whole, and the same command
// again brings it to its end.
#include "killed.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

class KilledPackctl : public testing::Test {
protected:
    void SetUp() override {
        if (const QString why = cannotKill(); !why.isEmpty())
            GTEST_SKIP() << why.toStdString();
        ASSERT_TRUE(m_made.isValid());
    }

    [[nodiscard]] QString at(const char* name) const {
        return m_folder->filePath(QLatin1String(name));
    }
    [[nodiscard]] QStringList words(const char* text, const QStringList& more = {}) const {
        return QString::fromLatin1(text).split(u' ') + more +
               QStringList{QStringLiteral("--json"), QStringLiteral("--ledger"),
                           QStringLiteral("sqlite:") + at("l.db")};
    }
    Ended run(const char* text, const QStringList& more = {}, const QByteArray& input = {}) const {
        return packctl(words(text, more), input);
    }
    /// A world made once, by real commands, and copied before every kill.
    void keepWorld() {
        QDir(m_made.path()).removeRecursively();
        copyFolder(m_folder->path(), m_made.path());
    }
    void freshWorld() {
        QDir(m_folder->path()).removeRecursively();
        copyFolder(m_made.path(), m_folder->path());
    }
    static void copyFolder(const QString& from, const QString& to) {
        QDir().mkpath(to);
        for (const QFileInfo& entry :
             QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
            const QString target = QDir(to).filePath(entry.fileName());
            if (entry.isDir())
                copyFolder(entry.filePath(), target);
            else
                ASSERT_TRUE(QFile::copy(entry.filePath(), target));
        }
    }
    void write(const char* name, const QByteArray& bytes) const {
        QFile file(at(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QByteArray orders(int from, int to) {
        QByteArray csv = "shop,order,sku,title,quantity,name,phone,city,street,paid_at\n";
        for (int i = from; i < to; ++i)
            csv += "s,K" + QByteArray::number(i) +
                   ",CUP-SS-500,cup,1,T,14000000001,C,S 1,2026-09-21T08:00+08:00\n";
        return csv;
    }
    [[nodiscard]] int openOrders() const {
        return int(run("order list --state open").json().array().size());
    }
    /// Whatever a kill left: the ledger opens and its checks find no damage.
    void expectSound(int nth) const {
        const Ended doctor = run("doctor");
        EXPECT_LE(doctor.exitCode, 1) << nth << ": " << doctor.err.constData();
        EXPECT_GE(doctor.exitCode, 0) << nth;
        const QByteArray said = doctor.out;
        EXPECT_FALSE(said.contains("points at nothing") || said.contains("malformed") ||
                     said.contains("damaged"))
            << nth << ": " << said.constData();
    }

    QTemporaryDir m_made;
    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();
};

} // namespace

TEST_F(KilledPackctl, AnImportIsWholeOrNotThereAndGoesOn) {
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    const int before = openOrders();
    write("a.csv", orders(0, 150));
    write("b.csv", orders(150, 200));
    keepWorld();
    const QStringList import = words("import orders", {at("a.csv"), at("b.csv")});
    const int kills = killAtEvery(
        import, [this] { freshWorld(); },
        [&](int nth, const Killed&) {
            expectSound(nth);
            const int now = openOrders() - before;
            EXPECT_TRUE(now == 0 || now == 150 || now == 200)
                << "a file is in whole or not at all: " << now << " after " << nth;
            EXPECT_EQ(packctl(import).exitCode, 0) << nth;
            EXPECT_EQ(openOrders() - before, 200) << "gone on with, after " << nth;
        });
    EXPECT_GT(kills, 8);
}

TEST_F(KilledPackctl, AnExportIsTheOldFileOrTheNewOneNeverHalf) {
    ASSERT_EQ(run("init --sample-shop --simulation").exitCode, 0);
    ASSERT_EQ(run("station --simulation", {QStringLiteral("--labels"), at("labels")},
                  fileBytes(QStringLiteral(SAMPLE_SHIFT)))
                  .exitCode,
              0);
    const QStringList toNew = words("dispatch export", {QStringLiteral("--out"), at("out.csv")});
    ASSERT_EQ(packctl(toNew).exitCode, 0);
    const QByteArray whole = fileBytes(at("out.csv"));
    ASSERT_GT(whole.size(), 100);
    write("out.csv", "the old list");
    keepWorld();
    const int kills = killAtEvery(
        toNew, [this] { freshWorld(); },
        [&](int nth, const Killed& killed) {
            const QByteArray now = fileBytes(at("out.csv"));
            EXPECT_TRUE(now == whole || now == "the old list") << nth;
            if (!killed.wasKilled && killed.ended.exitCode == 0) {
                EXPECT_EQ(now, whole) << nth;
            }
            expectSound(nth);
        });
    EXPECT_GT(kills, 2);
}

TEST_F(KilledPackctl, ABackupIsTheOldOneOrTheNewOneAndBothAreGood) {
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    ASSERT_EQ(run("backup", {at("b.db")}).exitCode, 0);
    write("a.csv", orders(0, 100));
    ASSERT_EQ(run("import orders", {at("a.csv")}).exitCode, 0);
    keepWorld();
    const int kills = killAtEvery(
        words("backup", {at("b.db")}), [this] { freshWorld(); },
        [&](int nth, const Killed&) {
            expectSound(nth);
            EXPECT_EQ(run("backup", {at("c.db")}).exitCode, 0) << nth;
            QFile::copy(at("b.db"), at("looked-at.db"));
            const Ended restored =
                packctl({QStringLiteral("restore"), at("looked-at.db"), QStringLiteral("--json"),
                         QStringLiteral("--ledger"), QStringLiteral("sqlite:") + at("r.db")});
            EXPECT_TRUE(restored.json().object().value(QStringLiteral("ok")).toBool())
                << nth << ": " << restored.err.constData();
        });
    EXPECT_GT(kills, 5);
}

TEST_F(KilledPackctl, ARestoreIsTheOldLedgerOrGoesOnToTheNewOne) {
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    const int inBackup = openOrders();
    ASSERT_EQ(run("backup", {at("b.db")}).exitCode, 0);
    write("a.csv", orders(0, 30));
    ASSERT_EQ(run("import orders", {at("a.csv")}).exitCode, 0);
    keepWorld();
    const QStringList restore = words("restore", {at("b.db")});
    const int kills = killAtEvery(
        restore, [this] { freshWorld(); },
        [&](int nth, const Killed&) {
            const Ended list = run("order list --state open");
            if (list.exitCode == 0) {
                const int now = int(list.json().array().size());
                EXPECT_TRUE(now == inBackup || now == inBackup + 30) << nth << ": " << now;
            } else {
                EXPECT_TRUE(list.err.contains("packctl restore")) << nth << list.err.constData();
            }
            const Ended again = packctl(restore);
            EXPECT_LE(again.exitCode, 1) << nth << again.err.constData();
            EXPECT_EQ(openOrders(), inBackup) << nth;
            expectSound(nth);
            const QStringList kept =
                QDir(m_folder->path()).entryList({QStringLiteral("l.db.replaced-*Z")}, QDir::Files);
            EXPECT_FALSE(kept.isEmpty()) << nth << ": the ledger before is never lost";
            bool hasAll = false;
            for (const QString& name : kept) {
                const Ended before = packctl(
                    {QStringLiteral("order"), QStringLiteral("list"), QStringLiteral("--state"),
                     QStringLiteral("open"), QStringLiteral("--json"), QStringLiteral("--ledger"),
                     QStringLiteral("sqlite:") + m_folder->filePath(name)});
                hasAll |= before.json().array().size() == inBackup + 30;
            }
            EXPECT_TRUE(hasAll) << nth << ": what came after the backup is in it";
        });
    EXPECT_GT(kills, 8);
}

TEST_F(KilledPackctl, ABatchOfLabelsPrintsNoneTwice) {
    constexpr int kLabels = 6;
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    write("a.csv", orders(0, kLabels));
    ASSERT_EQ(run("import orders", {at("a.csv")}).exitCode, 0);
    QByteArray numbers = "waybill,courier\n";
    for (int i = 0; i < 2 * kLabels; ++i)
        numbers += "7612000000" + QByteArray::number(1000 + i) + ",zto\n";
    write("w.csv", numbers);
    ASSERT_EQ(run("import waybills", {at("w.csv")}).exitCode, 0);
    run("settings printer.id usb:0000:0000:none"); // so that the labels wait
    QByteArray shift = "PBU-0417\n";
    for (int i = 0; i < kLabels; ++i)
        shift += "PBS-s/K" + QByteArray::number(i) + "\n6901234500974\nPBC-ASIDE\n";
    const Ended station = run("station", {QStringLiteral("--labels"), at("labels")}, shift);
    ASSERT_EQ(station.out.count("order-complete"), kLabels) << station.out.constData();
    run("settings printer.id virtual");
    keepWorld();
    const QStringList print =
        words("label print --all-ready --badge 0417", {QStringLiteral("--labels"), at("labels")});
    const int kills = killAtEvery(
        print, [this] { freshWorld(); },
        [&](int nth, const Killed&) {
            (void)packctl(print);
            expectSound(nth);
            QSet<QByteArray> pages;
            const QDir labels(at("labels"));
            const QStringList files = labels.entryList({QStringLiteral("*.zpl")}, QDir::Files);
            for (const QString& name : files)
                pages.insert(fileBytes(labels.filePath(name)));
            EXPECT_EQ(pages.size(), files.size()) << nth << ": a label came out twice";
            int inDoubt = 0;
            int out = 0;
            write("all.txt", "K0\nK1\nK2\nK3\nK4\nK5\n");
            const Ended told =
                run("label print --badge 0417", {QStringLiteral("--orders"), at("all.txt"),
                                                 QStringLiteral("--labels"), at("labels")});
            for (const QJsonValue& row : told.json().array()) {
                const QString outcome = row.toObject().value(QStringLiteral("outcome")).toString();
                inDoubt += outcome == u"in-doubt" ? 1 : 0;
                out += outcome == u"at-printer" ? 1 : 0;
            }
            EXPECT_LE(inDoubt, 1) << nth << ": only one is in flight";
            EXPECT_EQ(out + inDoubt, kLabels) << nth << told.out.constData();
            EXPECT_GE(files.size(), out) << nth;
            EXPECT_LE(files.size(), kLabels) << nth;
        });
    EXPECT_GT(kills, 8);
}

TEST_F(KilledPackctl, AMigrationIsKilledAndRunAgain) {
    ASSERT_EQ(run("init").exitCode, 0);
    // The newest ledger stands for the one that is made: its making is every migration in a row.
    const QStringList init = words("init --sample-shop");
    const int kills = killAtEvery(
        init,
        [this] {
            QDir(m_folder->path()).removeRecursively();
            QDir().mkpath(m_folder->path());
        },
        [&](int nth, const Killed&) {
            const Ended again = run("init");
            EXPECT_EQ(again.exitCode, 0) << nth << again.err.constData();
            expectSound(nth);
        });
    EXPECT_GT(kills, 8);
}

} // namespace packbench
