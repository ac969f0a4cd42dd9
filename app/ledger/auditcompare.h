#pragma once

#include "ledger/auditreader.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <vector>

namespace packbench {

/// Compares what the chains' entries tell with what the ledger's tables say.
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
        QString waybill;
        qint64 copyNo = 0;
    };
    void takeScan(const AuditEntry& entry, const QJsonObject& body);
    void takeCopy(const AuditEntry& entry, const QJsonObject& body);
    void takeWaybill(const AuditEntry& entry, const QJsonObject& body);
    void takeDispatch(const AuditEntry& entry, const QJsonObject& body);
    void takeOrder(const AuditEntry& entry, const QJsonObject& body);
    void takeAct(const AuditEntry& entry, const QJsonObject& body);
    void takeListed(const AuditEntry& entry, qint64 handover);
    void takeSigned(const AuditEntry& entry, const QJsonObject& body);
    void takeBegin(const QJsonObject& body);
    void tell(const AuditEntry& entry, const char* what, const QString& sentence);
    void finishScans();
    void finishCopies();
    void finishWaybills();
    void finishOrders();
    void compareOrder(qint64 id, const QString& state);
    void finishListed();

    Database& m_database;
    Found m_found;
    std::vector<bool> m_scanTold; ///< by id
    QHash<qint64, Copy> m_copies;
    QHash<QString, AuditEntry> m_waybills; ///< the newest entry of each
    QHash<QString, QString> m_waybillStates;
    struct Order {
        AuditEntry entry; ///< the newest that tells its state
        QString state;
    };
    QHash<qint64, Order> m_orders;
    QSet<qint64> m_listed;      ///< parcels that a chain tells onto a vehicle
    qint64 m_ordersBefore = -1; ///< a chain began; -1 = none did
    qint64 m_listedBefore = -1; ///< parcels on vehicles by then
    qint64 m_firstScan = -1; ///< behind which every judged scan is in a chain; -1 = no chain began
    qint64 m_firstCopy = -1;
};

} // namespace packbench
