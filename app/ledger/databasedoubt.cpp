#include "ledger/database.h"

#include <QSqlError>

#include <algorithm>

namespace packbench {

void Database::setUpWith(std::function<void(Database&)> setUp) {
    m_setUp = std::move(setUp);
    rememberServer();
}

/// The same connection object, so that whoever holds it goes on; the file's lock stays held.
void Database::reconnect() {
    m_statements.clear();
    m_database.close();
    m_transaction = TransactionState::None;
    m_inDoubt = false;
    m_isLost = false;
    if (!m_database.open()) {
        m_isLost = true;
        throw LedgerError(LedgerError::Code::CannotOpen,
                          QStringLiteral("The ledger %1 cannot be opened again: %2.")
                              .arg(packbench::text(m_address),
                                   m_database.lastError().databaseText().simplified()));
    }
    if (m_setUp)
        m_setUp(*this);
    endOldServer();
    rememberServer();
}

void Database::rememberServer() {
    m_server.clear();
    if (m_dialect == Dialect::Postgres)
        m_server =
            valueOf(QStringLiteral("SELECT pid || ' ' || backend_start FROM pg_stat_activity "
                                   "WHERE pid = pg_backend_pid()"))
                .toString();
}

/// The server may still be busy with the COMMIT of the connection that broke: only when its process
/// is gone, what is there is final.
void Database::endOldServer() {
    if (m_server.isEmpty())
        return;
    const bool isOver =
        valueOf(QStringLiteral("SELECT COALESCE(BOOL_AND(pg_terminate_backend(pid, 5000)), TRUE) "
                               "FROM pg_stat_activity WHERE pid || ' ' || backend_start = '%1'")
                    .arg(m_server))
            .toBool();
    if (!isOver)
        throw LedgerError(
            LedgerError::Code::CannotOpen,
            QStringLiteral("The server is still busy with the connection that broke."));
}

void Database::openAgain(const LedgerError& fault) {
    if (!m_goOn)
        throw fault;
    while (m_goOn(++m_attempts)) {
        try {
            reconnect();
            static_cast<void>(m_goOn(0));
            return;
        } catch (const LedgerError&) {
            m_isLost = true; // the next attempt may find it
        }
    }
    throw fault;
}

bool Database::isStored() {
    return std::any_of(m_parts.cbegin(), m_parts.cend(),
                       [](CommitPart* part) { return part->isThere().value_or(false); });
}

/// Returns when the transaction turned out to be stored.
void Database::settle(const LedgerError& fault) {
    const bool mayAsk = fault.code() == LedgerError::Code::CommitUnknown && m_goOn;
    if (!mayAsk) {
        endWith(&CommitPart::afterRollback);
        throw fault;
    }
    while (m_goOn(++m_attempts)) {
        bool stored = false;
        try {
            reconnect();
            stored = isStored();
        } catch (const LedgerError&) {
            m_inDoubt = true;
            continue;
        }
        static_cast<void>(m_goOn(0));
        if (stored)
            return;
        endWith(&CommitPart::afterRollback);
        throw LedgerError(LedgerError::Code::NotStored,
                          QStringLiteral("The answer to a COMMIT never came; the ledger was opened "
                                         "again and holds nothing of it. It may be done again."));
    }
    endWith(&CommitPart::afterRollback);
    throw fault;
}

} // namespace packbench
