// Programs that print TSPL to the bench, and what of it reaches the bench's own printer.
#include "inboxfixture.h"

#include <QDir>

namespace packbench {

namespace {

/// A picture whose bytes read like commands and queries: no printer takes them as such.
const QByteArray kPicture =
    "\r\nPRINT 1\r\nCLS\r\nKILL F,\"*\"\r\n\x1b!R\x1b!?\x1b!S\r\nPRINT 1\r\n.";

QByteArray tsplLabel(const QByteArray& code, const QByteArray& before = {}) {
    return "SIZE 100 mm,150 mm\r\nGAP 2 mm,0\r\n" + before + "CLS\r\nBITMAP 8,8,1," +
           QByteArray::number(kPicture.size()) + ",0," + kPicture +
           "\r\nBARCODE 40,200,\"128\",150,1,0,2,2,\"" + code + "\"\r\nPRINT 1,1\r\n";
}

class InboxTspl : public Inbox {
protected:
    InboxTspl() {
        stop();
        EXPECT_EQ(run({QStringLiteral("settings"), QStringLiteral("inbox.language"),
                       QStringLiteral("tspl")})
                      .exitCode,
                  0);
        m_told.clear();
        listen({});
    }
    [[nodiscard]] static QByteArray answerOf(QTcpSocket& socket, qsizetype bytes) {
        QByteArray answer;
        while (answer.size() < bytes && socket.waitForReadyRead(20'000))
            answer += socket.readAll();
        return answer;
    }
    /// The shift that packs the sample shop's masked order. @returns what its printer was sent.
    [[nodiscard]] QByteArray printed(const QString& language) {
        const QString labels = m_folder.filePath(QStringLiteral("labels"));
        const Ended shift =
            run({QStringLiteral("station"), QStringLiteral("--labels"), labels,
                 QStringLiteral("--printer-language"), language},
                "PBU-0417\n" + kOrder.toLatin1() + "\n6901234500752\n" + kWaybill + '\n');
        EXPECT_TRUE(shift.out.contains("dispatched")) << shift.out.constData();
        const QStringList files = QDir(labels).entryList({u'*' + QStringLiteral(".") + language},
                                                         QDir::Files, QDir::Name);
        EXPECT_EQ(files.size(), 1) << shift.out.constData();
        return fileBytes(QDir(labels).filePath(files.value(0)));
    }
};

} // namespace

TEST_F(InboxTspl, PictureBytesThatLookLikeCommandsEndNoLabelAndAskNothing) {
    QTcpSocket socket;
    ASSERT_TRUE(connectTo(socket));
    socket.write(tsplLabel(kWaybill) + "\x1b!?");
    EXPECT_EQ(answerOf(socket, 1), QByteArray(1, '\0'));
    ASSERT_TRUE(hasTaken(1));
    EXPECT_EQ(state(0), QStringLiteral("matched")) << m_told.constData();
    EXPECT_EQ(told(0).value(QStringLiteral("order")).toString(), kOrder);
    stop();
    EXPECT_EQ(m_told.count('\n'), 1);
    socket.waitForReadyRead(1000);
    EXPECT_TRUE(socket.readAll().isEmpty()) << "one query, one answer";
}

TEST_F(InboxTspl, QueriesAreAnsweredInTheMiddleOfALabel) {
    QTcpSocket socket;
    ASSERT_TRUE(connectTo(socket));
    const QByteArray label = tsplLabel(kWaybill);
    const qsizetype half = label.indexOf("BARCODE");
    socket.write(label.left(half) + "\x1b!S");
    const QByteArray answer = answerOf(socket, 8);
    EXPECT_EQ(answer, "\x02@@@@\x03\r\n") << answer.toHex().constData();
    socket.write(label.mid(half));
    ASSERT_TRUE(socket.waitForBytesWritten(5000));
    ASSERT_TRUE(hasTaken(1));
    EXPECT_EQ(state(0), QStringLiteral("matched")) << m_told.constData();
}

TEST_F(InboxTspl, LabelsOfOneConnectionKeepTheirSizeAndComeInOrder) {
    QByteArray job = tsplLabel(numbered(1));
    for (const int number : {2, 3})
        job += "CLS\nBARCODE 40,200,\"128\",150,1,0,2,2,\"" + numbered(number) + "\"\nPRINT 1\n";
    send(job);
    ASSERT_TRUE(hasTaken(3));
    for (const int number : {1, 2, 3}) {
        const QJsonObject label = told(number - 1);
        EXPECT_EQ(label.value(QStringLiteral("codes")).toArray().first().toString(),
                  QString::fromLatin1(numbered(number)));
        EXPECT_EQ(label.value(QStringLiteral("width")).toInt(), 800);
        EXPECT_EQ(label.value(QStringLiteral("height")).toInt(), 1200);
    }
}

TEST_F(InboxTspl, NothingThatChangesAPrinterReachesTheBenchs) {
    send(tsplLabel(kWaybill, "\x1b!R\x1b!C\x1b!D\r\nKILL F,\"*\"\r\nSELFTEST\r\nINITIALPRINTER\r\n"
                             "SET COUNTER @1 1\r\nDOWNLOAD F,\"A.BAS\",4,CLS\n"));
    ASSERT_TRUE(hasTaken(1));
    EXPECT_EQ(state(0), QStringLiteral("matched")) << m_told.constData();
    const QString findings = QString::fromUtf8(
        QJsonDocument(told(0).value(QStringLiteral("findings")).toArray()).toJson());
    EXPECT_TRUE(findings.contains(QStringLiteral("KILL"))) << findings.toStdString();
    stop();
    const QByteArray bytes = printed(QStringLiteral("tspl"));
    EXPECT_TRUE(bytes.contains("BITMAP"));
    for (const char* harmful : {"KILL", "SELFTEST", "INITIALPRINTER", "COUNTER", "DOWNLOAD",
                                "A.BAS", "\x1b!R", "\x1b!C", "\x1b!D", "BARCODE", "JDVA"})
        EXPECT_FALSE(bytes.contains(harmful)) << harmful;
}

TEST_F(InboxTspl, ABenchWhoseSendersSpeakTsplPrintsOnAZplPrinter) {
    send(tsplLabel(kWaybill, "KILL \"*.PCX\"\r\n"));
    ASSERT_TRUE(hasTaken(1));
    stop();
    const QByteArray bytes = printed(QStringLiteral("zpl"));
    EXPECT_TRUE(bytes.contains("^GF") || bytes.contains("~DG"));
    for (const char* harmful : {"KILL", "CLS", "\x1b!"})
        EXPECT_FALSE(bytes.contains(harmful)) << harmful;
}

} // namespace packbench
