#pragma once

#include "ledger/auditentry.h"
#include "ledger/audithead.h"
#include "ledger/auditkey.h"
#include "ledger/commitpart.h"

#include <QList>

#include <functional>

namespace packbench {

class Database;

/// The audit chain of this bench: append-only, each entry sealed with the bench's secret together
/// with the entry before it. What the books note goes into the database with the effect it tells
/// of, in the same transaction.
class AuditTrail : public CommitPart {
public:
    AuditTrail(Database& database, const AuditKey& key);

    /// Begins the chain when it has no entry yet: with what the ledger holds by now. `keyMadeAt` is
    /// its time.
    void begin(Instant keyMadeAt);

    /// When it is and who is signed on. The ledger reads no clock: whoever works with it says.
    struct Moment {
        Instant at;
        QString badge;
    };
    void asks(const void* owner, std::function<Moment()> moment);
    void forgets(const void* owner);

    /// To be noted with the open transaction. An empty badge is whoever is signed on.
    void note(AuditKind kind, const QString& subject, const AuditBody& body,
              const QString& badge = {});

    /// A fact that goes into the entry of the scan which is judged in the open transaction; where
    /// none is, it becomes an entry of its own, as that act.
    void noteBeside(const QString& act, const QString& subject, const AuditBody& body);

    [[nodiscard]] const QString& chain() const { return m_key.chain; }
    /// The newest entry, for the day-end sheet: `head().text()`.
    [[nodiscard]] AuditHead head();
    /// The second place: written every 50 entries, once a minute, and at the end.
    void keepHeadIn(const QString& path);
    void writeHead() noexcept;

    void beforeCommit() override;
    void afterCommit() override;
    void afterRollback() override;
    [[nodiscard]] std::optional<bool> isThere() override;

private:
    struct Beside {
        QString act;
        QString subject;
        AuditBody body;
    };
    [[nodiscard]] AuditHead readHead();
    [[nodiscard]] bool appendAll();
    [[nodiscard]] Moment now() const;

    Database& m_database;
    AuditKey m_key;
    AuditSeal m_seal;
    const void* m_owner = nullptr;
    std::function<Moment()> m_moment;
    QList<AuditEntry> m_pending; ///< of the open transaction
    QList<Beside> m_beside;      ///< of the open transaction, no scan's yet
    std::optional<AuditHead> m_head;
    std::optional<AuditHead> m_tail; ///< head once the open transaction is committed
    Instant m_lastAt;
    QString m_headFile;
    qint64 m_headSeq = 0; ///< as written to the second place
    Instant m_headAt;
};

/// Notes it in the connection's trail, if it has one; a connection that only reads has none.
void audit(Database& database, AuditKind kind, const QString& subject, const AuditBody& body,
           const QString& badge = {});
void auditBeside(Database& database, const QString& act, const QString& subject,
                 const AuditBody& body);

} // namespace packbench
