#include "emulatedbus.h"

#include <fcntl.h>
#include <linux/usbdevice_fs.h>
#include <pty.h>
#include <sys/stat.h>
#include <termios.h>
#include <umockdev.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QHash>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <stdexcept>

namespace packbench::test {
namespace {

constexpr quint32 kPlain =
    USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_BULK_CONTINUATION | USBDEVFS_CAP_REAP_AFTER_DISCONNECT;
constexpr quint32 kScatterGather =
    kPlain | USBDEVFS_CAP_NO_PACKET_SIZE_LIM | USBDEVFS_CAP_BULK_SCATTER_GATHER;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
using Memory = std::unique_ptr<UMockdevIoctlData, Unref>;

/// The client's own memory of a submitted request; touched only while its ioctl is served.
struct ClientUrb {
    Memory urb;
    Memory buffer;
};

Memory resolved(UMockdevIoctlData* argument, size_t offset, size_t size) {
    return Memory(umockdev_ioctl_data_resolve(argument, offset, size, nullptr));
}

template <class Value>
Value valueAt(UMockdevIoctlData* argument) {
    Value value;
    std::memcpy(&value, resolved(argument, 0, sizeof value)->data, sizeof value);
    return value;
}

} // namespace

struct EmulatedDevice::Inside {
    explicit Inside(std::shared_ptr<DeviceModel> model) : usbfs(std::move(model)) {}

    using Client = UMockdevIoctlClient*;
    [[nodiscard]] Usbfs::Result serve(Client client, unsigned long request,
                                      UMockdevIoctlData* argument);
    [[nodiscard]] Usbfs::Result submit(Client client, UMockdevIoctlData* argument);
    [[nodiscard]] Usbfs::Result reap(Client client, UMockdevIoctlData* argument);
    [[nodiscard]] Usbfs::Result tellDriver(Client client, UMockdevIoctlData* argument);
    [[nodiscard]] Usbfs::Result steerDriver(UMockdevIoctlData* argument);
    void forgetClosed(bool all = false);
    void showReadiness();
    void makeNode(const QString& root);
    void unplug(int status);

