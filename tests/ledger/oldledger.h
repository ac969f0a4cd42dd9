#pragma once

#include "ledger/address.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace packbench {

/// A ledger as a released Packbench left it: that schema, with rows in every table of it
/// (tests/fixtures/ledger). 0 = nothing at all yet.
void makeOldLedger(const LedgerAddress& address, int schema);
/// The newest schema there is.
[[nodiscard]] int newestSchema();

/// Every row of every table: table -> rows as text, each "column=value|…" with sorted columns.
using LedgerRows = QMap<QString, QStringList>;
[[nodiscard]] LedgerRows rowsIn(const LedgerAddress& address);
/// The rows of `before` as they are `now`: only its tables, only its columns.
[[nodiscard]] LedgerRows sameColumns(const LedgerRows& before, const LedgerRows& now);

} // namespace packbench
