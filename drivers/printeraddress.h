#pragma once

#include "drivers/printerlanguage.h"

#include <QString>

namespace packbench {

/// A printer that no bus can find by itself, as a person writes it down:
///   tcp://192.0.2.7:9100?language=zpl&dots=8
///   serial:///dev/serial/by-id/…?baud=115200&language=tspl
///   spool:///folder?language=zpl
/// Also: tracking=gap|mark|continuous, gap=<mm>, left=<mm>, top=<mm>, darkness=<percent>,
/// speed=<mm/s>, finish=tear|peel|cut, z64=no, head=<mm>, burns=ones.
struct PrinterAddress {
    enum class Way { Tcp, Serial, Spool };
    Way way = Way::Tcp;
    QString host;
    quint16 port = 9100;
    QString path;
    int baud = 9600;
    PrinterLanguage language = PrinterLanguage::Zpl;
    int dotsPerMm = 8;
    PrintSetup setup;

    /// Without the settings: two names for one printer are one.
    [[nodiscard]] QString id() const;
    bool operator==(const PrinterAddress&) const = default;
};

struct PrinterAddressReading {
    std::optional<PrinterAddress> address;
    QString problem; ///< a sentence when there is none
};
[[nodiscard]] PrinterAddressReading printerAddressFrom(const QString& text);

} // namespace packbench
