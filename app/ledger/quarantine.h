#pragma once

#include "ledger/records.h"

#include <QMultiHash>
#include <QStringList>

#include <optional>

namespace packbench {

class Database;

/// A backup that took the ledger's place. What happened after the backup lies outside of the ledger
/// until somebody compared.
struct Epoch {
    int number = 0; ///< 1 = the first restore
    Instant restoredAt;
    QString backup; ///< name of the file, and why where it was another ledger's
    std::optional<Instant> newestScanAt; ///< of the backup
    QString replaced;                    ///< where the ledger before lies, empty = there was none
    std::optional<Instant> closedAt;     ///< somebody compared everything

    bool operator==(const Epoch&) const = default;
};

/// Who decided on a number in quarantine, why and when.
struct Ruling {
    QString badge;
    QString reason; ///< never empty
    Instant at;
};

/// Waybill numbers that may have been used after the backup which was restored (reliability facts,
/// C13). None of them is given to a parcel before a person said so.
class Quarantine {
public:
    explicit Quarantine(Database& database) : m_database(database) {}

    [[nodiscard]] std::optional<Epoch> epoch(); ///< the newest
    /// Every free number goes into quarantine, and so does every one imported until `close`.
    /// @returns how many wait now
    qint64 begin(const Epoch& epoch);
    [[nodiscard]] QList<Waybill> waiting(int atMost);
    [[nodiscard]] qint64 countWaiting();
    [[nodiscard]] qint64 countWaitingOf(const QString& courier); ///< any courier when empty
    [[nodiscard]] bool waits(const QString& number);

    /// Free for parcels again. @returns false when it does not wait.
    bool release(const QString& number, const Ruling& ruling);
    /// Dead for ever. @returns false when it does not wait.
    bool makeVoid(const QString& number, const Ruling& ruling);
    /// Releases all that wait. @returns how many
    qint64 releaseAll(const Ruling& ruling);

    enum class Used {
        Voided, ///< it waited, it is VOID now
        Added,  ///< nobody knew it; it is VOID, so that no import brings it back as free
        Known,  ///< of a parcel of this ledger, or VOID already
        AtRisk  ///< free and not in quarantine: nothing was changed
    };
    /// A number that the courier, or the ledger before, shows as used, in upper or lower case.
    Used usedOutside(const QString& number, const QString& courier, const Ruling& ruling);
    /// Ends the comparing. @throws LedgerError (Constraint) while numbers wait, or when no
    /// comparing goes on
    void close(const Ruling& ruling);

    struct Decision {
        QString number;
        QString ruling; ///< "released", "void", "closed"
        Ruling by;
    };
    [[nodiscard]] QList<Decision> decisions(const QString& number); ///< oldest first

private:
    bool rule(const QString& number, WaybillState state, const Ruling& ruling);
    void note(const QString& number, const QString& word, const Ruling& ruling);
    [[nodiscard]] QStringList spellings(const QString& number);

    Database& m_database;
    /// Numbers of this ledger in both cases at once, by their upper case; read when first asked.
    std::optional<QMultiHash<QString, QString>> m_mixedCase;
};

} // namespace packbench
