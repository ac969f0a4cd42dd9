#pragma once

#include "ledger/auditentry.h"
#include "ledger/audithead.h"
#include "ledger/auditkey.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace packbench {

class Database;

/// One thing that is wrong with a chain, or between a chain and what the ledger says.
struct AuditFinding {
    QString chain;
    qint64 seq = 0;  ///< entry, 0 = none
    QString what;    ///< stable word: "edited", "deleted", "inserted", "reordered", "tail-cut",
                     ///< "head-differs", "no-chain", "no-key", "wrong-key", "key-readable",
                     ///< "scan-differs", "scan-not-in-chain", "copy-differs", …
    QString subject; ///< scan, copy, number or file it is about
    QString sentence;

    bool operator==(const AuditFinding&) const = default;
};

struct AuditVerdict {
    qint64 rows = 0;
    QStringList chains;
    QStringList unchecked; ///< chains of other benches, whose keys are not here: read, not checked
    QList<AuditFinding> findings; ///< the first ones, in the order of the chain
    qint64 found = 0;             ///< how many in all

    [[nodiscard]] bool isSound() const { return found == 0; }
};

/// Reads the audit chains of a ledger that somebody else may be working with; changes nothing.
class AuditReader {
public:
    /// @throws LedgerError (CannotOpen, NotALedger)
    explicit AuditReader(const LedgerAddress& address);
    ~AuditReader();
    AuditReader(const AuditReader&) = delete;
    AuditReader& operator=(const AuditReader&) = delete;

    /// What is known outside of the ledger.
    struct Outside {
        QList<AuditKey> keys;   ///< beside the one in its usual place
        QList<AuditHead> heads; ///< beside those in the file that the settings name
    };
    /// Every entry against its seal, the heads, and what the entries tell against the tables.
    [[nodiscard]] AuditVerdict verify(const Outside& outside = {});
    [[nodiscard]] QList<AuditHead> heads(); ///< newest entry of each chain
    /// One chain after the other, oldest entry first.
    void forEach(const std::function<void(const AuditEntry&)>& each);
    [[nodiscard]] bool hasChains() const { return m_hasTable; }

private:
    class Check;
    [[nodiscard]] QStringList chains();
    [[nodiscard]] QList<AuditEntry> page(const QString& chain, qint64 after);
    [[nodiscard]] std::optional<AuditEntry> entry(const QString& chain, qint64 seq);

    std::unique_ptr<Database> m_database;
    bool m_hasTable = false;
};

} // namespace packbench
