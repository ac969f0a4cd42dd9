#include "bench/dispatching.h"

#include "faultpoint.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace packbench {

QString lateReasonOf(const OrderRecord& order, Instant now) {
    if (!order.window || now <= order.window->limitAt)
        return {};
    if (order.importedAt && *order.importedAt > order.window->limitAt)
        return QStringLiteral("imported-late");
    return QStringLiteral("unstated");
}

DispatchRecord recordDispatch(Ledger& ledger, const BenchSettings& settings,
                              const OrderRecord& order, const ParcelRecord& parcel,
                              const Operator& person, Instant now) {
    DispatchRecord dispatch;
    dispatch.orderId = order.id;
    dispatch.parcelId = parcel.id;
    dispatch.key = order.order.key;
    dispatch.waybill = parcel.waybill;
    dispatch.courier = parcel.courier;
    dispatch.dispatchedAt = now;
    dispatch.badge = person.badge;
    dispatch.operatorName = person.name;
    dispatch.bench = settings.bench;
    dispatch.window = order.window;
    dispatch.inGoal = !order.window || now <= order.window->goalAt;
    dispatch.inLimit = !order.window || now <= order.window->limitAt;
    dispatch.lateReason = lateReasonOf(order, now);
    ledger.dispatches().add(dispatch);
    FAULT_POINT("dispatch.recorded");
    ledger.waybills().setState(parcel.waybill, WaybillState::Dispatched);
    const QList<ParcelRecord> all = ledger.labels().parcelsOfOrder(order.id);
    const bool isWhole = std::all_of(all.cbegin(), all.cend(), [&ledger](const auto& one) {
        return ledger.dispatches().ofParcel(one.id).has_value();
    });
    if (isWhole)
        ledger.orders().setState(order.id, OrderState::Dispatched);
    return dispatch;
}

} // namespace packbench
