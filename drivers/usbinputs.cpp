#include "drivers/usbinputs.h"

#include "drivers/scales/hidscale.h"
#include "drivers/stopwatch.h"
#include "drivers/usbidentity.h"
#include "drivers/usbinputdevice.h"

#include <libusb-1.0/libusb.h>

#include <QDir>
#include <QFile>
#include <QHash>

#include <algorithm>
#include <atomic>
#include <map>
#include <stop_token>
#include <thread>
#include <utility>

namespace packbench {
namespace {

constexpr int kPatienceMs = 20;
constexpr qint64 kRetryMs = 2000; // a device held by another program, or its rule just installed
constexpr int kBootSubclass = 1;
constexpr int kKeyboardProtocol = 1;
constexpr int kMouseProtocol = 2;
constexpr int kInterfaceIn = 0x81;
constexpr int kReportDescriptor = 0x22;
constexpr int kLongestDescriptor = 4096;
constexpr unsigned kAskMs = 500;

using Configuration =
    std::unique_ptr<libusb_config_descriptor, void (*)(libusb_config_descriptor*)>;

std::optional<HidInterface> hidInterfaceOf(const libusb_config_descriptor& configuration,
                                           const libusb_interface& interface) {
    if (interface.num_altsetting < 1)
        return std::nullopt;
    const libusb_interface_descriptor& setting = interface.altsetting[0];
    const bool isMouse =
        setting.bInterfaceSubClass == kBootSubclass && setting.bInterfaceProtocol == kMouseProtocol;
    if (setting.bInterfaceClass != LIBUSB_CLASS_HID || isMouse)
        return std::nullopt;
    for (int at = 0; at < setting.bNumEndpoints; ++at) {
        const libusb_endpoint_descriptor& endpoint = setting.endpoint[at];
        if ((endpoint.bmAttributes & 3u) != LIBUSB_TRANSFER_TYPE_INTERRUPT ||
            (endpoint.bEndpointAddress & 0x80u) == 0)
            continue;
        HidInterface found;
        found.usb.configuration = configuration.bConfigurationValue;
        found.usb.number = setting.bInterfaceNumber;
        found.usb.inEndpoint = endpoint.bEndpointAddress;
        found.packet = std::clamp(int(endpoint.wMaxPacketSize & 0x7ff), 8, 1024);
        found.isKeyboard = setting.bInterfaceProtocol == kKeyboardProtocol;
        return found;
    }
    return std::nullopt;
}

QList<HidInterface> hidInterfacesOf(libusb_device* device) {
    QList<HidInterface> all;
    libusb_config_descriptor* raw = nullptr;
    if (libusb_get_active_config_descriptor(device, &raw) != LIBUSB_SUCCESS &&
        libusb_get_config_descriptor(device, 0, &raw) != LIBUSB_SUCCESS)
        return all;
    const Configuration configuration(raw, libusb_free_config_descriptor);
    for (int at = 0; at < raw->bNumInterfaces; ++at)
        if (const auto found = hidInterfaceOf(*raw, raw->interface[at]))
            all.append(*found);
    return all;
}

/// The kernel's copy of the report descriptor: reading it takes the device from nobody.
QByteArray kernelsDescriptor(const QString& path, const HidInterface& interface) {
    const QDir folder(QStringLiteral("/sys/bus/usb/devices/%1:%2.%3")
                          .arg(path)
                          .arg(interface.usb.configuration)
                          .arg(interface.usb.number));
    for (const QString& child : folder.entryList({QStringLiteral("*:*:*.*")}, QDir::Dirs)) {
        QFile file(folder.filePath(child + QStringLiteral("/report_descriptor")));
        if (file.open(QIODevice::ReadOnly))
            return file.read(kLongestDescriptor);
    }
    return {};
}

/// Asked of the device itself, where no driver of the kernel's holds it.
QByteArray devicesDescriptor(UsbHandle& handle, const HidInterface& interface) {
    if (libusb_kernel_driver_active(handle.raw(), interface.usb.number) == 1)
        return {};
    QByteArray bytes(kLongestDescriptor, '\0');
    const int count = libusb_control_transfer(
        handle.raw(), kInterfaceIn, LIBUSB_REQUEST_GET_DESCRIPTOR, kReportDescriptor << 8,
        static_cast<uint16_t>(interface.usb.number), reinterpret_cast<unsigned char*>(bytes.data()),
        kLongestDescriptor, kAskMs);
    return bytes.left(std::max(count, 0));
}

struct Candidate {
    std::shared_ptr<libusb_device> device;
    QString key; ///< this plugging-in and interface
    HidInterface interface;
    InputDescription description;
    HidReports reports;
    quint16 vendor = 0;
    quint16 product = 0;
    QString path;
};

std::optional<InputDescription::Kind> kindOf(const Candidate& candidate) {
    if (isHidPosScanner(candidate.reports))
        return InputDescription::Kind::Scanner;
    if (isHidScale(candidate.reports))
        return InputDescription::Kind::Scale;
    return candidate.interface.isKeyboard ? std::optional(InputDescription::Kind::Keyboard)
                                          : std::nullopt;
}

QString nameFrom(const QString& maker, const QString& product, const Candidate& candidate) {
    const QString name = product.startsWith(maker) ? product : (maker + u' ' + product).trimmed();
    return name.isEmpty() ? QStringLiteral("USB device %1:%2")
                                .arg(candidate.vendor, 4, 16, QLatin1Char('0'))
                                .arg(candidate.product, 4, 16, QLatin1Char('0'))
                          : name;
}

} // namespace

/// The thread and all that lives in it.
class UsbInputs::Reader {
public:
    Reader(UsbInputs& told, Setup setup) : m_told(told), m_setup(std::move(setup)) {}
    ~Reader() {
        if (!m_thread.joinable())
            return;
        m_thread.request_stop();
        libusb_interrupt_event_handler(m_usb.get());
        m_thread.join();
    }
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    [[nodiscard]] bool begin() {
        libusb_context* context = nullptr;
        if (libusb_init(&context) != LIBUSB_SUCCESS)
            return false;
        m_usb = {context, libusb_exit};
        return true;
    }
    [[nodiscard]] QList<InputDescription> list() {
        QList<InputDescription> shown;
        for (const Candidate& candidate : candidates())
            shown.append(candidate.description);
        return shown;
    }
    void start() {
        if (!begin())
            return;
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }

private:
    void run(const std::stop_token& stop) {
        libusb_hotplug_callback_handle callback = 0;
        constexpr int kEvents =
            LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT;
        const bool isWatching =
            libusb_hotplug_register_callback(m_usb.get(), kEvents, 0, LIBUSB_HOTPLUG_MATCH_ANY,
                                             LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY,
                                             heard, this, &callback) == LIBUSB_SUCCESS;
        while (!stop.stop_requested()) {
            if (m_isChanged.exchange(false) || m_stopwatch() - m_lookedAt >= kRetryMs)
                look();
            timeval patience{0, kPatienceMs * 1000};
            libusb_handle_events_timeout_completed(m_usb.get(), &patience, nullptr);
            for (const auto& [key, device] : m_open)
                device->tick(m_stopwatch());
            dropGone();
        }
        if (isWatching)
            libusb_hotplug_deregister_callback(m_usb.get(), callback);
        closeAll();
    }

