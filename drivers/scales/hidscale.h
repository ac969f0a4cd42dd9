#pragma once

#include "drivers/hidreport.h"
#include "drivers/inputdevice.h"

#include <optional>

namespace packbench {

/// Whether a report descriptor is a scale's.
[[nodiscard]] bool isHidScale(const HidReports& reports);

/// What an input report of a HID scale says (HID Point of Sale usage tables, page 8D): report 3
/// with status, unit, power of ten, weight of two bytes. Weights in whole milligrams, never in
/// floats. Nothing: the report is another one, or too short.
[[nodiscard]] std::optional<ScaleReading> scaleReadingFrom(const QByteArray& report);

} // namespace packbench
