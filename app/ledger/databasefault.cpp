#include "ledger/database.h"

#include <QSqlError>
#include <sqlite3.h>

namespace packbench {
namespace {

using Code = LedgerError::Code;

constexpr int kPrimary = 0xff; ///< extended SQLite codes carry the primary one in their low byte

Code codeOfSqlite(int native) {
    switch (native & kPrimary) {
    case SQLITE_CONSTRAINT: return Code::Constraint;
    case SQLITE_FULL: return Code::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Code::Damaged;
    case SQLITE_CANTOPEN: return Code::CannotOpen;
    default: return Code::Statement;
    }
}

Code codeOfPostgres(const QString& state) {
    if (state.startsWith(QLatin1String("23")))
        return Code::Constraint;
    if (state == QLatin1String("53100"))
        return Code::DiskFull;
    if (state.startsWith(QLatin1String("XX00")) && state != QLatin1String("XX000"))
        return Code::Damaged;
    return Code::Statement;
}

/// No SQLSTATE at all means that the server went away before it answered.
bool isCutOff(const QString& state) {
    return state.isEmpty() || state.startsWith(QLatin1String("08")) ||
           state.startsWith(QLatin1String("57P"));
}

QString meaning(Code code) {
    switch (code) {
    case Code::DiskFull:
        return QStringLiteral("the disk is full, nothing was stored; make room and do it again");
    case Code::Damaged:
        return QStringLiteral("the ledger is damaged; stop working on it and restore a backup");
    case Code::Constraint:
        return QStringLiteral("it would break a rule of the ledger, nothing was stored");
    case Code::CommitUnknown:
        return QStringLiteral("whether it was stored is not known; open the ledger again and look");
    case Code::NotStored: return QStringLiteral("the ledger is opened again; it may be done again");
    case Code::CannotOpen:
    case Code::AlreadyOpen:
    case Code::NotALedger:
    case Code::SchemaTooNew:
    case Code::Statement: break;
    }
    return QStringLiteral("nothing was stored; see the reason and do it again");
}

QString sentence(Code code, std::string_view what, const QSqlError& error) {
    return QStringLiteral("Ledger, %1: %2 (%3).")
        .arg(QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size())).simplified(),
             meaning(code),
             (error.databaseText().isEmpty() ? error.driverText() : error.databaseText())
                 .simplified());
}

} // namespace

void Database::fail(const QSqlError& error, std::string_view what, bool changes) {
    const QString native = error.nativeErrorCode();
    const bool sqlite = m_dialect == Dialect::Sqlite;
    Code code = sqlite ? codeOfSqlite(native.toInt()) : codeOfPostgres(native);
    const bool unanswered = sqlite ? (native.toInt() & kPrimary) == SQLITE_IOERR : isCutOff(native);
    const bool isCut = m_goOn && unanswered && (!sqlite || m_transaction == TransactionState::None);
    if (m_transaction == TransactionState::Open) {
        rollBackNow();
        m_transaction = TransactionState::Broken;
    }
    if (isCut) {
        // What no transaction kept together may be done twice without harm.
        m_isLost = true;
        code = Code::NotStored;
    } else if (changes && unanswered && m_transaction == TransactionState::None) {
        // Without a transaction the statement was its own COMMIT.
        code = Code::CommitUnknown;
        m_inDoubt = true;
    }
    throw LedgerError(code, sentence(code, what, error));
}

/// A full disk is certain: SQLite's WAL takes no transaction whose last page could not be written,
/// and PostgreSQL says it itself. Any other error of COMMIT leaves the outcome unknown.
LedgerError Database::commitFault(const QSqlError& error) {
    const QString native = error.nativeErrorCode();
    const bool sqlite = m_dialect == Dialect::Sqlite;
    Code code = sqlite ? codeOfSqlite(native.toInt()) : codeOfPostgres(native);
    rollBackNow();
    m_transaction = TransactionState::None;
    if (code != Code::DiskFull && (sqlite || code != Code::Constraint)) {
        code = Code::CommitUnknown;
        m_inDoubt = true;
    }
    return LedgerError(code, sentence(code, "commit", error));
}

} // namespace packbench
