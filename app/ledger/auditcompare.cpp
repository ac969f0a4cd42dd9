#include "ledger/auditcompare.h"

#include "ledger/database.h"
#include "ledger/dispatchbook.h"
#include "ledger/handoverbook.h"
#include "ledger/labelbook.h"
#include "ledger/scanjournal.h"
#include "ledger/waybillpool.h"
#include "shipping/order.h"

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

/// Each chain is in its own order, several benches' by their clocks.
bool isOlder(const AuditEntry& entry, const AuditEntry& known) {
    return known.seq > 0 && known.bench != entry.bench && entry.at < known.at;
}

/// Only the bench makes an order so; no import changes it from then on.
bool isTheBenchs(const QString& state) {
    return state == word(OrderState::Packed) || state == word(OrderState::Dispatched);
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
    else if (entry.kind == word(AuditKind::Order))
        takeOrder(entry, body);
    else if (entry.kind == word(AuditKind::Act))
        takeAct(entry, body);
    else if (entry.kind == word(AuditKind::Begin))
        takeBegin(body);
}

void AuditCompare::takeBegin(const QJsonObject& body) {
    const auto earlier = [&](qint64 known, const char* name) {
        const qint64 found = numberOf(body, name);
        return known < 0 ? found : std::min(known, found);
    };
    m_firstScan = earlier(m_firstScan, "lastScan");
    m_firstCopy = earlier(m_firstCopy, "lastCopy");
    m_ordersBefore = earlier(m_ordersBefore, "orders");
    m_listedBefore = earlier(m_listedBefore, "onVehicles");
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
    if (!isOlder(entry, copy.entry)) {
        copy.entry = entry;
        copy.state = textOf(body, "state");
    }
    if (body.contains(QLatin1String("copyNo"))) {
        copy.waybill = textOf(body, "waybill");
        copy.copyNo = numberOf(body, "copyNo");
    }
}

void AuditCompare::takeWaybill(const AuditEntry& entry, const QJsonObject& body) {
    if (isOlder(entry, m_waybills.value(entry.subject)))
        return;
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

void AuditCompare::takeOrder(const AuditEntry& entry, const QJsonObject& body) {
    Order& order = m_orders[entry.subject.toLongLong()];
    if (isOlder(entry, order.entry))
        return;
    order.entry = entry;
    order.entry.body.clear(); // there are as many as orders
    order.state = textOf(body, "state");
}

void AuditCompare::takeAct(const AuditEntry& entry, const QJsonObject& body) {
    const QString act = textOf(body, "act");
    if (act == QLatin1String("onto-vehicle"))
        takeListed(entry, numberOf(body, "handover"));
    else if (act == QLatin1String("handed-over"))
        takeSigned(entry, body);
}

void AuditCompare::takeListed(const AuditEntry& entry, qint64 handover) {
    const qint64 parcel = entry.subject.toLongLong();
    m_listed.insert(parcel);
    const qint64 list = HandoverBook(m_database).ofParcel(parcel);
    if (list == 0)
        tell(entry, "handover-gone",
             QStringLiteral("Parcel %1 went onto hand-over list %2 and is on none any more.")
                 .arg(parcel)
                 .arg(handover));
    else if (list != handover)
        tell(entry, "handover-differs",
             QStringLiteral("Parcel %1 went onto hand-over list %2 and is on list %3 now.")
                 .arg(parcel)
                 .arg(handover)
                 .arg(list));
}

void AuditCompare::takeSigned(const AuditEntry& entry, const QJsonObject& body) {
    const auto list = HandoverBook(m_database).find(entry.subject.toLongLong());
    if (!list)
        return tell(entry, "handover-gone",
                    QStringLiteral("Hand-over list %1 was signed and is no longer in the ledger.")
                        .arg(entry.subject));
    const auto isOther = [&](const char* name, const QString& now) {
        return body.contains(QLatin1String(name)) && textOf(body, name) != now;
    };
    if (!list->closedAt || list->counted != numberOf(body, "counted") ||
        isOther("courier", list->courier) || isOther("signedBy", list->signedBy) ||
        isOther("driver", list->driver) || isOther("vehicle", list->vehicle))
        tell(entry, "handover-differs",
             QStringLiteral("Hand-over list %1 is not what it was when it was signed.")
                 .arg(entry.subject));
}

void AuditCompare::finish() {
    if (m_firstScan < 0)
        return;
    finishScans();
    finishCopies();
    finishWaybills();
    finishOrders();
    finishListed();
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

void AuditCompare::finishOrders() {
    qint64 after = 0;
    for (bool isMore = true; isMore;) {
        isMore = false;
        Rows rows = m_database.ask("order/state-behind", {{"after", after}, {"atMost", kAtOnce}});
        while (rows.next()) {
            isMore = true;
            after = rows.integer();
            compareOrder(after, rows.text());
        }
    }
    for (const Order& order : std::as_const(m_orders))
        tell(order.entry, "order-gone",
             QStringLiteral("The order with id %1 is no longer in the ledger.")
                 .arg(order.entry.subject));
}

/// Open, unpaid or cancelled an order may be by an import, which is no act of the bench.
void AuditCompare::compareOrder(qint64 id, const QString& state) {
    const auto told = m_orders.constFind(id);
    if (told == m_orders.cend()) {
        if (isTheBenchs(state) && m_ordersBefore == 0)
            m_found({{},
                     0,
                     QStringLiteral("order-not-in-chain"),
                     QString::number(id),
                     QStringLiteral("The order with id %1 is %2, and no chain tells of that.")
                         .arg(id)
                         .arg(state)});
        return;
    }
    if (told->state != state && (isTheBenchs(told->state) || isTheBenchs(state)))
        tell(told->entry, "order-differs",
             QStringLiteral("The order with id %1 is %2 in the ledger and was made %3.")
                 .arg(id)
                 .arg(state, told->state));
    m_orders.erase(told);
}

void AuditCompare::finishListed() {
    const char* table = m_database.dialect() == Database::Dialect::Sqlite
                            ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'handover_parcel'"
                            : "SELECT COUNT(to_regclass('handover_parcel'))";
    if (m_database.valueOf(QLatin1String(table)).toInt() == 0 || m_listedBefore > 0)
        return; // of a schema without lists, or lists are older than the chain
    qint64 after = 0;
    for (bool isMore = true; isMore;) {
        isMore = false;
        Rows rows =
            m_database.ask("handover/listed-behind", {{"after", after}, {"atMost", kAtOnce}});
        while (rows.next()) {
            isMore = true;
            after = rows.integer();
            if (!m_listed.contains(after))
                m_found({{},
                         0,
                         QStringLiteral("handover-not-in-chain"),
                         QString::number(after),
                         QStringLiteral("Parcel %1 is on hand-over list %2, and no chain tells of "
                                        "that.")
                             .arg(after)
                             .arg(rows.integer())});
        }
    }
}

} // namespace packbench
