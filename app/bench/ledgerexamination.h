#pragma once

#include "shipping/instant.h"

#include <QStringList>

#include <optional>

namespace packbench {

class Clock;
class Ledger;

/// What the doctor finds about the ledger's disk, backups and restored numbers, a sentence each
/// with what to do. @param bytesFree on the ledger's disk, where it can be told
[[nodiscard]] QStringList examineLedgerCare(Ledger& ledger, const Clock& clock,
                                            std::optional<qint64> bytesFree);
/// Worth knowing, but nothing to be done.
[[nodiscard]] QStringList ledgerRemarks(Ledger& ledger);

} // namespace packbench
