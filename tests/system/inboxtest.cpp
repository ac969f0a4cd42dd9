// The label inbox as other programs see it: a label printer on a socket.
#include "inboxfixture.h"

#include <QDir>
#include <QFile>

namespace packbench {

TEST_F(Inbox, ARawJobIsMatchedToItsOrder) {
    send(zplLabel(kWaybill));
    ASSERT_TRUE(hasTaken(1));
    EXPECT_EQ(state(0), QStringLiteral("matched")) << m_told.constData();
    EXPECT_EQ(told(0).value(QStringLiteral("order")).toString(), kOrder);
    EXPECT_EQ(told(0).value(QStringLiteral("source")).toString(), QStringLiteral("127.0.0.1"));
}

TEST_F(Inbox, AJobInPiecesIsOneLabelAndComesBeforeTheConnectionEnds) {
    QTcpSocket socket;
    ASSERT_TRUE(connectTo(socket));
    for (const char byte : zplLabel(kWaybill)) {
        socket.write(&byte, 1);
        ASSERT_TRUE(socket.waitForBytesWritten(5000));
    }
    ASSERT_TRUE(hasTaken(1));
    EXPECT_EQ(state(0), QStringLiteral("matched"));
    EXPECT_EQ(socket.state(), QAbstractSocket::ConnectedState);
}

TEST_F(Inbox, AJobCutInTheMiddleWaitsAsUnreadableAndNoiseIsNothing) {
    send("GET / HTTP/1.1\r\nHost: printer\r\n\r\n");
    send(zplLabel(kWaybill).chopped(20));
    ASSERT_TRUE(hasTaken(1));
    EXPECT_EQ(state(0), QStringLiteral("unreadable")) << m_told.constData();
    EXPECT_EQ(told(0).value(QStringLiteral("reason")).toString(), QStringLiteral("cut"));
    stop();
    EXPECT_EQ(m_told.count('\n'), 1);
}

TEST_F(Inbox, TwoAtOnceDoNotMixAndStatusIsAnsweredMeanwhile) {
    QTcpSocket first;
    QTcpSocket second;
    ASSERT_TRUE(connectTo(first) && connectTo(second));
    const QByteArray one = zplLabel(numbered(1));
    const QByteArray two = zplLabel(numbered(2));
    first.write(one.left(40));
    ASSERT_TRUE(first.waitForBytesWritten(5000));
    second.write("~HS" + two.left(29) + "~HI");
    QByteArray answer;
    while (answer.count('\x03') < 4 && second.waitForReadyRead(20'000))
        answer += second.readAll();
    EXPECT_EQ(answer.count('\x03'), 4) << answer.constData();
    EXPECT_TRUE(answer.startsWith("\x02"
                                  "030,0,0,"));
    first.write(one.mid(40));
    ASSERT_TRUE(first.waitForBytesWritten(5000));
    second.write(two.mid(29));
    ASSERT_TRUE(second.waitForBytesWritten(5000));
    ASSERT_TRUE(hasTaken(2));
    QStringList codes;
    for (int label : {0, 1})
        codes += told(label).value(QStringLiteral("codes")).toArray().first().toString();
    codes.sort();
    EXPECT_EQ(codes,
              (QStringList{QString::fromLatin1(numbered(1)), QString::fromLatin1(numbered(2))}));
}

TEST_F(Inbox, TwoHundredInABurstAreAllThereInTheirOrder) {
    QByteArray burst;
    for (int label = 0; label < 200; ++label)
        burst += zplLabel(numbered(label));
    send(burst);
    ASSERT_TRUE(hasTaken(200));
    for (int label = 0; label < 200; ++label)
        ASSERT_EQ(told(label).value(QStringLiteral("codes")).toArray().first().toString(),
                  QString::fromLatin1(numbered(label)));
    stop();
    EXPECT_EQ(run({QStringLiteral("label"), QStringLiteral("inbox"), QStringLiteral("--json")})
                  .json()
                  .array()
                  .size(),
              200);
}

TEST_F(Inbox, AHundredMegabytesOfGarbageAreRefusedAndTheNextJobWorks) {
    QTcpSocket socket;
    ASSERT_TRUE(connectTo(socket));
    const QByteArray garbage(1 << 20, 'A'); // no command in it: the worst to wait for
    for (int megabyte = 0; megabyte < 100 && socket.state() == QAbstractSocket::ConnectedState;
         ++megabyte) {
        socket.write(garbage);
        while (socket.bytesToWrite() > (2 << 20) && socket.waitForBytesWritten(60'000)) {
        }
    }
    EXPECT_TRUE(socket.state() == QAbstractSocket::UnconnectedState ||
                socket.waitForDisconnected(60'000));
    EXPECT_LT(mostMemoryKb(), 300'000);
    send(zplLabel(kWaybill));
    ASSERT_TRUE(hasTaken(1));
    EXPECT_EQ(state(0), QStringLiteral("matched"));
    stop();
    EXPECT_EQ(m_told.count('\n'), 1);
    EXPECT_TRUE(m_process.readAllStandardError().contains("sends no labels"));
}

TEST_F(Inbox, TheSameTwiceIsOneLabelAndAnotherOfTheOrderWaits) {
    send(zplLabel(kWaybill) + zplLabel(kWaybill));
    send(zplLabel(kWaybill, "^FO40,600^GB90,90,4^FS"));
    ASSERT_TRUE(hasTaken(3));
    EXPECT_EQ(told(0).value(QStringLiteral("id")), told(1).value(QStringLiteral("id")));
    EXPECT_EQ(told(1).value(QStringLiteral("arrivals")).toInt(), 2);
    EXPECT_EQ(state(2), QStringLiteral("doubled"));
}

TEST_F(Inbox, WhatIsNoCodeIsTooLargeOrIsAnothersIsRefusedWithItsPicture) {
    send("^XA^FO40,40^A0N,40,40^FDHello^FS^XZ");
    send(zplLabel(kWaybill, "^FO1200,100^GB60,60,60^FS").replace("^PW800", "^PW1400"));
    ASSERT_TRUE(hasTaken(2));
    EXPECT_EQ(state(0), QStringLiteral("unreadable"));
    EXPECT_EQ(state(1), QStringLiteral("too-large")) << m_told.constData();
    stop();
    const QString file = m_folder.filePath(QStringLiteral("2609210012.zpl"));
    QFile label(file);
    ASSERT_TRUE(label.open(QIODevice::WriteOnly));
    label.write(zplLabel(kWaybill));
    label.close();
    const Ended taken = run({QStringLiteral("label"), QStringLiteral("inbox"),
                             QStringLiteral("take"), file, QStringLiteral("--json")});
    EXPECT_EQ(taken.exitCode, 1);
    const QJsonObject refused = taken.json().array().first().toObject();
    EXPECT_EQ(refused.value(QStringLiteral("reason")).toString(), QStringLiteral("other-order"));
    const QString picture = m_folder.filePath(QStringLiteral("refused.png"));
    EXPECT_EQ(run({QStringLiteral("label"), QStringLiteral("inbox"), QStringLiteral("show"),
                   QString::number(refused.value(QStringLiteral("id")).toInt()),
                   QStringLiteral("--out"), picture})
                  .exitCode,
              0);
    EXPECT_TRUE(fileBytes(picture).startsWith("\x89PNG"));
}

TEST_F(Inbox, AMaskedOrdersLabelGoesFromTheSocketThroughTheScansOutOfThePrinter) {
    send(zplLabel(kWaybill, "~JR^JUS~DNR:X.FNT,^IDR:*.*^FS~JO"));
    ASSERT_TRUE(hasTaken(1));
    stop();
    const QString labels = m_folder.filePath(QStringLiteral("labels"));
    const Ended shift =
        run({QStringLiteral("station"), QStringLiteral("--labels"), labels},
            "PBU-0417\n" + kOrder.toLatin1() + "\n6901234500752\n" + kWaybill + '\n');
    EXPECT_TRUE(shift.out.contains("dispatched")) << shift.out.constData();
    const QStringList printed =
        QDir(labels).entryList({QStringLiteral("*.zpl")}, QDir::Files, QDir::Name);
    ASSERT_EQ(printed.size(), 1) << shift.out.constData();
    const QByteArray bytes = fileBytes(QDir(labels).filePath(printed.first()));
    for (const char* harmful : {"~JR", "^JU", "~DN", "^ID", "~JO", "^BC", "^FD"})
        EXPECT_FALSE(bytes.contains(harmful)) << harmful;
    const Ended read =
        packctl({QStringLiteral("label"), QStringLiteral("convert"),
                 QDir(labels).filePath(printed.first()), QStringLiteral("--out"),
                 m_folder.filePath(QStringLiteral("out.png")), QStringLiteral("--json")});
    EXPECT_TRUE(read.out.contains(kWaybill)) << read.out.constData();
    const QJsonArray all = run({QStringLiteral("label"), QStringLiteral("inbox"),
                                QStringLiteral("--all"), QStringLiteral("--json")})
                               .json()
                               .array();
    EXPECT_EQ(all.first().toObject().value(QStringLiteral("state")).toString(),
              QStringLiteral("used"));
}

TEST_F(Inbox, AWatchedFolderTakesEachFileOnceAndLeavesItThere) {
    stop();
    const QString folder = m_folder.filePath(QStringLiteral("in"));
    ASSERT_TRUE(QDir().mkpath(folder));
    ASSERT_EQ(run({QStringLiteral("settings"), QStringLiteral("label.folder"), folder}).exitCode,
              0);
    QFile label(folder + QStringLiteral("/717800000004.zpl"));
    ASSERT_TRUE(label.open(QIODevice::WriteOnly));
    label.write(zplLabel(kWaybill));
    label.close();
    m_told.clear();
    listen({});
    ASSERT_TRUE(hasTaken(1));
    EXPECT_EQ(state(0), QStringLiteral("matched"));
    stop();
    m_told.clear();
    listen({});
    send(zplLabel(numbered(7)));
    QFile other(folder + QStringLiteral("/second.zpl"));
    ASSERT_TRUE(other.open(QIODevice::WriteOnly));
    other.write(zplLabel(numbered(8)));
    other.close();
    ASSERT_TRUE(hasTaken(2)); // found after the first file was looked at again
    EXPECT_FALSE(m_told.contains("717800000004.zpl"));
    EXPECT_TRUE(label.exists());
}

} // namespace packbench
