#include "drivers/addressedprinters.h"

#include "drivers/transports/filetransport.h"
#include "drivers/transports/spooltransport.h"

#include <QDir>
#include <QFileInfo>
#include <QHostInfo>
#include <QMutexLocker>
#include <QSerialPort>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace packbench {
namespace {

using Code = DeviceError::Code;

constexpr int kConnectMs = 2000;

DeviceError notReached(const PrinterAddress& address, int error) {
    return {
        Code::NotFound,
        QStringLiteral("The printer %1 cannot be reached (%2): check that it is switched on and "
                       "in the network. No label was sent.")
            .arg(address.id(), QString::fromLocal8Bit(std::strerror(error)))};
}

/// Connects within the deadline; 0 or an errno.
int connectTo(int file, const addrinfo& to) {
    if (::connect(file, to.ai_addr, to.ai_addrlen) == 0)
        return 0;
    if (errno != EINPROGRESS)
        return errno;
    pollfd one{file, POLLOUT, 0};
    if (::poll(&one, 1, kConnectMs) <= 0)
        return ETIMEDOUT;
    int error = 0;
    socklen_t size = sizeof error;
    ::getsockopt(file, SOL_SOCKET, SO_ERROR, &error, &size);
    return error;
}

/// Closed with an unread answer, a connection is reset, and what a printer has not read yet is
/// lost.
void hangUp(int file) {
    char unread[256];
    while (::recv(file, unread, sizeof unread, MSG_DONTWAIT) > 0) {
    }
    ::close(file);
}

std::unique_ptr<Transport> overTcp(const PrinterAddress& address) {
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    const QByteArray port = QByteArray::number(address.port);
    if (::getaddrinfo(address.host.toUtf8().constData(), port.constData(), &wanted, &found) != 0)
        throw DeviceError(Code::NotFound,
                          QStringLiteral("Nobody knows the printer's name %1: check how it is "
                                         "written. No label was sent.")
                              .arg(address.host));
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> all(found, ::freeaddrinfo);
    int error = EHOSTUNREACH;
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        const int file = ::socket(one->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        error = file < 0 ? errno : connectTo(file, *one);
        if (error == 0) {
            const int yes = 1;
            ::setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
            return std::make_unique<FileTransport>(file, [file] { hangUp(file); });
        }
        if (file >= 0)
            ::close(file);
    }
    throw notReached(address, error);
}

std::unique_ptr<Transport> overSerial(const PrinterAddress& address) {
    auto port = std::make_shared<QSerialPort>(address.path);
    port->setBaudRate(address.baud);
    if (port->open(QIODevice::ReadWrite))
        return std::make_unique<FileTransport>(static_cast<int>(port->handle()),
                                               [port] { port->close(); });
    if (port->error() == QSerialPort::PermissionError && QFileInfo(address.path).isReadable())
        throw DeviceError(Code::Busy, QStringLiteral("Another program holds %1: close it and try "
                                                     "again. No label was sent.")
                                          .arg(address.path));
    if (port->error() == QSerialPort::PermissionError)
        throw DeviceError(Code::NoPermission,
                          QStringLiteral("Packbench may not use %1: add its user to the group "
                                         "dialout and sign on anew. No label was sent.")
                              .arg(address.path));
    throw DeviceError(Code::NotFound,
                      QStringLiteral("The printer at %1 is not there (%2): check cable and switch. "
                                     "No label was sent.")
                          .arg(address.path, port->errorString()));
}

std::unique_ptr<Transport> intoFolder(const PrinterAddress& address) {
    const QDir folder(address.path);
    if (!QDir().mkpath(address.path) || !QFileInfo(address.path).isWritable())
        throw DeviceError(Code::NoPermission,
                          QStringLiteral("Labels cannot be written to the folder %1: check that it "
                                         "is there and who may write to it.")
                              .arg(address.path));
    return std::make_unique<SpoolTransport>(folder, word(address.language));
}

QStringList numbersOf(const QString& host) {
    QStringList numbers;
    addrinfo wanted{};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.toUtf8().constData(), nullptr, &wanted, &found) != 0)
        return numbers;
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> all(found, ::freeaddrinfo);
    for (const addrinfo* one = found; one != nullptr; one = one->ai_next) {
        char number[NI_MAXHOST] = {};
        if (::getnameinfo(one->ai_addr, one->ai_addrlen, number, sizeof number, nullptr, 0,
                          NI_NUMERICHOST) == 0)
            numbers.append(QString::fromLatin1(number));
    }
    return numbers;
}

QString sameAs(const QString& twin, const QString& id) {
    return QStringLiteral("%1 is another name for the printer %2: take one of them out of the "
                          "settings. Nothing is printed by this name.")
        .arg(id, twin);
}

} // namespace

