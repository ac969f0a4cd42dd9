#include "ledger/waybillpool.h"

#include "ledger/audittrail.h"
#include "ledger/columns.h"
#include "ledger/database.h"

namespace packbench {
namespace {

std::optional<Waybill> readOne(Rows rows) {
    if (!rows.next())
        return std::nullopt;
    Waybill waybill = readWaybill(rows);
    rows.finish();
    return waybill;
}

} // namespace

void auditWaybill(Database& database, const QString& number, WaybillState before,
                  WaybillState state, qint64 parcelId) {
    AuditBody body;
    body.with("state", word(state)).with("before", word(before)).with("parcel", parcelId);
    audit(database, AuditKind::Waybill, number, body);
}

WaybillPool::Put WaybillPool::add(const QString& number, const QString& courier) {
    if (m_database.change("waybill/add", {{"number", number}, {"courier", courier}}) > 0)
        return Put::Accepted;
    const auto before = find(number);
    return before && before->courier == courier ? Put::Unchanged : Put::OtherCourier;
}

std::optional<Waybill> WaybillPool::find(const QString& number) {
    return readOne(m_database.ask("waybill/find", {{"number", number}}));
}

std::optional<Waybill> WaybillPool::reserve(const QString& courier, qint64 parcelId) {
    Atomic whole(m_database);
    auto taken = readOne(m_database.ask("waybill/live-of-parcel", {{"parcel", parcelId}}));
    if (!taken || (!courier.isEmpty() && taken->courier != courier)) {
        taken = courier.isEmpty()
                    ? readOne(m_database.ask("waybill/reserve-any", {{"parcel", parcelId}}))
                    : readOne(m_database.ask("waybill/reserve-of-courier",
                                             {{"parcel", parcelId}, {"courier", courier}}));
        if (taken)
            auditWaybill(m_database, taken->number, WaybillState::Free, taken->state, parcelId);
    }
    whole.commit();
    return taken;
}

std::optional<Waybill> WaybillPool::reserveNumber(const QString& number, const QString& courier,
                                                  qint64 parcelId) {
    Atomic whole(m_database);
    m_database.change("waybill/add-own", {{"number", number}, {"courier", courier}});
    if (m_database.change("waybill/reserve-number",
                          {{"number", number}, {"courier", courier}, {"parcel", parcelId}}) > 0)
        auditWaybill(m_database, number, WaybillState::Free, WaybillState::Reserved, parcelId);
    auto taken = find(number);
    whole.commit();
    const bool isOurs = taken && taken->parcelId == parcelId && taken->state != WaybillState::Void;
    return isOurs ? taken : std::nullopt;
}

void WaybillPool::setState(const QString& number, WaybillState state) {
    Atomic whole(m_database);
    const auto before = readOne(m_database.ask("waybill/find-locked", {{"number", number}}));
    if (!before)
        throw LedgerError(LedgerError::Code::Constraint,
                          QStringLiteral("Waybill %1 is not in the ledger, so it cannot become %2.")
                              .arg(number, word(state)));
    if (!mayBecome(before->state, state))
        throw LedgerError(LedgerError::Code::Constraint,
                          QStringLiteral("Waybill %1 is %2 and may not become %3.")
                              .arg(number, word(before->state), word(state)));
    m_database.change("waybill/set-state", {{"number", number}, {"state", word(state)}});
    auditWaybill(m_database, number, before->state, state, before->parcelId);
    whole.commit();
}

void WaybillPool::giveUp(const QString& number, const QString& reason, const QString& badge,
                         Instant at) {
    Atomic whole(m_database);
    setState(number, WaybillState::Void);
    m_database.change("waybill/give-up",
                      {{"number", number}, {"reason", reason}, {"badge", badge}, {"at", at}});
    whole.commit();
}

qint64 WaybillPool::countFree(const QString& courier) {
    Rows rows = courier.isEmpty()
                    ? m_database.ask("waybill/count-free")
                    : m_database.ask("waybill/count-free-of-courier", {{"courier", courier}});
    return rows.next() ? rows.integer() : 0;
}

} // namespace packbench
