#include "ledger/scanjournal.h"

#include "ledger/audittrail.h"
#include "ledger/database.h"

namespace packbench {
namespace {

constexpr qsizetype kMostUnjudged = 64;
constexpr int kLookedAt = 10'000; ///< newest scans in which an unjudged one may be

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
    qint64 id = 0;
    const auto insert = [&] {
        id = m_database.insert("scan/record", {{"at", scan.at},
                                               {"bench", scan.bench},
                                               {"badge", scan.badge},
                                               {"device", scan.device},
                                               {"text", scan.text},
                                               {"aim", scan.aim}});
    };
    if (flush == Flush::Now)
        wholly(m_database, [&] {
            insert();
            note({id, scan, {}, {}, 0});
        });
    else
        untilStored(insert); // its entry in the audit chain comes with the verdict
    m_unjudged.insert(id, scan);
    return id;
}

void ScanJournal::note(const ScanRecord& record) {
    AuditBody body;
    body.with("at", record.scan.at.msUtc)
        .with("bench", record.scan.bench)
        .with("badge", record.scan.badge)
        .with("device", record.scan.device)
        .with("text", record.scan.text)
        .with("aim", record.scan.aim)
        .with("kind", record.kind)
        .with("outcome", record.outcome)
        .with("order", record.orderId);
    audit(m_database, AuditKind::Scan, QString::number(record.id), body, record.scan.badge);
}

void ScanJournal::judged(qint64 scanId, const QString& kind, const QString& outcome,
                         qint64 orderId) {
    wholly(m_database, [&] {
        m_database.changeOne(
            "scan/judged",
            {{"id", scanId},
             {"kind", kind},
             {"outcome", outcome},
             Bind::reference("order", orderId)},
            QStringLiteral("Scan %1 is not in the journal, so it cannot be judged.").arg(scanId));
        const auto raw = m_unjudged.constFind(scanId);
        if (raw != m_unjudged.cend())
            note({scanId, *raw, kind, outcome, orderId});
        else if (const auto known = find(scanId))
            note(*known);
    });
    if (!m_database.inTransaction())
        m_unjudged.remove(scanId);
    if (m_unjudged.size() > kMostUnjudged)
        m_unjudged.clear(); // those are read when they are judged
}

QList<ScanRecord> ScanJournal::unjudged(const QString& bench) {
    return readScans(m_database.ask("scan/unjudged", {{"newest", kLookedAt}, {"bench", bench}}));
}

void ScanJournal::notCounted(qint64 scanId, const QString& kind) {
    wholly(m_database, [&] {
        if (m_database.change("scan/not-counted", {{"id", scanId}, {"kind", kind}}) == 0)
            return;
        if (const auto judged = find(scanId))
            note(*judged);
    });
}

std::optional<ScanRecord> ScanJournal::find(qint64 scanId) {
    QList<ScanRecord> found = readScans(m_database.ask("scan/by-id", {{"id", scanId}}));
    return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
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
