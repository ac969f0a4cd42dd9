#pragma once

#include "drivers/printerlanguage.h"

namespace packbench {

/// What the answer to ~HQES means: two lines, ERRORS and WARNINGS, each with a flag and two groups
/// of eight nibbles. Found by their words: blank lines and columns differ between printers.
[[nodiscard]] PrinterStatus zplErrorsFrom(const QByteArray& answer);

[[nodiscard]] bool isWholeZplErrors(const QByteArray& answer);

} // namespace packbench
