#pragma once

#include "labels/page.h"

namespace packbench {

/// The page with its picture moved to the right and down (negative: left, up), in dots. What is
/// moved over the edge is lost, as it would be on the printer.
[[nodiscard]] Page movedPage(const Page& page, int right, int down);

} // namespace packbench
