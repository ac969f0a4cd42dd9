#pragma once

#include "shipping/instant.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace packbench {

class Database;

/// What tells one ledger from another, whatever has happened in it since.
struct LedgerOrigin {
    /// The seals of the first two entries of each audit chain. A ledger made where another's secret
    /// was left begins its chain as that one did; the second entry differs.
    QMap<QString, QList<QByteArray>> chains;
    std::optional<Instant> begunAt; ///< of the chains the oldest
    QString firstScan;              ///< empty = none
    bool isSimulation = false;
    bool wasRestored = false; ///< its chain may part from its backups' after the first entry
    bool isUnused = false;    ///< no scan, no order, no waybill number: nothing can be lost with it
};

/// Of a ledger of whatever schema. @throws LedgerError
[[nodiscard]] LedgerOrigin originOf(Database& ledger);
[[nodiscard]] bool isSimulation(Database& ledger);
/// The ledger goes on from what the backup has, or from something before it.
[[nodiscard]] bool isOfLedger(const LedgerOrigin& backup, const LedgerOrigin& ledger);
/// Which one it is, to be read within a sentence.
[[nodiscard]] QString text(const LedgerOrigin& origin);

} // namespace packbench
