// Which number and which ready-made label a carton has.
#include "bench/labelling.h"

#include "bench/numbershortage.h"
#include "bench/parcels.h"
#include "bench/stationwords.h"
#include "faultpoint.h"
#include "ledger/ledger.h"
#include "shipping/courier.h"

#include <algorithm>

namespace packbench {

bool Labelling::hasReadyMade(const OrderRecord& order) {
    const auto parcel = openParcel(m_ledger, order.id);
    return readyMade(order, parcel.value_or(ParcelRecord{})).has_value();
}

/// One that waits comes before the one that was printed last, unless it is another carton's: the
/// number of a label that may have left stays.
std::optional<IncomingLabel> Labelling::readyMade(const OrderRecord& order,
                                                  const ParcelRecord& parcel) {
    auto waiting = m_ledger.incoming().ofOrder(order.id);
    if (parcel.id == 0 || (waiting && waiting->waybill == parcel.waybill))
        return waiting;
    auto own = m_ledger.incoming().ofParcel(parcel.id);
    if (own && own->waybill == parcel.waybill)
        return own;
    const auto copies = copiesOf(parcel);
    return std::any_of(copies.cbegin(), copies.cend(), mayHaveLeft) ? std::nullopt : waiting;
}

/// The order's own number is its first carton's, and nobody's once it was given up.
QString Labelling::numberFor(const OrderRecord& order, const ParcelRecord& parcel) {
    if (const auto label = m_ledger.incoming().ofOrder(order.id))
        return label->waybill;
    const QString& number = order.order.waybill;
    const auto known = number.isEmpty() ? std::nullopt : m_ledger.waybills().find(number);
    const bool isGivenUp = known && known->state == WaybillState::Void;
    return parcel.carton > 1 || isGivenUp ? QString() : number;
}

/// The number goes with its courier, whatever the order says: it is that one's label.
QString Labelling::courierWith(const QString& number, const OrderRecord& order) const {
    const QString decided = courierOfForm(number);
    return decided.isEmpty() ? courierFor(order) : decided;
}

ParcelRecord Labelling::parcelToCome(const OrderRecord& order) {
    ParcelRecord parcel =
        openParcel(m_ledger, order.id).value_or(ParcelRecord{0, order.id, 1, 1, 0, {}, {}});
    if (!parcel.waybill.isEmpty() && !isOutdated(order, parcel))
        return parcel;
    const QString number = numberFor(order, parcel);
    parcel.courier = courierWith(number, order);
    parcel.waybill = number.isEmpty() ? kSampleNumber : number;
    return parcel;
}

/// A number reserved for a label that never left, for a courier or number the order no longer has.
bool Labelling::isOutdated(const OrderRecord& order, const ParcelRecord& parcel) {
    const auto copies = copiesOf(parcel);
    if (m_ledger.labels().current(parcel.id) ||
        std::any_of(copies.cbegin(), copies.cend(), mayHaveLeft))
        return false;
    const QString number = numberFor(order, parcel);
    const QString courier = courierWith(number, order);
    return (!courier.isEmpty() && !parcel.courier.isEmpty() && courier != parcel.courier) ||
           (!number.isEmpty() && number != parcel.waybill);
}

QList<LabelCopy> Labelling::copiesOf(const ParcelRecord& parcel) {
    QList<LabelCopy> copies = m_ledger.labels().ofOrder(parcel.orderId);
    copies.removeIf([&parcel](const LabelCopy& copy) { return copy.parcelId != parcel.id; });
    return copies;
}

std::optional<Waybill> Labelling::takeNumber(const OrderRecord& order, const ParcelRecord& parcel) {
    const QString number = numberFor(order, parcel);
    const QString courier = courierWith(number, order);
    auto waybill = number.isEmpty() ? m_ledger.waybills().reserve(courier, parcel.id)
                                    : m_ledger.waybills().reserveNumber(number, courier, parcel.id);
    if (waybill)
        m_ledger.labels().setWaybill(parcel.id, waybill->number, waybill->courier);
    return waybill;
}

Notice Labelling::noNumber(const OrderRecord& order, const ParcelRecord& parcel) {
    const QString number = numberFor(order, parcel);
    const QString decided = courierOfForm(number);
    return whyNoNumber(m_ledger, decided.isEmpty() ? courierFor(order) : decided, number,
                       order.order.key.number);
}

std::optional<ParcelRecord> Labelling::parcelWithNumber(const OrderRecord& order) {
    auto known = openParcel(m_ledger, order.id);
    if (known && known->carton > 1)
        takeSecondLabel(order.id);
    const bool hasNumber = known && !known->waybill.isEmpty();
    if (hasNumber && !isOutdated(order, *known))
        return known;
    return untilStored([&] { return withNumber(order, known); });
}

std::optional<ParcelRecord> Labelling::withNumber(const OrderRecord& order,
                                                  const std::optional<ParcelRecord>& known) {
    Transaction transaction(m_ledger);
    if (known && !known->waybill.isEmpty()) // courier or number changed before it was printed
        m_ledger.waybills().setState(known->waybill, WaybillState::Void);
    auto parcel = known;
    if (!parcel) {
        parcel = ParcelRecord{0, order.id, 1, 1, 0, {}, {}};
        parcel->id = m_ledger.labels().addParcel(*parcel);
    }
    const auto waybill = takeNumber(order, *parcel);
    if (!waybill)
        return std::nullopt;
    transaction.commit();
    parcel->waybill = waybill->number;
    parcel->courier = waybill->courier;
    return parcel;
}

/// Of the shop's labels that waited behind the first, one with a number nobody has.
void Labelling::takeSecondLabel(qint64 orderId) {
    if (m_ledger.incoming().ofOrder(orderId))
        return;
    for (IncomingLabel label : m_ledger.incoming().doubledOf(orderId)) {
        const auto number = m_ledger.waybills().find(label.waybill);
        if (label.waybill.isEmpty() || (number && number->parcelId != 0))
            continue;
        label.state = IncomingState::Matched;
        label.reason.clear();
        label.detail.clear();
        m_ledger.incoming().decide(label);
        return;
    }
}

ParcelRecord Labelling::addCarton(qint64 orderId) {
    return untilStored([&] {
        Transaction transaction(m_ledger);
        LabelBook& labels = m_ledger.labels();
        if (labels.parcelsOfOrder(orderId).isEmpty())
            labels.addParcel({0, orderId, 1, 1, 0, {}, {}});
        const auto cartons = int(labels.parcelsOfOrder(orderId).size()) + 1;
        labels.setCartons(orderId, cartons);
        ParcelRecord parcel{0, orderId, cartons, cartons, 0, {}, {}};
        parcel.id = labels.addParcel(parcel);
        FAULT_POINT("carton.added");
        transaction.commit();
        return parcel;
    });
}

Labelling::Made Labelling::redo(const ParcelRecord& before, const PrinterDescription& printer,
                                const LabelOccasion& occasion) {
    return untilStored([&] { return redone(before, printer, occasion); });
}

Labelling::Made Labelling::redone(const ParcelRecord& before, const PrinterDescription& printer,
                                  LabelOccasion occasion) {
    const auto order = m_ledger.orders().byId(before.orderId);
    Q_ASSERT(order);
    Transaction transaction(m_ledger);
    for (const LabelCopy& copy : copiesOf(before)) {
        occasion.copyNo = std::max(occasion.copyNo, copy.copyNo + 1);
        if (copy.state != CopyState::Void)
            m_ledger.labels().setState(copy.id, CopyState::Void, occasion.now, 0,
                                       mayHaveLeft(copy) ? kLabelRedone : kLabelNotSent);
    }
    if (!before.waybill.isEmpty())
        m_ledger.waybills().giveUp(before.waybill, occasion.reason, occasion.person.badge,
                                   occasion.now);
    FAULT_POINT("redo.given-up");
    ParcelRecord parcel = before;
    const auto waybill = takeNumber(*order, parcel);
    if (!waybill)
        return {{}, noNumber(*order, before)};
    parcel.waybill = waybill->number;
    parcel.courier = waybill->courier;
    Made made = drawn(*order, parcel, printer, occasion);
    if (!made.copy)
        return made; // nothing was given up: the transaction ends here
    keep(made, *order, parcel);
    FAULT_POINT("redo.kept");
    transaction.commit();
    return made;
}

} // namespace packbench
