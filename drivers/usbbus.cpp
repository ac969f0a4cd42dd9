#include "drivers/usbbus.h"

#include "drivers/conversation.h"
#include "drivers/printermodels/printermodels.h"
#include "drivers/usbbusdevice.h"
#include "drivers/usbidentity.h"

#include <libusb-1.0/libusb.h>

#include <QHash>
#include <QMutexLocker>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <stop_token>
#include <thread>

namespace packbench {
namespace {

constexpr int kPrinterSubclass = 1;
constexpr int kWriteOnly = 1;
constexpr int kBothWays = 2;
constexpr quint16 kApple = 0x05ac;

/// A printer on the bus, and what it said of itself.
struct Seen {
    std::shared_ptr<libusb_device> device;
    QString key; ///< this plugging-in of this device
    PrinterInterface interface;
    UsbProduct usb;
    QString path;
    QString serial;
    ModelMatch match;
    PrinterDescription description;
    bool isReadable = false;
};

using Configuration =
    std::unique_ptr<libusb_config_descriptor, void (*)(libusb_config_descriptor*)>;

unsigned char endpoint(const libusb_interface_descriptor& setting, unsigned direction) {
    for (int at = 0; at < setting.bNumEndpoints; ++at) {
        const auto& one = setting.endpoint[at];
        if ((one.bmAttributes & 3u) == LIBUSB_TRANSFER_TYPE_BULK &&
            (one.bEndpointAddress & 0x80u) == direction)
            return one.bEndpointAddress;
    }
    return 0;
}

/// `ofVendor`: the models table knows that this printer's interface is of its vendor's own class.
bool isPrinter(const libusb_interface_descriptor& setting, bool ofVendor) {
    if (ofVendor && setting.bInterfaceClass == LIBUSB_CLASS_VENDOR_SPEC)
        return endpoint(setting, LIBUSB_ENDPOINT_OUT) != 0;
    return setting.bInterfaceClass == LIBUSB_CLASS_PRINTER &&
           setting.bInterfaceSubClass == kPrinterSubclass &&
           (setting.bInterfaceProtocol == kWriteOnly || setting.bInterfaceProtocol == kBothWays) &&
           endpoint(setting, LIBUSB_ENDPOINT_OUT) != 0;
}

void considerSetting(const libusb_config_descriptor& configuration, int index,
                     const libusb_interface& interface, const libusb_interface_descriptor& setting,
                     std::optional<PrinterInterface>& best, bool ofVendor) {
    if (!isPrinter(setting, ofVendor) || (best && best->protocol >= setting.bInterfaceProtocol))
        return;
    const bool bothWays = ofVendor || setting.bInterfaceProtocol == kBothWays;
    best = PrinterInterface{configuration.bConfigurationValue,
                            index,
                            setting.bInterfaceNumber,
                            setting.bAlternateSetting,
                            interface.num_altsetting > 1,
                            setting.bInterfaceProtocol,
                            endpoint(setting, LIBUSB_ENDPOINT_OUT),
                            bothWays ? endpoint(setting, LIBUSB_ENDPOINT_IN)
                                     : static_cast<unsigned char>(0)};
}

void considerConfiguration(libusb_device* device, int index, std::optional<PrinterInterface>& best,
                           bool ofVendor) {
    libusb_config_descriptor* raw = nullptr;
    if (libusb_get_config_descriptor(device, static_cast<uint8_t>(index), &raw) != LIBUSB_SUCCESS)
        return;
    const Configuration configuration(raw, libusb_free_config_descriptor);
    for (int at = 0; at < raw->bNumInterfaces; ++at)
        for (int setting = 0; setting < raw->interface[at].num_altsetting; ++setting)
            considerSetting(*raw, index, raw->interface[at], raw->interface[at].altsetting[setting],
                            best, ofVendor);
}

std::optional<PrinterInterface> printerInterface(libusb_device* device, int configurations,
                                                 bool ofVendor) {
    std::optional<PrinterInterface> best;
    for (int index = 0; index < configurations; ++index)
        considerConfiguration(device, index, best, ofVendor);
    return best;
}

// Takes no interface away from anybody: GET_DEVICE_ID is allowed without a claim.
void readTexts(Seen& seen, const libusb_device_descriptor& descriptor) {
    DeviceId id;
    QString problem;
    try {
        UsbHandle handle(seen.device.get(), printerName(seen.usb, {}));
        id = deviceIdFrom(deviceIdText(handle.deviceId(seen.interface)));
        seen.serial = serialFromDescriptor(handle.stringDescriptor(descriptor.iSerialNumber));
        if (id.maker.isEmpty())
            id.maker = textFromDescriptor(handle.stringDescriptor(descriptor.iManufacturer));
        if (id.model.isEmpty())
            id.model = textFromDescriptor(handle.stringDescriptor(descriptor.iProduct));
        seen.isReadable = true;
    } catch (const DeviceError& error) {
        problem = error.sentence();
    }
    seen.match = matchPrinter(seen.usb, id);
    seen.description.model = printerName(seen.usb, id);
    seen.description.problem = problem.isEmpty() ? seen.match.problem : problem;
}

/// It speaks a language of its maker's own that Packbench does not.
bool isForeign(const Seen& seen) {
    return !seen.match.language && seen.match.score > 0;
}

void describe(Seen& seen, const libusb_device_descriptor& descriptor) {
    readTexts(seen, descriptor);
    seen.description.id = seen.serial.isEmpty()
                              ? usbIdByPath(seen.usb.vendor, seen.usb.product, seen.path)
                              : usbIdBySerial(seen.usb.vendor, seen.usb.product, seen.serial);
    seen.description.transport = QStringLiteral("usb");
    seen.description.language = seen.match.language.value_or(PrinterLanguage::Zpl);
    seen.description.languageKnown = seen.match.isSure;
    seen.description.languageOffered = seen.match.language && !seen.match.isSure;
    seen.description.asksLanguage = seen.isReadable && !seen.match.isSure && !isForeign(seen);
    seen.description.dotsPerMm = seen.match.dotsPerMm;
    seen.description.setup.compressed = seen.match.takesZ64;
    seen.description.setup.headDots = seen.match.headMm * seen.match.dotsPerMm;
    if (seen.match.neverRead)
        seen.interface.inEndpoint = 0;
}

QString socketOf(const Seen& seen) {
    return usbIdByPath(seen.usb.vendor, seen.usb.product, seen.path);
}

// Some makers give a whole series one serial: then only the socket tells two of them apart.
void separateEqualSerials(QList<Seen>& all) {
    QHash<QString, int> counts;
    for (const Seen& seen : std::as_const(all))
        ++counts[seen.description.id];
    for (Seen& seen : all)
        if (counts.value(seen.description.id) > 1)
            seen.description.id = socketOf(seen);
}

/// Whether `id` is the serial of a printer that is listed by its socket.
bool isTwin(const Seen& seen, const QString& id) {
    return !seen.serial.isEmpty() &&
           id == usbIdBySerial(seen.usb.vendor, seen.usb.product, seen.serial);
}

DeviceError severalTwins(const QString& id) {
    return {DeviceError::Code::NotFound,
            QStringLiteral("Two printers have the serial number of %1: choose the bench's printer "
                           "anew on the devices page, where each is listed by its socket.")
                .arg(id)};
}

DeviceError notFound(const QString& id) {
    return {DeviceError::Code::NotFound,
            QStringLiteral("The printer %1 is not there: check its cable and its switch.").arg(id)};
}

} // namespace

struct UsbPrinterBus::Context {
    std::shared_ptr<libusb_context> usb; ///< null: the machine has no USB
    QMutex mutex;
    QHash<QString, Seen> known; ///< by key, so that a printer is asked once a plugging-in
    QHash<QString, PrinterLanguage> spoken;
    /// Of a printer: half a label stays in it when it is unplugged, what it can answer may have
    /// changed. Its id is no name for it: a twin that is plugged in changes that.
    struct Remembered {
        QString key; ///< the plugging-in
        QString id;
        QString socket; ///< id by path
        QString serial;
        std::shared_ptr<Conversation::Memory> memory;
    };
    QList<Remembered> memories;

