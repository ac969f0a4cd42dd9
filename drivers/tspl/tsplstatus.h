#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// What the answer to ESC!? (one byte) or ESC!S (eight bytes, STX … ETX CR LF) means.
[[nodiscard]] PrinterStatus tsplStatusFrom(const QByteArray& answer);

[[nodiscard]] bool isWholeTsplStatus(const QByteArray& answer);

} // namespace packbench
