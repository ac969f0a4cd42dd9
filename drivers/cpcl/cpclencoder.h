#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// One label session "! 0 …" to PRINT with the page's ink as CG pictures; lines end CR LF.
[[nodiscard]] QByteArray encodeCpcl(const Page& page, const PrintSetup& setup);

/// CPCL has no command for it: empty.
[[nodiscard]] QByteArray cpclCalibration(const PrintSetup& setup);

} // namespace packbench