    [[nodiscard]] QList<Seen> look();
    [[nodiscard]] std::optional<Seen> see(libusb_device* device);
    [[nodiscard]] Seen named(const QString& id);
    [[nodiscard]] std::unique_ptr<Transport> transportTo(const Seen& seen) const;
    [[nodiscard]] std::shared_ptr<Conversation::Memory> memoryOf(const Seen& seen);
    void applySpoken(Seen& seen) const;
};

std::optional<Seen> UsbPrinterBus::Context::see(libusb_device* device) {
    libusb_device_descriptor descriptor{};
    if (libusb_get_device_descriptor(device, &descriptor) != LIBUSB_SUCCESS ||
        descriptor.idVendor == 0 || descriptor.idProduct == 0 || descriptor.idVendor == kApple)
        return std::nullopt;
    const QString path = usbPortPath(device);
    const QString key = QStringLiteral("%1#%2").arg(path).arg(libusb_get_device_address(device));
    if (const auto found = known.constFind(key); found != known.cend() && found->isReadable)
        return *found;
    const bool ofVendor =
        matchPrinter({descriptor.idVendor, descriptor.idProduct}, {}).isVendorClass;
    const auto interface = printerInterface(device, descriptor.bNumConfigurations, ofVendor);
    if (!interface)
        return std::nullopt;
    Seen seen;
    seen.device = {libusb_ref_device(device), libusb_unref_device};
    seen.key = key;
    seen.interface = *interface;
    seen.usb = {descriptor.idVendor, descriptor.idProduct};
    seen.path = path;
    describe(seen, descriptor);
    return seen;
}

void UsbPrinterBus::Context::applySpoken(Seen& seen) const {
    // Said before a twin was plugged in, it was said of the serial.
    const QString bySerial = usbIdBySerial(seen.usb.vendor, seen.usb.product, seen.serial);
    auto said = spoken.constFind(seen.description.id);
    if (said == spoken.cend() && !seen.serial.isEmpty())
        said = spoken.constFind(bySerial);
    if (said == spoken.cend())
        return;
    seen.description.language = *said;
    seen.description.languageKnown = true;
    seen.description.languageOffered = false;
    if (seen.isReadable)
        seen.description.problem.clear();
}

QList<Seen> UsbPrinterBus::Context::look() {
    QList<Seen> all;
    libusb_device** list = nullptr;
    const auto count = usb ? libusb_get_device_list(usb.get(), &list) : 0;
    for (ssize_t at = 0; at < count; ++at)
        if (auto seen = see(list[at]))
            all.append(*std::move(seen));
    if (list != nullptr)
        libusb_free_device_list(list, 1);
    known.clear();
    for (const Seen& seen : std::as_const(all))
        known.insert(seen.key, seen);
    separateEqualSerials(all);
    for (Seen& seen : all)
        applySpoken(seen);
    return all;
}

/// @throws DeviceError
Seen UsbPrinterBus::Context::named(const QString& id) {
    const QList<Seen> all = look();
    int twins = 0;
    for (const Seen& seen : all) {
        if (seen.description.id == id || socketOf(seen) == id)
            return seen;
        twins += isTwin(seen, id) ? 1 : 0;
    }
    throw twins > 0 ? severalTwins(id) : notFound(id);
}

std::shared_ptr<Conversation::Memory> UsbPrinterBus::Context::memoryOf(const Seen& seen) {
    const QString socket = socketOf(seen);
    auto found = std::find_if(memories.begin(), memories.end(),
                              [&](const Remembered& one) { return one.key == seen.key; });
    if (found == memories.end())
        found = std::find_if(memories.begin(), memories.end(), [&](const Remembered& one) {
            return one.id == seen.description.id ||
                   (one.socket == socket && one.serial == seen.serial);
        });
    if (found == memories.end()) {
        memories.append({seen.key, {}, {}, {}, std::make_shared<Conversation::Memory>()});
        found = std::prev(memories.end());
    }
    if (found->key != seen.key)
        found->memory->queries.clear();
    found->key = seen.key;
    found->id = seen.description.id;
    found->socket = socket;
    found->serial = seen.serial;
    return found->memory;
}

/// The thread that hears of devices that come and go. Events come double, and departures of devices
/// that never were announced: each only says "look again".
class UsbPrinterBus::Watch {
public:
    Watch(std::shared_ptr<libusb_context> usb, std::function<void()> told)
        : m_usb(std::move(usb)), m_told(std::move(told)) {
        constexpr int kEvents =
            LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT;
        m_isWatching =
            libusb_has_capability(LIBUSB_CAP_HAS_HOTPLUG) != 0 &&
            libusb_hotplug_register_callback(m_usb.get(), kEvents, 0, LIBUSB_HOTPLUG_MATCH_ANY,
                                             LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY,
                                             heard, this, &m_callback) == LIBUSB_SUCCESS;
        if (m_isWatching)
            m_thread = std::jthread([this](const std::stop_token& stop) { watch(stop); });
    }
    ~Watch() {
        if (!m_isWatching)
            return;
        m_thread.request_stop();
        libusb_interrupt_event_handler(m_usb.get());
        m_thread.join();
        libusb_hotplug_deregister_callback(m_usb.get(), m_callback);
    }
    Watch(const Watch&) = delete;
    Watch& operator=(const Watch&) = delete;

private:
    static int LIBUSB_CALL heard(libusb_context*, libusb_device*, libusb_hotplug_event,
                                 void* watch) {
        static_cast<Watch*>(watch)->m_isChanged = true;
        return 0;
    }
    // Devices are opened elsewhere: inside the callback it is not allowed.
    void watch(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            timeval patience{0, 200'000};
            libusb_handle_events_timeout_completed(m_usb.get(), &patience, nullptr);
            if (m_isChanged.exchange(false) && !stop.stop_requested())
                m_told();
        }
    }

