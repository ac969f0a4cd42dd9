#include "drivers/inkblocks.h"

#include <algorithm>
#include <cstring>

namespace packbench {
namespace {

/// The first and the last byte with ink; none: first > last.
struct Span {
    int first = 0;
    int last = -1;

    [[nodiscard]] bool isBlank() const { return first > last; }
    void take(const Span& other) {
        if (other.isBlank())
            return;
        first = isBlank() ? other.first : std::min(first, other.first);
        last = std::max(last, other.last);
    }
    [[nodiscard]] int bytes() const { return last - first + 1; }
};

Span inkOf(const char* row, int bytes) {
    Span span{0, bytes - 1};
    while (span.first < bytes && row[span.first] == 0)
        ++span.first;
    if (span.first == bytes)
        return {};
    while (row[span.last] == 0)
        --span.last;
    return span;
}

/// A block as it grows: joining a row is right as long as it costs no more than a block of its own.
struct Growing {
    int row = 0;
    int rows = 0;
    Span span;

    [[nodiscard]] bool isCheaperJoined(int at, const Span& ink, int blockCost) const {
        Span joined = span;
        joined.take(ink);
        const int joinedBytes = joined.bytes() * (at + 1 - row);
        return joinedBytes <= span.bytes() * rows + ink.bytes() + blockCost;
    }
    [[nodiscard]] InkBlock block() const { return {row, rows, span.first, span.bytes()}; }
};

} // namespace

QList<InkBlock> inkBlocks(const Page& page, int blockCost, int mostRows) {
    QList<InkBlock> blocks;
    Growing growing;
    const int rowBytes = page.bytesPerRow();
    for (int at = 0; at < page.height; ++at) {
        const Span ink = inkOf(page.bits.constData() + qsizetype(at) * rowBytes, rowBytes);
        if (ink.isBlank())
            continue;
        const bool joins = growing.rows > 0 && at + 1 - growing.row <= mostRows &&
                           growing.isCheaperJoined(at, ink, blockCost);
        if (!joins && growing.rows > 0)
            blocks.append(growing.block());
        if (!joins)
            growing = {at, 0, {}};
        growing.rows = at + 1 - growing.row;
        growing.span.take(ink);
    }
    if (growing.rows > 0)
        blocks.append(growing.block());
    return blocks;
}

QByteArray bitsOf(const Page& page, const InkBlock& block) {
    QByteArray bits(qsizetype(block.rows) * block.bytes, Qt::Uninitialized);
    for (int row = 0; row < block.rows; ++row)
        std::memcpy(bits.data() + qsizetype(row) * block.bytes,
                    page.bits.constData() + qsizetype(block.row + row) * page.bytesPerRow() +
                        block.firstByte,
                    size_t(block.bytes));
    return bits;
}

} // namespace packbench
