#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// One ^XA … ^XZ, one copy; a transfer cut before its end prints nothing.
[[nodiscard]] QByteArray encodeZpl(const Page& page, const PrintSetup& setup);

/// ~JC: the printer feeds a few labels and measures gap and length.
[[nodiscard]] QByteArray zplCalibration(const PrintSetup& setup);

} // namespace packbench
