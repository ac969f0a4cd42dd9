#pragma once

#include "drivers/printer.h"
#include "labels/page.h"

namespace packbench {

/// A label that shows whether a printer is set up right: a frame at its edges, a scale in mm, black
/// to judge the darkness by, a code to scan, the printer's name. 70 × 45 mm, so that an 80 mm
/// receipt printer takes it, too.
[[nodiscard]] Page testPage(const PrinterDescription& printer, const QString& bench);

/// The code on it.
[[nodiscard]] QString testCode();

} // namespace packbench
