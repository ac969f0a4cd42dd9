#pragma once

#include "ledger/auditfacts.h"
#include "ledger/auditreader.h"
#include "ledger/database.h"

#include <functional>
#include <limits>
#include <utility>
#include <vector>

namespace packbench {

/// Compares what the chains' entries tell with what the ledger's tables say: the entries in one
/// pass, then each table once.
class AuditCompare {
public:
    using Found = std::function<void(AuditFinding)>;
    AuditCompare(Database& database, Found found)
        : m_database(database), m_found(std::move(found)) {}

    void take(const AuditEntry& entry);
    /// After the last entry: what the tables have and no chain tells of.
    void finish();

private:
    struct Copy {
        AuditEntry entry; ///< the newest that tells its state
        QString state;
    };
    struct Order {
        AuditEntry entry; ///< the newest that tells its state
        QString state;
    };
    struct Verified {
        AuditPlace place;
        quint64 facts = 0;
        bool isTold = false; ///< else only that it was taken back
        bool isUndone = false;
    };
    struct HoldTold {
        AuditPlace place;
        bool isOn = false;
    };
    static constexpr qint64 kUnknown = -1;
    static constexpr qint64 kNoChain = std::numeric_limits<qint64>::max();
    /// What was there when the first chain began: last ids and counts. kUnknown where a chain's
    /// beginning does not tell.
    struct Before {
        qint64 scan = kNoChain;
        qint64 copy = kNoChain;
        qint64 verification = kNoChain;
        qint64 orders = kNoChain;
        qint64 dispatches = kNoChain;
        qint64 listed = kNoChain;
        qint64 passes = kNoChain;
        qint64 boxes = kNoChain;
        qint64 staff = kNoChain;
    };
    /// One whose rows are written once; its facts come in the order of the statement's columns.
    template <typename Key>
    struct Table {
        ToldRows<Key>& told;
        const char* word; ///< "dispatch": dispatch-gone, dispatch-differs, dispatch-not-in-chain
        QString name;     ///< "the dispatch of parcel %1"
        qint64 before = 0;
        qint64 untold = 0;
    };

    void takeScan(const AuditEntry& entry, const QJsonObject& body);
    void takeCopy(const AuditEntry& entry, const QJsonObject& body);
    void takeWaybill(const AuditEntry& entry, const QJsonObject& body);
    void takeOrder(const AuditEntry& entry, const QJsonObject& body);
    void takeHold(const AuditEntry& entry, const QJsonObject& body);
    void takeAct(const AuditEntry& entry, const QJsonObject& body);
    void takeBeside(const AuditEntry& entry, const QJsonObject& body);
    void takeSigned(const AuditEntry& entry, const QJsonObject& body);
    void takeBegin(const QJsonObject& body);
    [[nodiscard]] AuditPlace placeOf(const AuditEntry& entry);
    void tell(const AuditPlace& place, const char* what, const QString& subject,
              const QString& sentence);
    void tell(const AuditEntry& entry, const char* what, const QString& sentence);
    void tellUntold(const char* what, qint64 id, const QString& sentence);
    void finishScans();
    void finishCopies();
    void finishWaybills();
    void finishOrders();
    void compareOrder(qint64 id, const QString& state);

    // auditcomparetables.cpp
    void finishTables();
    void finishDispatches();
    void finishGate();
    void finishBoxes();
    void finishStaff();
    void finishVerifications();
    void compareVerified(qint64 id, bool isUndone, const QString& facts);
    void finishHolds();
    template <typename Key>
    void compareRow(Table<Key>& table, const Key& key, const QStringList& now);
    template <typename Key>
    void finishTable(const Table<Key>& table);

    /// Pages through a table by its number, which comes first.
    template <typename Each>
    static void forEachBehind(Database& database, const char* statement, qint64 after, Each each);
    [[nodiscard]] static QStringList textsOf(Rows& rows, int columns);

    Database& m_database;
    Found m_found;
    QString m_bench;
    bool m_hasBegun = false;
    Before m_before;
    std::vector<bool> m_scanTold; ///< by id
    QHash<qint64, Copy> m_copies;
    ToldRows<qint64> m_copyFacts{"copyNo", "waybill", "parcel", "reason", "badge"};
    QHash<QString, AuditEntry> m_waybills; ///< the newest entry of each
    QHash<QString, QString> m_waybillStates;
    QHash<qint64, Order> m_orders;
    ToldRows<qint64> m_dispatches{"order", "waybill", "courier", "at",
                                  "bench", "badge",   "inLimit", "lateReason"};
    ToldRows<qint64> m_listed{"handover"}; ///< parcels on vehicles
    ToldRows<qint64> m_passes{"box", "label", "copyNo"};
    ToldRows<QString> m_boxes{"boxOrder"};
    ToldRows<QString> m_staff{"name", "role"};
    QHash<qint64, Verified> m_verified;
    QHash<std::pair<qint64, QString>, HoldTold> m_holds;
};

template <typename Each>
void AuditCompare::forEachBehind(Database& database, const char* statement, qint64 after,
                                 Each each) {
    constexpr int kAtOnce = 1000;
    for (bool isMore = true; isMore;) {
        isMore = false;
        Rows rows = database.ask(statement, {{"after", after}, {"atMost", kAtOnce}});
        while (rows.next()) {
            isMore = true;
            after = rows.integer();
            each(after, rows);
        }
    }
}

} // namespace packbench
