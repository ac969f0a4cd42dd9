#include "bench/inboxserver.h"

#include "bench/benchsettings.h"
#include "bench/foreignreader.h"
#include "bench/inboxstream.h"
#include "drivers/virtual/labelmachine.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <set>

namespace packbench {

namespace {

constexpr qsizetype kLongestHead = 16 << 10; ///< by then a language is told
constexpr qint64 kMostBuffered = 256 * 1024; // the rest waits on the sender's side
constexpr qint64 kMostAtOnce = 64 * 1024;
constexpr qint64 kMostAnswers = 64 * 1024; // that were not fetched
constexpr int kAgainMs = 20;
constexpr int kIdleMs = 120'000;

} // namespace

/// Opens labels one after the other, in a thread of its own.
class InboxServer::Reading : public QObject {
public:
    explicit Reading(InboxServer& server) : m_server(server), m_reader(server.m_setup.reader) {}

    void read(const InboxJob& job, const QString& source) {
        const int dots = m_server.m_setup.dotsPerMm;
        ArrivedJob arrived{source, {}, jobKeyOf(job.own), job.isCut, {}};
        if (!m_server.m_isEnding)
            arrived.file = m_reader.open(job.bytes, {dots, {}, dots}, &m_server.m_isEnding);
        if (!m_server.m_isEnding)
            Q_EMIT m_server.arrived(arrived);
    }

private:
    InboxServer& m_server;
    ForeignReader m_reader;
};

/// Listens, in the network thread.
class InboxServer::Door : public QTcpServer {
public:
    explicit Door(InboxServer& server)
        : m_server(server)
        , m_machine(
              labelMachine(server.m_setup.isTspl ? PrinterLanguage::Tspl : PrinterLanguage::Zpl,
                           server.m_setup.dotsPerMm)) {
        setMaxPendingConnections(1);
    }
    ~Door() override { leaveAll(); }

    void welcome();
    void leave(Client& client);
    void leaveAll();
    [[nodiscard]] QByteArray answerTo(const QByteArray& query) const {
        return m_machine->statusAnswer(query, PrinterState::Ready, 0);
    }
    InboxServer& server() { return m_server; }

protected:
    void incomingConnection(qintptr file) override {
        auto socket = std::make_unique<QTcpSocket>(this);
        socket->setReadBufferSize(kMostBuffered);
        if (!socket->setSocketDescriptor(file))
            return;
        if (isAllowed(socket->peerAddress(), m_server.m_setup.allowed)) {
            addPendingConnection(socket.release());
            return;
        }
        qCWarning(inboxLog).noquote()
            << QStringLiteral("label inbox: %1 is not in inbox.allow, sent away")
                   .arg(socket->peerAddress().toString());
        socket->abort();
    }

private:
    InboxServer& m_server;
    std::unique_ptr<LabelMachine> m_machine;
    std::set<Client*> m_clients;
};

/// A program that prints.
class InboxServer::Client : public QObject {
public:
    Client(QTcpSocket& socket, Door& door)
        : QObject(&door)
        , m_socket(socket)
        , m_door(door)
        , m_source(socket.peerAddress().toString())
        , m_stream(door.server().m_setup.isTspl ? tsplInboxStream() : zplInboxStream()) {
        m_socket.setParent(this);
        m_again.setSingleShot(true);
        m_silence.setSingleShot(true);
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { read(); });
        connect(&m_socket, &QTcpSocket::disconnected, this, [this] { read(); });
        connect(&m_again, &QTimer::timeout, this, [this] { read(); });
        connect(&m_silence, &QTimer::timeout, this, [this] { sendAway(); });
        m_silence.start(door.server().m_setup.idleMs);
        m_again.start(0);
    }
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

private:
    [[nodiscard]] bool isConnected() const {
        return m_socket.state() == QAbstractSocket::ConnectedState;
    }
    /// More is read only when all labels of what was read are on their way.
    void read() {
        handOn();
        while (m_jobs.isEmpty() && m_socket.bytesAvailable() > 0 &&
               m_socket.bytesToWrite() < kMostAnswers) {
            m_stream->take(understood(m_socket.read(kMostAtOnce)));
            m_silence.start();
            if (m_stream->isRefused())
                return refuse();
            answer();
            m_jobs += m_stream->takeJobs();
            m_isSure = m_isSure || !m_jobs.isEmpty();
            handOn();
        }
        if (!m_jobs.isEmpty() || m_socket.bytesAvailable() > 0)
            m_again.start(kAgainMs);
        else if (!isConnected())
            finish();
    }
    /// Whoever prints in another language than is set is heard in his own, from his first byte on.
    QByteArray understood(const QByteArray& bytes) {
        if (m_isSure)
            return bytes;
        m_head += bytes;
        auto other = otherInboxStream(m_head, m_door.server().m_setup.isTspl);
        m_isSure = other != nullptr || m_head.size() > kLongestHead;
        const QByteArray head = m_isSure ? std::exchange(m_head, {}) : QByteArray();
        if (!other)
            return bytes;
        m_stream = std::move(other);
        return head;
    }
    void handOn() {
        InboxServer& server = m_door.server();
        while (!m_jobs.isEmpty() && server.m_pending < kMostPending) {
            ++server.m_pending;
            QMetaObject::invokeMethod(server.m_reader.get(),
                                      [reading = server.m_reader.get(), job = m_jobs.takeFirst(),
                                       source = m_source] { reading->read(job, source); });
        }
    }
    void answer() {
        for (const QByteArray& query : m_stream->takeQueries()) {
            if (isConnected())
                m_socket.write(m_door.answerTo(query));
        }
    }
    /// A label that was begun and not ended is told, once; noise is not.
    void finish() {
        if (!m_isOver) {
            m_isOver = true;
            m_stream->end();
            m_jobs += m_stream->takeJobs();
            handOn();
        }
        if (m_jobs.isEmpty())
            m_door.leave(*this);
        else
            m_again.start(kAgainMs);
    }
    void refuse() {
        qCWarning(inboxLog).noquote()
            << QStringLiteral("label inbox: %1 sends no labels, or one too large; "
                              "its connection is closed")
                   .arg(m_source);
        m_socket.abort();
        m_door.leave(*this);
    }
    void sendAway() {
        if (!m_jobs.isEmpty() || m_socket.bytesAvailable() > 0) { // it waits for us
            m_silence.start();
            return;
        }
        m_socket.abort();
        finish();
    }

