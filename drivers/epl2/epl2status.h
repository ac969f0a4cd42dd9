#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// What the answer to ^ee means: two-digit codes, several with commas between, CR LF; behind 07 the
/// labels left as Pnnn.
[[nodiscard]] PrinterStatus epl2StatusFrom(const QByteArray& answer);

[[nodiscard]] bool isWholeEpl2Status(const QByteArray& answer);

} // namespace packbench
