#include "ledger/replacedledger.h"

#include "ledger/ledgerorigin.h"
#include "ledger/opening.h"
#include "ledger/quarantine.h"
#include "ledger/replacedorders.h"
#include "ledger/settings.h"

#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

namespace packbench {
namespace {

/// As the warehouse's clock showed it, with its offset.
QString localTime(Database& database, Instant at) {
    const QTimeZone zone(
        Settings(database)
            .value(QStringLiteral("warehouse.zone"), QStringLiteral("Asia/Shanghai"))
            .toLatin1());
    return isoText(at, zone.isValid() ? zone : QTimeZone::utc());
}

void voidUsed(Database& fresh, Database& before, const Ruling& ruling, Restored& restored) {
    Quarantine quarantine(fresh);
    Rows rows = before.ask("epoch/used-numbers");
    while (rows.next()) {
        const QString number = rows.text();
        const auto used = quarantine.usedOutside(number, rows.text(), ruling);
        restored.voided +=
            used == Quarantine::Used::Voided || used == Quarantine::Used::Added ? 1 : 0;
    }
}

/// Of a ledger of whatever schema.
std::optional<Epoch> epochOf(Database& ledger) {
    const QStringList table =
        ledger.column(QStringLiteral("SELECT name FROM sqlite_master WHERE name = 'ledger_epoch'"));
    return table.isEmpty() ? std::nullopt : Quarantine(ledger).epoch();
}

/// The ledger before, and those it had replaced itself since the backup: a restore that is done
/// twice forgets nothing of the first ledger.
void compareWithBefore(Database& fresh, const RestoreCase& restore, Restored& restored) {
    const Ruling ruling{{}, QStringLiteral("used in the replaced ledger"), restore.now};
    ReplacedOrders orders(fresh);
    QStringList compared;
    try {
        LedgerAddress address;
        address.path = restore.replaced;
        while (!address.path.isEmpty() && !compared.contains(address.path)) {
            compared += address.path;
            const auto before = openForReading(address);
            // What was played has no parcels: nothing of it goes into a real ledger, nor back.
            if (isSimulation(*before) == isSimulation(fresh)) {
                voidUsed(fresh, *before, ruling, restored);
                orders.takeFrom(*before);
            }
            const auto epoch = epochOf(*before);
            const bool isSince = epoch && epoch->number >= restored.epoch;
            address.path = isSince && QFile::exists(epoch->replaced) ? epoch->replaced : QString();
        }
    } catch (const LedgerError& fault) {
        if (!fresh.inTransaction())
            throw;
        restored.findings +=
            QStringLiteral("The ledger before could not be read to its end (%1): which labels were "
                           "made after the backup only the parcels and the courier's list can "
                           "tell.")
                .arg(fault.sentence());
    }
    restored.findings += orders.findings();
}

void sayWhatWaits(Database& fresh, const RestoreCase& restore, Restored& restored) {
    restored.findings.prepend(
        QStringLiteral("The backup's newest scan is of %1: what happened after it is not in the "
                       "ledger.")
            .arg(restore.backup.newestScanAt ? localTime(fresh, *restore.backup.newestScanAt)
                                             : QStringLiteral("no time, it has none")));
    if (restored.quarantined > 0)
        restored.findings +=
            QStringLiteral("%1 waybill numbers wait in quarantine, none is printed before: compare "
                           "with the courier's list (\"packctl waybill quarantine compare FILE\"), "
                           "then a supervisor releases the rest.")
                .arg(restored.quarantined);
    if (restored.voided > 0)
        restored.findings +=
            QStringLiteral("%1 waybill numbers were used after the backup: they are void now, "
                           "their parcels keep them outside of this ledger.")
                .arg(restored.voided);
}

} // namespace

Restored openEpoch(Database& fresh, const RestoreCase& restore) {
    Restored restored;
    restored.replaced = restore.replaced;
    Atomic whole(fresh);
    Quarantine quarantine(fresh);
    const auto last = quarantine.epoch();
    restored.epoch = last ? last->number + 1 : 1;
    const QString name = QFileInfo(restore.backup.file).fileName();
    (void)quarantine.begin(
        {restored.epoch,
         restore.now,
         restore.whyOther.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, restore.whyOther),
         restore.backup.newestScanAt,
         restore.replaced,
         {}});
    // Before the swap the ledger still has its own name, after a cut one perhaps only the other.
    RestoreCase compared = restore;
    if (!restore.replaced.isEmpty() && !QFile::exists(restore.replaced))
        compared.replaced =
            restore.replaced.left(restore.replaced.lastIndexOf(QLatin1String(".replaced-")));
    if (!compared.replaced.isEmpty())
        compareWithBefore(fresh, compared, restored);
    restored.quarantined = quarantine.countWaiting();
    whole.commit();
    sayWhatWaits(fresh, restore, restored);
    return restored;
}

} // namespace packbench
