#include "ledger/opening.h"

#include "ledger/restore.h"
#include "ledger/startcheck.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <sqlite3.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace packbench {
namespace {

Q_LOGGING_CATEGORY(ledgerLog, "packbench.ledger", QtWarningMsg)

using Code = LedgerError::Code;

/// The file itself, behind links: all its names share one lock.
QString trueName(const QString& path) {
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    return QDir(file.dir().canonicalPath()).filePath(file.fileName());
}

void refuseMissing(const LedgerAddress& address, bool mayCreate) {
    const QFileInfo file(address.path);
    if (file.isDir())
        throw LedgerError(
            Code::CannotOpen,
            QStringLiteral("%1 is a folder, not a ledger. Name a file in it.").arg(address.path));
    if (!file.dir().exists())
        throw LedgerError(Code::CannotOpen,
                          QStringLiteral("There is no folder %1, so there is no ledger in it. Make "
                                         "the folder or name another place.")
                              .arg(file.dir().path()));
    if (!mayCreate && !file.exists())
        throw LedgerError(Code::CannotOpen,
                          QStringLiteral("There is no ledger at %1. Make one with \"packctl init "
                                         "--ledger %2\".")
                              .arg(address.path, text(address)));
}

void refuseForeignFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw LedgerError(
            Code::CannotOpen,
            QStringLiteral("The ledger %1 cannot be read: %2.").arg(path, file.errorString()));
    static const QByteArray kMagic("SQLite format 3\0", 16);
    if (file.size() > 0 && file.read(kMagic.size()) != kMagic)
        throw LedgerError(Code::NotALedger,
                          QStringLiteral("%1 is no Packbench ledger (not a SQLite file); nothing "
                                         "was touched. Name another file.")
                              .arg(path));
}

std::unique_ptr<FileLock> lockOrRefuse(const QString& path) {
    auto lock = FileLock::take(path + QStringLiteral(".lock"));
    if (!lock)
        throw LedgerError(
            Code::AlreadyOpen,
            QStringLiteral("The ledger %1 is open in another program (the kiosk or a packctl). "
                           "Nothing was touched; close that one first.")
                .arg(path));
    return lock;
}

/// Only its owner may read it: addresses are in it. The folder is flushed, so that the file's name
/// outlives a power cut too.
void makeFile(const QString& path) {
    const int file =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        throw LedgerError(Code::CannotOpen,
                          QStringLiteral("The ledger %1 cannot be made: %2. Check who may write to "
                                         "its folder.")
                              .arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    ::close(file);
    const int folder = ::open(QFile::encodeName(QFileInfo(path).path()).constData(),
                              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

struct Pragma {
    const char* name;
    const char* set;
    const char* reads;
};

/// What the facts on reliability ask for; a pragma SQLite does not know is silent, so each is read
/// back.
constexpr Pragma kPragmas[] = {
    {"journal_mode", "WAL", "wal"},   {"synchronous", "FULL", "2"},
    {"foreign_keys", "ON", "1"},      {"busy_timeout", "2000", "2000"},
    {"temp_store", "MEMORY", "2"},    {"mmap_size", "0", "0"},
    {"trusted_schema", "OFF", "0"},   {"cell_size_check", "ON", "1"},
    {"cache_size", "-8000", "-8000"},
};

void setUp(Database& database) {
    for (const Pragma& pragma : kPragmas) {
        const QString name = QString::fromLatin1(pragma.name);
        const QString set = QString::fromLatin1(pragma.set);
        (void)database.valueOf(QStringLiteral("PRAGMA %1 = %2").arg(name, set));
        const QString is = database.valueOf(QStringLiteral("PRAGMA %1").arg(name)).toString();
        if (is != QLatin1String(pragma.reads))
            throw LedgerError(
                Code::CannotOpen,
                QStringLiteral("The ledger's database did not take %1 = %2 (it says \"%3\"), so it "
                               "would not be safe to work with. Is it on a network share?")
                    .arg(name, set, is));
    }
    if (database.isReadOnly())
        throw LedgerError(Code::CannotOpen,
                          QStringLiteral("The ledger %1 may only be read. Check who may write to "
                                         "the file and its folder.")
                              .arg(database.address().path));
}

} // namespace

std::unique_ptr<Database> openSqlite(const LedgerAddress& address, bool mayCreate) {
    refuseHalfRestored(trueName(address.path));
    refuseMissing(address, mayCreate);
    const QString path = trueName(address.path);
    refuseUnusable(path);
    auto lock = lockOrRefuse(path);
    if (!QFile::exists(path))
        makeFile(path);
    try {
        refuseForeignFile(path);
        auto database = std::make_unique<Database>(address);
        database->connect(QString());
        refuseForeign(*database, mayCreate);
        setUp(*database);
        database->keep(std::move(lock));
        database->setUpWith(setUp);
        qCInfo(ledgerLog, "SQLite %s", sqlite3_libversion());
        return database;
    } catch (const LedgerError&) {
        if (lock)
            lock->leaveNoTrace();
        throw;
    }
}

std::unique_ptr<Database> openSqliteForReading(const LedgerAddress& address) {
    refuseHalfRestored(trueName(address.path));
    refuseMissing(address, false);
    refuseForeignFile(trueName(address.path));
    try {
        auto database = std::make_unique<Database>(address);
        database->connect(QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"));
        refuseForeign(*database, false);
        return database;
    } catch (const LedgerError& fault) {
        if (fault.code() == Code::Statement || fault.code() == Code::CannotOpen)
            refuseClosedFolder(trueName(address.path));
        throw;
    }
}

} // namespace packbench
