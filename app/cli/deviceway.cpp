#include "cli/deviceway.h"

#include "bench/benchsettings.h"
#include "bench/simulation.h"
#include "drivers/camerainputs.h"
#include "drivers/serialinputs.h"
#include "drivers/usbinputs.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace packbench {
namespace {

const QString kVirtual = QStringLiteral("virtual");

} // namespace

DeviceWay::DeviceWay(const Invocation& call) {
    const QHash<QString, QString> settings = call.settings();
    m_addresses = printerAddresses(settings.value(QStringLiteral("printers")));
    m_inputs = inputAddresses(settings.value(QStringLiteral("inputs")));
    tellLanguages(m_usb, settings);
    if (const auto ledger = ledgerAddressFromText(call.ledgerText()))
        m_labelFolder = labelFolderOf(*ledger);
}

QList<InputDescription> DeviceWay::inputs() {
    return UsbInputs::present() + SerialInputs::present(m_inputs) +
           CameraInputs::present(cameraPaths(m_inputs));
}

VirtualPrinterBus& DeviceWay::virtualBus() {
    if (!m_virtualBus) {
        m_virtual = std::make_unique<VirtualPrinter>(m_labelFolder, PrinterLanguage::Zpl, 8);
        m_virtualBus = std::make_unique<VirtualPrinterBus>(*m_virtual);
    }
    return *m_virtualBus;
}

QString DeviceWay::picture() const {
    return m_virtual ? m_virtual->lastPicture() : QString();
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
    if (name == kVirtual)
        return virtualBus().present().first();
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
    if (name == kVirtual)
        return virtualBus().open(name);
    return m_usb.open(name);
}

std::unique_ptr<Transport> DeviceWay::transport(const QString& name) {
    if (const auto known = address(name))
        return transportTo(*known);
    if (name == kVirtual)
        return virtualBus().transport(name);
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