    std::mutex mutex;
    Usbfs usbfs;
    QHash<quint64, std::shared_ptr<ClientUrb>> urbs;
    QList<Client> clients;
    UMockdevTestbed* bed = nullptr;
    UMockdevIoctlBase* handler = nullptr;
    quint32 capabilities = kScatterGather;
    int number = 0;
    int master = -1;
    int slave = -1;
    QByteArray node;
    QByteArray path;
    QString rootNode;
};

// The node is the slave of a pty: flow stopped or not is what libusb's poll() sees as "nothing to
// reap" or "something", and closing the master is the hang-up it takes for an unplug.
void EmulatedDevice::Inside::showReadiness() {
    if (slave >= 0)
        tcflow(slave, usbfs.hasFinished() ? TCOON : TCOOFF);
}

Usbfs::Result EmulatedDevice::Inside::submit(Client client, UMockdevIoctlData* argument) {
    auto memory = std::make_shared<ClientUrb>();
    memory->urb = resolved(argument, 0, sizeof(usbdevfs_urb));
    const auto& raw = *reinterpret_cast<usbdevfs_urb*>(memory->urb->data);
    Usbfs::Urb urb;
    urb.tag = memory->urb->client_addr;
    urb.isControl = raw.type == USBDEVFS_URB_TYPE_CONTROL;
    urb.endpoint = raw.endpoint;
    if (raw.buffer_length > 0) {
        memory->buffer = resolved(memory->urb.get(), offsetof(usbdevfs_urb, buffer),
                                  static_cast<size_t>(raw.buffer_length));
        urb.bytes =
            QByteArray(reinterpret_cast<const char*>(memory->buffer->data), raw.buffer_length);
    }
    urbs.insert(urb.tag, std::move(memory));
    usbfs.submit(client, urb);
    return {};
}

Usbfs::Result EmulatedDevice::Inside::reap(Client client, UMockdevIoctlData* argument) {
    const std::optional<Usbfs::Urb> urb = usbfs.reap(client);
    if (!urb)
        return {-1, usbfs.isGone() ? ENODEV : EAGAIN};
    const std::shared_ptr<ClientUrb> memory = urbs.take(urb->tag);
    auto& raw = *reinterpret_cast<usbdevfs_urb*>(memory->urb->data);
    raw.status = urb->status;
    raw.actual_length = static_cast<int>(urb->done);
    if (memory->buffer && (urb->isControl || (urb->endpoint & 0x80) != 0))
        std::memcpy(memory->buffer->data, urb->bytes.constData(), size_t(urb->bytes.size()));
    const Memory pointer = resolved(argument, 0, sizeof(void*));
    umockdev_ioctl_data_set_ptr(pointer.get(), 0, memory->urb.get());
    return {};
}

Usbfs::Result EmulatedDevice::Inside::tellDriver(Client client, UMockdevIoctlData* argument) {
    const Memory memory = resolved(argument, 0, sizeof(usbdevfs_getdriver));
    auto& asked = *reinterpret_cast<usbdevfs_getdriver*>(memory->data);
    const QByteArray name = usbfs.driverOf(client, static_cast<int>(asked.interface));
    if (name.isEmpty())
        return {-1, ENODATA};
    qstrncpy(asked.driver, name.constData(), sizeof asked.driver);
    return {};
}

Usbfs::Result EmulatedDevice::Inside::steerDriver(UMockdevIoctlData* argument) {
    const auto code = static_cast<unsigned>(valueAt<usbdevfs_ioctl>(argument).ioctl_code);
    return code == USBDEVFS_CONNECT ? usbfs.connectKernel() : usbfs.disconnectKernel();
}

Usbfs::Result EmulatedDevice::Inside::serve(Client client, unsigned long request,
                                            UMockdevIoctlData* argument) {
    if (request == USBDEVFS_REAPURBNDELAY || request == USBDEVFS_REAPURB)
        return reap(client, argument);
    if (usbfs.isGone())
        return {-1, ENODEV};
    switch (request) {
    case USBDEVFS_GET_CAPABILITIES: {
        const Memory memory = resolved(argument, 0, sizeof capabilities);
        std::memcpy(memory->data, &capabilities, sizeof capabilities);
        return {};
    }
    case USBDEVFS_GETDRIVER: return tellDriver(client, argument);
    case USBDEVFS_IOCTL: return steerDriver(argument);
    case USBDEVFS_CLAIMINTERFACE: return usbfs.claim(client, valueAt<int>(argument), false);
    case USBDEVFS_RELEASEINTERFACE: return usbfs.release(client, valueAt<int>(argument));
    case USBDEVFS_SETCONFIGURATION:
        usbfs.log.append(QStringLiteral("set configuration %1").arg(valueAt<int>(argument)));
        return {};
    case USBDEVFS_SETINTERFACE: usbfs.log.append(QStringLiteral("set alternate")); return {};
    case USBDEVFS_CLEAR_HALT: usbfs.clearHalt(valueAt<int>(argument)); return {};
    case USBDEVFS_SUBMITURB: return submit(client, argument);
    case USBDEVFS_DISCARDURB:
        // The argument itself is the address, not a pointer to it.
        return usbfs.discard(client, *reinterpret_cast<gulong*>(argument->data))
                   ? Usbfs::Result{}
                   : Usbfs::Result{-1, EINVAL};
    default: return {-1, ENOTTY};
    }
}

// umockdev 0.17.16 tells nobody when a client closes its file: asked for on the next occasion.
void EmulatedDevice::Inside::forgetClosed(bool all) {
    clients.removeIf([&](Client client) {
        if (!all && umockdev_ioctl_client_get_connected(client) != FALSE)
            return false;
        usbfs.forget(client);
        g_object_unref(client);
        return true;
    });
}

namespace {

gboolean onRequest(UMockdevIoctlBase*, UMockdevIoctlClient* client,
                   EmulatedDevice::Inside* device) {
    Usbfs::Result result;
    {
        const std::scoped_lock lock(device->mutex);
        result = device->serve(client, umockdev_ioctl_client_get_request(client),
                               umockdev_ioctl_client_get_arg(client));
        device->showReadiness();
    }
    // Writes the client's memory back, on another thread's time: never under the lock.
    umockdev_ioctl_client_complete(client, result.value, result.error);
    return TRUE;
}

void onClient(UMockdevIoctlBase*, UMockdevIoctlClient* client, EmulatedDevice::Inside* device) {
    const std::scoped_lock lock(device->mutex);
    device->forgetClosed();
    device->clients.append(UMOCKDEV_IOCTL_CLIENT(g_object_ref(client)));
}

QByteArray deviceText(const QByteArray& path, int number, const QByteArray& descriptors) {
    const QByteArray plain = QByteArray::number(number);
    const QByteArray padded = plain.rightJustified(3, '0');
    return "P: " + path + "\nE: SUBSYSTEM=usb\nE: DEVTYPE=usb_device\nE: DRIVER=usb\n" +
           "E: BUSNUM=001\nE: DEVNUM=" + padded + "\nE: DEVNAME=/dev/bus/usb/001/" + padded +
           "\nA: busnum=1\\n\nA: devnum=" + plain +
           "\\n\nA: speed=480\\n\nA: bConfigurationValue=1\\n\nH: descriptors=" +
           descriptors.toHex() + "\n";
}

void addToBed(UMockdevTestbed* bed, const QByteArray& text) {
    GError* error = nullptr;
    if (umockdev_testbed_add_from_string(bed, text.constData(), &error) == FALSE)
        throw std::runtime_error(error->message);
}

} // namespace

void EmulatedDevice::Inside::makeNode(const QString& root) {
    char name[64] = {};
    if (openpty(&master, &slave, name, nullptr, nullptr) != 0)
        throw std::runtime_error("no pseudo terminal for the device node");
    termios settings{};
    tcgetattr(slave, &settings);
    cfmakeraw(&settings);
    tcsetattr(slave, TCSANOW, &settings);
    tcflow(slave, TCOOFF);
    rootNode = root + QString::fromLatin1(node);
    QDir().mkpath(QFileInfo(rootNode).path());
    QFile::link(QString::fromLatin1(name), rootNode);
}

void EmulatedDevice::Inside::unplug(int status) {
    {
        const std::scoped_lock lock(mutex);
        if (usbfs.isGone())
            return;
        usbfs.vanish(status);
        showReadiness();
        close(master);
        close(slave);
        master = slave = -1;
    }
    const QByteArray full = "/sys" + path;
    umockdev_testbed_uevent(bed, full.constData(), "remove");
    umockdev_testbed_remove_device(bed, full.constData());
    umockdev_testbed_detach_ioctl(bed, node.constData(), nullptr);
    QFile::remove(rootNode);
}

EmulatedDevice::EmulatedDevice(std::unique_ptr<Inside> inside) : m_inside(std::move(inside)) {}

EmulatedDevice::~EmulatedDevice() {
    m_inside->unplug(-ESHUTDOWN);
    g_signal_handlers_disconnect_by_data(m_inside->handler, m_inside.get());
    {
        const std::scoped_lock lock(m_inside->mutex);
        m_inside->forgetClosed(true);
    }
    g_object_unref(m_inside->handler);
}

void EmulatedDevice::unplug(int status) {
    m_inside->unplug(status);
}

std::mutex& EmulatedDevice::mutex() {
    return m_inside->mutex;
}

void EmulatedDevice::pump() {
    const std::scoped_lock lock(m_inside->mutex);
    m_inside->usbfs.pump();
    m_inside->showReadiness();
}

QStringList EmulatedDevice::log() {
    const std::scoped_lock lock(m_inside->mutex);
    return m_inside->usbfs.log;
}

void EmulatedDevice::bindKernelDriver(const QByteArray& name) {
    const std::scoped_lock lock(m_inside->mutex);
    m_inside->usbfs.kernelDriver = name;
}

QByteArray EmulatedDevice::kernelDriver() {
    const std::scoped_lock lock(m_inside->mutex);
    return m_inside->usbfs.kernelDriver;
}

struct EmulatedBus::Inside {
    UMockdevTestbed* bed = umockdev_testbed_new();
    int nextNumber = 2;
};

EmulatedBus::EmulatedBus() : m_inside(std::make_unique<Inside>()) {
    const QByteArray hub =
        QByteArray::fromHex("12010002090001406b1d020001060302010109021900010100e00009040000010900"
                            "00000705810304000c");
    addToBed(m_inside->bed, deviceText("/devices/usb1", 1, hub));
}

EmulatedBus::~EmulatedBus() {
    g_object_unref(m_inside->bed);
}

std::unique_ptr<EmulatedDevice> EmulatedBus::plug(std::shared_ptr<DeviceModel> model,
                                                  Controller controller) {
    const QByteArray descriptors = model->descriptors();
    auto inside = std::make_unique<EmulatedDevice::Inside>(std::move(model));
    EmulatedDevice::Inside& device = *inside;
    device.bed = m_inside->bed;
    device.capabilities = controller == Controller::Plain ? kPlain : kScatterGather;
    device.number = m_inside->nextNumber++;
    const QByteArray number = QByteArray::number(device.number);
    device.path = "/devices/usb1/1-" + number;
    device.node = "/dev/bus/usb/001/" + number.rightJustified(3, '0');
    gchar* root = umockdev_testbed_get_root_dir(device.bed);
    device.makeNode(QString::fromLocal8Bit(root));
    g_free(root);
    device.handler = umockdev_ioctl_base_new();
    g_signal_connect(device.handler, "client-connected", G_CALLBACK(onClient), inside.get());
    g_signal_connect(device.handler, "handle-ioctl", G_CALLBACK(onRequest), inside.get());
    // The node and its handler first: the uevent makes openers come at once.
    const std::scoped_lock lock(device.mutex);
    umockdev_testbed_attach_ioctl(device.bed, device.node.constData(), device.handler, nullptr);
    addToBed(device.bed, deviceText(device.path, device.number, descriptors));
    return std::unique_ptr<EmulatedDevice>(new EmulatedDevice(std::move(inside)));
}

} // namespace packbench::test
