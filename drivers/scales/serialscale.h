#pragma once

#include "drivers/inputdevice.h"

#include <QStringList>

#include <optional>

namespace packbench {

/// Reads one line of a serial scale, without its end. Formats stand in one table:
///   "kern"    sign and value of 8 or 9 characters, unit, status S1 S2 (KERN manuals)
///   "toledo"  STX, three status bytes, weight of six, tare of six (Toledo continuous output)
///   "comma"   "ST,GS,+  0.640kg" (A&D, CAS and many Chinese scales)
/// Nothing: the line is not of that format.
[[nodiscard]] std::optional<ScaleReading> serialScaleReading(const QString& format,
                                                             const QByteArray& line);
[[nodiscard]] QStringList serialScaleFormats();

} // namespace packbench