    static int LIBUSB_CALL heard(libusb_context*, libusb_device*, libusb_hotplug_event,
                                 void* reader) {
        static_cast<Reader*>(reader)->m_isChanged = true;
        return 0;
    }

    void closeAll() {
        for (const auto& [key, device] : m_open)
            device->close();
        for (const auto& [key, device] : m_open)
            while (!device->isGone()) {
                timeval patience{0, kPatienceMs * 1000};
                libusb_handle_events_timeout_completed(m_usb.get(), &patience, nullptr);
            }
        m_open.clear();
    }

    void dropGone() {
        const auto gone =
            std::erase_if(m_open, [](const auto& one) { return one.second->isGone(); });
        if (gone > 0)
            m_isChanged = true;
    }

    [[nodiscard]] QList<Candidate> candidates() {
        QList<Candidate> all;
        libusb_device** list = nullptr;
        const auto count = libusb_get_device_list(m_usb.get(), &list);
        for (ssize_t at = 0; at < count; ++at)
            consider(list[at], all);
        if (list != nullptr)
            libusb_free_device_list(list, 1);
        separateTwins(all);
        return all;
    }

    void consider(libusb_device* device, QList<Candidate>& all) {
        libusb_device_descriptor descriptor{};
        if (libusb_get_device_descriptor(device, &descriptor) != LIBUSB_SUCCESS)
            return;
        for (const HidInterface& interface : hidInterfacesOf(device)) {
            Candidate candidate;
            candidate.path = usbPortPath(device);
            candidate.key = QStringLiteral("%1#%2.%3")
                                .arg(candidate.path)
                                .arg(libusb_get_device_address(device))
                                .arg(interface.usb.number);
            if (const auto known = m_known.constFind(candidate.key); known != m_known.cend()) {
                if (known->description.id.isEmpty())
                    continue; // looked at before: nothing for a bench
                all.append(*known);
                continue;
            }
            candidate.device = {libusb_ref_device(device), libusb_unref_device};
            candidate.interface = interface;
            candidate.vendor = descriptor.idVendor;
            candidate.product = descriptor.idProduct;
            describe(candidate, descriptor);
            if (candidate.description.problem.isEmpty())
                m_known.insert(candidate.key, candidate);
            if (!candidate.description.id.isEmpty())
                all.append(candidate);
        }
    }

