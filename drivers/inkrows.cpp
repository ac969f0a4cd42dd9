#include "drivers/inkrows.h"

#include <algorithm>

namespace packbench {

InkRows inkRows(const Page& page) {
    const auto isInk = [](char byte) { return byte != 0; };
    const auto first = std::find_if(page.bits.cbegin(), page.bits.cend(), isInk);
    if (first == page.bits.cend())
        return {};
    const auto last = std::find_if(page.bits.crbegin(), page.bits.crend(), isInk);
    const int rowBytes = page.bytesPerRow();
    const int firstRow = static_cast<int>((first - page.bits.cbegin()) / rowBytes);
    const int lastRow = static_cast<int>((page.bits.crend() - last - 1) / rowBytes);
    return {firstRow, lastRow - firstRow + 1};
}

} // namespace packbench
