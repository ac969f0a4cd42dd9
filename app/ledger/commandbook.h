#pragma once

#include "ledger/commitpart.h"
#include "shipping/instant.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace packbench {

class Database;

/// What was asked for under a key, and what was answered.
struct CommandRecord {
    QString key;
    QString kind;        ///< stable word: "scan", "print-again", "import-orders" …
    QByteArray bodyHash; ///< of all that was asked for beside the key
    QString result;      ///< the answer, as whoever asked keeps it
    Instant at;
    QString bench;

    bool operator==(const CommandRecord&) const = default;
};

/// The idempotency keys: written in the transaction of their effect, so that what is done again
/// under the same key is answered and not done twice.
class CommandBook : public CommitPart {
public:
    /// Commands older than this are forgotten; a key made before that time is refused.
    static constexpr qint64 kKeptMs = 30LL * 24 * 3600 * 1000;

    explicit CommandBook(Database& database) : m_database(database) {}

    [[nodiscard]] std::optional<CommandRecord> find(const QString& key);
    /// With the open transaction; with one of its own when none is open. A used key is refused
    /// (LedgerError::Constraint).
    void add(const CommandRecord& command);
    /// Goes with the next transaction that is committed, whoever commits it.
    void attach(const CommandRecord& command) { m_attached = command; }
    /// @returns false when it was committed already.
    bool detach();
    /// The greatest key of a bench. Nothing when it has none.
    [[nodiscard]] std::optional<QString> newestOf(const QString& bench);
    /// The age rule, the only one by which keys go. @returns how many.
    int forgetOld(Instant now);

    void beforeCommit() override;
    void afterCommit() override;
    void afterRollback() override;
    [[nodiscard]] std::optional<bool> isThere() override;

private:
    void write(const CommandRecord& command);

    Database& m_database;
    std::optional<CommandRecord> m_attached;
    bool m_wroteAttached = false; ///< in the open transaction
    QString m_written;            ///< key written in the open transaction
};

} // namespace packbench
