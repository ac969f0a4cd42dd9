#include "program.h"

#include "support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sys/resource.h>

namespace packbench {

namespace {

class BackupCommand : public testing::Test {
protected:
    [[nodiscard]] QString at(const char* name) const {
        return m_folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] QStringList words(const QString& text, const QStringList& more = {}) const {
        return text.split(u' ') + more +
               QStringList{QStringLiteral("--json"), QStringLiteral("--ledger"),
                           QStringLiteral("sqlite:") + at("l.db")};
    }
    Ended run(const char* text, const QStringList& more = {}, const QByteArray& input = {}) const {
        return packctl(words(QString::fromLatin1(text), more), input);
    }
    static int number(const Ended& ended, const char* name) {
        return ended.json().object().value(QLatin1String(name)).toInt(-1);
    }
    static bool isOk(const Ended& ended) {
        return ended.json().object().value(QStringLiteral("ok")).toBool();
    }
    void write(const char* name, const QByteArray& bytes) const {
        QFile file(at(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    QTemporaryDir m_folder;
};

} // namespace

TEST_F(BackupCommand, CopiesBesideAProgramThatWorksWithTheLedger) {
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    QProcess station;
    station.start(QStringLiteral(PACKCTL),
                  words(QStringLiteral("station"), {QStringLiteral("--labels"), at("labels")}));
    ASSERT_TRUE(station.waitForStarted());
    station.write("PBU-0417\n");
    ASSERT_TRUE(station.waitForReadyRead(60'000));
    const Ended backup = run("backup", {at("b.db")});
    EXPECT_EQ(backup.exitCode, 0) << backup.err.constData();
    EXPECT_TRUE(isOk(backup));
    EXPECT_GE(backup.json()
                  .object()
                  .value(QStringLiteral("rows"))
                  .toObject()
                  .value(QStringLiteral("scan"))
                  .toInt(),
              1)
        << "what is only in the log";
    EXPECT_EQ(run("restore", {at("b.db")}).exitCode, 3) << "refused while it is open";
    station.write("2609210001\n");
    EXPECT_TRUE(station.waitForReadyRead(60'000)) << "it works on";
    station.closeWriteChannel();
    ASSERT_TRUE(station.waitForFinished(60'000));
    EXPECT_EQ(station.exitCode(), 0);
}

TEST_F(BackupCommand, AFailedOneAnswersWithItsFindingAndExitCodeThree) {
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    const Ended failed = run("backup", {at("no/folder/b.db")});
    EXPECT_EQ(failed.exitCode, 3);
    EXPECT_FALSE(isOk(failed));
    EXPECT_EQ(failed.json().object().value(QStringLiteral("findings")).toArray().size(), 1);
    write("letter.txt", "Dear customer");
    EXPECT_EQ(run("restore", {at("letter.txt")}).exitCode, 3);
    EXPECT_EQ(run("order list").exitCode, 0) << "nothing was touched";
}

TEST_F(BackupCommand, AfterARestoreNumbersWaitForTheCouriersListAndASupervisor) {
    ASSERT_EQ(run("init").exitCode, 0);
    ASSERT_EQ(run("staff add --badge 0001 --name Chief --role supervisor").exitCode, 0);
    ASSERT_EQ(run("staff add --badge 0417 --name Packer").exitCode, 0);
    write("pool.csv", "waybill,courier\n76120000000001,zto\n76120000000002,zto\n"
                      "76120000000003,zto\n");
    ASSERT_EQ(run("import waybills", {at("pool.csv")}).exitCode, 0);
    ASSERT_EQ(run("backup", {at("b.db")}).exitCode, 0);
    const Ended restored = run("restore", {at("b.db")});
    EXPECT_EQ(restored.exitCode, 1);
    EXPECT_TRUE(isOk(restored));
    EXPECT_EQ(number(restored, "quarantined"), 3);
    EXPECT_TRUE(
        QFile::exists(restored.json().object().value(QStringLiteral("replaced")).toString()));
    EXPECT_EQ(run("waybill quarantine list").json().array().size(), 3);
    EXPECT_TRUE(run("doctor").out.contains("waybill quarantine compare"));
    write("used.csv", "waybill,courier\n76120000000002,zto\n76120000000099,zto\n");
    const Ended compared = run("waybill quarantine compare", {at("used.csv")});
    EXPECT_EQ(number(compared, "void"), 1) << compared.err.constData();
    EXPECT_EQ(number(compared, "added"), 1);
    EXPECT_EQ(number(compared, "waiting"), 2);
    const char* release = "waybill quarantine release --all --reason compared --badge ";
    EXPECT_EQ(run((QByteArray(release) + "0417").constData()).exitCode, 2) << "no supervisor";
    EXPECT_EQ(run("waybill quarantine release --all --badge 0001").exitCode, 2) << "no reason";
    EXPECT_EQ(run("waybill quarantine close --reason done --badge 0001").exitCode, 1)
        << "two still wait";
    const Ended released = run((QByteArray(release) + "0001").constData());
    EXPECT_EQ(number(released, "released"), 2) << released.err.constData();
    EXPECT_EQ(number(released, "waiting"), 0);
    EXPECT_EQ(run("waybill quarantine close --reason done --badge 0001").exitCode, 0);
    EXPECT_FALSE(run("doctor").out.contains("waybill quarantine compare"));
    EXPECT_EQ(run("waybill quarantine void 76120000000001 --reason lost --badge 0001").exitCode, 1)
        << "it does not wait any more";
}

TEST_F(BackupCommand, AnotherLedgersBackupIsRefusedUntilSomebodySaysWhy) {
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    const QStringList other{QStringLiteral("--json"), QStringLiteral("--ledger"),
                            QStringLiteral("sqlite:") + at("play.db")};
    ASSERT_EQ(packctl(QStringList{QStringLiteral("init"), QStringLiteral("--simulation"),
                                  QStringLiteral("--sample-shop")} +
                      other)
                  .exitCode,
              0);
    ASSERT_EQ(packctl(QStringList{QStringLiteral("backup"), at("p.db")} + other).exitCode, 0);
    const Ended refused = run("restore", {at("p.db")});
    EXPECT_EQ(refused.exitCode, 3);
    EXPECT_FALSE(isOk(refused));
    EXPECT_TRUE(refused.out.contains("backup of another ledger")) << refused.out.constData();
    EXPECT_FALSE(run("settings").out.contains("ledger.simulation\": \"yes")) << "it is real still";
    EXPECT_EQ(run("restore", {at("p.db"), QStringLiteral("--other-ledger"), QString()}).exitCode, 2)
        << "no reason";
    const Ended forced =
        run("restore", {at("p.db"), QStringLiteral("--other-ledger"), QStringLiteral("training")});
    EXPECT_EQ(forced.exitCode, 1) << forced.err.constData();
    EXPECT_TRUE(isOk(forced));
    EXPECT_TRUE(run("doctor").out.contains("p.db (training)"));
}

TEST_F(BackupCommand, ALedgerBroughtBackByOtherMeansIsDoubted) {
    ASSERT_EQ(run("init").exitCode, 0);
    write("pool.csv", "waybill,courier\n76120000000001,zto\n");
    ASSERT_EQ(run("import waybills", {at("pool.csv")}).exitCode, 0);
    EXPECT_EQ(number(run("restore --adopt"), "quarantined"), 1);
    EXPECT_EQ(number(run("restore --adopt"), "epoch"), 2);
    EXPECT_EQ(run("waybill quarantine list").json().array().size(), 1);
}

TEST_F(BackupCommand, TheDoctorNamesLibraryBackupsAndWhatFailed) {
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    const Ended before = run("doctor");
    EXPECT_TRUE(before.out.contains("There is no backup"));
    EXPECT_TRUE(before.json()
                    .object()
                    .value(QStringLiteral("remarks"))
                    .toArray()
                    .first()
                    .toString()
                    .startsWith(QStringLiteral("SQLite 3.")));
    ASSERT_EQ(run("backup", {at("b.db")}).exitCode, 0);
    EXPECT_FALSE(run("doctor").out.contains("There is no backup"));
    QFile::remove(at("b.db"));
    EXPECT_TRUE(run("doctor").out.contains("not there any more"));
}

TEST_F(BackupCommand, TenThousandScansThroughAPipeAreAllJournalledInOrder) {
    constexpr int kScans = 10'000;
    ASSERT_EQ(run("init --sample-shop").exitCode, 0);
    QByteArray scans = "PBU-0417\n";
    for (int i = 0; i < kScans; ++i)
        scans += "FLOOD-" + QByteArray::number(100'000 + i) + "\n";
    const Ended station = run("station", {QStringLiteral("--labels"), at("labels")}, scans);
    ASSERT_EQ(station.exitCode, 0) << station.err.constData();
    QList<QByteArray> answers = station.out.split('\n');
    answers.removeAll(QByteArray());
    ASSERT_EQ(answers.size(), kScans + 1) << "each is answered";
    for (int i = 0; i < kScans; i += 997)
        EXPECT_TRUE(answers.at(i + 1).contains("FLOOD-" + QByteArray::number(100'000 + i)));
    rusage used{};
    ASSERT_EQ(::getrusage(RUSAGE_CHILDREN, &used), 0);
    EXPECT_LT(used.ru_maxrss, 400L * 1024) << "memory is bounded (the largest child, in KiB)";
}

} // namespace packbench
