#include "ledger/database.h"

#include <QFile>
#include <sqlite3.h>

namespace packbench {
namespace {

/// The file that is written to.
class Target {
public:
    explicit Target(const QString& file) {
        const int opened = sqlite3_open_v2(QFile::encodeName(file).constData(), &m_handle,
                                           SQLITE_OPEN_READWRITE, nullptr);
        if (opened != SQLITE_OK)
            fail(opened);
        run("PRAGMA synchronous = OFF"); // whoever asked for the copy flushes it
    }
    ~Target() { sqlite3_close(m_handle); }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    void take(sqlite3* source) {
        sqlite3_backup* copy = sqlite3_backup_init(m_handle, "main", source, "main");
        if (!copy)
            fail(sqlite3_errcode(m_handle));
        (void)sqlite3_backup_step(copy, -1); // in one step: no page may change in between
        if (const int ended = sqlite3_backup_finish(copy); ended != SQLITE_OK)
            fail(ended);
    }
    void run(const char* sql) {
        if (const int ran = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
            ran != SQLITE_OK)
            fail(ran);
    }

private:
    [[noreturn]] void fail(int result) {
        using Code = LedgerError::Code;
        const int primary = result & 0xff;
        const bool isFull = primary == SQLITE_FULL;
        const bool isDamaged = primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB;
        throw LedgerError(isFull      ? Code::DiskFull
                          : isDamaged ? Code::Damaged
                                      : Code::Statement,
                          QStringLiteral("The ledger could not be copied (%1): the copy is not "
                                         "kept. %2")
                              .arg(QString::fromUtf8(sqlite3_errstr(result)),
                                   isFull ? QStringLiteral("Make room on its disk.")
                                   : isDamaged
                                       ? QStringLiteral("The ledger is damaged: restore a backup.")
                                       : QStringLiteral("Look at its disk.")));
    }

    sqlite3* m_handle = nullptr;
};

} // namespace

/// The pages bring WAL along in their head: a copy is one file, without a log.
void Database::copyInto(const QString& file) {
    checkUsable();
    Target target(file);
    target.take(handle());
    target.run("PRAGMA journal_mode = DELETE");
}

} // namespace packbench
