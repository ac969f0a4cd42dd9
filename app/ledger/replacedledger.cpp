#include "ledger/replacedledger.h"

#include "ledger/opening.h"
#include "ledger/orderbook.h"
#include "ledger/quarantine.h"
#include "ledger/settings.h"

#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

namespace packbench {
namespace {

constexpr qsizetype kNamed = 20; ///< how many one finding names

/// As the warehouse's clock showed it, with its offset.
QString localTime(Database& database, Instant at) {
    const QTimeZone zone(
        Settings(database)
            .value(QStringLiteral("warehouse.zone"), QStringLiteral("Asia/Shanghai"))
            .toLatin1());
    return isoText(at, zone.isValid() ? zone : QTimeZone::utc());
}

QString named(const QStringList& all) {
    const QString first = all.mid(0, kNamed).join(QStringLiteral(", "));
    return all.size() <= kNamed
               ? first
               : QStringLiteral("%1 and %2 more").arg(first).arg(all.size() - kNamed);
}

struct NewestRows {
    std::optional<Instant> scanAt;
    qint64 copy = 0;
    qint64 order = 0;
};

NewestRows newestRowsOf(Database& database) {
    Rows rows = database.ask("epoch/newest-rows");
    NewestRows newest;
    if (rows.next()) {
        newest.scanAt = rows.maybeInstant();
        newest.copy = rows.integer();
        newest.order = rows.integer();
    }
    return newest;
}

/// Compares the ledger before with the restored one.
class Comparing {
public:
    Comparing(Database& fresh, Database& before, const Ruling& ruling, Restored& restored)
        : m_fresh(fresh), m_before(before), m_ruling(ruling), m_restored(restored) {}

    void run() {
        const NewestRows newest = newestRowsOf(m_fresh);
        voidUsed();
        stopLabelled(newest.copy);
        nameOrders(newest.order);
    }

private:
    void voidUsed() {
        Quarantine quarantine(m_fresh);
        Rows rows = m_before.ask("epoch/used-numbers");
        while (rows.next()) {
            const QString number = rows.text();
            const auto used = quarantine.usedOutside(number, rows.text(), m_ruling);
            m_restored.voided +=
                used == Quarantine::Used::Voided || used == Quarantine::Used::Added ? 1 : 0;
        }
    }

    void stopLabelled(qint64 after) {
        QStringList labels;
        OrderBook orders(m_fresh);
        Rows rows = m_before.ask("epoch/labels-since", {{"after", after}});
        while (rows.next()) {
            OrderKey key;
            key.shop = rows.text();
            key.number = rows.text();
            const QString waybill = rows.text();
            labels +=
                QStringLiteral("order %1 waybill %2 (%3)").arg(key.number, waybill, rows.text());
            if (const auto order = orders.find(key))
                orders.setHold(order->id, Hold::ByService, true);
        }
        if (!labels.isEmpty())
            m_restored.findings +=
                QStringLiteral("Labels were made after the backup, their orders are stopped: %1. "
                               "Find each parcel, then release or cancel its order.")
                    .arg(named(labels));
    }

    void nameOrders(qint64 after) {
        QStringList numbers;
        OrderBook orders(m_fresh);
        Rows rows = m_before.ask("epoch/orders-since", {{"after", after}});
        while (rows.next()) {
            OrderKey key;
            key.shop = rows.text();
            key.number = rows.text();
            if (!orders.find(key))
                numbers += key.number;
        }
        if (!numbers.isEmpty())
            m_restored.findings +=
                QStringLiteral("Orders that came after the backup are missing: %1. Import their "
                               "files again; those that were packed meanwhile must not be packed "
                               "twice.")
                    .arg(named(numbers));
    }

    Database& m_fresh;
    Database& m_before;
    Ruling m_ruling;
    Restored& m_restored;
};

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
    QStringList compared;
    try {
        LedgerAddress address;
        address.path = restore.replaced;
        while (!address.path.isEmpty() && !compared.contains(address.path)) {
            compared += address.path;
            const auto before = openForReading(address);
            Comparing(fresh, *before, ruling, restored).run();
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
    (void)quarantine.begin({restored.epoch,
                            restore.now,
                            QFileInfo(restore.backup.file).fileName(),
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
