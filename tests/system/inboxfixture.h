#pragma once

#include "program.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace packbench {

inline const QByteArray kWaybill = "JDVA00000000004";
inline const QString kOrder = QStringLiteral("717800000004");

inline QByteArray zplLabel(const QByteArray& code, const QByteArray& more = {}) {
    return "^XA^PW800^LL1200^FO40,100^BY2^BCN,150,Y,N,N^FD" + code + "^FS" + more + "^XZ";
}

inline QByteArray numbered(int number) {
    return "JDVB" + QByteArray::number(number).rightJustified(11, '0');
}

/// The sample shop, and packctl as a label printer on a free port of loopback.
class Inbox : public testing::Test {
protected:
    Inbox() {
        m_init = run({QStringLiteral("init"), QStringLiteral("--sample-shop")});
        listen({});
    }
    ~Inbox() override {
        if (m_process.state() != QProcess::NotRunning)
            stop();
    }

    [[nodiscard]] Ended run(QStringList words, const QByteArray& input = {}) const {
        words << QStringLiteral("--ledger")
              << QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("shop.db"));
        return packctl(words, input);
    }
    void listen(const QStringList& more) {
        m_process.start(
            QStringLiteral(PACKCTL),
            QStringList{QStringLiteral("label"), QStringLiteral("inbox"), QStringLiteral("listen"),
                        QStringLiteral("--at"), QStringLiteral("127.0.0.1:0"),
                        QStringLiteral("--json"), QStringLiteral("--ledger"),
                        QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("shop.db"))} +
                more);
        m_process.waitForReadyRead(20'000);
        const QByteArray line = m_process.readLine().trimmed();
        m_port = static_cast<quint16>(line.mid(line.lastIndexOf(':') + 1).toUInt());
    }
    /// Stops it as a service is stopped; what it took is in the ledger then.
    void stop() {
        m_process.terminate();
        EXPECT_TRUE(m_process.waitForFinished(60'000));
        EXPECT_EQ(m_process.exitCode(), 0) << m_process.readAllStandardError().constData();
        m_told += m_process.readAll();
    }
    [[nodiscard]] bool connectTo(QTcpSocket& socket) const {
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        return socket.waitForConnected(5000);
    }
    /// As `nc` does.
    void send(const QByteArray& bytes) const {
        QTcpSocket socket;
        ASSERT_TRUE(connectTo(socket));
        socket.write(bytes);
        while (socket.bytesToWrite() > 0)
            ASSERT_TRUE(socket.waitForBytesWritten(60'000));
        socket.disconnectFromHost();
        if (socket.state() != QAbstractSocket::UnconnectedState)
            socket.waitForDisconnected(5000);
    }
    /// Waits until so many labels were told.
    [[nodiscard]] bool hasTaken(int labels) {
        while (m_told.count('\n') < labels && m_process.waitForReadyRead(60'000))
            m_told += m_process.readAll();
        return m_told.count('\n') >= labels;
    }
    [[nodiscard]] QJsonObject told(int label) const {
        return QJsonDocument::fromJson(m_told.split('\n').value(label)).object();
    }
    [[nodiscard]] QString state(int label) const {
        return told(label).value(QStringLiteral("state")).toString();
    }
    [[nodiscard]] qint64 mostMemoryKb() const {
        const QByteArray status =
            fileBytes(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        const qsizetype at = status.indexOf("VmHWM:");
        return status.mid(at + 6, 20).trimmed().split(' ').first().toLongLong();
    }

    QTemporaryDir m_folder;
    Ended m_init;
    QProcess m_process;
    quint16 m_port = 0;
    QByteArray m_told;
};

} // namespace packbench
