#include "ledger/dispatchbook.h"

#include "ledger/audittrail.h"
#include "ledger/columns.h"
#include "ledger/database.h"

#include <limits>

namespace packbench {
namespace {

DispatchRecord readDispatch(Rows& rows) {
    DispatchRecord dispatch;
    dispatch.orderId = rows.integer();
    dispatch.parcelId = rows.integer();
    dispatch.key.shop = rows.text();
    dispatch.key.number = rows.text();
    dispatch.waybill = rows.text();
    dispatch.courier = rows.text();
    dispatch.dispatchedAt = rows.instant();
    dispatch.badge = rows.text();
    dispatch.operatorName = rows.text();
    dispatch.bench = rows.text();
    dispatch.window = readWindow(rows);
    dispatch.inGoal = rows.flag();
    dispatch.inLimit = rows.flag();
    dispatch.lateReason = rows.text();
    return dispatch;
}

} // namespace

void DispatchBook::add(const DispatchRecord& dispatch) {
    Atomic whole(m_database);
    m_database.change("dispatch/add",
                      {{"parcel", dispatch.parcelId},
                       {"order", dispatch.orderId},
                       {"waybill", dispatch.waybill},
                       {"courier", dispatch.courier},
                       {"at", dispatch.dispatchedAt},
                       {"badge", dispatch.badge},
                       {"operatorName", dispatch.operatorName},
                       {"bench", dispatch.bench},
                       {"goalAt", goalOf(dispatch.window)},
                       {"limitAt", limitOf(dispatch.window)},
                       Bind::maybe("calendarKnown", calendarKnownOf(dispatch.window)),
                       {"inGoal", dispatch.inGoal},
                       {"inLimit", dispatch.inLimit},
                       {"lateReason", dispatch.lateReason}});
    AuditBody body;
    body.with("order", dispatch.orderId)
        .with("waybill", dispatch.waybill)
        .with("courier", dispatch.courier)
        .with("at", dispatch.dispatchedAt.msUtc)
        .with("bench", dispatch.bench)
        .with("badge", dispatch.badge)
        .withFlag("inLimit", dispatch.inLimit)
        .with("lateReason", dispatch.lateReason);
    audit(m_database, AuditKind::Dispatch, QString::number(dispatch.parcelId), body,
          dispatch.badge);
    whole.commit();
}

QList<DispatchRecord> DispatchBook::list(std::optional<Instant> from,
                                         std::optional<Instant> until) {
    using Limits = std::numeric_limits<qint64>;
    QList<DispatchRecord> dispatches;
    Rows rows = m_database.ask("dispatch/list", {{"from", from ? from->msUtc : Limits::min()},
                                                 {"until", until ? until->msUtc : Limits::max()}});
    while (rows.next())
        dispatches += readDispatch(rows);
    return dispatches;
}

std::optional<DispatchRecord> DispatchBook::ofParcel(qint64 parcelId) {
    Rows rows = m_database.ask("dispatch/of-parcel", {{"parcel", parcelId}});
    if (!rows.next())
        return std::nullopt;
    return readDispatch(rows);
}

void DispatchBook::setLateReason(qint64 parcelId, const QString& reason) {
    wholly(m_database, [&] {
        m_database.changeOne(
            "dispatch/set-late-reason", {{"parcel", parcelId}, {"reason", reason}},
            QStringLiteral("Parcel %1 was not dispatched, so it is not late.").arg(parcelId));
        audit(m_database, AuditKind::LateReason, QString::number(parcelId),
              AuditBody().with("reason", reason));
    });
}

qint64 DispatchBook::countSince(Instant from) {
    Rows rows = m_database.ask("dispatch/count-since", {{"from", from}});
    return rows.next() ? rows.integer() : 0;
}

} // namespace packbench
