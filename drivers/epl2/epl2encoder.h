#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// Set-up first, then N, the page's ink as GW pictures, and P1.
[[nodiscard]] QByteArray encodeEpl2(const Page& page, const PrintSetup& setup);

/// xa: the printer feeds a few labels and measures gap or mark.
[[nodiscard]] QByteArray epl2Calibration(const PrintSetup& setup);

} // namespace packbench
