#pragma once

#include "ledger/records.h"

namespace packbench {

class Database;

/// Every raw scan, written before it is judged.
class ScanJournal {
public:
    explicit ScanJournal(Database& database) : m_database(database) {}

    /// WithVerdict: a crash of the program cannot lose the scan, a power cut can until its verdict
    /// is committed. Only for a scan whose verdict is committed before anybody is told.
    enum class Flush { Now, WithVerdict };
    /// One transaction of its own unless one is open. @returns the scan's id.
    qint64 record(const RawScan& scan, Flush flush = Flush::Now);
    void judged(qint64 scanId, const QString& kind, const QString& outcome, qint64 orderId);
    /// Of that bench, oldest first: held when the program ended, or it died before their verdict.
    /// Only the newest of the journal are looked at; what a program leaves behind is there.
    [[nodiscard]] QList<ScanRecord> unjudged(const QString& bench);
    /// The verdict of one that a later start told of; nothing where it has one by now.
    void notCounted(qint64 scanId, const QString& kind);
    [[nodiscard]] std::optional<ScanRecord> find(qint64 scanId);
    [[nodiscard]] QList<ScanRecord> ofOrder(qint64 orderId);
    [[nodiscard]] QList<ScanRecord> newest(int atMost);
    /// The newest time in the journal: a clock before it is wrong.
    [[nodiscard]] std::optional<Instant> lastAt();

private:
    void note(const ScanRecord& record);

    Database& m_database;
    QHash<qint64, RawScan> m_unjudged; ///< recorded here: they need not be read again
};

} // namespace packbench
