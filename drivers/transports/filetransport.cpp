#include "drivers/transports/filetransport.h"

#include <QDeadlineTimer>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>
#include <utility>

namespace packbench {
namespace {

constexpr qsizetype kReading = 4096;
constexpr unsigned long kSliceMs = 2;

// A connection that the other side has closed must not end the program by SIGPIPE.
ssize_t writeSome(int file, const char* bytes, size_t count) {
    const ssize_t sent = ::send(file, bytes, count, MSG_NOSIGNAL);
    return sent < 0 && errno == ENOTSOCK ? ::write(file, bytes, count) : sent;
}

bool isSocket(int file) {
    int type = 0;
    socklen_t size = sizeof type;
    return ::getsockopt(file, SOL_SOCKET, SO_TYPE, &type, &size) == 0;
}

bool isTryAgain(int error) {
    return error == EAGAIN || error == EWOULDBLOCK || error == EINTR;
}

} // namespace

FileTransport::FileTransport(int file, std::function<void()> release)
    : m_file(file), m_release(std::move(release)), m_isSocket(isSocket(file)) {
    ::fcntl(m_file, F_SETFL, ::fcntl(m_file, F_GETFL) | O_NONBLOCK);
}

FileTransport::~FileTransport() {
    if (m_file >= 0)
        m_release();
}

FileTransport::Wait FileTransport::waitFor(short events, int milliseconds) {
    pollfd one{m_file, events, 0};
    const int ready = ::poll(&one, 1, std::max(milliseconds, 0));
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return Wait::TimedOut;
    const bool isBroken = ready < 0 || (one.revents & (POLLERR | POLLHUP | POLLNVAL)) != 0;
    // A connection may still hold an answer; a port that hung up only seems to.
    if (isBroken && (!m_isSocket || (one.revents & POLLIN) == 0))
        m_isGone = true;
    return m_isGone ? Wait::Gone : Wait::Ready;
}

Transfer FileTransport::write(const QByteArray& chunk, int milliseconds) {
    // What goes into a connection that was closed meanwhile would count as taken by nobody.
    (void)onTheWay();
    if (m_file < 0 || hint() == Hint::Gone)
        return {Transfer::End::Gone, 0, false};
    const QDeadlineTimer deadline(milliseconds);
    qint64 taken = 0;
    while (taken < chunk.size()) {
        const Wait wait = waitFor(POLLOUT, static_cast<int>(deadline.remainingTime()));
        if (wait == Wait::Gone)
            return {Transfer::End::Gone, taken, taken > 0};
        if (wait == Wait::TimedOut)
            return {Transfer::End::Timeout, taken, taken > 0};
        const ssize_t sent =
            writeSome(m_file, chunk.constData() + taken, size_t(chunk.size() - taken));
        if (sent > 0) {
            taken += sent;
            m_onTheWay += sent;
        } else if (sent < 0 && !isTryAgain(errno)) {
            m_isGone = true;
        }
    }
    return {Transfer::End::Complete, taken};
}

// Bytes in the system's queue: of a connection those that were not acknowledged. A port that hung
// up has no queue any more: nobody knows how much of it went out.
qint64 FileTransport::onTheWay() {
    int count = 0;
    if (m_file >= 0 && ::ioctl(m_file, TIOCOUTQ, &count) == 0) {
        m_onTheWay = count;
    } else if (m_file >= 0) {
        m_isGone = true;
        m_onTheWay = std::max(m_onTheWay, qint64(1));
    }
    return m_onTheWay;
}

// Closing alone would leave the system delivering what it holds, for minutes, to a printer that
// comes back: a label that was called stopped.
void FileTransport::giveUp() {
    if (m_file < 0)
        return;
    if (!m_isSocket) {
        ::tcflush(m_file, TCOFLUSH);
        return;
    }
    const linger cutOff{1, 0};
    ::setsockopt(m_file, SOL_SOCKET, SO_LINGER, &cutOff, sizeof cutOff);
    m_release();
    m_file = -1;
}

qint64 FileTransport::awaitArrival(int milliseconds) {
    const QDeadlineTimer deadline(milliseconds);
    qint64 left = onTheWay();
    while (left > 0 && !m_isGone && !deadline.hasExpired()) {
        QThread::msleep(kSliceMs);
        (void)waitFor(0, 0);
        left = onTheWay();
    }
    if (milliseconds == 0)
        giveUp();
    return left;
}

QByteArray FileTransport::read(int milliseconds) {
    if (m_isGone || waitFor(POLLIN, milliseconds) != Wait::Ready)
        return {};
    QByteArray bytes(kReading, Qt::Uninitialized);
    const ssize_t count = ::read(m_file, bytes.data(), size_t(bytes.size()));
    if (count == 0 || (count < 0 && !isTryAgain(errno)))
        m_isGone = true;
    bytes.truncate(std::max(count, ssize_t(0)));
    return bytes;
}

// A connection closed by the other side shows when there is nothing more to read.
Transport::Hint FileTransport::hint() {
    char byte = 0;
    if (!m_isGone && ::recv(m_file, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0)
        m_isGone = true;
    (void)waitFor(0, 0);
    return m_isGone ? Hint::Gone : Hint::Nothing;
}

} // namespace packbench
