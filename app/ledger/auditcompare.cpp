#include "ledger/auditcompare.h"

#include "ledger/database.h"
#include "ledger/dispatchbook.h"
#include "ledger/labelbook.h"
#include "ledger/scanjournal.h"
#include "ledger/waybillpool.h"

#include <QJsonDocument>

#include <algorithm>

namespace packbench {
namespace {

constexpr int kAtOnce = 1000;

QString textOf(const QJsonObject& body, const char* name) {
    return body.value(QLatin1String(name)).toString();
}

qint64 numberOf(const QJsonObject& body, const char* name) {
    return body.value(QLatin1String(name)).toInteger();
}

QStringList differing(const ScanRecord& record, const QJsonObject& body) {
    QStringList names;
    const auto compare = [&](const char* name, bool isSame) {
        if (!isSame)
            names += QLatin1String(name);
    };
    const auto text = [&](const char* name, const QString& is) {
        compare(name, textOf(body, name) == is);
    };
    text("text", record.scan.text);
    compare("at", numberOf(body, "at") == record.scan.at.msUtc);
    text("bench", record.scan.bench);
    text("badge", record.scan.badge);
    text("device", record.scan.device);
    text("aim", record.scan.aim);
    if (textOf(body, "outcome").isEmpty())
        return names; // noted before it was judged
    text("outcome", record.outcome);
    text("kind", record.kind);
    compare("order", numberOf(body, "order") == record.orderId);
    return names;
}

} // namespace

void AuditCompare::tell(const AuditEntry& entry, const char* what, const QString& sentence) {
    m_found({entry.bench, entry.seq, QLatin1String(what), entry.subject, sentence});
}

void AuditCompare::take(const AuditEntry& entry) {
    const QJsonObject body = QJsonDocument::fromJson(entry.body.toUtf8()).object();
    if (entry.kind == word(AuditKind::Scan))
        takeScan(entry, body);
    else if (entry.kind == word(AuditKind::Copy))
        takeCopy(entry, body);
    else if (entry.kind == word(AuditKind::Waybill))
        takeWaybill(entry, body);
    else if (entry.kind == word(AuditKind::Dispatch))
        takeDispatch(entry, body);
    else if (entry.kind == word(AuditKind::Begin)) {
        const auto earlier = [](qint64 known, qint64 found) {
            return known < 0 ? found : std::min(known, found);
        };
        m_firstScan = earlier(m_firstScan, numberOf(body, "lastScan"));
        m_firstCopy = earlier(m_firstCopy, numberOf(body, "lastCopy"));
    }
}

void AuditCompare::takeScan(const AuditEntry& entry, const QJsonObject& body) {
    const qint64 id = entry.subject.toLongLong();
    const auto record = id > 0 ? ScanJournal(m_database).find(id) : std::nullopt;
    if (!record)
        return tell(entry, "scan-gone",
                    QStringLiteral("Scan %1 was judged and is no longer in the journal.")
                        .arg(entry.subject));
    if (!textOf(body, "outcome").isEmpty()) {
        if (std::size_t(id) >= m_scanTold.size())
            m_scanTold.resize(std::max(std::size_t(id) + 1, m_scanTold.size() * 2));
        m_scanTold[std::size_t(id)] = true;
    }
    if (const QStringList names = differing(*record, body); !names.isEmpty())
        tell(entry, "scan-differs",
             QStringLiteral("Scan %1 is not what it was when it was judged: %2.")
                 .arg(entry.subject, names.join(QStringLiteral(", "))));
}

void AuditCompare::takeCopy(const AuditEntry& entry, const QJsonObject& body) {
    Copy& copy = m_copies[entry.subject.toLongLong()];
    copy.entry = entry;
    copy.state = textOf(body, "state");
    if (body.contains(QLatin1String("copyNo"))) {
        copy.waybill = textOf(body, "waybill");
        copy.copyNo = numberOf(body, "copyNo");
    }
}

void AuditCompare::takeWaybill(const AuditEntry& entry, const QJsonObject& body) {
    m_waybills[entry.subject] = entry;
    m_waybillStates[entry.subject] = textOf(body, "state");
}

void AuditCompare::takeDispatch(const AuditEntry& entry, const QJsonObject& body) {
    const auto record = DispatchBook(m_database).ofParcel(entry.subject.toLongLong());
    if (!record)
        return tell(entry, "dispatch-gone",
                    QStringLiteral("Parcel %1 left, and its dispatch is no longer in the ledger.")
                        .arg(entry.subject));
    if (record->waybill != textOf(body, "waybill") ||
        record->dispatchedAt.msUtc != numberOf(body, "at") ||
        record->badge != textOf(body, "badge"))
        tell(entry, "dispatch-differs",
             QStringLiteral("The dispatch of parcel %1 is not what it was when it left.")
                 .arg(entry.subject));
}

void AuditCompare::finish() {
    if (m_firstScan < 0)
        return;
    finishScans();
    finishCopies();
    finishWaybills();
}

void AuditCompare::finishScans() {
    qint64 after = m_firstScan;
    for (bool isMore = true; isMore;) {
        isMore = false;
        Rows rows = m_database.ask("scan/judged-behind", {{"after", after}, {"atMost", kAtOnce}});
        while (rows.next()) {
            isMore = true;
            after = rows.integer();
            const bool isTold =
                std::size_t(after) < m_scanTold.size() && m_scanTold[std::size_t(after)];
            if (!rows.text().isEmpty() && !isTold)
                m_found(
                    {{},
                     0,
                     QStringLiteral("scan-not-in-chain"),
                     QString::number(after),
                     QStringLiteral("Scan %1 has a verdict that no chain tells of.").arg(after)});
        }
    }
}

void AuditCompare::finishCopies() {
    qint64 after = 0;
    for (bool isMore = true; isMore;) {
        isMore = false;
        Rows rows = m_database.ask("label/behind", {{"after", after}, {"atMost", kAtOnce}});
        while (rows.next()) {
            isMore = true;
            after = rows.integer();
            const QString state = rows.text();
            const qint64 copyNo = rows.integer();
            const QString waybill = rows.text();
            const QString id = QString::number(after);
            if (!m_copies.contains(after)) {
                if (after > m_firstCopy)
                    m_found({{},
                             0,
                             QStringLiteral("copy-not-in-chain"),
                             id,
                             QStringLiteral("No chain tells of label copy %1.").arg(id)});
                continue;
            }
            const Copy copy = m_copies.take(after);
            if (copy.state != state)
                tell(copy.entry, "copy-differs",
                     QStringLiteral("Label copy %1 is %2 in the ledger and was made %3.")
                         .arg(id, state, copy.state));
            else if (copy.copyNo > 0 && (copy.copyNo != copyNo || copy.waybill != waybill))
                tell(copy.entry, "copy-differs",
                     QStringLiteral("Label copy %1 was made as copy %2 of waybill %3 and is copy "
                                    "%4 of %5 in the ledger.")
                         .arg(id)
                         .arg(copy.copyNo)
                         .arg(copy.waybill)
                         .arg(copyNo)
                         .arg(waybill));
        }
    }
    for (const Copy& copy : std::as_const(m_copies))
        tell(copy.entry, "copy-gone",
             QStringLiteral("Label copy %1 is no longer in the ledger.").arg(copy.entry.subject));
}

void AuditCompare::finishWaybills() {
    WaybillPool pool(m_database);
    for (const AuditEntry& entry : std::as_const(m_waybills)) {
        const auto number = pool.find(entry.subject);
        const QString told = m_waybillStates.value(entry.subject);
        if (!number || word(number->state) != told)
            tell(entry, "waybill-differs",
                 QStringLiteral("Waybill %1 is %2 in the ledger and was made %3.")
                     .arg(entry.subject, number ? word(number->state) : QStringLiteral("no longer"),
                          told));
    }
}

} // namespace packbench
