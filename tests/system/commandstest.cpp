#include "program.h"
#include "support/smalldisk.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

class Packctl : public testing::Test {
protected:
    Packctl() : m_ledger(QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("l.db"))) {}

    Ended run(const QStringList& words, const QByteArray& input = {}) {
        return packctl(
            words + QStringList{QStringLiteral("--ledger"), m_ledger, QStringLiteral("--json")},
            input);
    }
    Ended run(const char* words, const QByteArray& input = {}) {
        return run(QString::fromLatin1(words).split(u' '), input);
    }

    /// The one document that says what was wrong.
    static void expectFault(const Ended& ended, const char* error) {
        const QJsonObject answer = ended.json().object();
        EXPECT_FALSE(answer.value(QStringLiteral("ok")).toBool(true)) << ended.out.constData();
        EXPECT_EQ(answer.value(QStringLiteral("error")).toString(), QLatin1String(error));
        const QString sentence =
            answer.value(QStringLiteral("findings")).toArray().first().toString();
        EXPECT_FALSE(sentence.isEmpty());
        EXPECT_TRUE(ended.err.contains(sentence.toUtf8())) << "for people, too";
        EXPECT_EQ(ended.out.count('\n'), 1);
    }

    QTemporaryDir m_folder;
    QString m_ledger;
};

} // namespace

TEST_F(Packctl, InitMakesALedgerOnceAndSaysSo) {
    const QJsonObject first = run("init").json().object();
    EXPECT_TRUE(first.value(QStringLiteral("created")).toBool());
    EXPECT_GE(first.value(QStringLiteral("schema")).toInt(), 1);
    EXPECT_FALSE(run("init").json().object().value(QStringLiteral("created")).toBool());
}

TEST_F(Packctl, AMissingLedgerIsOneSentenceAndExitCodeThree) {
    const Ended missing = run("order list");
    EXPECT_EQ(missing.exitCode, 3);
    expectFault(missing, "broken");
    EXPECT_TRUE(missing.err.contains("packctl init")) << missing.err.constData();
}

TEST_F(Packctl, WrongWordsAreExitCodeTwo) {
    EXPECT_EQ(run("fly").exitCode, 2);
    EXPECT_EQ(run("window --paid never").exitCode, 2);
    EXPECT_EQ(run("order list --state flying").exitCode, 2);
}

TEST_F(Packctl, StaffHaveAKnownRoleAndABadgeThatIsReplacedIsSaid) {
    run("init");
    const Ended god = run("staff add --badge 7 --name Zhang --role god");
    EXPECT_EQ(god.exitCode, 2);
    EXPECT_TRUE(god.err.contains("stock-taker")) << god.err.constData();
    const Ended first = run("staff add --badge 7 --name Zhang --role qc-clerk");
    EXPECT_EQ(first.exitCode, 0) << first.err.constData();
    EXPECT_TRUE(first.json().object().value(QStringLiteral("before")).isNull());
    EXPECT_TRUE(first.err.isEmpty()) << first.err.constData();
    const Ended second = run("staff add --badge 7 --name Li");
    EXPECT_EQ(second.exitCode, 0);
    const QJsonObject before = second.json().object().value(QStringLiteral("before")).toObject();
    EXPECT_EQ(before.value(QStringLiteral("name")).toString(), u"Zhang");
    EXPECT_EQ(before.value(QStringLiteral("role")).toString(), u"qc-clerk");
    EXPECT_TRUE(second.err.contains("was of Zhang (qc-clerk)")) << second.err.constData();
}

TEST_F(Packctl, WrongWordsAreAnsweredAsADocument) {
    run("init --sample-shop");
    for (const char* words :
         {"fly", "order show NOPE", "handover show 99", "window --paid never",
          "label again 2609210012 --reason torn", "label inbox show 99",
          "label inbox discard 99 --reason torn", "label inbox assign 99 2609210012"}) {
        const Ended wrong = run(words);
        EXPECT_EQ(wrong.exitCode, 2) << words;
        expectFault(wrong, "usage");
    }
    const Ended silent = packctl({QStringLiteral("fly")});
    EXPECT_TRUE(silent.out.isEmpty()) << "nobody asked for JSON";
}

