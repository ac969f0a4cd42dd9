// Printers as packctl sees them: the virtual printer in the network, and all that prints to it.
#include "program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

namespace {

/// The program itself as a printer on a free port of loopback.
class NetworkPrinter {
public:
    explicit NetworkPrinter(const QString& language) {
        m_process.start(QStringLiteral(PACKCTL),
                        {QStringLiteral("virtual-printer"), QStringLiteral("--listen"),
                         QStringLiteral("127.0.0.1:0"), QStringLiteral("--language"), language,
                         QStringLiteral("--out"), m_folder.path(), QStringLiteral("--orders"),
                         QStringLiteral("-")});
        m_process.waitForReadyRead(20'000);
        const QByteArray line = m_process.readLine().trimmed();
        m_port = static_cast<quint16>(line.mid(line.lastIndexOf(':') + 1).toUInt());
        m_address = QStringLiteral("tcp://127.0.0.1:%1?language=%2").arg(m_port).arg(language);
    }
    ~NetworkPrinter() {
        m_process.closeWriteChannel();
        m_process.waitForFinished(20'000);
    }
    NetworkPrinter(const NetworkPrinter&) = delete;
    NetworkPrinter& operator=(const NetworkPrinter&) = delete;

    void order(const QByteArray& words) {
        m_process.write(words + '\n');
        m_process.waitForBytesWritten(5000);
    }
    [[nodiscard]] QStringList pictures() const {
        return QDir(m_folder.path()).entryList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    }
    /// Waits for the line that tells of so many labels.
    [[nodiscard]] bool hasPrinted(int labels) {
        const QByteArray wanted = "label " + QByteArray::number(labels) + ':';
        while (!m_told.contains(wanted) && m_process.waitForReadyRead(20'000))
            m_told += m_process.readAll();
        return m_told.contains(wanted);
    }
    [[nodiscard]] Ended print(const char* command) const {
        return packctl({QStringLiteral("print"), QString::fromLatin1(command),
                        QStringLiteral("--printer"), m_address, QStringLiteral("--json")});
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString address() const { return m_address; }
    [[nodiscard]] QImage picture(int number) const {
        return QImage(QDir(m_folder.path()).filePath(pictures().value(number)));
    }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
    QString m_address;
    QByteArray m_told;
};

QString stateIn(const Ended& ended) {
    return ended.json().array().at(0).toObject().value(QStringLiteral("state")).toString();
}

const QByteArray kZplLabel = "^XA^PW80^LL40^FO8,8^GFA,2,2,1,FFFF^FS^XZ";

} // namespace

class EachLanguage : public testing::TestWithParam<const char*> {};

TEST_P(EachLanguage, ATestLabelGoesThroughTheNetworkIntoAPicture) {
    NetworkPrinter printer(QString::fromLatin1(GetParam()));
    ASSERT_NE(printer.port(), 0);
    const Ended ended = printer.print("test");
    EXPECT_EQ(ended.exitCode, 0) << ended.err.constData() << ended.out.constData();
    EXPECT_EQ(stateIn(ended).toStdString(), "ready");
    ASSERT_TRUE(printer.hasPrinted(1));
    EXPECT_GE(printer.picture(0).width(), 500);
}

INSTANTIATE_TEST_SUITE_P(Languages, EachLanguage,
                         testing::Values("zpl", "tspl", "epl2", "cpcl", "escpos"),
                         [](const auto& language) { return language.param; });

TEST(NetworkPrinterTest, TheStatusIsToldAndTroubleIsExitCodeOne) {
    NetworkPrinter printer(QStringLiteral("tspl"));
    EXPECT_EQ(printer.print("status").exitCode, 0);
    printer.order("paper-out");
    Ended ended = printer.print("status");
    while (stateIn(ended) == u"ready") // the order travels by another way
        ended = printer.print("status");
    EXPECT_EQ(stateIn(ended).toStdString(), "paper-out");
    EXPECT_EQ(ended.exitCode, 1);
    EXPECT_EQ(printer.print("calibrate").exitCode, 0);
}

TEST(NetworkPrinterTest, NobodyThereIsExitCodeThreeAndOneSentence) {
    const Ended ended =
        packctl({QStringLiteral("print"), QStringLiteral("status"), QStringLiteral("--printer"),
                 QStringLiteral("tcp://127.0.0.1:1"), QStringLiteral("--json")});
    EXPECT_EQ(ended.exitCode, 3);
    EXPECT_EQ(ended.json().object().value(QStringLiteral("error")).toString(), u"broken");
    EXPECT_EQ(ended.err.trimmed().count('\n'), 0) << ended.err.constData();
}

TEST(NetworkPrinterTest, JobsCutInTheMiddleLeaveNothingAndTwoClientsDoNotMix) {
    NetworkPrinter printer(QStringLiteral("zpl"));
    const auto client = [&printer](QTcpSocket& socket) {
        socket.connectToHost(QStringLiteral("127.0.0.1"), printer.port());
        return socket.waitForConnected(5000);
    };
    {
        QTcpSocket cut;
        ASSERT_TRUE(client(cut));
        cut.write(kZplLabel.left(30));
        ASSERT_TRUE(cut.waitForBytesWritten(5000));
    }
    QTcpSocket first;
    QTcpSocket second;
    ASSERT_TRUE(client(first) && client(second));
    first.write(kZplLabel);
    ASSERT_TRUE(first.waitForBytesWritten(5000));
    second.write(kZplLabel);
    ASSERT_TRUE(second.waitForBytesWritten(5000));
    ASSERT_TRUE(printer.hasPrinted(2)) << "a client that stays connected does not block another";
    EXPECT_EQ(printer.pictures().size(), 2);
    EXPECT_EQ(printer.picture(0), printer.picture(1));
}

TEST(NetworkPrinterTest, AHundredMegabytesOfGarbageLeaveItAlive) {
    NetworkPrinter printer(QStringLiteral("zpl"));
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), printer.port());
    ASSERT_TRUE(socket.waitForConnected(5000));
    QByteArray garbage(1 << 20, Qt::Uninitialized);
    for (qsizetype at = 0; at < garbage.size(); ++at)
        garbage[at] = static_cast<char>(at * 131 + at / 977);
    for (int megabyte = 0; megabyte < 100; ++megabyte) {
        socket.write(garbage);
        while (socket.bytesToWrite() > (4 << 20))
            ASSERT_TRUE(socket.waitForBytesWritten(60'000));
    }
    socket.disconnectFromHost();
    ASSERT_TRUE(socket.state() == QAbstractSocket::UnconnectedState ||
                socket.waitForDisconnected(60'000));
    EXPECT_EQ(printer.print("test").exitCode, 0);
}

TEST(NetworkPrinterTest, ListensOnAnAddressInBrackets) {
    const QTemporaryDir folder;
    QProcess printer;
    printer.start(QStringLiteral(PACKCTL),
                  {QStringLiteral("virtual-printer"), QStringLiteral("--listen"),
                   QStringLiteral("[::1]:0"), QStringLiteral("--out"), folder.path(),
                   QStringLiteral("--orders"), QStringLiteral("-")});
    ASSERT_TRUE(printer.waitForReadyRead(20'000)) << printer.readAllStandardError().constData();
    const QByteArray line = printer.readLine();
    EXPECT_TRUE(line.contains(" listens on ::1:")) << line.constData();
    printer.closeWriteChannel();
    EXPECT_TRUE(printer.waitForFinished(20'000));
}

TEST(NetworkPrinterTest, ThereIsNoHeadWithSevenDotsPerMillimetre) {
    const QTemporaryDir folder;
    const Ended ended =
        packctl({QStringLiteral("virtual-printer"), QStringLiteral("--listen"),
                 QStringLiteral("127.0.0.1:0"), QStringLiteral("--out"), folder.path(),
                 QStringLiteral("--dots-per-mm"), QStringLiteral("7"), QStringLiteral("--orders"),
                 QStringLiteral("-")});
    EXPECT_EQ(ended.exitCode, 2);
}

TEST(TapeTest, ARecordedLabelPlaysAgainAndAnotherTapeIsTold) {
    const QTemporaryDir folder;
    const QString tape = folder.filePath(QStringLiteral("a.tape"));
    NetworkPrinter printer(QStringLiteral("tspl"));
    const Ended recorded =
        packctl({QStringLiteral("tape"), QStringLiteral("record"), tape,
                 QStringLiteral("--printer"), printer.address(), QStringLiteral("--json")});
    EXPECT_EQ(recorded.exitCode, 0) << recorded.err.constData();
    const Ended played =
        packctl({QStringLiteral("tape"), QStringLiteral("replay"), tape, QStringLiteral("--json")});
    EXPECT_EQ(played.exitCode, 0) << played.out.constData();

    QByteArray bytes = fileBytes(tape);
    bytes.replace("53495a45", "53495a46"); // SIZE becomes SIZF
    QFile bent(folder.filePath(QStringLiteral("b.tape")));
    ASSERT_TRUE(bent.open(QIODevice::WriteOnly));
    bent.write(bytes);
    bent.close();
    const Ended differs = packctl({QStringLiteral("tape"), QStringLiteral("replay"),
                                   bent.fileName(), QStringLiteral("--json")});
    EXPECT_EQ(differs.exitCode, 1);
    EXPECT_TRUE(differs.json().object().value(QStringLiteral("difference")).isString());
}

/// A ledger with the sample shop and one printer: a folder.
class SpooledBench {
public:
    explicit SpooledBench(const QString& wishes) {
        m_printer = QStringLiteral("spool://") + m_folder.filePath(QStringLiteral("labels"));
        QDir().mkpath(m_folder.filePath(QStringLiteral("labels")));
        run({QStringLiteral("init"), QStringLiteral("--sample-shop")});
        run({QStringLiteral("settings"), QStringLiteral("printers"), m_printer + wishes});
        run({QStringLiteral("settings"), QStringLiteral("printer.id"), m_printer});
    }
    [[nodiscard]] QStringList atLedger(QStringList words) const {
        return words << QStringLiteral("--ledger")
                     << QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("x.db"));
    }
    Ended run(const QStringList& words, const QByteArray& input = {}) const {
        return packctl(atLedger(words), input);
    }
    [[nodiscard]] QByteArray label(const QString& name) const {
        return fileBytes(m_folder.filePath(QStringLiteral("labels/") + name));
    }
    [[nodiscard]] QString printer() const { return m_printer; }

private:
    QTemporaryDir m_folder;
    QString m_printer;
};

const QByteArray kOneParcel = "PBU-0417\n2609210012\n6901234500868\n";

TEST(StationPrinterTest, GetsLabelsInItsLanguageAndItsDots) {
    const SpooledBench bench(QStringLiteral("?language=tspl&dots=12&darkness=70"));
    const Ended ended = bench.run({QStringLiteral("station")}, kOneParcel);
    EXPECT_TRUE(ended.out.contains("label-printed")) << ended.out.constData();
    const QByteArray label = bench.label(QStringLiteral("label-000001.tspl"));
    EXPECT_TRUE(label.startsWith("SIZE 100")) << label.left(80).constData();
    EXPECT_TRUE(label.contains(",150,1752,")) << label.left(200).constData();
}

TEST(StationPrinterTest, ALabelThatNeverLeftGoesToTheNextPrinter) {
    const SpooledBench bench(QStringLiteral("?language=tspl"));
    bench.run({QStringLiteral("settings"), QStringLiteral("printers"),
               QStringLiteral("tcp://127.0.0.1:1?language=zpl ") + bench.printer() +
                   QStringLiteral("?language=tspl")});
    bench.run({QStringLiteral("settings"), QStringLiteral("printer.id"),
               QStringLiteral("tcp://127.0.0.1:1")});
    EXPECT_TRUE(bench.run({QStringLiteral("station")}, kOneParcel).out.contains("printer-gone"));
    bench.run({QStringLiteral("settings"), QStringLiteral("printer.id"), bench.printer()});
    const Ended ended = bench.run({QStringLiteral("station")}, "PBU-0417\n2609210012\n");
    EXPECT_TRUE(ended.out.contains("label-printed")) << ended.out.constData();
    EXPECT_TRUE(bench.label(QStringLiteral("label-000001.tspl")).startsWith("SIZE"));
}

TEST(DevicesTest, PrintersOfTheSettingsAreListedBesideARunningBench) {
    const SpooledBench bench(QStringLiteral("?language=epl2"));
    QProcess station;
    station.start(QStringLiteral(PACKCTL), bench.atLedger({QStringLiteral("station")}));
    station.write("PBU-0417\n");
    ASSERT_TRUE(station.waitForReadyRead(20'000));
    const Ended ended = bench.run({QStringLiteral("devices"), QStringLiteral("--json")});
    EXPECT_TRUE(ended.out.contains(bench.printer().toUtf8())) << ended.err.constData();
    EXPECT_EQ(bench
                  .run({QStringLiteral("print"), QStringLiteral("test"),
                        QStringLiteral("--printer"), bench.printer()})
                  .exitCode,
              0);
    EXPECT_TRUE(bench.label(QStringLiteral("label-000001.epl")).contains("GW") ||
                bench.label(QStringLiteral("label-000001.epl2")).contains("GW"));
    station.closeWriteChannel();
    EXPECT_TRUE(station.waitForFinished(20'000));
}

TEST(DevicesTest, TheVirtualPrinterThatIsListedPrints) {
    const QTemporaryDir folder;
    const QString ledger = QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("a.db"));
    const auto onVirtual = [&ledger](const QStringList& words) {
        return packctl(words + QStringList{QStringLiteral("--ledger"), ledger,
                                           QStringLiteral("--printer"), QStringLiteral("virtual"),
                                           QStringLiteral("--json")});
    };
    ASSERT_EQ(packctl({QStringLiteral("init"), QStringLiteral("--ledger"), ledger}).exitCode, 0);
    const Ended printed = onVirtual({QStringLiteral("print"), QStringLiteral("test")});
    EXPECT_EQ(printed.exitCode, 0) << printed.err.constData();
    EXPECT_EQ(stateIn(printed).toStdString(), "ready");
    EXPECT_GE(QImage(folder.filePath(QStringLiteral("labels/label-0001.png"))).width(), 500);
    EXPECT_EQ(stateIn(onVirtual({QStringLiteral("print"), QStringLiteral("status")})), u"ready");
    EXPECT_EQ(onVirtual({QStringLiteral("tape"), QStringLiteral("record"),
                         folder.filePath(QStringLiteral("a.tape"))})
                  .exitCode,
              0);
    EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("labels/label-0002.png"))));
}

TEST(DevicesTest, TheVirtualPrinterIsAlwaysListed) {
    const QJsonArray rows =
        packctl({QStringLiteral("devices"), QStringLiteral("--json")}).json().array();
    ASSERT_GE(rows.size(), 1);
    const QJsonObject row = rows.at(0).toObject();
    for (const char* field : {"id", "kind", "model", "language", "transport", "state", "words"})
        EXPECT_TRUE(row.contains(QLatin1String(field))) << field;
}

TEST(DevicesTest, ACameraThatTheLedgerNamesAndThatIsNotThereIsListedWithItsReason) {
    const QTemporaryDir folder;
    const QStringList ledger{QStringLiteral("--ledger"),
                             QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("a.db"))};
    ASSERT_EQ(packctl(QStringList{QStringLiteral("init")} + ledger).exitCode, 0);
    const QString id = QStringLiteral("camera:/dev/no-camera");
    ASSERT_EQ(
        packctl(QStringList{QStringLiteral("settings"), QStringLiteral("inputs"), id} + ledger)
            .exitCode,
        0);
    const Ended listed =
        packctl(QStringList{QStringLiteral("devices"), QStringLiteral("--json")} + ledger);
    const QJsonObject camera = listed.json().array().last().toObject();
    EXPECT_EQ(camera.value(QStringLiteral("id")).toString(), id);
    EXPECT_EQ(camera.value(QStringLiteral("kind")).toString(), QStringLiteral("scanner"));
    EXPECT_EQ(camera.value(QStringLiteral("transport")).toString(), QStringLiteral("camera"));
    EXPECT_EQ(camera.value(QStringLiteral("state")).toString(), QStringLiteral("unplugged"));
    const Ended shown = packctl(QStringList{QStringLiteral("devices")} + ledger);
    EXPECT_TRUE(shown.out.contains("There is no camera at /dev/no-camera"))
        << shown.out.constData();
    EXPECT_TRUE(shown.err.isEmpty()) << shown.err.constData();
}

} // namespace packbench
