// The fault points as a test steers them:
//   PACKBENCH_FAULT=NAME@N:DEED   at the Nth time NAME comes by ("*": any point). DEED is kill,
//                                 throw, error (FAULT_ERROR answers yes) or sleep=MILLISECONDS
//   PACKBENCH_FAULT_TRACE=FILE    every point that comes by is a line in the file
//   PACKBENCH_BROKEN=HOW          a bench that is wrong on purpose
#include "faultpoint.h"

#include "shipping/fault.h"

#include <QByteArray>
#include <QByteArrayList>

#include <csignal>
#include <fcntl.h>
#include <mutex>
#include <unistd.h>

namespace packbench {

namespace {

struct Order {
    QByteArray name;
    int at = 0;
    QByteArray deed;
};

/// Read once, told in one line when it makes no sense: a test that steers nothing proves nothing.
Order orderFromEnvironment() {
    const QByteArray text = qgetenv("PACKBENCH_FAULT");
    if (text.isEmpty())
        return {};
    const qsizetype at = text.indexOf('@');
    const qsizetype colon = text.indexOf(':', at);
    Order order{text.left(at), text.mid(at + 1, colon - at - 1).toInt(), text.mid(colon + 1)};
    const bool isKnown = order.deed == "kill" || order.deed == "throw" || order.deed == "error" ||
                         order.deed.startsWith("sleep=");
    if (at < 1 || colon < at || order.at < 1 || !isKnown) {
        (void)!::write(STDERR_FILENO, "PACKBENCH_FAULT is NAME@N:kill|throw|error|sleep=MS\n", 52);
        ::_exit(64);
    }
    return order;
}

void trace(const char* name) {
    static const int file = [] {
        const QByteArray path = qgetenv("PACKBENCH_FAULT_TRACE");
        return path.isEmpty()
                   ? -1
                   : ::open(path.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }();
    const QByteArray line = QByteArray(name) + '\n';
    if (file >= 0)
        (void)!::write(file, line.constData(), size_t(line.size()));
}

/// What is to be done here now; empty: go on.
QByteArray deedAt(const char* name) {
    static std::mutex mutex;
    static const Order order = orderFromEnvironment();
    static int hits = 0;
    const std::lock_guard lock(mutex);
    trace(name);
    if (order.at == 0 || (order.name != "*" && order.name != name))
        return {};
    return ++hits == order.at ? order.deed : QByteArray();
}

} // namespace

void faultPoint(const char* name) {
    const QByteArray deed = deedAt(name);
    if (deed == "kill")
        ::kill(::getpid(), SIGKILL);
    if (deed == "throw")
        throw StationFault(
            QStringLiteral("Fault point %1: thrown by a test.").arg(QLatin1String(name)));
    if (deed.startsWith("sleep="))
        ::usleep(static_cast<useconds_t>(deed.mid(6).toInt()) * 1000);
}

bool faultError(const char* name) {
    const QByteArray deed = deedAt(name);
    if (deed == "kill")
        ::kill(::getpid(), SIGKILL);
    return deed == "error";
}

bool isBroken(const char* how) {
    static const QByteArrayList broken = qgetenv("PACKBENCH_BROKEN").split(',');
    return broken.contains(how);
}

} // namespace packbench
