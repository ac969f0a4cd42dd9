#include "bench/parcels.h"

#include "ledger/ledger.h"

namespace packbench {

bool isBound(Ledger& ledger, const ParcelRecord& parcel) {
    const auto number =
        parcel.waybill.isEmpty() ? std::nullopt : ledger.waybills().find(parcel.waybill);
    return number && number->parcelId == parcel.id &&
           (number->state == WaybillState::Bound || number->state == WaybillState::Dispatched);
}

QList<ParcelRecord> missingParcels(Ledger& ledger, qint64 orderId, qint64 besides) {
    QList<ParcelRecord> parcels = ledger.labels().parcelsOfOrder(orderId);
    parcels.removeIf([&](const ParcelRecord& parcel) {
        return parcel.id == besides || isBound(ledger, parcel);
    });
    return parcels;
}

std::optional<ParcelRecord> openParcel(Ledger& ledger, qint64 orderId) {
    const QList<ParcelRecord> parcels = ledger.labels().parcelsOfOrder(orderId);
    for (const ParcelRecord& parcel : parcels) {
        if (!isBound(ledger, parcel))
            return parcel;
    }
    return parcels.isEmpty() ? std::nullopt : std::optional(parcels.last());
}

std::optional<ParcelRecord> parcelWithoutLabel(Ledger& ledger, qint64 orderId) {
    for (const ParcelRecord& parcel : missingParcels(ledger, orderId)) {
        if (parcel.carton > 1 && !ledger.labels().current(parcel.id))
            return parcel;
    }
    return std::nullopt;
}

std::optional<ParcelRecord> extraCarton(Ledger& ledger, qint64 orderId, int carton) {
    std::optional<ParcelRecord> last;
    for (const ParcelRecord& parcel : ledger.labels().parcelsOfOrder(orderId)) {
        const bool isMeant = carton == 0 || parcel.carton == carton;
        if (parcel.carton > 1 && isMeant && !ledger.dispatches().ofParcel(parcel.id))
            last = parcel;
    }
    return last;
}

std::optional<ParcelRecord> parcelOfNumber(Ledger& ledger, const QString& number) {
    if (auto parcel = ledger.labels().parcelByWaybill(number))
        return parcel;
    const auto waybill = ledger.waybills().find(number);
    return waybill && waybill->parcelId != 0 ? ledger.labels().parcel(waybill->parcelId)
                                             : std::nullopt;
}

} // namespace packbench
