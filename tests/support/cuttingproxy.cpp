#include "support/cuttingproxy.h"

#include <QByteArray>
#include <QFile>

#include <array>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace packbench {
namespace {

constexpr int kLookMs = 20;

sockaddr_un placeOf(const QString& folder) {
    sockaddr_un place{};
    place.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(folder) + "/.s.PGSQL.5432";
    if (path.size() >= int(sizeof place.sun_path))
        throw std::runtime_error("the socket's folder has too long a name");
    std::memcpy(place.sun_path, path.constData(), size_t(path.size()));
    return place;
}

bool sendAll(int socket, const QByteArray& bytes) {
    return ::send(socket, bytes.constData(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
}

QByteArray receive(int socket) {
    std::array<char, 65536> bytes{};
    const ssize_t count = ::recv(socket, bytes.data(), bytes.size(), 0);
    return count > 0 ? QByteArray(bytes.data(), qsizetype(count)) : QByteArray();
}

} // namespace

CuttingProxy::CuttingProxy(const QString& serverFolder)
    : m_folder(QStringLiteral("/tmp/packbench-cut-XXXXXX"))
    , m_server(serverFolder)
    , m_listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const sockaddr_un place = placeOf(m_folder.path());
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0 ||
        ::listen(m_listener, 8) != 0)
        throw std::runtime_error("the proxy cannot listen");
    m_listening = std::thread([this] { listen(); });
}

CuttingProxy::~CuttingProxy() {
    m_stops = true;
    m_listening.join();
    for (std::thread& thread : m_threads)
        thread.join();
    ::close(m_listener);
}

void CuttingProxy::cut(Cut where, int times) {
    m_times = times;
    m_where = where;
}

void CuttingProxy::listen() {
    while (!m_stops) {
        pollfd waits{m_listener, POLLIN, 0};
        if (::poll(&waits, 1, kLookMs) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        if (m_refuses)
            ::close(client);
        else
            m_threads.emplace_back([this, client] { forward(client); });
    }
}

void CuttingProxy::forward(int client) {
    const int server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_un place = placeOf(m_server);
    if (::connect(server, reinterpret_cast<const sockaddr*>(&place), sizeof place) == 0) {
        while (!m_stops && pass(client, server)) {
        }
    }
    ::close(server);
    ::close(client);
}

bool CuttingProxy::pass(int client, int server) {
    std::array<pollfd, 2> waits{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
    if (::poll(waits.data(), waits.size(), kLookMs) <= 0)
        return true;
    if (waits[1].revents != 0) {
        const QByteArray answer = receive(server);
        return !answer.isEmpty() && sendAll(client, answer);
    }
    const QByteArray asked = receive(client);
    if (asked.isEmpty())
        return false;
    const bool cuts = m_where != Cut::Nowhere && m_times > 0 && asked.contains("COMMIT");
    if (!cuts)
        return sendAll(server, asked);
    --m_times;
    ++m_cuts;
    if (m_where == Cut::AfterCommit && sendAll(server, asked))
        static_cast<void>(receive(server)); // the answer, which nobody gets
    return false;
}

} // namespace packbench
