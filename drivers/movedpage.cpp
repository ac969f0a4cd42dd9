#include "drivers/movedpage.h"

#include <algorithm>

namespace packbench {
namespace {

/// One row's bits moved by any number of dots.
void moveRow(const char* from, char* to, int bytes, int right) {
    const int shift = ((right % 8) + 8) % 8;
    const int offset = (right - shift) / 8;
    const auto at = [from, bytes](int index) {
        return index >= 0 && index < bytes ? static_cast<unsigned char>(from[index]) : 0u;
    };
    for (int index = 0; index < bytes; ++index) {
        const unsigned pair = at(index - offset - 1) << 8 | at(index - offset);
        to[index] = static_cast<char>(pair >> shift);
    }
}

} // namespace

Page movedPage(const Page& page, int right, int down) {
    Page moved = blankPage(page.width, page.height, page.dotsPerMm);
    const int bytes = page.bytesPerRow();
    const int first = std::max(0, down);
    const int last = std::min(page.height, page.height + down);
    const auto padding = static_cast<unsigned char>(0xff << (bytes * 8 - page.width));
    for (int row = first; row < last; ++row) {
        char* to = moved.bits.data() + qsizetype(row) * bytes;
        moveRow(page.bits.constData() + qsizetype(row - down) * bytes, to, bytes, right);
        to[bytes - 1] = static_cast<char>(static_cast<unsigned char>(to[bytes - 1]) & padding);
    }
    return moved;
}

} // namespace packbench
