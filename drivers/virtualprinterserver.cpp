#include "drivers/virtualprinterserver.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

namespace packbench {
namespace {

constexpr qint64 kMostBuffered = 256 * 1024; // the rest waits on the sender's side
constexpr qint64 kMostAtOnce = 64 * 1024;
constexpr qint64 kMostAnswers = 64 * 1024; // that were not fetched
constexpr int kIdleMs = 20;

/// Even one that was not welcomed yet may not fill the memory.
class Listener : public QTcpServer {
public:
    using QTcpServer::QTcpServer;

protected:
    void incomingConnection(qintptr file) override {
        auto socket = std::make_unique<QTcpSocket>(this);
        socket->setReadBufferSize(kMostBuffered);
        if (socket->setSocketDescriptor(file))
            addPendingConnection(socket.release());
    }
};

} // namespace

/// One that is connected.
class VirtualPrinterServer::Client : public QObject {
public:
    Client(QTcpSocket& socket, VirtualPrinterServer& server)
        : QObject(&server)
        , m_socket(socket)
        , m_server(server)
        , m_printer(server.m_printer)
        , m_stream(++server.m_lastStream) {
        m_socket.setParent(this);
        m_again.setSingleShot(true);
        m_silence.setSingleShot(true);
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] { read(); });
        connect(&m_again, &QTimer::timeout, this, [this] { read(); });
        connect(&m_silence, &QTimer::timeout, this, [this] { sendAway(); });
        m_silence.start(server.m_patienceMs);
        m_again.start(0); // what came before it was welcomed
    }
    ~Client() override { m_printer.forget(m_stream); }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

private:
    [[nodiscard]] bool isConnected() const {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    [[nodiscard]] bool mayRead() const {
        return m_socket.bytesAvailable() > 0 && m_printer.isTaking() &&
               (!isConnected() || m_socket.bytesToWrite() < kMostAnswers);
    }

    /// What somebody sent before he hung up was sent: it is read to its end.
    void read() {
        while (mayRead()) {
            const QByteArray bytes = m_socket.peek(kMostAtOnce);
            const Transfer transfer = m_printer.take(bytes, m_stream);
            m_socket.skip(transfer.taken);
            m_silence.start();
            if (transfer.taken < bytes.size()) {
                if (transfer.end == Transfer::End::Timeout)
                    break;
                m_server.leave(*this);
                return;
            }
            answer();
        }
        if (m_socket.bytesAvailable() > 0)
            m_again.start(kIdleMs);
        else if (!isConnected())
            m_server.leave(*this);
    }
    void answer() {
        QByteArray bytes = m_printer.answer(m_stream);
        for (; !bytes.isEmpty(); bytes = m_printer.answer(m_stream))
            if (isConnected())
                m_socket.write(bytes);
    }
    void sendAway() {
        if (m_socket.bytesAvailable() > 0) // the printer makes it wait
            m_silence.start();
        else
            m_server.leave(*this);
    }

    QTcpSocket& m_socket;
    VirtualPrinterServer& m_server;
    VirtualPrinter& m_printer;
    VirtualPrinter::Stream m_stream;
    QTimer m_again;
    QTimer m_silence;
};

VirtualPrinterServer::VirtualPrinterServer(VirtualPrinter& printer, int patienceMs, QObject* parent)
    : QObject(parent), m_printer(printer), m_patienceMs(patienceMs), m_server(new Listener(this)) {
    m_server->setMaxPendingConnections(1);
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
    while (m_clients.size() < kMostClients) {
        QTcpSocket* socket = m_server->nextPendingConnection();
        if (socket == nullptr)
            return;
        m_clients.insert(new Client(*socket, *this));
    }
}

void VirtualPrinterServer::leave(Client& client) {
    if (m_clients.erase(&client) == 0)
        return;
    client.deleteLater();
    welcome();
}

} // namespace packbench
