#pragma once

#include "exchange/orderfile.h"

#include <optional>

namespace packbench {

class ZipArchive;

/// What a workbook may be at most, unpacked. Measured while unpacking, not as the file claims.
struct XlsxCaps {
    static constexpr int kParts = 200;
    static constexpr qint64 kTotalBytes = 200LL * 1024 * 1024;
    /// A part that packs better than this and is larger than kSmallPart is a bomb, no sheet.
    static constexpr qint64 kRatio = 100;
    static constexpr qint64 kSmallPart = 10LL * 1024 * 1024;
};

/// Unpacks every part once, keeping nothing: a workbook that is damaged, cut, protected with a
/// password or made to fill the memory is refused before any reader sees it.
[[nodiscard]] std::optional<Refusal> guardXlsx(const ZipArchive& archive);

[[nodiscard]] Refusal damagedWorkbook();

} // namespace packbench
