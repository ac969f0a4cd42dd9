#pragma once

#include "cli/invocation.h"
#include "drivers/addressedprinters.h"
#include "drivers/inputdevice.h"
#include "drivers/usbbus.h"

#include <QCommandLineOption>

namespace packbench {

/// The devices of this computer, and the printers a command can name: those on USB, those the
/// ledger's settings name, and one whose address is the name.
class DeviceWay {
public:
    explicit DeviceWay(const Invocation& call);

    [[nodiscard]] QList<PrinterDescription> present();
    /// Scanners and scales on USB, and cameras: those of this computer and those the ledger names.
    [[nodiscard]] QList<InputDescription> inputs();
    /// @throws DeviceError, UsageError
    [[nodiscard]] PrinterDescription description(const QString& name);
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString& name);
    [[nodiscard]] std::unique_ptr<Transport> transport(const QString& name);

private:
    [[nodiscard]] std::optional<PrinterAddress> address(const QString& name) const;

    UsbPrinterBus m_usb;
    QList<PrinterAddress> m_addresses;
    QStringList m_cameras;
};

[[nodiscard]] QCommandLineOption printerOption();
/// The --printer that a command needs. @throws UsageError
[[nodiscard]] QString printerNamed(const Invocation& call);

} // namespace packbench
