#include "drivers/usbbusdevice.h"

#include <libusb-1.0/libusb.h>

#include <QThread>

#include <algorithm>
#include <array>
#include <atomic>
#include <fcntl.h>
#include <limits>
#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utility>

namespace packbench {
namespace {

constexpr int kAskMs = 1000;
constexpr int kHintMs = 100;
constexpr unsigned long kLateMs = 1000;
constexpr int kLongestId = 1024;
constexpr int kLongestDescriptor = 255;
constexpr int kReading = 4096; // a multiple of every packet size
constexpr int kEnglish = 0x0409;

// Requests of the USB printer class 1.1, section 4.2.
constexpr int kClassIn = 0xa1;
constexpr int kGetDeviceId = 0;
constexpr int kGetPortStatus = 1;
constexpr int kPaperEmpty = 0x20;

// Standard request GET_DESCRIPTOR, USB 2.0 section 9.4.3.
constexpr int kDeviceIn = 0x80;
constexpr int kGetDescriptor = 6;
constexpr int kStringDescriptor = 3;

// Another thread may be handling the events when a transfer ends. libusb looks at the flag under
// its own locks; here, what the transfer came to is only seen for certain by who sees the flag like
// this.
void LIBUSB_CALL setDone(libusb_transfer* transfer) {
    std::atomic_ref(*static_cast<int*>(transfer->user_data)).store(1, std::memory_order_release);
}

bool isDone(int& done) {
    return std::atomic_ref(done).load(std::memory_order_acquire) != 0;
}

Transfer::End endOf(libusb_transfer_status status) {
    switch (status) {
    case LIBUSB_TRANSFER_COMPLETED: return Transfer::End::Complete;
    case LIBUSB_TRANSFER_CANCELLED:
    case LIBUSB_TRANSFER_TIMED_OUT: return Transfer::End::Timeout;
    case LIBUSB_TRANSFER_STALL: return Transfer::End::Stalled;
    case LIBUSB_TRANSFER_OVERFLOW: return Transfer::End::Refused;
    case LIBUSB_TRANSFER_ERROR: // an unplugged cable shows as this or the next, by chance
    case LIBUSB_TRANSFER_NO_DEVICE: return Transfer::End::Gone;
    }
    return Transfer::End::Gone;
}

/// The longest transfer that goes to the bus as one. The kernel cuts longer ones where the
/// controller cannot gather, and sends the pieces behind one that failed: then the count would be
/// wrong.
qsizetype longestTransfer(libusb_device_handle* handle) {
    constexpr qsizetype kUncut = 16'384;
    libusb_device* device = libusb_get_device(handle);
    const QByteArray node = QStringLiteral("/dev/bus/usb/%1/%2")
                                .arg(libusb_get_bus_number(device), 3, 10, QLatin1Char('0'))
                                .arg(libusb_get_device_address(device), 3, 10, QLatin1Char('0'))
                                .toLocal8Bit();
    const int file = ::open(node.constData(), O_RDWR | O_CLOEXEC);
    if (file < 0)
        return kUncut;
    quint32 capabilities = 0;
    const bool isTold = ::ioctl(file, USBDEVFS_GET_CAPABILITIES, &capabilities) == 0;
    ::close(file);
    const bool gathers = (capabilities & USBDEVFS_CAP_BULK_SCATTER_GATHER) != 0;
    return isTold && gathers ? std::numeric_limits<int>::max() : kUncut;
}

class UsbTransport : public Transport {
public:
    UsbTransport(std::shared_ptr<libusb_context> context, std::unique_ptr<UsbHandle> handle,
                 const PrinterInterface& interface)
        : m_context(std::move(context))
        , m_handle(std::move(handle))
        , m_interface(interface)
        , m_longest(longestTransfer(m_handle->raw())) {}

    [[nodiscard]] Transfer write(const QByteArray& chunk, int milliseconds) override;
    [[nodiscard]] QByteArray read(int milliseconds) override;
    [[nodiscard]] bool isTwoWay() const override { return m_interface.inEndpoint != 0; }
    [[nodiscard]] Hint hint() override;

private:
    void finish(libusb_transfer* transfer, int& done);

