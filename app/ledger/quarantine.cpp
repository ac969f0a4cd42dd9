#include "ledger/quarantine.h"

#include "ledger/audittrail.h"
#include "ledger/columns.h"
#include "ledger/database.h"
#include "ledger/waybillpool.h"

namespace packbench {
namespace {

constexpr int kAtOnce = 1000;

} // namespace

std::optional<Epoch> Quarantine::epoch() {
    Rows rows = m_database.ask("epoch/newest");
    if (!rows.next())
        return std::nullopt;
    Epoch epoch;
    epoch.number = rows.number();
    epoch.restoredAt = rows.instant();
    epoch.backup = rows.text();
    epoch.newestScanAt = rows.maybeInstant();
    epoch.replaced = rows.text();
    epoch.closedAt = rows.maybeInstant();
    return epoch;
}

qint64 Quarantine::begin(const Epoch& epoch) {
    Atomic whole(m_database);
    m_database.change("epoch/add", {{"number", epoch.number},
                                    {"at", epoch.restoredAt},
                                    {"backup", epoch.backup},
                                    {"newest_scan", epoch.newestScanAt},
                                    {"replaced", epoch.replaced}});
    m_database.change("epoch/quarantine-free", {{"epoch", epoch.number}});
    const qint64 waits = countWaiting();
    AuditBody body;
    body.with("act", QStringLiteral("restored")).with("epoch", epoch.number);
    body.with("backup", epoch.backup).with("quarantined", waits);
    audit(m_database, AuditKind::Act, QStringLiteral("ledger"), body);
    whole.commit();
    return waits;
}

bool Quarantine::waits(const QString& number) {
    return m_database.ask("epoch/waits", {{"number", number}}).next();
}

QList<Waybill> Quarantine::waiting(int atMost) {
    QList<Waybill> numbers;
    Rows rows = m_database.ask("epoch/waiting", {{"at_most", atMost}});
    while (rows.next())
        numbers += readWaybill(rows);
    return numbers;
}

qint64 Quarantine::countWaiting() {
    Rows rows = m_database.ask("epoch/count-waiting");
    return rows.next() ? rows.integer() : 0;
}

qint64 Quarantine::countWaitingOf(const QString& courier) {
    if (courier.isEmpty())
        return countWaiting();
    Rows rows = m_database.ask("epoch/count-waiting-of-courier", {{"courier", courier}});
    return rows.next() ? rows.integer() : 0;
}

void Quarantine::note(const QString& number, const QString& word, const Ruling& ruling) {
    AuditBody body;
    body.with("act", QStringLiteral("quarantine-") + word).with("reason", ruling.reason);
    audit(m_database, AuditKind::Act, number, body, ruling.badge);
    m_database.change("epoch/note-ruling", {{"number", number},
                                            {"ruling", word},
                                            {"badge", ruling.badge},
                                            {"reason", ruling.reason},
                                            {"at", ruling.at}});
}

bool Quarantine::rule(const QString& number, WaybillState state, const Ruling& ruling) {
    Atomic whole(m_database);
    const bool waited =
        m_database.change("epoch/rule", {{"number", number}, {"state", word(state)}}) > 0;
    if (waited)
        note(number, state == WaybillState::Void ? word(state) : QStringLiteral("released"),
             ruling);
    if (waited && state != WaybillState::Free)
        auditWaybill(m_database, number, WaybillState::Free, state, 0);
    whole.commit();
    return waited;
}

bool Quarantine::release(const QString& number, const Ruling& ruling) {
    return rule(number, WaybillState::Free, ruling);
}

bool Quarantine::makeVoid(const QString& number, const Ruling& ruling) {
    return rule(number, WaybillState::Void, ruling);
}

qint64 Quarantine::releaseAll(const Ruling& ruling) {
    Atomic whole(m_database);
    qint64 released = 0;
    for (auto some = waiting(kAtOnce); !some.isEmpty(); some = waiting(kAtOnce)) {
        for (const Waybill& waybill : std::as_const(some))
            released += release(waybill.number, ruling) ? 1 : 0;
    }
    whole.commit();
    return released;
}

/// A courier's list may write them otherwise than the pool did: all that are the same number.
QStringList Quarantine::spellings(const QString& number) {
    if (!m_mixedCase) {
        m_mixedCase.emplace();
        Rows rows = m_database.ask("epoch/mixed-case");
        while (rows.next()) {
            const QString mixed = rows.text();
            m_mixedCase->insert(mixed.toUpper(), mixed);
        }
    }
    QStringList same = m_mixedCase->values(number.toUpper());
    Rows rows = m_database.ask(
        "epoch/spellings",
        {{"number", number}, {"upper", number.toUpper()}, {"lower", number.toLower()}});
    while (rows.next()) {
        const QString known = rows.text();
        if (!same.contains(known))
            same += known;
    }
    return same;
}

Quarantine::Used Quarantine::usedOutside(const QString& number, const QString& courier,
                                         const Ruling& ruling) {
    Atomic whole(m_database);
    int voided = 0;
    bool isHere = false;
    bool isFree = false;
    for (const QString& one : spellings(number)) {
        voided += makeVoid(one, ruling) ? 1 : 0;
        const auto waybill = WaybillPool(m_database).find(one);
        isHere = isHere || waybill;
        isFree = isFree || (waybill && waybill->state == WaybillState::Free);
    }
    const bool isNew = !isHere && m_database.change("epoch/add-used",
                                                    {{"number", number}, {"courier", courier}}) > 0;
    if (isNew) {
        note(number, word(WaybillState::Void), ruling);
        auditWaybill(m_database, number, WaybillState::Free, WaybillState::Void, 0);
        m_mixedCase->insert(number.toUpper(), number);
    }
    whole.commit();
    return isNew ? Used::Added : isFree ? Used::AtRisk : voided > 0 ? Used::Voided : Used::Known;
}

void Quarantine::close(const Ruling& ruling) {
    Atomic whole(m_database);
    if (const qint64 waits = countWaiting(); waits > 0)
        throw LedgerError(
            LedgerError::Code::Constraint,
            QStringLiteral("%1 waybill numbers still wait in quarantine: void or release them "
                           "before the comparing ends.")
                .arg(waits));
    m_database.changeOne("epoch/close", {{"at", ruling.at}},
                         QStringLiteral("No restored backup waits for its comparing: there is "
                                        "nothing to close."));
    note({}, QStringLiteral("closed"), ruling);
    whole.commit();
}

QList<Quarantine::Decision> Quarantine::decisions(const QString& number) {
    QList<Decision> decisions;
    Rows rows = m_database.ask("epoch/rulings", {{"number", number}});
    while (rows.next()) {
        Decision decision;
        decision.number = rows.text();
        decision.ruling = rows.text();
        decision.by.badge = rows.text();
        decision.by.reason = rows.text();
        decision.by.at = rows.instant();
        decisions += decision;
    }
    return decisions;
}

} // namespace packbench
