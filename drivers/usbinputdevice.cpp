#include "drivers/usbinputdevice.h"

#include "drivers/scales/hidscale.h"
#include "drivers/stopwatch.h"

#include <libusb-1.0/libusb.h>

#include <utility>

namespace packbench {
namespace {

constexpr quint16 kHoneywell = 0x0c2e;
constexpr quint16 kAccessIs = 0x23d0;
constexpr int kClassOut = 0x21;
constexpr int kSetReport = 0x09;
constexpr int kFeatureFe = 0x03fe;
constexpr unsigned kAskMs = 500;
constexpr int kMostErrors = 8; // in a row: the device is no good

} // namespace

/// The transfer that is always under way.
struct UsbInputDevice::Flow {
    UsbInputDevice* device = nullptr;
    std::unique_ptr<libusb_transfer, void (*)(libusb_transfer*)> transfer{libusb_alloc_transfer(0),
                                                                          libusb_free_transfer};
    QByteArray buffer;
    Stopwatch stopwatch = steadyStopwatch();
    int errors = 0;
    bool isClosing = false;
    bool isUnderWay = false;

    void submit() {
        isUnderWay = !isClosing && libusb_submit_transfer(transfer.get()) == LIBUSB_SUCCESS;
    }

    static void LIBUSB_CALL ended(libusb_transfer* transfer) {
        auto& flow = *static_cast<Flow*>(transfer->user_data);
        flow.isUnderWay = false;
        switch (transfer->status) {
        case LIBUSB_TRANSFER_COMPLETED:
            flow.errors = 0;
            flow.device->take(QByteArray(reinterpret_cast<const char*>(transfer->buffer),
                                         transfer->actual_length));
            break;
        case LIBUSB_TRANSFER_STALL:
            libusb_clear_halt(transfer->dev_handle, transfer->endpoint);
            ++flow.errors;
            break;
        case LIBUSB_TRANSFER_OVERFLOW:
        case LIBUSB_TRANSFER_TIMED_OUT: ++flow.errors; break;
        case LIBUSB_TRANSFER_ERROR:
        case LIBUSB_TRANSFER_NO_DEVICE:
        case LIBUSB_TRANSFER_CANCELLED: return;
        }
        if (flow.errors < kMostErrors)
            flow.submit();
    }
};

UsbInputDevice::UsbInputDevice(std::unique_ptr<UsbHandle> handle, const HidInterface& interface,
                               const InputDescription& description, HidReports reports,
                               KeyLayout layout)
    : m_description(description), m_handle(std::move(handle)), m_flow(std::make_unique<Flow>()) {
    if (description.kind == InputDescription::Kind::Scanner)
        m_codes.emplace(std::move(reports));
    if (description.kind == InputDescription::Kind::Keyboard)
        m_keys.emplace(layout);
    m_flow->device = this;
    m_flow->buffer.resize(interface.packet);
    libusb_fill_interrupt_transfer(
        m_flow->transfer.get(), m_handle->raw(), interface.usb.inEndpoint,
        reinterpret_cast<unsigned char*>(m_flow->buffer.data()),
        static_cast<int>(m_flow->buffer.size()), Flow::ended, m_flow.get(), 0);
}

UsbInputDevice::~UsbInputDevice() = default;

void UsbInputDevice::switchOn(UsbHandle& handle, quint16 vendor, int interface) {
    if (vendor != kHoneywell && vendor != kAccessIs)
        return;
    unsigned char data[] = {0xfe, 0x01};
    libusb_control_transfer(handle.raw(), kClassOut, kSetReport, kFeatureFe,
                            static_cast<uint16_t>(interface), data, sizeof data, kAskMs);
}

void UsbInputDevice::listen(const InputEvents& events) {
    m_events = events;
    m_flow->submit();
}

void UsbInputDevice::take(const QByteArray& report) {
    std::optional<ScannedCode> code;
    const qint64 now = m_flow->stopwatch();
    if (m_codes)
        code = m_codes->take(report, now);
    else if (m_keys)
        code = m_keys->take(report, now);
    else if (auto reading = scaleReadingFrom(report)) {
        reading->device = m_description.id;
        m_events.weighed(*reading);
    }
    if (code) {
        code->device = m_description.id;
        m_events.scanned(*code);
    }
}

void UsbInputDevice::tick(qint64 now) {
    auto code = m_keys ? m_keys->takeAfterSilence(now) : std::nullopt;
    if (!code)
        return;
    code->device = m_description.id;
    m_events.scanned(*code);
}

bool UsbInputDevice::isGone() const {
    return !m_flow->isUnderWay;
}

void UsbInputDevice::close() {
    m_flow->isClosing = true;
    if (m_flow->isUnderWay)
        libusb_cancel_transfer(m_flow->transfer.get());
}

} // namespace packbench