std::unique_ptr<Transport> transportTo(const PrinterAddress& address) {
    switch (address.way) {
    case PrinterAddress::Way::Tcp: return overTcp(address);
    case PrinterAddress::Way::Serial: return overSerial(address);
    case PrinterAddress::Way::Spool: return intoFolder(address);
    }
    return nullptr;
}

PrinterDescription describe(const PrinterAddress& address) {
    PrinterDescription description;
    description.id = address.id();
    description.language = address.language;
    description.dotsPerMm = address.dotsPerMm;
    description.setup = address.setup;
    switch (address.way) {
    case PrinterAddress::Way::Tcp:
        description.transport = QStringLiteral("tcp");
        description.model = address.host;
        description.letGoWhenIdle = true; // many take one connection at a time
        break;
    case PrinterAddress::Way::Serial:
        description.transport = QStringLiteral("serial");
        description.model = QFileInfo(address.path).fileName();
        break;
    case PrinterAddress::Way::Spool:
        description.transport = QStringLiteral("spool");
        description.model = QFileInfo(address.path).fileName();
        break;
    }
    return description;
}

AddressedPrinters::AddressedPrinters(const QList<PrinterAddress>& addresses) {
    // Written down twice, it is still one printer: the first settings count.
    for (const PrinterAddress& address : addresses) {
        const bool isKnown = std::any_of(
            m_addresses.cbegin(), m_addresses.cend(),
            [&address](const PrinterAddress& known) { return known.id() == address.id(); });
        if (!isKnown)
            m_addresses.append(address);
    }
}

/// Asks for the addresses of hosts that share a port with another. It may take long where the
/// network is down; so nobody who prints waits for it a second time.
void AddressedPrinters::lookUpHosts() {
    for (const PrinterAddress& address : std::as_const(m_addresses)) {
        const bool matters = std::any_of(
            m_addresses.cbegin(), m_addresses.cend(), [&address](const PrinterAddress& other) {
                return other.way == PrinterAddress::Way::Tcp && other.port == address.port &&
                       other.host != address.host;
            });
        if (address.way != PrinterAddress::Way::Tcp || !matters)
            continue;
        QMutexLocker lock(&m_mutex);
        if (!m_places.value(address.host).isEmpty())
            continue;
        lock.unlock();
        const QStringList numbers = numbersOf(address.host);
        lock.relock();
        m_places[address.host] = numbers;
    }
}

/// Where the bytes end up, whatever the printer is called.
QStringList AddressedPrinters::placesOf(const PrinterAddress& address) {
    if (address.way != PrinterAddress::Way::Tcp) {
        const QString real = QFileInfo(address.path).canonicalFilePath();
        return {real.isEmpty() ? address.path : real};
    }
    const QMutexLocker lock(&m_mutex);
    return m_places.value(address.host);
}

QString AddressedPrinters::twinOf(const PrinterAddress& address) {
    const QStringList places = placesOf(address);
    for (const PrinterAddress& before : std::as_const(m_addresses)) {
        if (before.id() == address.id())
            return {};
        if (before.way != address.way || before.port != address.port)
            continue;
        for (const QString& place : placesOf(before))
            if (places.contains(place))
                return before.id();
    }
    return {};
}

QList<PrinterDescription> AddressedPrinters::present() {
    lookUpHosts();
    QList<PrinterDescription> all;
    for (const PrinterAddress& address : std::as_const(m_addresses)) {
        PrinterDescription description = describe(address);
        if (const QString twin = twinOf(address); !twin.isEmpty())
            description.problem = sameAs(twin, address.id());
        all.append(description);
    }
    return all;
}

bool AddressedPrinters::knows(const QString& id) {
    return std::any_of(m_addresses.cbegin(), m_addresses.cend(),
                       [&id](const PrinterAddress& address) { return address.id() == id; });
}

std::unique_ptr<LabelPrinter> AddressedPrinters::open(const QString& id) {
    const auto found =
        std::find_if(m_addresses.cbegin(), m_addresses.cend(),
                     [&id](const PrinterAddress& address) { return address.id() == id; });
    if (found == m_addresses.cend())
        throw DeviceError(Code::NotFound,
                          QStringLiteral("No printer %1 is written down in the settings.").arg(id));
    std::call_once(m_isLookedUp, [this] { lookUpHosts(); });
    if (const QString twin = twinOf(*found); !twin.isEmpty())
        throw DeviceError(Code::Other, sameAs(twin, id));
    std::shared_ptr<Conversation::Memory> memory;
    {
        const QMutexLocker lock(&m_mutex);
        auto& kept = m_memories[id];
        if (!kept)
            kept = std::make_shared<Conversation::Memory>();
        memory = kept;
    }
    return std::make_unique<Conversation>(describe(*found), transportTo(*found), steadyStopwatch(),
                                          memory);
}

} // namespace packbench
