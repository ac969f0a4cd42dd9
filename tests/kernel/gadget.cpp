#include "gadget.h"

#include <QFile>
#include <QFileInfo>

#include <linux/usb/g_printer.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <system_error>
#include <unistd.h>

namespace packbench::test {
namespace {

constexpr int kPatienceMs = 10000;

void demand(bool good, const QString& what) {
    if (!good)
        throw std::system_error(errno, std::generic_category(), what.toStdString());
}

// No QFile: the kernel takes a port's name in one write and answers by its error.
void writeWhole(const QString& path, const QByteArray& text) {
    const int file = ::open(path.toLocal8Bit().constData(), O_WRONLY | O_CLOEXEC);
    demand(file >= 0, path);
    const ssize_t written = ::write(file, text.constData(), size_t(text.size()));
    const int error = errno;
    ::close(file);
    errno = error;
    demand(written == text.size(), path);
}

} // namespace

Gadget::Gadget(const QString& name, int port)
    : m_socket(QStringLiteral("/sys/kernel/config/usb_gadget/%1/UDC").arg(name)), m_port(port) {}

Gadget::~Gadget() {
    if (m_isPlugged)
        unplug();
}

void Gadget::plug() {
    writeWhole(m_socket, "dummy_udc." + QByteArray::number(m_port) + '\n');
    m_isPlugged = true;
}

void Gadget::unplug() {
    m_isPlugged = false;
    writeWhole(m_socket, "\n");
}

QString Gadget::driver() const {
    const QString interface = QStringLiteral("%1-1:1.0").arg(m_port + 1);
    return QFileInfo(QFile::symLinkTarget(
                         QStringLiteral("/sys/bus/usb/devices/%1/driver").arg(interface)))
        .fileName();
}

GadgetPrinter::GadgetPrinter(Which which, int port)
    : m_gadget(
          std::array{QStringLiteral("printer"), QStringLiteral("twin"), QStringLiteral("clipped")}
              .at(size_t(which)),
          port)
    , m_node("/dev/g_printer" + QByteArray::number(static_cast<int>(which))) {}

// A test that failed may have left half a piece; see take().
GadgetPrinter::~GadgetPrinter() {
    if (m_file < 0)
        return;
    std::array<char, kPiece> rest{};
    pollfd one{m_file, POLLIN, 0};
    while (::poll(&one, 1, 0) > 0 && ::read(m_file, rest.data(), rest.size()) > 0) {
    }
    ::close(m_file);
}

void GadgetPrinter::plug() {
    m_gadget.plug();
    const auto isOpened = [this] {
        m_file = ::open(m_node.constData(), O_RDWR | O_CLOEXEC);
        return m_file >= 0;
    };
    demand(eventually(isOpened), QString::fromLatin1(m_node));
    setPortStatus(PRINTER_NOT_ERROR | PRINTER_SELECTED); // the kernel keeps it over an unplug
}

void GadgetPrinter::unplug() {
    ::close(m_file);
    m_file = -1;
    m_gadget.unplug();
}

void GadgetPrinter::makeRoom() {
    pollfd one{m_file, POLLIN, 0};
    demand(::poll(&one, 1, 0) >= 0, QStringLiteral("poll"));
}

QByteArray GadgetPrinter::take(qsizetype count) {
    QByteArray bytes;
    pollfd one{m_file, POLLIN, 0};
    while (bytes.size() < count && ::poll(&one, 1, kPatienceMs) > 0) {
        std::array<char, kPiece> piece{};
        const size_t most = std::min(piece.size(), size_t(count - bytes.size()));
        const ssize_t got = ::read(m_file, piece.data(), most);
        demand(got > 0, QStringLiteral("read"));
        bytes.append(piece.data(), got);
    }
    return bytes;
}

void GadgetPrinter::say(const QByteArray& answer) {
    demand(::write(m_file, answer.constData(), size_t(answer.size())) == answer.size(),
           QStringLiteral("write"));
}

void GadgetPrinter::setPortStatus(unsigned char status) {
    demand(::ioctl(m_file, GADGET_SET_PRINTER_STATUS, status) >= 0, QStringLiteral("ioctl"));
}

} // namespace packbench::test