    void describe(Candidate& candidate, const libusb_device_descriptor& descriptor) {
        InputDescription& description = candidate.description;
        candidate.reports = hidReportsFrom(kernelsDescriptor(candidate.path, candidate.interface));
        QString serial;
        try {
            UsbHandle handle(candidate.device.get(), nameFrom({}, {}, candidate));
            if (candidate.reports.page == 0)
                candidate.reports = hidReportsFrom(devicesDescriptor(handle, candidate.interface));
            serial = serialFromDescriptor(handle.stringDescriptor(descriptor.iSerialNumber));
            description.model = nameFrom(
                textFromDescriptor(handle.stringDescriptor(descriptor.iManufacturer)),
                textFromDescriptor(handle.stringDescriptor(descriptor.iProduct)), candidate);
        } catch (const DeviceError& error) {
            description.problem = error.sentence();
            description.model = nameFrom({}, {}, candidate);
            description.state = error.code() == DeviceError::Code::NoPermission
                                    ? QStringLiteral("no-permission")
                                    : QStringLiteral("unplugged");
        }
        const auto kind = kindOf(candidate);
        if (!kind)
            return;
        description.kind = *kind;
        description.transport = *kind == InputDescription::Kind::Keyboard
                                    ? QStringLiteral("usb-keyboard")
                                    : QStringLiteral("usb-hid");
        description.id = serial.isEmpty()
                             ? usbIdByPath(candidate.vendor, candidate.product, candidate.path)
                             : usbIdBySerial(candidate.vendor, candidate.product, serial);
    }

    /// Two devices with one serial are told apart by their sockets.
    static void separateTwins(QList<Candidate>& all) {
        QHash<QString, int> counts;
        for (const Candidate& one : std::as_const(all))
            ++counts[one.description.id];
        for (Candidate& one : all)
            if (counts.value(one.description.id) > 1)
                one.description.id = usbIdByPath(one.vendor, one.product, one.path);
    }

    /// Of a keyboard that somebody named, by its serial or its socket.
    [[nodiscard]] std::optional<KeyLayout> namedLayout(const Candidate& candidate) const {
        for (const QString& id : {candidate.description.id,
                                  usbIdByPath(candidate.vendor, candidate.product, candidate.path)})
            if (const auto named = m_setup.scannerKeyboards.constFind(id);
                named != m_setup.scannerKeyboards.cend())
                return *named;
        return std::nullopt;
    }

    [[nodiscard]] bool isWanted(const Candidate& candidate) const {
        return candidate.description.kind != InputDescription::Kind::Keyboard ||
               namedLayout(candidate);
    }

    void look() {
        m_lookedAt = m_stopwatch();
        QList<InputDescription> shown;
        QHash<QString, Candidate> stillThere;
        for (Candidate& candidate : candidates()) {
            if (isWanted(candidate))
                open(candidate);
            shown.append(candidate.description);
            if (const auto known = m_known.constFind(candidate.key); known != m_known.cend())
                stillThere.insert(candidate.key, *known);
        }
        m_known.removeIf([&](const auto& one) {
            return !one.value().description.id.isEmpty() && !stillThere.contains(one.key());
        });
        if (shown != std::exchange(m_shown, shown))
            Q_EMIT m_told.devicesChanged(shown);
    }

    void open(Candidate& candidate) {
        InputDescription& description = candidate.description;
        if (m_open.contains(candidate.key)) {
            description.state = QStringLiteral("ready");
            description.problem.clear();
            return;
        }
        try {
            auto handle = std::make_unique<UsbHandle>(candidate.device.get(), description.model);
            handle->claim(candidate.interface.usb, {});
            UsbInputDevice::switchOn(*handle, candidate.vendor, candidate.interface.usb.number);
            auto device = std::make_unique<UsbInputDevice>(
                std::move(handle), candidate.interface, description, candidate.reports,
                namedLayout(candidate).value_or(KeyLayout::Us));
            device->listen(
                {[this](const ScannedCode& code) { Q_EMIT m_told.scanned(code); },
                 [this](const ScaleReading& reading) { Q_EMIT m_told.weighed(reading); }});
            m_open.emplace(candidate.key, std::move(device));
            description.state = QStringLiteral("ready");
            description.problem.clear();
        } catch (const DeviceError& error) {
            description.problem = error.sentence();
            description.state =
                error.code() == DeviceError::Code::NoPermission ? QStringLiteral("no-permission")
                : error.code() == DeviceError::Code::Busy       ? QStringLiteral("busy")
                                                                : QStringLiteral("unplugged");
        }
    }

    UsbInputs& m_told;
    Setup m_setup;
    Stopwatch m_stopwatch = steadyStopwatch();
    qint64 m_lookedAt = -kRetryMs;
    std::shared_ptr<libusb_context> m_usb;
    std::atomic<bool> m_isChanged = true;
    QHash<QString, Candidate> m_known;
    std::map<QString, std::unique_ptr<UsbInputDevice>> m_open;
    QList<InputDescription> m_shown;
    std::jthread m_thread;
};

UsbInputs::UsbInputs(Setup setup, QObject* parent)
    : QObject(parent), m_reader(std::make_unique<Reader>(*this, std::move(setup))) {
    qRegisterMetaType<ScannedCode>();
    qRegisterMetaType<ScaleReading>();
    qRegisterMetaType<QList<InputDescription>>();
}

UsbInputs::~UsbInputs() = default;

QList<InputDescription> UsbInputs::present() {
    UsbInputs nobody({});
    return nobody.m_reader->begin() ? nobody.m_reader->list() : QList<InputDescription>();
}

void UsbInputs::start() {
    m_reader->start();
}

} // namespace packbench
