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
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString& id) override;
    void setLanguage(const QString& id, PrinterLanguage language) override;

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace packbench
