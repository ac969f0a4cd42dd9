#include "ledger/auditcompare.h"

#include "ledger/database.h"
#include "ledger/handoverbook.h"
#include "ledger/scanjournal.h"
#include "ledger/waybillpool.h"
#include "shipping/order.h"

#include <QJsonDocument>

#include <algorithm>

namespace packbench {
namespace {

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

void AuditCompare::tell(const AuditPlace& place, const char* what, const QString& subject,
                        const QString& sentence) {
    m_found({place.bench, place.seq, QLatin1String(what), subject, sentence});
}

void AuditCompare::tell(const AuditEntry& entry, const char* what, const QString& sentence) {
    tell({entry.bench, entry.seq, entry.at}, what, entry.subject, sentence);
}

void AuditCompare::tellUntold(const char* what, qint64 id, const QString& sentence) {
    tell(AuditPlace{}, what, QString::number(id), sentence);
}

AuditPlace AuditCompare::placeOf(const AuditEntry& entry) {
    if (m_bench != entry.bench)
        m_bench = entry.bench; // one text for all entries of a chain
    return {m_bench, entry.seq, entry.at};
}

void AuditCompare::take(const AuditEntry& entry) {
    const QJsonObject body = QJsonDocument::fromJson(entry.body.toUtf8()).object();
    const auto is = [&](AuditKind kind) { return entry.kind == word(kind); };
    if (is(AuditKind::Scan)) {
        takeScan(entry, body);
        takeBeside(entry, body);
    } else if (is(AuditKind::Copy)) {
        takeCopy(entry, body);
    } else if (is(AuditKind::Waybill)) {
        takeWaybill(entry, body);
    } else if (is(AuditKind::Dispatch)) {
        m_dispatches.tell(placeOf(entry), entry.subject.toLongLong(), body);
    } else if (is(AuditKind::LateReason)) {
        const QJsonObject late{{QStringLiteral("lateReason"), textOf(body, "reason")}};
        m_dispatches.tell(placeOf(entry), entry.subject.toLongLong(), late);
    } else if (is(AuditKind::Order)) {
        takeOrder(entry, body);
    } else if (is(AuditKind::Hold)) {
        takeHold(entry, body);
    } else if (is(AuditKind::Staff)) {
        m_staff.tell(placeOf(entry), entry.subject, body);
    } else if (is(AuditKind::Act)) {
        takeAct(entry, body);
        takeBeside(entry, body);
    } else if (is(AuditKind::Begin)) {
        takeBegin(body);
    }
}

/// What an older Packbench's chain does not tell is not known to have been there or not.
void AuditCompare::takeBegin(const QJsonObject& body) {
    const auto earlier = [&](qint64& known, const char* name) {
        const QJsonValue value = body.value(QLatin1String(name));
        known = std::min(known, value.isUndefined() ? kUnknown : value.toInteger());
    };
    m_hasBegun = true;
    earlier(m_before.scan, "lastScan");
    earlier(m_before.copy, "lastCopy");
    earlier(m_before.verification, "lastVerification");
    earlier(m_before.orders, "orders");
    earlier(m_before.dispatches, "dispatches");
    earlier(m_before.listed, "onVehicles");
    earlier(m_before.passes, "passes");
    earlier(m_before.boxes, "boxes");
    earlier(m_before.staff, "staff");
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
        copy.entry.body.clear();
        copy.state = textOf(body, "state");
    }
    m_copyFacts.tell(placeOf(entry), entry.subject.toLongLong(), body);
}

void AuditCompare::takeWaybill(const AuditEntry& entry, const QJsonObject& body) {
    if (isOlder(entry, m_waybills.value(entry.subject)))
        return;
    m_waybills[entry.subject] = entry;
    m_waybillStates[entry.subject] = textOf(body, "state");
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
        m_listed.tell(placeOf(entry), entry.subject.toLongLong(), body);
    else if (act == QLatin1String("handed-over"))
        takeSigned(entry, body);
    else if (act == QLatin1String("gate-passed"))
        m_passes.tell(placeOf(entry), entry.subject.toLongLong(), body);
}

/// Facts that go with a scan's verdict, or alone.
void AuditCompare::takeBeside(const AuditEntry& entry, const QJsonObject& body) {
    if (body.contains(QLatin1String("verified"))) {
        Verified& verified = m_verified[numberOf(body, "verified")];
        verified.place = placeOf(entry);
        verified.facts = auditFact(textOf(body, "facts"));
        verified.isTold = true;
    }
    if (body.contains(QLatin1String("undone"))) {
        Verified& verified = m_verified[numberOf(body, "undone")];
        verified.isUndone = true;
        if (!verified.isTold)
            verified.place = placeOf(entry);
    }
    if (body.contains(QLatin1String("boxCode")))
        m_boxes.tell(placeOf(entry), textOf(body, "boxCode"), body);
}

/// Only those that no import takes off.
void AuditCompare::takeHold(const AuditEntry& entry, const QJsonObject& body) {
    const QString hold = textOf(body, "hold");
    if (hold != word(Hold::ByService) && hold != word(Hold::ChangedLate))
        return;
    HoldTold& told = m_holds[{entry.subject.toLongLong(), hold}];
    const AuditPlace place = placeOf(entry);
    if (told.place.seq > 0 && told.place.bench != place.bench && place.at < told.place.at)
        return;
    told.place = place;
    told.isOn = body.value(QLatin1String("on")).toBool();
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
    const bool isOtherCount =
        body.contains(QLatin1String("parcels")) && list->parcels != numberOf(body, "parcels");
    if (!list->closedAt || isOtherCount || list->counted != numberOf(body, "counted") ||
        isOther("courier", list->courier) || isOther("signedBy", list->signedBy) ||
        isOther("driver", list->driver) || isOther("vehicle", list->vehicle))
        tell(entry, "handover-differs",
             QStringLiteral("Hand-over list %1 is not what it was when it was signed.")
                 .arg(entry.subject));
}

void AuditCompare::finish() {
    if (!m_hasBegun)
        return;
    finishScans();
    finishCopies();
    finishWaybills();
    finishOrders();
    finishTables();
}

void AuditCompare::finishScans() {
    forEachBehind(m_database, "scan/judged-behind", m_before.scan, [&](qint64 id, Rows& rows) {
        const bool isTold = std::size_t(id) < m_scanTold.size() && m_scanTold[std::size_t(id)];
        if (!rows.text().isEmpty() && !isTold)
            tellUntold("scan-not-in-chain", id,
                       QStringLiteral("Scan %1 has a verdict that no chain tells of.").arg(id));
    });
}

void AuditCompare::finishCopies() {
    forEachBehind(m_database, "label/behind", 0, [&](qint64 id, Rows& rows) {
        const QString state = rows.text();
        const QStringList now = textsOf(rows, 5);
        if (!m_copies.contains(id)) {
            if (id > m_before.copy)
                tellUntold("copy-not-in-chain", id,
                           QStringLiteral("No chain tells of label copy %1.").arg(id));
            return;
        }
        const Copy copy = m_copies.take(id);
        const auto told = m_copyFacts.take(id);
        const QStringList names = told ? m_copyFacts.differing(*told, now) : QStringList();
        if (copy.state != state)
            tell(copy.entry, "copy-differs",
                 QStringLiteral("Label copy %1 is %2 in the ledger and was made %3.")
                     .arg(QString::number(id), state, copy.state));
        else if (!names.isEmpty())
            tell(copy.entry, "copy-differs",
                 QStringLiteral("Label copy %1 is not what it was when it was made: %2.")
                     .arg(QString::number(id), names.join(QStringLiteral(", "))));
    });
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
    forEachBehind(m_database, "order/state-behind", 0,
                  [&](qint64 id, Rows& rows) { compareOrder(id, rows.text()); });
    for (const Order& order : std::as_const(m_orders))
        tell(order.entry, "order-gone",
             QStringLiteral("The order with id %1 is no longer in the ledger.")
                 .arg(order.entry.subject));
}

/// Open, unpaid or cancelled an order may be by an import, which is no act of the bench.
void AuditCompare::compareOrder(qint64 id, const QString& state) {
    const auto told = m_orders.constFind(id);
    if (told == m_orders.cend()) {
        if (isTheBenchs(state) && m_before.orders == 0)
            tellUntold("order-not-in-chain", id,
                       QStringLiteral("The order with id %1 is %2, and no chain tells of that.")
                           .arg(id)
                           .arg(state));
        return;
    }
    if (told->state != state && (isTheBenchs(told->state) || isTheBenchs(state)))
        tell(told->entry, "order-differs",
             QStringLiteral("The order with id %1 is %2 in the ledger and was made %3.")
                 .arg(id)
                 .arg(state, told->state));
    m_orders.erase(told);
}

} // namespace packbench
