#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// What the answers to DLE EOT 1, 2, 3 and 4 mean, a byte each, in that order.
[[nodiscard]] PrinterStatus escPosStatusFrom(const QByteArray& answer);

[[nodiscard]] bool isWholeEscPosStatus(const QByteArray& answer);

} // namespace packbench
