#include "bench/inputs.h"

#include "bench/benchsettings.h"

namespace packbench {
namespace {

const QString kWedge = QStringLiteral("wedge");

UsbInputs::Setup usbSetup(const QList<InputAddress>& addresses) {
    UsbInputs::Setup setup;
    for (const InputAddress& address : addresses) {
        if (address.way == InputAddress::Way::Keyboard)
            setup.scannerKeyboards.insert(address.id, address.layout);
    }
    return setup;
}

QList<InputAddress> serialOnes(const QList<InputAddress>& addresses) {
    QList<InputAddress> serial;
    for (const InputAddress& address : addresses)
        if (address.way == InputAddress::Way::SerialScanner ||
            address.way == InputAddress::Way::SerialScale)
            serial.append(address);
    return serial;
}

QString kindWord(InputDescription::Kind kind) {
    switch (kind) {
    case InputDescription::Kind::Scanner: return QStringLiteral("scanner");
    case InputDescription::Kind::Scale: return QStringLiteral("scale");
    case InputDescription::Kind::Keyboard: return QStringLiteral("keyboard");
    }
    return {};
}

Lamp lampOf(const QString& state) {
    if (state == u"ready" || state == u"zero" || state == u"moving")
        return Lamp::Ready;
    if (state == u"no-permission" || state == u"busy")
        return Lamp::Stop;
    return state.isEmpty() ? Lamp::Absent : Lamp::Look;
}

int gramsOf(const ScaleReading& reading) {
    return static_cast<int>((reading.milligrams + 500) / 1000);
}

DeviceRow rowOf(const InputDescription& device) {
    DeviceRow row;
    row.id = device.id;
    row.kind = kindWord(device.kind);
    row.model = device.model;
    row.transport = device.transport;
    row.state = device.state;
    row.detail = device.problem;
    row.lamp = lampOf(device.state);
    return row;
}

} // namespace

Inputs::Inputs(Settings& settings, bool withUsb, QObject* parent) : QObject(parent) {
    const QList<InputAddress> addresses = inputAddresses(settings);
    if (withUsb)
        m_usb = std::make_unique<UsbInputs>(usbSetup(addresses));
    m_serial = std::make_unique<SerialInputs>(serialOnes(addresses));
    if (const QStringList cameras = cameraPaths(addresses); !cameras.isEmpty())
        m_cameras = std::make_unique<CameraInputs>(cameras);
}

Inputs::~Inputs() = default;

void Inputs::start() {
    if (m_usb) {
        connect(m_usb.get(), &UsbInputs::scanned, this,
                [this](const ScannedCode& code) { take(code); });
        connect(m_usb.get(), &UsbInputs::weighed, this,
                [this](const ScaleReading& reading) { take(reading); });
        connect(m_usb.get(), &UsbInputs::devicesChanged, this,
                [this](const QList<InputDescription>& devices) {
                    m_usbDevices = devices;
                    Q_EMIT changed();
                });
        m_usb->start();
    }
    connect(m_serial.get(), &SerialInputs::scanned, this,
            [this](const ScannedCode& code) { take(code); });
    connect(m_serial.get(), &SerialInputs::weighed, this,
            [this](const ScaleReading& reading) { take(reading); });
    connect(m_serial.get(), &SerialInputs::devicesChanged, this,
            [this](const QList<InputDescription>& devices) {
                m_serialDevices = devices;
                Q_EMIT changed();
            });
    m_serial->start();
    if (m_cameras)
        startCameras();
}

void Inputs::startCameras() {
    connect(m_cameras.get(), &CameraInputs::scanned, this,
            [this](const ScannedCode& code) { take(code); });
    connect(m_cameras.get(), &CameraInputs::devicesChanged, this,
            [this](const QList<InputDescription>& devices) {
                m_cameraDevices = devices;
                Q_EMIT changed();
            });
    m_cameras->start();
}

void Inputs::noteWedge(const QString& text) {
    m_codes[kWedge] = {kWedge, text.toUtf8(), text, {}};
}

void Inputs::take(const ScannedCode& code) {
    m_codes[code.device] = code;
    Q_EMIT scanned(code);
}

/// Only what stands still is a weight, and the same weight again is no news.
void Inputs::take(const ScaleReading& reading) {
    const ScaleReading before = m_weights.value(reading.device);
    if (before == reading)
        return;
    m_weights[reading.device] = reading;
    if (reading.state == ScaleReading::State::Stable)
        Q_EMIT weighed(gramsOf(reading));
    Q_EMIT changed();
}

QList<DeviceRow> Inputs::rows() const {
    QList<DeviceRow> rows;
    for (const InputDescription& device : m_usbDevices + m_serialDevices + m_cameraDevices) {
        DeviceRow row = rowOf(device);
        if (const auto code = m_codes.constFind(device.id); code != m_codes.cend()) {
            row.lastScan = code->text;
            row.lastRaw = shownRaw(code->raw);
            row.lastAim = code->aim;
        }
        const auto weight = m_weights.constFind(device.id);
        if (device.state == u"ready" && weight != m_weights.cend()) {
            row.state = word(weight->state);
            row.lamp = lampOf(row.state);
            if (weight->state == ScaleReading::State::Stable)
                row.grams = gramsOf(*weight);
        }
        // A keyboard that nobody named as a scanner is only listed, so that it can be named.
        if (device.kind == InputDescription::Kind::Keyboard && device.state.isEmpty())
            row.state = QStringLiteral("absent");
        if (device.kind == InputDescription::Kind::Keyboard && device.state == u"ready")
            row.kind = QStringLiteral("scanner");
        rows.append(row);
    }
    if (const auto code = m_codes.constFind(kWedge); code != m_codes.cend()) {
        DeviceRow wedge;
        wedge.id = kWedge;
        wedge.lastScan = code->text;
        wedge.lastRaw = shownRaw(code->raw);
        rows.append(wedge);
    }
    return rows;
}

Lamp Inputs::scaleLamp() const {
    for (const DeviceRow& row : rows())
        if (row.kind == u"scale")
            return row.lamp;
    return Lamp::Absent;
}

} // namespace packbench
