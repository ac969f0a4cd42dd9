#pragma once

#include "labels/page.h"

#include <QList>

namespace packbench {

/// Rows of a page that follow each other, and the whole bytes of them that hold ink.
struct InkBlock {
    int row = 0;
    int rows = 0;
    int firstByte = 0;
    int bytes = 0; ///< of each row
};

/// The page's ink as blocks, cut wherever leaving out white saves more than `blockCost` bytes,
/// which is what a block costs besides its bits. A white page has none. At most `mostRows` rows
/// each.
[[nodiscard]] QList<InkBlock> inkBlocks(const Page& page, int blockCost, int mostRows);

/// The block's bits, row after row.
[[nodiscard]] QByteArray bitsOf(const Page& page, const InkBlock& block);

} // namespace packbench
