#pragma once

#include "ledger/backup.h"
#include "ledger/database.h"
#include "ledger/restore.h"

namespace packbench {

/// What is known of a restore while the new ledger is made.
struct RestoreCase {
    Backup backup;
    QString replaced; ///< the ledger before, empty = none; it may be unreadable
    QString whyOther; ///< why a backup of another ledger takes its place, empty = it is of this one
    Instant now;
};

/// Begins a new epoch in the restored database: its free numbers go into quarantine, and what the
/// ledger before can still tell is brought over: numbers it used become VOID, orders whose labels
/// it knows more of are stopped, also those that came after the backup. One transaction.
[[nodiscard]] Restored openEpoch(Database& fresh, const RestoreCase& restore);

} // namespace packbench
