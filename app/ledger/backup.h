#pragma once

#include "ledger/address.h"
#include "shipping/instant.h"

#include <QHash>
#include <QStringList>

#include <optional>

namespace packbench {

/// A copy of a ledger in a file of its own, looked over.
struct Backup {
    QString file;
    qint64 bytes = 0;
    int schema = 0;
    QHash<QString, qint64> rows; ///< of each table
    std::optional<Instant> newestScanAt;
};

/// Copies the ledger while others work with it: nothing is locked, no scan waits. The copy is made
/// under another name, flushed, looked over and compared, and only then takes the place of `file`,
/// where a backup of before may lie. SQLite only; of a server pg_dump makes one.
/// @throws LedgerError, FileError: then `file` is what it was before
[[nodiscard]] Backup backUp(const LedgerAddress& address, const QString& file);

/// What is wrong with a ledger others may work with, looked at page by page out of a connection
/// that only reads. @throws LedgerError
[[nodiscard]] QStringList ledgerFlaws(const LedgerAddress& address);

/// What is wrong with a backup, one sentence each; empty = it can be restored.
[[nodiscard]] QStringList flawsOf(const QString& file);
/// What a backup holds. @throws LedgerError, FileError when it is none or has flaws
[[nodiscard]] Backup lookOver(const QString& file);

/// How it went with the backups of a ledger, kept in a small file beside it, which can be read when
/// the ledger itself cannot.
struct BackupRecord {
    QString newest; ///< the last good one, empty = none yet
    std::optional<Instant> at;
    QString failure; ///< why the last attempt failed, empty = it did not
    std::optional<Instant> failedAt;
};
[[nodiscard]] BackupRecord backupRecord(const LedgerAddress& address);
void keepBackupRecord(const LedgerAddress& address, const BackupRecord& record);

/// Where backups go when nobody chose a folder: "backups" beside the ledger.
[[nodiscard]] QString usualBackupFolder(const LedgerAddress& address);
/// A file name that sorts by time.
[[nodiscard]] QString backupName(Instant at);
/// Backups of that folder by their names, newest first.
[[nodiscard]] QStringList backupsIn(const QString& folder);
/// Takes the oldest away until `keep` are left. @returns those taken away
QStringList keepNewest(const QString& folder, int keep);
/// How to get a lost ledger back, as the end of a sentence on it; empty when there is no backup.
[[nodiscard]] QString backupOffer(const LedgerAddress& address);
/// The newest one without flaws; empty when there is none.
[[nodiscard]] QString newestGoodBackup(const LedgerAddress& address);

} // namespace packbench
