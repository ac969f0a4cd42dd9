#include "ledger/restore.h"

#include "faultpoint.h"
#include "ledger/backup.h"
#include "ledger/durablefile.h"
#include "ledger/ledgerorigin.h"
#include "ledger/migrations.h"
#include "ledger/opening.h"
#include "ledger/replacedledger.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace packbench {
namespace {

using Code = LedgerError::Code;

/// What holds records of a ledger. The log first: where the ledger before has its second name, its
/// newest records are there, too.
constexpr const char* kCompanions[] = {"-wal", ""};

/// The files a restore works with.
struct Files {
    QString ledger;
    QString marker;   ///< there = a restore has begun; its text is `replaced`
    QString fresh;    ///< the new ledger while it is made
    QString replaced; ///< the ledger before, empty = there is none
};

/// Two restores of one second keep two ledgers.
QString freeName(const QString& wanted) {
    QString name = wanted;
    for (int at = 2; QFile::exists(name) || QFile::exists(name + QStringLiteral("-wal")); ++at)
        name = QStringLiteral("%1-%2").arg(wanted).arg(at);
    return name;
}

Files filesOf(const QString& ledger, Instant now) {
    Files files{
        ledger, ledger + QStringLiteral(".restoring"), ledger + QStringLiteral(".restored"), {}};
    QFile marker(files.marker);
    if (marker.open(QIODevice::ReadOnly))
        files.replaced = QString::fromUtf8(marker.readAll()).trimmed(); // goes on with a cut one
    else if (QFile::exists(ledger))
        files.replaced = freeName(ledger + QStringLiteral(".replaced-") +
                                  QDateTime::fromMSecsSinceEpoch(now.msUtc, Qt::UTC)
                                      .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'")));
    return files;
}

std::unique_ptr<FileLock> lockOrRefuse(const QString& ledger) {
    auto lock = FileLock::take(ledger + QStringLiteral(".lock"));
    if (!lock)
        throw LedgerError(
            Code::AlreadyOpen,
            QStringLiteral("The ledger %1 is open in another program (the kiosk or a packctl). "
                           "Nothing was touched; close that one first, then restore.")
                .arg(ledger));
    return lock;
}

void refuseNewer(const QString& file, int schema) {
    const int known = migrations(false).constLast().number;
    if (schema > known)
        throw LedgerError(
            Code::SchemaTooNew,
            QStringLiteral("The backup '%1' has schema %2, this Packbench knows up to %3; nothing "
                           "was touched. Install the version that made it, or a newer one.")
                .arg(file)
                .arg(schema)
                .arg(known));
}

LedgerOrigin originOfFile(const QString& file) {
    LedgerAddress address;
    address.path = file;
    return originOf(*openForReading(address));
}

/// Whether the backup is this ledger's. Nothing = there is no ledger, or it cannot be read any
/// more.
std::optional<bool> isOfThisLedger(const LedgerOrigin& backup, const QString& before,
                                   LedgerOrigin& ledger) {
    try {
        if (before.isEmpty())
            return std::nullopt;
        ledger = originOfFile(before);
    } catch (const LedgerError&) {
        return std::nullopt;
    }
    const bool mayGo = ledger.isUnused && ledger.isSimulation == backup.isSimulation;
    return mayGo || isOfLedger(backup, ledger);
}

/// @returns what has to be looked at, empty = nothing
QString refuseOther(const QString& file, const Files& files, const QString& whyOther) {
    // After a cut one it may have its other name only.
    const QString before = QFile::exists(files.replaced) ? files.replaced : files.ledger;
    const LedgerOrigin backup = originOfFile(file);
    LedgerOrigin ledger;
    const auto isOurs =
        isOfThisLedger(backup, files.replaced.isEmpty() ? QString() : before, ledger);
    if (!isOurs)
        return files.replaced.isEmpty()
                   ? QString()
                   : QStringLiteral("The ledger before cannot be read: whether this is a backup of "
                                    "it nobody knows. The backup is %1.")
                         .arg(text(backup));
    if (*isOurs)
        return {};
    if (whyOther.isEmpty())
        throw LedgerError(
            Code::Constraint,
            QStringLiteral("'%1' is a backup of another ledger: it is %2; the ledger at %3 is %4. "
                           "Nothing was touched. Take a backup of this ledger. To put the other "
                           "one into its place all the same, add --other-ledger WHY: the ledger "
                           "that is there is kept beside it.")
                .arg(file, text(backup), files.ledger, text(ledger)));
    return QStringLiteral("Another ledger took this one's place (%1): it is %2, the one before was "
                          "%3. Put the audit key of the other one beside it, without it its chain "
                          "cannot be verified.")
        .arg(whyOther, text(backup), text(ledger));
}

/// The new ledger, complete before anything of the old one is touched.
Restored makeFresh(const Files& files, const Backup& backup, Instant now, const QString& whyOther) {
    removeFlushed(files.fresh);
    QFile::remove(files.fresh + QStringLiteral("-journal"));
    copyFlushed(backup.file, files.fresh);
    FAULT_POINT("restore.copied");
    LedgerAddress address;
    address.path = files.fresh;
    Database database(address);
    database.connect({});
    for (const char* pragma : {"journal_mode = DELETE", "synchronous = EXTRA", "foreign_keys = ON"})
        (void)database.valueOf(QStringLiteral("PRAGMA ") + QLatin1String(pragma));
    (void)migrate(database, migrations(false));
    return openEpoch(database, {backup, files.replaced, whyOther, now});
}

/// Its second name; what has it already keeps it.
void keepBefore(const Files& files) {
    for (const char* companion : kCompanions) {
        const QString name = files.ledger + QLatin1String(companion);
        if (!files.replaced.isEmpty() && QFile::exists(name))
            nameAgain(name, files.replaced + QLatin1String(companion));
        FAULT_POINT("restore.kept");
    }
}

/// The old ledger gets its second name before its first one goes to the new. From the marker on
/// nobody opens the ledger until this is done.
void swap(const Files& files) {
    writeFlushed(files.marker, files.replaced.toUtf8());
    FAULT_POINT("restore.marked");
    keepBefore(files);
    for (const char* companion : {"-wal", "-shm"})
        removeFlushed(files.ledger + QLatin1String(companion));
    FAULT_POINT("restore.cleared");
    moveIntoPlace(files.fresh, files.ledger);
    FAULT_POINT("restore.placed");
    removeFlushed(files.marker);
    FAULT_POINT("restore.done");
}

} // namespace

void refuseHalfRestored(const QString& ledgerPath) {
    if (QFile::exists(ledgerPath + QStringLiteral(".restoring")))
        throw LedgerError(
            Code::CannotOpen,
            QStringLiteral("Restoring the ledger %1 was cut off half way, so it was not opened. "
                           "Run the same \"packctl restore\" again: it goes on to its end.")
                .arg(ledgerPath));
}

Restored restoreLedger(const LedgerAddress& address, const QString& file, Instant now,
                       const QString& whyOther) {
    if (address.kind != LedgerAddress::Kind::Sqlite)
        throw LedgerError(
            Code::CannotOpen,
            QStringLiteral("%1 is on a server: bring its dump into an empty database with "
                           "\"pg_restore\", then run \"packctl restore --adopt\" on that one.")
                .arg(text(address)));
    const QFileInfo there(address.path);
    if (!there.dir().exists())
        throw LedgerError(
            Code::CannotOpen,
            QStringLiteral("There is no folder %1: make it first.").arg(there.path()));
    const QString ledger = there.exists() ? there.canonicalFilePath() : there.absoluteFilePath();
    if (QFileInfo(file).canonicalFilePath() == ledger)
        throw LedgerError(
            Code::CannotOpen,
            QStringLiteral("'%1' is the ledger itself, not a backup of it.").arg(file));
    const Backup backup = lookOver(file);
    refuseNewer(file, backup.schema);
    const auto lock = lockOrRefuse(ledger);
    const Files files = filesOf(ledger, now);
    // One that was cut goes on: under its first name the ledger before is not opened any more.
    if (QFile::exists(files.marker))
        keepBefore(files);
    const QString ofOther = refuseOther(file, files, whyOther);
    Restored restored = makeFresh(files, backup, now, whyOther);
    FAULT_POINT("restore.made");
    swap(files);
    if (!ofOther.isEmpty())
        restored.findings.prepend(ofOther);
    return restored;
}

} // namespace packbench
