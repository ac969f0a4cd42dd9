#pragma once

#include "shipping/instant.h"

namespace packbench {

class Ledger;

/// Fills a new ledger with a small warehouse to try things out: eight items, three shops, a dozen
/// orders paid in the hours before `now`, waybill pools, three badges (0417, 0311, 0001).
/// On a ledger that has it already nothing changes.
void fillSampleShop(Ledger& ledger, Instant now);

/// When the sample shift begins: Monday 21 September 2026, 09:00 in Shanghai.
[[nodiscard]] Instant sampleShiftStart();

} // namespace packbench