TEST_F(Packctl, HelpIsAnAnswerAndAWrongCallShowsOnlyItsOwn) {
    const Ended help = packctl({QStringLiteral("help")});
    EXPECT_EQ(help.exitCode, 0);
    EXPECT_TRUE(help.out.contains("packctl label inbox take FILE"));
    const Ended one = packctl({QStringLiteral("window"), QStringLiteral("--help")});
    EXPECT_EQ(one.exitCode, 0);
    EXPECT_EQ(one.out.count('\n'), 1) << one.out.toStdString();
    const Ended wrong = packctl({QStringLiteral("window")});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_TRUE(wrong.err.contains("packctl window --paid")) << wrong.err.toStdString();
    EXPECT_EQ(wrong.err.count('\n'), 2) << wrong.err.toStdString();
    const Ended unknown = packctl({QStringLiteral("order"), QStringLiteral("eat")});
    EXPECT_EQ(unknown.exitCode, 2);
    EXPECT_TRUE(unknown.err.contains("packctl order show")) << unknown.err.toStdString();
    EXPECT_FALSE(unknown.err.contains("packctl due"));
    const Ended sort = packctl({QStringLiteral("order"), QStringLiteral("--help")});
    EXPECT_EQ(sort.exitCode, 0);
    EXPECT_TRUE(sort.out.contains("packctl order show")) << sort.out.toStdString();
    EXPECT_FALSE(sort.out.contains("packctl due"));
}

TEST_F(Packctl, TheWindowOfTheFloorRulesExample) {
    const QJsonObject window =
        packctl({QStringLiteral("window"), QStringLiteral("--paid"),
                 QStringLiteral("2026-02-13T10:00"), QStringLiteral("--calendar"),
                 QStringLiteral("cn"), QStringLiteral("--json")})
            .json()
            .object();
    EXPECT_EQ(window.value(QStringLiteral("goalAt")).toString().toStdString(),
              "2026-02-14T10:00:00+08:00");
    EXPECT_EQ(window.value(QStringLiteral("limitAt")).toString().toStdString(),
              "2026-02-24T10:00:00+08:00");
    EXPECT_EQ(window.value(QStringLiteral("calendar")).toString().toStdString(), "known");
}

TEST_F(Packctl, AYearWithoutACalendarSaysUnknownAndStillComputes) {
    const QJsonObject window =
        packctl({QStringLiteral("window"), QStringLiteral("--paid"),
                 QStringLiteral("2031-05-07T09:00"), QStringLiteral("--json")})
            .json()
            .object();
    EXPECT_EQ(window.value(QStringLiteral("calendar")).toString().toStdString(), "unknown");
    EXPECT_EQ(window.value(QStringLiteral("goalAt")).toString().toStdString(),
              "2031-05-08T09:00:00+08:00");
}

TEST_F(Packctl, ACodeIsClassified) {
    const Ended run =
        packctl({QStringLiteral("scan"), QStringLiteral("classify"),
                 QStringLiteral("(01)06901234500417(21)A7"), QStringLiteral("--json")});
    const QJsonObject code = run.json().object();
    EXPECT_EQ(code.value(QStringLiteral("kind")).toString().toStdString(), "item");
    EXPECT_EQ(code.value(QStringLiteral("gtin")).toString().toStdString(), "06901234500417");
    EXPECT_EQ(code.value(QStringLiteral("serial")).toString().toStdString(), "A7");
}

TEST_F(Packctl, SimulatedScansAreRefusedOnARealLedger) {
    run("init --sample-shop");
    const Ended refused = run("station --simulation", "PBU-0417\n");
    EXPECT_EQ(refused.exitCode, 3);
    expectFault(refused, "broken");
    EXPECT_EQ(run("init --simulation").exitCode, 3) << "nor can it be turned into one";
}

TEST_F(Packctl, AStationOnStandardInputCountsEveryLineOfAPipe) {
    run("init --sample-shop");
    const Ended shift = run("station", "PBU-0417\n2609210001\n6901234500417\n6901234500417\n");
    EXPECT_EQ(shift.exitCode, 0);
    EXPECT_TRUE(shift.out.contains("line-complete")) << shift.out.constData();
    EXPECT_FALSE(shift.out.contains("repeat-ignored"));
}

