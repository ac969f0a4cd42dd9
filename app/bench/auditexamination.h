#pragma once

#include <QStringList>

namespace packbench {

struct LedgerAddress;

/// What the doctor finds about the audit chain's secret and about the second place where the
/// chain's end is kept, a sentence each with what to do. Asked before the ledger is opened: opening
/// makes a key where none is, and a new chain with it.
[[nodiscard]] QStringList examineAudit(const LedgerAddress& address);
/// Entries were recorded here and the key they were sealed with is gone: whoever opens the ledger
/// now begins another chain.
[[nodiscard]] bool isAuditKeyLost(const LedgerAddress& address);

} // namespace packbench
