#pragma once

#include "labels/page.h"

namespace packbench {

/// The rows of a page between its first and its last black dot; none on a white page.
struct InkRows {
    int first = 0;
    int count = 0;
};

[[nodiscard]] InkRows inkRows(const Page& page);

} // namespace packbench
