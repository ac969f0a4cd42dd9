#pragma once

#include "drivers/scanners/keyreports.h"

#include <QString>

#include <optional>

namespace packbench {

/// A scanner or scale that a person wrote down:
///   usb:VVVV:PPPP:serial or usb:VVVV:PPPP@bus-port   a keyboard that is a scanner;
///   layout=us|de|fr;
///                                                    a blank is written %20
///   serial:///dev/serial/by-id/…?baud=9600            a serial scanner
///   serial:///dev/…?baud=9600&scale=kern              a serial scale
struct InputAddress {
    enum class Way { Keyboard, SerialScanner, SerialScale };
    Way way = Way::SerialScanner;
    QString id;   ///< of the keyboard; "serial://" and the path
    QString path; ///< serial
    int baud = 9600;
    QString scaleFormat;
    KeyLayout layout = KeyLayout::Us;

    bool operator==(const InputAddress&) const = default;
};

struct InputAddressReading {
    std::optional<InputAddress> address;
    QString problem; ///< a sentence when there is none
};
[[nodiscard]] InputAddressReading inputAddressFrom(const QString& text);

} // namespace packbench
