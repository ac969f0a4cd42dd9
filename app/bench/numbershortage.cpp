#include "bench/numbershortage.h"

#include "ledger/ledger.h"
#include "shipping/courier.h"

namespace packbench {

Notice whyNoNumber(Ledger& ledger, const QString& courier, const QString& own,
                   const QString& orderNumber) {
    if (!own.isEmpty() && ledger.quarantine().waits(own))
        return {NoticeCode::NumberInQuarantine, {own}};
    const QString name = courier.isEmpty() ? QStringLiteral("*") : courierName(courier, true);
    const qint64 waiting = own.isEmpty() ? ledger.quarantine().countWaitingOf(courier) : 0;
    if (waiting > 0)
        return {NoticeCode::NumbersInQuarantine, {name, orderNumber, QString::number(waiting)}};
    return {NoticeCode::NoWaybill, {name, orderNumber}};
}

} // namespace packbench