    std::shared_ptr<libusb_context> m_context;
    std::unique_ptr<UsbHandle> m_handle;
    PrinterInterface m_interface;
    qsizetype m_longest;
};

void UsbTransport::finish(libusb_transfer* transfer, int& done) {
    while (!isDone(done)) {
        const int code = libusb_handle_events_completed(m_context.get(), &done);
        if (code != LIBUSB_SUCCESS && code != LIBUSB_ERROR_INTERRUPTED && !isDone(done))
            libusb_cancel_transfer(transfer);
    }
}

// Not the synchronous call: that one cannot tell "not submitted" from "gone in the middle".
Transfer UsbTransport::write(const QByteArray& chunk, int milliseconds) {
    const std::unique_ptr<libusb_transfer, void (*)(libusb_transfer*)> transfer(
        libusb_alloc_transfer(0), libusb_free_transfer);
    if (!transfer)
        return {Transfer::End::Refused, 0, false};
    int done = 0;
    auto* bytes = reinterpret_cast<unsigned char*>(const_cast<char*>(chunk.data()));
    libusb_fill_bulk_transfer(transfer.get(), m_handle->raw(), m_interface.outEndpoint, bytes,
                              static_cast<int>(std::min(chunk.size(), m_longest)), setDone, &done,
                              static_cast<unsigned>(std::max(milliseconds, 1)));
    if (const int code = libusb_submit_transfer(transfer.get()); code != LIBUSB_SUCCESS) {
        const bool gone = code == LIBUSB_ERROR_NO_DEVICE || code == LIBUSB_ERROR_IO;
        return {gone ? Transfer::End::Gone : Transfer::End::Refused, 0, false};
    }
    finish(transfer.get(), done);
    const Transfer result{endOf(transfer->status), transfer->actual_length};
    if (result.end == Transfer::End::Stalled)
        libusb_clear_halt(m_handle->raw(), m_interface.outEndpoint);
    return result;
}

QByteArray UsbTransport::read(int milliseconds) {
    if (!isTwoWay())
        return {};
    QByteArray bytes(kReading, Qt::Uninitialized);
    int count = 0;
    const int code = libusb_bulk_transfer(m_handle->raw(), m_interface.inEndpoint,
                                          reinterpret_cast<unsigned char*>(bytes.data()), kReading,
                                          &count, static_cast<unsigned>(std::max(milliseconds, 1)));
    if (code == LIBUSB_ERROR_PIPE)
        libusb_clear_halt(m_handle->raw(), m_interface.inEndpoint);
    bytes.truncate(std::max(count, 0));
    return bytes;
}

Transport::Hint UsbTransport::hint() {
    unsigned char status = 0;
    const int count =
        libusb_control_transfer(m_handle->raw(), kClassIn, kGetPortStatus, 0,
                                static_cast<uint16_t>(m_interface.number), &status, 1, kHintMs);
    if (count == LIBUSB_ERROR_NO_DEVICE)
        return Hint::Gone;
    return count == 1 && (status & kPaperEmpty) != 0 ? Hint::PaperOut : Hint::Nothing;
}

} // namespace

QString usbPortPath(libusb_device* device) {
    std::array<uint8_t, 8> ports{};
    const int count = libusb_get_port_numbers(device, ports.data(), static_cast<int>(ports.size()));
    QStringList chain;
    for (int at = 0; at < count; ++at)
        chain.append(QString::number(ports.at(size_t(at))));
    return QStringLiteral("%1-%2").arg(libusb_get_bus_number(device)).arg(chain.join(u'.'));
}

DeviceError usbError(int code, const QString& name) {
    using Code = DeviceError::Code;
    switch (code) {
    case LIBUSB_ERROR_ACCESS:
        return {
            Code::NoPermission,
            QStringLiteral("Packbench may not use %1: the udev rule 70-packbench.rules is "
                           "missing. Copy it to /etc/udev/rules.d (a keyboard needs its own line "
                           "in it), then unplug the device and plug it in again.")
                .arg(name)};
    case LIBUSB_ERROR_BUSY:
        return {Code::Busy,
                QStringLiteral("Another program holds %1: remove it from CUPS, or close the "
                               "program that prints to it, and try again.")
                    .arg(name)};
    case LIBUSB_ERROR_NO_DEVICE:
    case LIBUSB_ERROR_NOT_FOUND:
        return {Code::Gone,
                QStringLiteral("%1 is gone: check its cable and its switch.").arg(name)};
    default:
        return {Code::Other,
                QStringLiteral("%1 does not answer (%2): switch it off and on, or plug "
                               "it into another socket.")
                    .arg(name, QLatin1String(libusb_error_name(code)))};
    }
}

UsbHandle::UsbHandle(libusb_device* device, const QString& name) : m_name(name) {
    check(libusb_open(device, &m_handle));
}

UsbHandle::~UsbHandle() {
    if (m_isClaimed && m_manners.closesLate)
        QThread::msleep(kLateMs);
    if (m_isClaimed)
        libusb_release_interface(m_handle, m_interface.number);
    if (m_isDetached && !m_manners.neverReattach)
        libusb_attach_kernel_driver(m_handle, m_interface.number);
    libusb_close(m_handle);
}

void UsbHandle::check(int code) const {
    if (code < 0)
        throw usbError(code, m_name);
}

QByteArray UsbHandle::controlIn(int type, int request, int value, int index) {
    const int size = type == kDeviceIn ? kLongestDescriptor : kLongestId;
    QByteArray bytes(size, '\0');
    if (m_isMute)
        return {};
    const int count = libusb_control_transfer(
        m_handle, static_cast<uint8_t>(type), static_cast<uint8_t>(request),
        static_cast<uint16_t>(value), static_cast<uint16_t>(index),
        reinterpret_cast<unsigned char*>(bytes.data()), static_cast<uint16_t>(size), kAskMs);
    m_isMute = count == LIBUSB_ERROR_TIMEOUT;
    return bytes.left(std::max(count, 0));
}

QByteArray UsbHandle::stringDescriptor(int index) {
    if (index == 0)
        return {};
    const QByteArray bytes =
        controlIn(kDeviceIn, kGetDescriptor, kStringDescriptor << 8 | index, kEnglish);
    if (bytes.size() < 2 || bytes[1] != kStringDescriptor)
        return {};
    return bytes.left(static_cast<unsigned char>(bytes[0]));
}

QByteArray UsbHandle::deviceId(const PrinterInterface& interface) {
    return controlIn(kClassIn, kGetDeviceId, interface.configurationIndex,
                     interface.number << 8 | interface.alternate);
}

// "Not found" only says that the kernel's driver let go by itself, or was never there.
void UsbHandle::detachKernel() {
    if (libusb_kernel_driver_active(m_handle, m_interface.number) != 1)
        return;
    const int code = libusb_detach_kernel_driver(m_handle, m_interface.number);
    m_isDetached = code == LIBUSB_SUCCESS;
    if (code != LIBUSB_ERROR_NOT_FOUND)
        check(code);
}

// The order matters: the configuration is read first, and can only be set with the driver away.
void UsbHandle::claim(const PrinterInterface& interface, Manners manners) {
    m_interface = interface;
    m_manners = manners;
    int configuration = 0;
    check(libusb_get_configuration(m_handle, &configuration));
    detachKernel();
    if (configuration != interface.configuration)
        check(libusb_set_configuration(m_handle, interface.configuration));
    check(libusb_claim_interface(m_handle, interface.number));
    m_isClaimed = true;
    if (interface.hasAlternates)
        check(libusb_set_interface_alt_setting(m_handle, interface.number, interface.alternate));
}

std::unique_ptr<Transport> usbTransport(std::shared_ptr<libusb_context> context,
                                        std::unique_ptr<UsbHandle> handle,
                                        const PrinterInterface& interface) {
    return std::make_unique<UsbTransport>(std::move(context), std::move(handle), interface);
}

} // namespace packbench
