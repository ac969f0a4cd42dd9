#include "drivers/virtualprinterserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace packbench {
namespace {

constexpr qint64 kMostBuffered = 256 * 1024; // the rest waits on the sender's side
constexpr qint64 kMostAtOnce = 64 * 1024;
constexpr int kIdleMs = 20;
constexpr int kMostClients = 32;
constexpr qint64 kSilentMs = 300; // a client that says no more gives way to one that waits

} // namespace

VirtualPrinterServer::VirtualPrinterServer(VirtualPrinter& printer, QObject* parent)
    : QObject(parent), m_printer(printer), m_server(new QTcpServer(this)) {
    m_server->setMaxPendingConnections(kMostClients);
    connect(m_server, &QTcpServer::newConnection, this, &VirtualPrinterServer::welcome);
}

VirtualPrinterServer::~VirtualPrinterServer() = default;

QString VirtualPrinterServer::listen(const QHostAddress& address, quint16 port) {
    if (m_server->listen(address, port))
        return {};
    return QStringLiteral("Nobody can listen on %1:%2: %3.")
        .arg(address.toString())
        .arg(port)
        .arg(m_server->errorString());
}

quint16 VirtualPrinterServer::port() const {
    return m_server->serverPort();
}

void VirtualPrinterServer::welcome() {
    while (QTcpSocket* client = m_server->nextPendingConnection()) {
        client->setReadBufferSize(kMostBuffered);
        connect(client, &QTcpSocket::readyRead, this, [this, client] { read(*client); });
        connect(client, &QTcpSocket::disconnected, this, [this, client] {
            if (m_speaker == client)
                speakerLeft();
            client->deleteLater();
        });
    }
}

/// Half a label of one client must not become the beginning of another's.
void VirtualPrinterServer::speakerLeft() {
    m_speaker = nullptr;
    m_printer.forgetHalfLabel();
}

/// A printer has one stream: while a client speaks, the others wait, as at a real printer's port.
void VirtualPrinterServer::read(QTcpSocket& client) {
    if (m_speaker != nullptr && m_speaker != &client && m_heard.elapsed() > kSilentMs)
        speakerLeft();
    if (m_speaker == nullptr)
        m_speaker = &client;
    const bool mayRead = m_speaker == &client && !m_printer.isStalled();
    while (mayRead && client.bytesAvailable() > 0) {
        const QByteArray bytes = client.read(kMostAtOnce);
        m_heard.start();
        if (m_printer.take(bytes).taken < bytes.size()) {
            client.abort();
            return;
        }
        for (QByteArray answer = m_printer.answer(); !answer.isEmpty(); answer = m_printer.answer())
            client.write(answer);
    }
    // Another client's turn, or a stalled printer's, comes when this one is asked again.
    if (client.bytesAvailable() > 0)
        QTimer::singleShot(kIdleMs, &client, [this, &client] { read(client); });
}

} // namespace packbench
