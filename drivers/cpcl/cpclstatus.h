#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// What the answers to ESC h and ESC i mean, a byte each; printers may know the first alone.
[[nodiscard]] PrinterStatus cpclStatusFrom(const QByteArray& answer);

[[nodiscard]] bool isWholeCpclStatus(const QByteArray& answer);

} // namespace packbench
