#pragma once

#include "drivers/printerlanguage.h"
#include "drivers/printermodels/deviceid.h"

namespace packbench {

struct UsbProduct {
    quint16 vendor = 0;
    quint16 product = 0;
};

/// What the table of models makes of a printer.
struct ModelMatch {
    std::optional<PrinterLanguage> language; ///< nothing: unknown, or one we do not speak
    bool isSure = false;                     ///< false: a person must say or confirm it
    int score = 0;                           ///< how much of the id agreed; 0 = nothing did
    int dotsPerMm = 8;
    bool neverReattach = false; ///< the kernel's driver must not be given the interface back
    bool neverRead = false;     ///< its back channel is known to be broken
    bool closesLate = false;    ///< it must be left some time before it is closed
    bool isVendorClass = false; ///< its printer interface is of the vendor's own class
    bool takesZ64 = false;      ///< ZPL: false = pictures as run lengths
    int headMm = 0;             ///< the widest line it prints at dotsPerMm, 0 = not known
    QString problem;            ///< why it cannot be used, or what a person must say
};

[[nodiscard]] ModelMatch matchPrinter(const UsbProduct& usb, const DeviceId& id);

/// For people: maker and model, each once.
[[nodiscard]] QString printerName(const UsbProduct& usb, const DeviceId& id);

} // namespace packbench
