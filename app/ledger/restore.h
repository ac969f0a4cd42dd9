#pragma once

#include "ledger/address.h"
#include "shipping/instant.h"

#include <QStringList>

namespace packbench {

/// What became of putting a backup into the ledger's place.
struct Restored {
    QString replaced; ///< where the ledger before lies now, empty = there was none
    int epoch = 0;
    qint64 quarantined = 0; ///< waybill numbers that wait for a person
    qint64 voided = 0;      ///< numbers the ledger before shows as used
    QStringList findings;   ///< what has to be looked at, in sentences
};

/// Puts a backup into the ledger's place. The ledger before is kept beside it, under another name.
/// A kill at any point leaves the old ledger, the new one, or a ledger that nobody opens before the
/// same restore went on to its end. SQLite only.
/// A backup of another ledger is refused (LedgerError::Constraint) unless somebody says why it
/// shall take this one's place; where there is no ledger, or one that was never used, every backup
/// may.
/// @throws LedgerError (AlreadyOpen, Damaged, SchemaTooNew, …), FileError: nothing was changed then
[[nodiscard]] Restored restoreLedger(const LedgerAddress& address, const QString& file, Instant now,
                                     const QString& whyOther = {});

/// Throws when a restore of this ledger was cut off. @throws LedgerError (CannotOpen)
void refuseHalfRestored(const QString& ledgerPath);

} // namespace packbench
