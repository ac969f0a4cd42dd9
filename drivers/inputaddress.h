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
///   camera:/dev/v4l/by-id/… or camera:/dev/video0     a camera that reads codes
///   camera:/…/bench.avi                               a film of one, shown again and again
struct InputAddress {
    enum class Way { Keyboard, SerialScanner, SerialScale, Camera };
    Way way = Way::SerialScanner;
    QString id;   ///< of the keyboard; "serial://" or "camera:" and the path
    QString path; ///< serial, camera
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
