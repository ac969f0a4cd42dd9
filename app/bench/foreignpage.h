#pragma once

#include "labels/page.h"

#include <QRect>
#include <QSizeF>

#include <optional>

namespace packbench {

/// The smallest rectangle with all black dots of a page; empty on a white one.
[[nodiscard]] QRect inkBox(const Page& page);

/// The page on a label of this size: white margins are cut off, never ink and never scaled down.
/// A page that is smaller stays as it is. Nothing when the ink does not fit.
[[nodiscard]] std::optional<Page> onLabelOf(const Page& page, QSizeF largestMm);

/// The page for a printer of another resolution.
[[nodiscard]] Page atResolution(const Page& page, int dotsPerMm);

/// Whether both show the same, dot for dot, wherever it lies on the page. White pages show nothing.
[[nodiscard]] bool isSameInk(const Page& one, const Page& other);

} // namespace packbench
