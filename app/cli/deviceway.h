#pragma once

#include "cli/invocation.h"
#include "drivers/addressedprinters.h"
#include "drivers/inputaddress.h"
#include "drivers/inputdevice.h"
#include "drivers/usbbus.h"
#include "drivers/virtualprinter.h"

#include <QCommandLineOption>

namespace packbench {

/// The devices of this computer, and the printers a command can name: those on USB, those the
/// ledger's settings name, one whose address is the name, and "virtual", which prints into the
/// folder of the ledger's labels.
class DeviceWay {
public:
    explicit DeviceWay(const Invocation& call);

    /// All but the virtual one.
    [[nodiscard]] QList<PrinterDescription> present();
    /// Scanners and scales: those on USB, the serial ones that the settings name, and cameras.
    [[nodiscard]] QList<InputDescription> inputs();
    /// @throws DeviceError, UsageError
    [[nodiscard]] PrinterDescription description(const QString& name);
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString& name);
    [[nodiscard]] std::unique_ptr<Transport> transport(const QString& name);
    /// What the virtual printer printed last, a file; empty when nothing.
    [[nodiscard]] QString picture() const;

private:
    /// Made when it is needed: its folder is nobody else's wish.
    [[nodiscard]] VirtualPrinterBus& virtualBus();
    [[nodiscard]] std::optional<PrinterAddress> address(const QString& name) const;

    UsbPrinterBus m_usb;
    QList<PrinterAddress> m_addresses;
    QList<InputAddress> m_inputs;
    QString m_labelFolder;
    std::unique_ptr<VirtualPrinter> m_virtual;
    std::unique_ptr<VirtualPrinterBus> m_virtualBus;
};

[[nodiscard]] QCommandLineOption printerOption();
/// The --printer that a command needs. @throws UsageError
[[nodiscard]] QString printerNamed(const Invocation& call);

} // namespace packbench
