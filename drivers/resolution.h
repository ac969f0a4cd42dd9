#pragma once

#include <QString>

namespace packbench {

/// The dots/mm that a resolution's name stands for: "200 dpi" and "203 dpi" are 8, "300 dpi" is 12,
/// "600 dpi" is 24. 0: no such name.
[[nodiscard]] int dotsPerMmOfDpi(int dpi);

/// The same for a text with "203dpi" or "203 DPI" anywhere in it.
[[nodiscard]] int dotsPerMmNamedIn(const QString& text);

} // namespace packbench