    std::shared_ptr<libusb_context> m_usb;
    std::function<void()> m_told;
    std::atomic<bool> m_isChanged = false;
    libusb_hotplug_callback_handle m_callback = 0;
    bool m_isWatching = false;
    std::jthread m_thread;
};

UsbPrinterBus::UsbPrinterBus() : m_context(std::make_unique<Context>()) {
    libusb_context* context = nullptr;
    if (libusb_init(&context) == LIBUSB_SUCCESS)
        m_context->usb = {context, libusb_exit};
}

UsbPrinterBus::~UsbPrinterBus() = default;

void UsbPrinterBus::whenChanged(std::function<void()> told) {
    m_watch.reset();
    if (told && m_context->usb)
        m_watch = std::make_unique<Watch>(m_context->usb, std::move(told));
}

QList<PrinterDescription> UsbPrinterBus::present() {
    const QMutexLocker lock(&m_context->mutex);
    QList<PrinterDescription> descriptions;
    for (const Seen& seen : m_context->look())
        descriptions.append(seen.description);
    return descriptions;
}

bool UsbPrinterBus::knows(const QString& id) {
    const QMutexLocker lock(&m_context->mutex);
    const QList<Seen> all = m_context->look();
    return std::any_of(all.cbegin(), all.cend(), [&id](const Seen& seen) {
        return seen.description.id == id || socketOf(seen) == id || isTwin(seen, id);
    });
}

void UsbPrinterBus::setLanguage(const QString& id, PrinterLanguage language) {
    const QMutexLocker lock(&m_context->mutex);
    m_context->spoken.insert(id, language);
}

std::unique_ptr<Transport> UsbPrinterBus::Context::transportTo(const Seen& seen) const {
    if (isForeign(seen) && !seen.description.languageKnown)
        throw DeviceError(DeviceError::Code::NotAPrinter, seen.description.problem);
    auto handle = std::make_unique<UsbHandle>(seen.device.get(), seen.description.model);
    handle->claim(seen.interface, {seen.match.neverReattach, seen.match.closesLate});
    return usbTransport(usb, std::move(handle), seen.interface);
}

std::unique_ptr<Transport> UsbPrinterBus::transport(const QString& id) {
    const QMutexLocker lock(&m_context->mutex);
    return m_context->transportTo(m_context->named(id));
}

std::unique_ptr<LabelPrinter> UsbPrinterBus::open(const QString& id) {
    const QMutexLocker lock(&m_context->mutex);
    const Seen seen = m_context->named(id);
    return std::make_unique<Conversation>(seen.description, m_context->transportTo(seen),
                                          steadyStopwatch(), m_context->memoryOf(seen));
}

} // namespace packbench
