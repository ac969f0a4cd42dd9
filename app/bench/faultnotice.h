#pragma once

#include "bench/notice.h"

namespace packbench {

class StationFault;

/// What a broken world means at the bench, for a person; the sentence of the fault is for the log.
[[nodiscard]] Notice faultNotice(const StationFault& fault);

} // namespace packbench
