#pragma once

#include "bench/notice.h"

namespace packbench {

class Ledger;

/// Why an order gets no waybill number: the one that stands on it (`own`, empty = one of a pool)
/// or the courier's numbers wait in quarantine; or there is none. `courier` empty = of whichever.
[[nodiscard]] Notice whyNoNumber(Ledger& ledger, const QString& courier, const QString& own,
                                 const QString& orderNumber);

} // namespace packbench
