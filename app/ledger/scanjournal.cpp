#include "ledger/scanjournal.h"

#include "ledger/database.h"

namespace packbench {
namespace {

ScanRecord readScan(Rows& rows) {
    ScanRecord record;
    record.id = rows.integer();
    record.scan.at = rows.instant();
    record.scan.bench = rows.text();
    record.scan.badge = rows.text();
    record.scan.device = rows.text();
    record.scan.text = rows.text();
    record.scan.aim = rows.text();
    record.kind = rows.text();
    record.outcome = rows.text();
    record.orderId = rows.integer();
    return record;
}

QList<ScanRecord> readScans(Rows rows) {
    QList<ScanRecord> scans;
    while (rows.next())
        scans += readScan(rows);
    return scans;
}

} // namespace

qint64 ScanJournal::record(const RawScan& scan, Flush flush) {
    std::optional<FlushedLater> later;
    if (flush == Flush::WithVerdict)
        later.emplace(m_database);
    return m_database.insert("scan/record", {{"at", scan.at},
                                             {"bench", scan.bench},
                                             {"badge", scan.badge},
                                             {"device", scan.device},
                                             {"text", scan.text},
                                             {"aim", scan.aim}});
}

void ScanJournal::judged(qint64 scanId, const QString& kind, const QString& outcome,
                         qint64 orderId) {
    m_database.changeOne(
        "scan/judged",
        {{"id", scanId}, {"kind", kind}, {"outcome", outcome}, Bind::reference("order", orderId)},
        QStringLiteral("Scan %1 is not in the journal, so it cannot be judged.").arg(scanId));
}

QList<ScanRecord> ScanJournal::ofOrder(qint64 orderId) {
    return readScans(m_database.ask("scan/of-order", {{"order", orderId}}));
}

QList<ScanRecord> ScanJournal::newest(int atMost) {
    return readScans(m_database.ask("scan/newest", {{"atMost", atMost}}));
}

std::optional<Instant> ScanJournal::lastAt() {
    Rows rows = m_database.ask("scan/last-at");
    return rows.next() ? rows.maybeInstant() : std::nullopt;
}

} // namespace packbench
