// packctl audit and keyed scans, as a person or another program uses them.
#include "program.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <unistd.h>

namespace packbench {

namespace {

class AuditedShift : public testing::Test {
protected:
    AuditedShift() {
        EXPECT_EQ(packctl({QStringLiteral("init"), QStringLiteral("--sample-shop"),
                           QStringLiteral("--simulation"), QStringLiteral("--ledger"), ledger()})
                      .exitCode,
                  0);
    }
    [[nodiscard]] QString path() const { return m_folder.filePath(QStringLiteral("shift.db")); }
    [[nodiscard]] QString ledger() const { return QStringLiteral("sqlite:") + path(); }
    Ended station(const QByteArray& input) {
        return packctl({QStringLiteral("station"), QStringLiteral("--simulation"),
                        QStringLiteral("--ledger"), ledger(), QStringLiteral("--labels"),
                        m_folder.filePath(QStringLiteral("labels"))},
                       input);
    }
    QByteArray doctor() const {
        return packctl({QStringLiteral("doctor"), QStringLiteral("--ledger"), ledger()}).out;
    }
    Ended audit(const QStringList& words) {
        return packctl(QStringList{QStringLiteral("audit")} + words +
                       QStringList{QStringLiteral("--ledger"), ledger()});
    }
    QJsonObject verdict(const QStringList& more = {}) {
        return audit(QStringList{QStringLiteral("verify"), QStringLiteral("--json")} + more)
            .json()
            .object();
    }
    void run(const char* sql) {
        const QString connection = QStringLiteral("tamper");
        {
            QSqlDatabase raw = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
            raw.setDatabaseName(path());
            ASSERT_TRUE(raw.open());
            QSqlQuery query(raw);
            EXPECT_TRUE(query.exec(QLatin1String(sql))) << qPrintable(query.lastError().text());
        }
        QSqlDatabase::removeDatabase(connection);
    }

