#include "bench/ledgerexamination.h"

#include "bench/backupplan.h"
#include "bench/benchsettings.h"
#include "bench/clock.h"
#include "ledger/backup.h"
#include "ledger/ledger.h"
#include "ledger/startcheck.h"

#include <QFile>

namespace packbench {

namespace {

constexpr qint64 kOldBackupMs = 48LL * 3'600'000;

void examineRoom(std::optional<qint64> bytesFree, QStringList& findings) {
    const DiskRoom room = bytesFree ? diskRoom(*bytesFree) : DiskRoom::Enough;
    if (room == DiskRoom::Enough)
        return;
    findings.append(
        room == DiskRoom::Low
            ? QStringLiteral("The ledger's disk is nearly full, %1 MB are left: make room.")
                  .arg(*bytesFree >> 20)
            : QStringLiteral("Only %1 MB are left on the ledger's disk: the bench opens no order "
                             "and prints no label until there is room.")
                  .arg(*bytesFree >> 20));
}

void examineBackups(Ledger& ledger, Instant now, QStringList& findings) {
    const LedgerAddress& address = ledger.address();
    const BackupPlan plan = backupPlan(ledger.settings(), address);
    const QTimeZone zone = loadSettings(ledger.settings()).zone;
    const BackupRecord record = backupRecord(address);
    if (!record.failure.isEmpty())
        findings.append(QStringLiteral("The last backup failed: %1").arg(record.failure));
    if (plan.times.isEmpty())
        findings.append(QStringLiteral("No backups are made by themselves (backup.times is off): "
                                       "run \"packctl backup FILE\" daily."));
    if (record.newest.isEmpty())
        findings.append(QStringLiteral("There is no backup of the ledger yet: run \"packctl backup "
                                       "FILE\", or let the kiosk make one (backup.times)."));
    else if (!QFile::exists(record.newest))
        findings.append(QStringLiteral("The newest backup, '%1', is not there any more: look for "
                                       "its disk, or make another.")
                            .arg(record.newest));
    else if (record.at && record.at->plusMs(kOldBackupMs) < now)
        findings.append(QStringLiteral("The newest backup is of %1: make another.")
                            .arg(isoText(*record.at, zone)));
}

void examineEpoch(Ledger& ledger, QStringList& findings) {
    const auto epoch = ledger.quarantine().epoch();
    if (!epoch || epoch->closedAt)
        return;
    findings.append(
        QStringLiteral("The ledger was restored from %1 on %2; %3 waybill numbers wait in "
                       "quarantine: compare with the courier's list (\"packctl waybill quarantine "
                       "compare FILE\"), release the rest, then \"packctl waybill quarantine "
                       "close\".")
            .arg(epoch->backup, isoText(epoch->restoredAt, loadSettings(ledger.settings()).zone))
            .arg(ledger.quarantine().countWaiting()));
}

} // namespace

QStringList examineLedgerCare(Ledger& ledger, const Clock& clock, std::optional<qint64> bytesFree) {
    QStringList findings;
    examineRoom(bytesFree, findings);
    if (ledger.address().kind == LedgerAddress::Kind::Sqlite)
        examineBackups(ledger, clock.now(), findings);
    examineEpoch(ledger, findings);
    return findings;
}

QStringList ledgerRemarks(Ledger& ledger) {
    if (ledger.address().kind != LedgerAddress::Kind::Sqlite)
        return {QStringLiteral("The ledger is on a server: its backups are made there, with "
                               "pg_dump.")};
    QStringList remarks{QStringLiteral("SQLite %1.").arg(libraryVersion())};
    if (hasWalResetFault())
        remarks.append(
            QStringLiteral("SQLite %1 has the WAL-reset fault (fixed in 3.51.3, 3.50.7, 3.44.6): "
                           "Packbench goes around it by one connection that writes. Open the "
                           "ledger with no other program unless it only reads.")
                .arg(libraryVersion()));
    return remarks;
}

} // namespace packbench
