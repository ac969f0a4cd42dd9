#include "ledger/backup.h"

#include "faultpoint.h"
#include "ledger/durablefile.h"
#include "ledger/migrations.h"
#include "ledger/opening.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace packbench {
namespace {

using Code = LedgerError::Code;

QString partOf(const QString& file) {
    return file + QStringLiteral(".part");
}

QHash<QString, qint64> rowsOf(Database& database) {
    const QStringList tables = database.column(QStringLiteral(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"));
    QHash<QString, qint64> rows;
    for (const QString& table : tables)
        rows.insert(table,
                    database.valueOf(QStringLiteral("SELECT COUNT(*) FROM ") + table).toLongLong());
    return rows;
}

std::unique_ptr<Database> openFile(const QString& file) {
    LedgerAddress address;
    address.path = file;
    return openForReading(address);
}

QStringList flawsOf(Database& database) {
    QStringList flaws = database.column(QStringLiteral("PRAGMA quick_check(20)"));
    if (flaws == QStringList{QStringLiteral("ok")})
        flaws.clear();
    const QStringList strays = database.column(QStringLiteral("PRAGMA foreign_key_check"));
    for (const QString& table : strays)
        flaws += QStringLiteral("a row of %1 points at nothing").arg(table);
    return flaws;
}

/// A copy without its write-ahead log lacks the newest records, and says nothing of it.
QStringList flawsBeside(const QString& file) {
    const QFileInfo log(file + QStringLiteral("-wal"));
    if (!log.exists() || log.size() == 0)
        return {};
    return {QStringLiteral("'%1' lies beside it: this is a ledger somebody works with, or a copy "
                           "of one, and no backup. Make one with \"packctl backup\"")
                .arg(log.fileName())};
}

Backup contentOfBackup(Database& database, const QString& file) {
    Backup backup;
    backup.file = file;
    backup.bytes = QFileInfo(file).size();
    backup.schema = schemaOf(database);
    backup.rows = rowsOf(database);
    const QVariant newest = database.valueOf(QStringLiteral("SELECT MAX(at) FROM scan"));
    if (!newest.isNull())
        backup.newestScanAt = Instant{newest.toLongLong()};
    return backup;
}

/// What is there already may be replaced only when it is a backup, and no ledger at work.
void refuseToReplace(const LedgerAddress& address, const QString& file) {
    const QFileInfo there(file);
    if (there.isDir())
        throw FileError(FileError::Code::NotWritable,
                        QStringLiteral("'%1' is a folder: name a file in it.").arg(file));
    if (!there.dir().exists())
        throw FileError(FileError::Code::NotWritable,
                        QStringLiteral("There is no folder '%1' for the backup: make it, or name "
                                       "another.")
                            .arg(there.path()));
    if (!there.exists())
        return;
    const bool isLedger =
        there.canonicalFilePath() == QFileInfo(address.path).canonicalFilePath() ||
        QFile::exists(file + QStringLiteral(".lock"));
    if (!isLedger && flawsBeside(file).isEmpty()) {
        (void)openFile(file); // something else is refused by its own sentence
        return;
    }
    throw FileError(FileError::Code::NotWritable,
                    QStringLiteral("'%1' is a ledger, not a backup: nothing was touched. Name "
                                   "another file for the backup.")
                        .arg(file));
}

/// Out of a connection that can only read and never checkpoints, so that it may run in any process
/// and thread beside the one that writes (reliability facts, 2.1, rule 4). Not VACUUM INTO: out of
/// such a connection SQLite 3.40 fails in it on a table with generated columns, and orders have
/// some.
QHash<QString, qint64> copyInto(Database& source, const QString& part) {
    makePrivateFile(part); // SQLite itself would let everybody read it
    FAULT_POINT("backup.begun");
    source.runText(QStringLiteral("BEGIN")); // rows are counted as the copy has them
    auto rows = rowsOf(source);
    source.copyInto(part);
    FAULT_POINT("backup.copied");
    source.runText(QStringLiteral("COMMIT"));
    flushFile(part);
    return rows;
}

void compare(const QHash<QString, qint64>& rows, const Backup& copy) {
    for (auto table = rows.cbegin(); table != rows.cend(); ++table) {
        if (copy.rows.value(table.key(), -1) != table.value())
            throw LedgerError(
                Code::Damaged,
                QStringLiteral("The backup is not taken: it has %1 rows of %2, the ledger has %3. "
                               "Look at the disk it is written to.")
                    .arg(copy.rows.value(table.key()))
                    .arg(table.key())
                    .arg(table.value()));
    }
}

class PartFile {
public:
    explicit PartFile(const QString& file) : m_part(partOf(file)) { QFile::remove(m_part); }
    ~PartFile() {
        QFile::remove(m_part);
        QFile::remove(m_part + QStringLiteral("-journal"));
    }
    PartFile(const PartFile&) = delete;
    PartFile& operator=(const PartFile&) = delete;
    [[nodiscard]] const QString& path() const { return m_part; }

private:
    QString m_part;
};

} // namespace

QStringList ledgerFlaws(const LedgerAddress& address) {
    const auto database = openForReading(address);
    return flawsOf(*database);
}

QStringList flawsOf(const QString& file) {
    try {
        (void)lookOver(file);
        return {};
    } catch (const StationFault& fault) {
        return {fault.sentence()};
    }
}

Backup lookOver(const QString& file) {
    if (!QFile::exists(file))
        throw FileError(FileError::Code::Missing,
                        QStringLiteral("There is no file '%1'.").arg(file));
    QStringList flaws = flawsBeside(file);
    Backup backup;
    const QString isCut =
        QStringLiteral("this backup is damaged or was cut off; the ledger was not touched");
    if (QFileInfo(file).size() == 0)
        flaws += isCut;
    try {
        if (flaws.isEmpty()) {
            const auto database = openFile(file);
            flaws = flawsOf(*database);
            if (flaws.isEmpty())
                backup = contentOfBackup(*database, file);
        }
    } catch (const LedgerError& fault) { // its sentence would be about a ledger at work
        if (fault.code() != Code::Damaged)
            throw;
        flaws = {isCut};
    }
    if (!flaws.isEmpty())
        throw LedgerError(Code::Damaged,
                          QStringLiteral("'%1' cannot be restored: %2. Take another backup.")
                              .arg(file, flaws.join(QStringLiteral("; "))));
    return backup;
}

Backup backUp(const LedgerAddress& address, const QString& file) {
    if (address.kind != LedgerAddress::Kind::Sqlite)
        throw LedgerError(
            Code::CannotOpen,
            QStringLiteral("%1 is on a server: back it up there with \"pg_dump --format=custom\", "
                           "at least daily, and keep the files on another machine.")
                .arg(text(address)));
    refuseToReplace(address, file);
    const PartFile part(file);
    const auto source = openForReading(address);
    const auto rows = copyInto(*source, part.path());
    Backup backup = lookOver(part.path());
    compare(rows, backup);
    FAULT_POINT("backup.looked-over");
    moveIntoPlace(part.path(), file);
    FAULT_POINT("backup.placed");
    backup.file = file;
    return backup;
}

} // namespace packbench
