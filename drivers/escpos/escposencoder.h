#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// ESC @, the page's ink as GS v 0 rasters with ESC J feeds between, then on to the next label.
[[nodiscard]] QByteArray encodeEscPos(const Page& page, const PrintSetup& setup);

/// ESC/POS has no common command for it: empty.
[[nodiscard]] QByteArray escPosCalibration(const PrintSetup& setup);

} // namespace packbench
