#pragma once

#include "shipping/fault.h"

namespace packbench {

/// Does it again where the ledger had to be opened again and nothing of it had been stored.
template <typename Work>
auto untilStored(Work work) {
    constexpr int kAttempts = 50; // whoever watches loses patience long before
    for (int attempt = 1;; ++attempt) {
        try {
            return work();
        } catch (const LedgerError& fault) {
            if (fault.code() != LedgerError::Code::NotStored || attempt == kAttempts)
                throw;
        }
    }
}

} // namespace packbench