    QTcpSocket& m_socket;
    Door& m_door;
    QString m_source;
    std::unique_ptr<InboxStream> m_stream;
    QByteArray m_head;     ///< what came before the language is sure
    bool m_isSure = false; ///< of the language
    QList<InboxJob> m_jobs;
    bool m_isOver = false;
    QTimer m_again;
    QTimer m_silence;
};

void InboxServer::Door::welcome() {
    while (m_clients.size() < size_t(kMostClients)) {
        QTcpSocket* socket = nextPendingConnection();
        if (socket == nullptr)
            return;
        m_clients.insert(new Client(*socket, *this));
    }
}

void InboxServer::Door::leave(Client& client) {
    if (m_clients.erase(&client) == 0)
        return;
    client.deleteLater();
    welcome();
}

void InboxServer::Door::leaveAll() {
    close();
    for (Client* client : std::exchange(m_clients, {}))
        delete client;
}

InboxServer::InboxServer(Setup setup, QObject* parent)
    : QObject(parent), m_setup(std::move(setup)) {
    m_network.setObjectName(QStringLiteral("inbox"));
    m_reading.setObjectName(QStringLiteral("inbox-reader"));
}

InboxServer::~InboxServer() {
    m_isEnding = true;
    close();
    m_network.quit();
    m_network.wait();
    m_reading.quit();
    m_reading.wait();
}

std::optional<InboxServer::Setup> InboxServer::setupFrom(const BenchSettings& settings) {
    const auto allowed = inboxAllowedFrom(settings.inboxAllow);
    if (settings.inboxListen.isEmpty() || !allowed)
        return std::nullopt;
    const auto at = inboxAddressFrom(settings.inboxListen, !allowed->isEmpty());
    if (!at)
        return std::nullopt;
    return Setup{*at, *allowed, settings.inboxTspl, settings.inboxDotsPerMm, kIdleMs, {}};
}

QString InboxServer::start() {
    m_reader = std::make_unique<Reading>(*this);
    m_reader->moveToThread(&m_reading);
    m_reading.start();
    m_network.start();
    QString problem;
    QObject starter;
    starter.moveToThread(&m_network);
    QMetaObject::invokeMethod(
        &starter,
        [&] {
            m_door = std::make_unique<Door>(*this);
            connect(m_door.get(), &QTcpServer::newConnection, m_door.get(),
                    [this] { m_door->welcome(); });
            if (!m_door->listen(m_setup.at.address, m_setup.at.port))
                problem = QStringLiteral("The label inbox cannot listen on %1:%2: %3.")
                              .arg(m_setup.at.address.toString())
                              .arg(m_setup.at.port)
                              .arg(m_door->errorString());
            m_port = m_door->serverPort();
            starter.moveToThread(thread());
        },
        Qt::BlockingQueuedConnection);
    return problem;
}

void InboxServer::close() {
    if (!m_door)
        return;
    QMetaObject::invokeMethod(
        m_door.get(), [this] { m_door.release()->deleteLater(); }, Qt::BlockingQueuedConnection);
}

} // namespace packbench
