#pragma once

#include "exchange/tableheader.h"
#include "exchange/tablesource.h"

#include <functional>
#include <memory>

namespace packbench {

/// A file opened as a table, or what speaks against it.
struct OpenedTable {
    std::unique_ptr<TableSource> source;
    std::optional<Refusal> fault;
};

/// Finds out by content what the file is: workbook or text, and in which encoding.
[[nodiscard]] OpenedTable openTable(const QString& path);

/// Looks for the header within the first rows, in every sheet and every way to tell cells apart.
/// @param accept judges a row; true ends the search, the source then stands behind that row.
/// @returns why there is no header.
using HeaderTest = std::function<bool(const TableHeader&, const CellForm&)>;
[[nodiscard]] std::optional<Refusal> findHeader(TableSource& source, const HeaderTest& accept);

/// Reads on from the row after the header.
void rewindBehind(TableSource& source, const TableHeader& header);

} // namespace packbench
