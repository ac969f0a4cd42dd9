#pragma once

#include "labels/proof.h"
#include "labels/symbol.h"

namespace packbench {

/// How well a code that was read on this picture (Grayscale8, black and white) would scan: read
/// again from its own place, whole and in quarters, and on worse copies; modules and white beside
/// it. The looks are single ones of the safe loop; pictures of others in packbench-reader only.
[[nodiscard]] CodeMeasure measured(const QImage& grey, const ReadCode& code);

/// The codes that must be on a page of ours, each with its measure: a code that proof refuses reads
/// "No". A turned MaxiCode has none.
[[nodiscard]] QList<ReadCode> measuredCodes(const Page& page, const QList<ExpectedCode>& expected);

/// "low-grade" for D and F: a person should look before many are printed.
[[nodiscard]] std::optional<LabelFinding> lowGrade(const ReadCode& code);

/// "MaxiCode", "Intelligent Mail" … of a kind that readCodes never finds; empty for the others.
[[nodiscard]] QString unreadKind(SymbolKind kind);
/// "not-provable" for such a kind: it is on the page, and nothing here can say that it is right.
[[nodiscard]] std::optional<LabelFinding> notProvable(SymbolKind kind);

} // namespace packbench
