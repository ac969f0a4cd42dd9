#include "cli/deviceway.h"

#include "bench/benchsettings.h"
#include "drivers/camerainputs.h"
#include "drivers/usbinputs.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace packbench {

DeviceWay::DeviceWay(const Invocation& call) {
    if (!call.isSet("ledger"))
        return;
    const auto ledger = call.openLedger();
    m_addresses = printerAddresses(ledger->settings());
    m_cameras = cameraPaths(inputAddresses(ledger->settings()));
}

QList<InputDescription> DeviceWay::inputs() {
    return UsbInputs::present() + CameraInputs::present(m_cameras);
}

std::optional<PrinterAddress> DeviceWay::address(const QString& name) const {
    for (const PrinterAddress& known : m_addresses)
        if (known.id() == name)
            return known;
    if (!name.contains(QLatin1String("://")))
        return std::nullopt;
    const PrinterAddressReading reading = printerAddressFrom(name);
    if (!reading.address)
        throw UsageError(reading.problem);
    return reading.address;
}

QList<PrinterDescription> DeviceWay::present() {
    return m_usb.present() + AddressedPrinters(m_addresses).present();
}

PrinterDescription DeviceWay::description(const QString& name) {
    if (const auto known = address(name))
        return describe(*known);
    for (const PrinterDescription& found : m_usb.present())
        if (found.id == name)
            return found;
    throw DeviceError(DeviceError::Code::NotFound,
                      QStringLiteral("There is no printer '%1': 'packctl devices' lists those that "
                                     "are found.")
                          .arg(name));
}

std::unique_ptr<LabelPrinter> DeviceWay::open(const QString& name) {
    if (const auto known = address(name))
        return AddressedPrinters({*known}).open(known->id());
    return m_usb.open(name);
}

std::unique_ptr<Transport> DeviceWay::transport(const QString& name) {
    if (const auto known = address(name))
        return transportTo(*known);
    return m_usb.transport(name);
}

QCommandLineOption printerOption() {
    return {QStringLiteral("printer"),
            QStringLiteral("Id as 'devices' lists it, or an address such as tcp://host:9100."),
            QStringLiteral("printer")};
}

QString printerNamed(const Invocation& call) {
    if (!call.isSet("printer"))
        throw UsageError(QStringLiteral("It needs --printer ID or --printer tcp://host:9100."));
    return call.value("printer");
}

} // namespace packbench
