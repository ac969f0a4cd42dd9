#pragma once

#include "bench/benchsettings.h"
#include "ledger/records.h"
#include "shipping/operator.h"

#include <optional>

namespace packbench {

class Ledger;

/// Why a parcel is late when nobody said: the file came after the limit, the order was held, or
/// nothing is known. Stable words for the dispatch record; reason cards overrule them.
[[nodiscard]] QString lateReasonOf(const OrderRecord& order, Instant now);

/// Writes that a parcel left, inside the caller's transaction: the number becomes DISPATCHED, the
/// order too with its last carton, with who, where, when, due and, if late, why.
DispatchRecord recordDispatch(Ledger& ledger, const BenchSettings& settings,
                              const OrderRecord& order, const ParcelRecord& parcel,
                              const Operator& person, Instant now);

} // namespace packbench
