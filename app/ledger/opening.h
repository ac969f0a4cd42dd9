#pragma once

#include "ledger/database.h"

#include <memory>

namespace packbench {

/// A connection that was checked and set up, its schema not yet brought up to date.
/// @throws LedgerError (CannotOpen, AlreadyOpen, NotALedger, Damaged)
[[nodiscard]] std::unique_ptr<Database> openDatabase(const LedgerAddress& address, bool mayCreate);

// The two ways, one file each.
[[nodiscard]] std::unique_ptr<Database> openSqlite(const LedgerAddress& address, bool mayCreate);
[[nodiscard]] std::unique_ptr<Database> openSqliteForReading(const LedgerAddress& address);
[[nodiscard]] std::unique_ptr<Database> openPostgres(const LedgerAddress& address, bool mayCreate);

/// Only to read, beside whoever works with the ledger: nothing is locked, made or brought up to
/// date. @throws LedgerError (CannotOpen, NotALedger)
[[nodiscard]] std::unique_ptr<Database> openForReading(const LedgerAddress& address);

/// Throws unless the database holds a ledger, or holds nothing and may become one.
void refuseForeign(Database& database, bool mayCreate);

} // namespace packbench