    QTemporaryDir m_folder;
};

/// A key of this moment, as another program makes it.
QString freshKey() {
    const QString ms =
        QStringLiteral("%1").arg(QDateTime::currentMSecsSinceEpoch(), 12, 16, QLatin1Char('0'));
    return ms.left(8) + u'-' + ms.mid(8) + QStringLiteral("-7000-8000-000000000001");
}

QString firstBad(const QJsonObject& verdict) {
    return verdict.value(QStringLiteral("firstBad"))
        .toObject()
        .value(QStringLiteral("what"))
        .toString();
}

} // namespace

TEST_F(AuditedShift, IsSoundAndSaysHowManyEntriesThereAre) {
    ASSERT_EQ(station(fileBytes(QStringLiteral(SAMPLE_SHIFT))).exitCode, 0);
    const Ended ended = audit({QStringLiteral("verify"), QStringLiteral("--json")});
    EXPECT_EQ(ended.exitCode, 0) << ended.out.constData();
    const QJsonObject answer = ended.json().object();
    EXPECT_GT(answer.value(QStringLiteral("rows")).toInt(), 100);
    EXPECT_TRUE(answer.value(QStringLiteral("ok")).toBool());
    EXPECT_TRUE(answer.value(QStringLiteral("firstBad")).isNull());
    EXPECT_TRUE(audit({QStringLiteral("verify")}).out.contains("all as they were recorded"));
    for (const char* kind : {"begin", "scan", "copy", "waybill", "dispatch", "setting", "import"})
        EXPECT_FALSE(audit({QStringLiteral("list"), QStringLiteral("--kind"), QLatin1String(kind)})
                         .out.isEmpty())
            << kind;
    const Ended scans =
        audit({QStringLiteral("list"), QStringLiteral("--kind"), QStringLiteral("scan")});
    EXPECT_TRUE(scans.out.contains("2026-09-21T09:05:00+08:00")) << "in the warehouse's time";
}

TEST_F(AuditedShift, AKindThatThereIsNotIsWrongWords) {
    const Ended none =
        audit({QStringLiteral("list"), QStringLiteral("--kind"), QStringLiteral("nope")});
    EXPECT_EQ(none.exitCode, 2);
    EXPECT_TRUE(none.err.contains("late-reason")) << none.err.constData();
    EXPECT_EQ(audit({QStringLiteral("list"), QStringLiteral("--kind"), QStringLiteral("remark")})
                  .exitCode,
              0)
        << "one of which nothing was recorded";
}

TEST_F(AuditedShift, AnEditedEntryAndAnEditedScanAreNamed) {
    ASSERT_EQ(station("PBU-0417\n2609210001\n").exitCode, 0);
    run("DROP TRIGGER audit_entry_is_written_once");
    run("UPDATE audit_entry SET badge = '0001' WHERE kind = 'scan' AND seq = (SELECT MAX(seq) FROM "
        "audit_entry WHERE kind = 'scan')");
    Ended ended = audit({QStringLiteral("verify"), QStringLiteral("--json")});
    EXPECT_EQ(ended.exitCode, 1);
    EXPECT_EQ(firstBad(ended.json().object()), QStringLiteral("edited"));
    run("DROP TRIGGER scan_is_judged_once");
    run("UPDATE scan SET text = '2609210002' WHERE text = '2609210001'");
    const QJsonArray findings = verdict().value(QStringLiteral("findings")).toArray();
    EXPECT_TRUE(std::any_of(findings.begin(), findings.end(), [](const QJsonValue& finding) {
        return finding.toObject().value(QStringLiteral("what")) == QStringLiteral("scan-differs");
    }));
}

TEST_F(AuditedShift, ACutTailIsFoundWithTheHeadThatWasPrinted) {
    ASSERT_EQ(station("PBU-0417\n2609210001\n").exitCode, 0);
    const QString head = QString::fromUtf8(audit({QStringLiteral("head")}).out).trimmed();
    EXPECT_EQ(head.split(u' ').size(), 3);
    run("DROP TRIGGER audit_entry_stays");
    run("DROP TRIGGER scan_stays");
    run("PRAGMA foreign_keys = OFF");
    run("DELETE FROM scan WHERE id = (SELECT MAX(id) FROM scan)");
    run("DELETE FROM audit_entry WHERE seq = (SELECT MAX(seq) FROM audit_entry)");
    EXPECT_TRUE(verdict().value(QStringLiteral("ok")).toBool()) << "nobody can know from inside";
    const QJsonObject found = verdict({QStringLiteral("--head"), head});
    EXPECT_EQ(firstBad(found), QStringLiteral("tail-cut"));
    EXPECT_EQ(
        audit({QStringLiteral("verify"), QStringLiteral("--head"), QStringLiteral("x")}).exitCode,
        2);
}

TEST_F(AuditedShift, TheSecondPlaceFindsACutTailByItself) {
    ASSERT_EQ(
        packctl({QStringLiteral("settings"), QStringLiteral("audit.headFile"),
                 m_folder.filePath(QStringLiteral("heads")), QStringLiteral("--ledger"), ledger()})
            .exitCode,
        0);
    ASSERT_EQ(station("PBU-0417\n2609210001\n").exitCode, 0);
    EXPECT_EQ(fileBytes(m_folder.filePath(QStringLiteral("heads"))),
              audit({QStringLiteral("head")}).out);
    run("DROP TRIGGER audit_entry_stays");
    run("DELETE FROM audit_entry WHERE seq > 3");
    EXPECT_EQ(firstBad(verdict()), QStringLiteral("tail-cut"));
}

TEST_F(AuditedShift, AMissingKeyIsSaidAndACopyOfItWillDo) {
    const QString key = path() + QStringLiteral(".audit-key");
    ASSERT_TRUE(QFile::rename(key, key + QStringLiteral(".copy")));
    EXPECT_EQ(firstBad(verdict()), QStringLiteral("no-key"));
    EXPECT_TRUE(verdict({QStringLiteral("--key"), key + QStringLiteral(".copy")})
                    .value(QStringLiteral("ok"))
                    .toBool());
}

TEST_F(AuditedShift, TheDoctorLooksAfterTheKeyAndBeginsNoOtherChain) {
    const QString key = path() + QStringLiteral(".audit-key");
    EXPECT_FALSE(doctor().contains("audit key"));
    ASSERT_TRUE(
        QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
    EXPECT_TRUE(doctor().contains("chmod 600")) << doctor().constData();
    ASSERT_TRUE(QFile::setPermissions(key, QFile::ReadOwner | QFile::WriteOwner));
    ASSERT_TRUE(QFile::rename(key, key + QStringLiteral(".copy")));
    EXPECT_TRUE(doctor().contains("is not there")) << doctor().constData();
    EXPECT_FALSE(QFile::exists(key)) << "none is made in its place";
    ASSERT_TRUE(QFile::rename(key + QStringLiteral(".copy"), key));
    EXPECT_FALSE(doctor().contains("audit key"));
    EXPECT_EQ(audit({QStringLiteral("head")}).out.count('\n'), 1) << "one chain";
}

TEST_F(AuditedShift, TheDoctorSaysWhoseKeyItIs) {
    const QByteArray key = QFile::encodeName(path() + QStringLiteral(".audit-key"));
    if (::geteuid() != 0 || ::chown(key.constData(), 1, 1) != 0)
        GTEST_SKIP() << "only root gives files away";
    EXPECT_TRUE(doctor().contains("belongs to the user")) << doctor().constData();
}

TEST_F(AuditedShift, TheDoctorLooksAfterTheSecondPlaceOfTheHead) {
    const QString heads = m_folder.filePath(QStringLiteral("heads"));
    EXPECT_FALSE(doctor().contains("heads")) << "none was named";
    ASSERT_EQ(packctl({QStringLiteral("settings"), QStringLiteral("audit.headFile"), heads,
                       QStringLiteral("--ledger"), ledger()})
                  .exitCode,
              0);
    ASSERT_EQ(station("PBU-0417\n2609210001\n").exitCode, 0);
    EXPECT_FALSE(doctor().contains("heads")) << doctor().constData();
    ASSERT_TRUE(QFile::remove(heads));
    EXPECT_TRUE(doctor().contains("does not tell the end")) << "it was taken away";
    EXPECT_FALSE(doctor().contains("does not tell the end")) << "it is written again";
    run("DROP TRIGGER audit_entry_stays");
    run("DELETE FROM audit_entry WHERE seq > 3");
    EXPECT_TRUE(doctor().contains("entries were cut off")) << doctor().constData();
}

TEST_F(AuditedShift, KeyedLinesMayBeSentAgainByAProgram) {
    const QByteArray lines =
        "@at 2026-09-21T09:05+08:00\n"
        "{\"key\":\"01a0c17e-ae60-7000-8000-000000000001\",\"scan\":\"PBU-0417\"}\n"
        "{\"key\":\"01a0c17e-ae61-7000-8000-000000000002\",\"scan\":\"2609210012\"}\n"
        "{\"key\":\"01a0c17e-ae62-7000-8000-000000000003\",\"scan\":\"6901234500868\"}\n";
    const auto replies = [](const QByteArray& out) {
        QList<QJsonObject> all;
        for (const QByteArray& line : out.split('\n')) {
            const QJsonObject reply = QJsonDocument::fromJson(line).object();
            if (!reply.isEmpty() && !reply.contains(QStringLiteral("event")))
                all.append(reply);
        }
        return all;
    };
    const auto first = replies(station(lines).out);
    ASSERT_EQ(first.size(), 3);
    EXPECT_EQ(first.at(2).value(QStringLiteral("outcome")), QStringLiteral("order-complete"));
    EXPECT_FALSE(first.at(2).contains(QStringLiteral("replayed")));
    const QByteArray before =
        audit({QStringLiteral("list"), QStringLiteral("--kind"), QStringLiteral("scan")}).out;
    const auto again = replies(station(lines + lines).out);
    ASSERT_EQ(again.size(), 6);
    for (qsizetype i = 0; i < again.size(); ++i) {
        EXPECT_TRUE(again.at(i).value(QStringLiteral("replayed")).toBool());
        EXPECT_EQ(again.at(i).value(QStringLiteral("outcome")),
                  first.at(i % 3).value(QStringLiteral("outcome")));
    }
    EXPECT_EQ(audit({QStringLiteral("list"), QStringLiteral("--kind"), QStringLiteral("scan")}).out,
              before);
    const auto other = replies(
        station("{\"key\":\"01a0c17e-ae62-7000-8000-000000000003\",\"scan\":\"PBC-OK\"}\n").out);
    ASSERT_EQ(other.size(), 1);
    EXPECT_EQ(other.first().value(QStringLiteral("outcome")), QStringLiteral("key-reused"));
}

TEST_F(AuditedShift, AnImportUnderAKeyIsAnsweredWithTheReportOfThen) {
    const QString file = m_folder.filePath(QStringLiteral("numbers.csv"));
    {
        QFile out(file);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write("waybill,courier\n758329990001,zto\n758329990002,zto\n");
    }
    const QStringList words{QStringLiteral("import"),
                            QStringLiteral("waybills"),
                            file,
                            QStringLiteral("--key"),
                            freshKey(),
                            QStringLiteral("--json"),
                            QStringLiteral("--ledger"),
                            ledger()};
    const Ended first = packctl(words);
    EXPECT_EQ(first.exitCode, 0) << first.err.constData() << first.out.constData();
    EXPECT_TRUE(first.out.contains("\"accepted\": 2")) << first.out.constData();
    EXPECT_EQ(packctl(words).out, first.out) << "not as unchanged: it was done once";
    {
        QFile out(file);
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write("waybill,courier\n758329990003,zto\n");
    }
    const Ended other = packctl(words);
    EXPECT_EQ(other.exitCode, 1);
    EXPECT_TRUE(other.out.contains("key-reused"));
}

} // namespace packbench
