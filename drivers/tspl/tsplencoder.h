#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// SIZE … PRINT 1,1 around one BITMAP; lines end CR LF, the picture is raw and inverted.
[[nodiscard]] QByteArray encodeTspl(const Page& page, const PrintSetup& setup);

/// GAPDETECT or BLINEDETECT: the printer feeds a few labels and measures gap or mark.
[[nodiscard]] QByteArray tsplCalibration(const PrintSetup& setup);

} // namespace packbench
