#pragma once

#include "drivers/printer.h"

namespace packbench {

/// USB label printers through libusb: class 7, protocols 2 before 1, or the models table.
class UsbPrinterBus : public PrinterBus {
public:
    UsbPrinterBus();
    ~UsbPrinterBus() override;
    UsbPrinterBus(const UsbPrinterBus&) = delete;
    UsbPrinterBus& operator=(const UsbPrinterBus&) = delete;

    [[nodiscard]] QList<PrinterDescription> present() override;
    /// Its socket and the serial of twins are known, too.
    [[nodiscard]] bool knows(const QString& id) override;
    /// The bare way to a printer, for a recorder; `open` puts a conversation on it.
    [[nodiscard]] std::unique_ptr<Transport> transport(const QString& id);
    /// @param id also a printer's socket while it is listed by its serial. The serial of twins
    /// opens none of them.
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString& id) override;
    void setLanguage(const QString& id, PrinterLanguage language) override;
    void whenChanged(std::function<void()> told) override;

private:
    struct Context;
    class Watch;
    std::unique_ptr<Context> m_context;
    std::unique_ptr<Watch> m_watch;
};

} // namespace packbench