TEST_F(Packctl, ARefusalIsInItsLineAndNotInTheExitCodeOfABench) {
    run("init --sample-shop");
    const Ended station = run("station", "PBU-0417\n2609210001\n4006381333931\n");
    EXPECT_EQ(station.exitCode, 0);
    EXPECT_TRUE(station.out.contains("unknown-code")) << station.out.constData();
    const Ended gate = run("gate", "4006381333931\n");
    EXPECT_EQ(gate.exitCode, 0);
    EXPECT_TRUE(gate.out.contains("\"outcome\"")) << gate.out.constData();
}

TEST_F(Packctl, ALedgerHeldByOneProcessIsRefusedToTheNext) {
    run("init --sample-shop --simulation");
    QProcess first;
    first.start(QStringLiteral(PACKCTL), {QStringLiteral("station"), QStringLiteral("--simulation"),
                                          QStringLiteral("--ledger"), m_ledger});
    first.write("PBU-0417\n");
    ASSERT_TRUE(first.waitForReadyRead(30'000));
    const Ended second = run("order list");
    EXPECT_EQ(second.exitCode, 3);
    expectFault(second, "broken");
    first.closeWriteChannel();
    ASSERT_TRUE(first.waitForFinished(30'000));
    EXPECT_EQ(run("order list").exitCode, 0) << "free again once the first has ended";
}

TEST_F(Packctl, ALabelIsRenderedAsPictureAndAsPrinterBytes) {
    run("init --sample-shop");
    const QString png = m_folder.filePath(QStringLiteral("a.png"));
    const Ended picture =
        run(QStringList{QStringLiteral("label"), QStringLiteral("render"),
                        QStringLiteral("2609210001"), QStringLiteral("--out"), png});
    EXPECT_EQ(picture.exitCode, 0) << picture.err.constData();
    EXPECT_EQ(picture.json().object().value(QStringLiteral("width")).toInt(), 800);
    EXPECT_EQ(picture.json().object().value(QStringLiteral("height")).toInt(), 1200);
    const QString zpl = m_folder.filePath(QStringLiteral("a.zpl"));
    run(QStringList{QStringLiteral("label"), QStringLiteral("render"), QStringLiteral("2609210001"),
                    QStringLiteral("--language"), QStringLiteral("zpl"),
                    QStringLiteral("--template"), QStringLiteral("general-76x130"),
                    QStringLiteral("--out"), zpl});
    EXPECT_TRUE(fileBytes(zpl).startsWith("^XA") || fileBytes(zpl).contains("^XA"));
    EXPECT_LE(fileBytes(zpl).size(), 18'000);
}

TEST_F(Packctl, TheLabelsOfOpenOrdersAreTriedBeforeTheyArePacked) {
    run("init --sample-shop");
    const QString out = m_folder.filePath(QStringLiteral("ahead"));
    const Ended tried = run(QStringList{QStringLiteral("label"), QStringLiteral("ahead"),
                                        QStringLiteral("--language"), QStringLiteral("tspl"),
                                        QStringLiteral("--out"), out});
    const QJsonObject answer = tried.json().object();
    const int labels = answer.value(QStringLiteral("labels")).toInt();
    EXPECT_GT(labels, 0) << tried.err.constData();
    EXPECT_EQ(answer.value(QStringLiteral("tried")).toInt(), labels);
    EXPECT_EQ(answer.value(QStringLiteral("stopped")).toInt(), 1) << "YTO has no number there";
    EXPECT_GT(answer.value(QStringLiteral("leftOut")).toInt(), 0) << "held and hidden ones";
    const QStringList files = QDir(out).entryList({QStringLiteral("*.tspl")}, QDir::Files);
    ASSERT_EQ(files.size(), labels - 1);
    EXPECT_TRUE(fileBytes(out + u'/' + files.first()).contains("BITMAP"));
    const Ended after = run("order list --state open");
    EXPECT_FALSE(after.out.contains("SAMPLE")) << "no number was taken";
}

TEST_F(Packctl, APrintersStreamIsConvertedWithoutLosingADot) {
    run("init --sample-shop");
    const auto path = [this](const char* name) { return m_folder.filePath(QLatin1String(name)); };
    const auto words = [](std::initializer_list<QString> list) {
        return QStringList{QStringLiteral("label")} + QStringList(list);
    };
    const QString out = QStringLiteral("--out");
    const QString language = QStringLiteral("--language");
    const QString order = QStringLiteral("2609210001");
    run(words({QStringLiteral("render"), order, out, path("a.png")}));
    run(words(
        {QStringLiteral("render"), order, language, QStringLiteral("tspl"), out, path("a.tspl")}));
    const Ended toEpl2 = run(words({QStringLiteral("convert"), path("a.tspl"), language,
                                    QStringLiteral("epl2"), out, path("b.bin")}));
    EXPECT_EQ(toEpl2.exitCode, 0) << toEpl2.err.constData();
    EXPECT_EQ(toEpl2.json().object().value(QStringLiteral("from")).toString(), u"tspl");
    const Ended toPng = run(words({QStringLiteral("convert"), path("b.bin"), out, path("b.png")}));
    EXPECT_EQ(toPng.exitCode, 0) << toPng.err.constData();
    EXPECT_EQ(toPng.json().object().value(QStringLiteral("from")).toString(), u"epl2");
    EXPECT_EQ(fileBytes(path("a.png")), fileBytes(path("b.png")));
}

TEST_F(Packctl, AConvertedStreamTellsWhatWasNotDrawn) {
    const QString in = m_folder.filePath(QStringLiteral("in"));
    QFile file(in);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("SIZE 50 mm,30 mm\r\nCLS\r\nSELFTEST\r\nBAR 5,5,20,20\r\nPRINT 1,2\r\n"
               "CLS\r\nBAR 9,9,9,9\r\nPRINT 1\r\n");
    file.close();
    const QString png = m_folder.filePath(QStringLiteral("out.png"));
    const Ended both = run(QStringList{QStringLiteral("label"), QStringLiteral("convert"), in,
                                       QStringLiteral("--out"), png});
    EXPECT_EQ(both.exitCode, 1);
    const QJsonObject answer = both.json().object();
    EXPECT_EQ(answer.value(QStringLiteral("pages")).toInt(), 2);
    const QJsonObject finding =
        answer.value(QStringLiteral("findings")).toArray().first().toObject();
    EXPECT_EQ(finding.value(QStringLiteral("kind")).toString(), u"changes-printer");
    EXPECT_EQ(finding.value(QStringLiteral("page")).toInt(), 1);
    EXPECT_TRUE(QFile::exists(m_folder.filePath(QStringLiteral("out-2.png"))));
    const QString letter = m_folder.filePath(QStringLiteral("letter"));
    QFile words(letter);
    ASSERT_TRUE(words.open(QIODevice::WriteOnly) && words.write("Dear customer") > 0);
    words.close();
    EXPECT_EQ(run(QStringList{QStringLiteral("label"), QStringLiteral("convert"), letter,
                              QStringLiteral("--out"), png})
                  .exitCode,
              3)
        << "no label file";
}

TEST_F(Packctl, AConvertedStreamIsNeverWrittenOverItself) {
    const QString in = m_folder.filePath(QStringLiteral("a-2.zpl"));
    const QByteArray stream = "^XA^FO20,20^GB50,50,50^FS^XZ^XA^FO9,9^GB50,50,50^FS^XZ";
    QFile file(in);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(stream) == stream.size());
    file.close();
    const QString link = m_folder.filePath(QStringLiteral("link.zpl"));
    ASSERT_TRUE(QFile::link(in, link));
    for (const QString& out : {in, link, m_folder.filePath(QStringLiteral("a.zpl"))}) {
        const Ended refused = run(QStringList{QStringLiteral("label"), QStringLiteral("convert"),
                                              in, QStringLiteral("--out"), out});
        EXPECT_EQ(refused.exitCode, 2) << out.toStdString() << refused.err.constData();
        EXPECT_TRUE(refused.err.contains("is the file that is read")) << refused.err.constData();
        EXPECT_EQ(fileBytes(in), stream);
    }
    EXPECT_FALSE(QFile::exists(m_folder.filePath(QStringLiteral("a.zpl"))))
        << "its second page would have been the file that is read";
}

TEST_F(Packctl, AFullDiskIsNotCalledWritten) {
    const QString fields = m_folder.filePath(QStringLiteral("f.json"));
    QFile file(fields);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
    file.close();
    const QString out = m_folder.filePath(QStringLiteral("a.png"));
    const test::SmallDisk disk(100);
    const Ended full = packctl({QStringLiteral("label"), QStringLiteral("render"),
                                QStringLiteral("--fields"), fields, QStringLiteral("--out"), out});
    EXPECT_EQ(full.exitCode, 3);
    EXPECT_TRUE(full.err.contains("cannot be written")) << full.err.constData();
    EXPECT_FALSE(QFile::exists(out));
}

TEST_F(Packctl, SerialScannersAndScalesOfTheSettingsAreListed) {
    run("init");
    QFile port(m_folder.filePath(QStringLiteral("port")));
    ASSERT_TRUE(port.open(QIODevice::WriteOnly));
    const QString there = QStringLiteral("serial://") + port.fileName();
    ASSERT_EQ(run(QStringList{QStringLiteral("settings"), QStringLiteral("inputs"),
                              QStringLiteral("serial:///dev/no-such-port?scale=kern ") + there})
                  .exitCode,
              0);
    QHash<QString, QJsonObject> rows;
    for (const QJsonValue& row : run("devices").json().array())
        rows.insert(row.toObject().value(QStringLiteral("id")).toString(), row.toObject());
    const QJsonObject scale = rows.value(QStringLiteral("serial:///dev/no-such-port"));
    EXPECT_EQ(scale.value(QStringLiteral("kind")).toString(), QStringLiteral("scale"));
    EXPECT_EQ(scale.value(QStringLiteral("state")).toString(), QStringLiteral("unplugged"));
    EXPECT_TRUE(scale.value(QStringLiteral("words"))
                    .toString()
                    .contains(QStringLiteral("/dev/no-such-port is not there")));
    const QJsonObject scanner = rows.value(there);
    EXPECT_EQ(scanner.value(QStringLiteral("kind")).toString(), QStringLiteral("scanner"));
    EXPECT_EQ(scanner.value(QStringLiteral("words")).toString(), QStringLiteral("found"));
}

TEST_F(Packctl, AnImportAnswersPerFileAndItsExitCodeTellsOfRefusals) {
    run("init --sample-shop");
    const QString path = m_folder.filePath(QStringLiteral("orders.csv"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("shop,order,sku,title,quantity,name,phone,city,street,paid_at\n"
               "s,1,CUP-SS-500,cup,1,T,14000000001,C,S 1,2026-09-21T08:00+08:00\n"
               "s,2,CUP-SS-500,cup,many,T,14000000001,C,S 1,2026-09-21T08:00+08:00\n");
    file.close();
    const Ended import = run(QStringList{QStringLiteral("import"), QStringLiteral("orders"), path});
    EXPECT_EQ(import.exitCode, 1);
    const QJsonObject answer =
        import.json().object().value(QStringLiteral("files")).toArray().first().toObject();
    EXPECT_EQ(
        answer.value(QStringLiteral("orders")).toObject().value(QStringLiteral("accepted")).toInt(),
        1);
    EXPECT_EQ(answer.value(QStringLiteral("refusals"))
                  .toArray()
                  .first()
                  .toObject()
                  .value(QStringLiteral("line"))
                  .toInt(),
              3);
    EXPECT_EQ(run("order list --state open").json().array().size(), 11);
}

TEST_F(Packctl, TheDoctorAnswersAndNamesFindings) {
    run("init");
    const Ended doctor = run("doctor");
    EXPECT_EQ(doctor.exitCode, 1);
    EXPECT_FALSE(doctor.json().object().value(QStringLiteral("ok")).toBool());
}

} // namespace packbench
