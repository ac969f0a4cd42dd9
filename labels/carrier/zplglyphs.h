#pragma once

#include <QPainterPath>

namespace packbench {

// Measured on pictures of labels in the printer's fonts, in ems (heights of ^A).
inline constexpr double kScalableAscent = 0.742; ///< top of the cell to the baseline of font 0
inline constexpr double kFixedAdvance = 0.602;   ///< of DejaVu Sans Mono
inline constexpr double kFixedCapital = 0.729;

/// A face of the system's, in ems.
struct LentFace {
    double capital; ///< height of H
    double small;   ///< height of x
};

/// Makes a glyph of the nearest face we have as wide and as tall as font 0 draws it; returns how
/// far the pen goes on.
[[nodiscard]] double fittedToPrinter(char32_t character, QPainterPath& path, double advance,
                                     const LentFace& face);

} // namespace packbench
