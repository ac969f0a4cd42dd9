#include "bench/gatereading.h"

#include "bench/parcels.h"
#include "ledger/ledger.h"
#include "shipping/copymark.h"

namespace packbench {

namespace {

std::optional<OrderRecord> orderOfSlip(Ledger& ledger, const QString& name, bool& several) {
    const qsizetype slash = name.indexOf(u'/');
    if (slash > 0) {
        if (auto order = ledger.orders().find({name.left(slash), name.mid(slash + 1)}))
            return order;
    }
    const auto orders = ledger.orders().byNumber(name);
    several = orders.size() > 1;
    return orders.size() == 1 ? std::optional(orders.first()) : std::nullopt;
}

GateHalf boxOr(const std::optional<OrderRecord>& order, BoxIdentity identity,
               const ScanCode& code) {
    if (!order)
        return GateUnknown{true, false};
    return GateBox{identity, code.text, order->id};
}

} // namespace

std::optional<GateLabel> labelOf(Ledger& ledger, const QString& text, const QByteArray& markKey) {
    GateLabel label;
    label.text = text;
    const auto mark = copyMark(text);
    const QString number = mark ? mark->waybill : text;
    auto waybill = ledger.waybills().find(number);
    if (!waybill)
        waybill = ledger.waybills().find(number.toUpper());
    if (!waybill || waybill->parcelId == 0)
        return std::nullopt;
    label.waybill = waybill->number;
    label.parcelId = waybill->parcelId;
    if (const auto parcel = ledger.labels().parcel(label.parcelId))
        label.orderId = parcel->orderId;
    if (mark) {
        label.markedParcel = mark->parcel;
        label.markedCopy = mark->copy;
        label.isForged = !isGenuine(*mark, markKey);
    }
    return label;
}

GateHalf gateHalf(Ledger& ledger, const ScanCode& code, const QByteArray& markKey) {
    if (code.kind == ScanKind::Tote)
        return boxOr(ledger.orders().byTote(code.argument), BoxIdentity::Tote, code);
    if (code.kind == ScanKind::Box) {
        const auto id = ledger.gate().orderOfBox(code.argument);
        return boxOr(id ? ledger.orders().byId(*id) : std::nullopt, BoxIdentity::Box, code);
    }
    bool several = false;
    if (code.kind == ScanKind::Slip) {
        const auto order = orderOfSlip(ledger, code.argument, several);
        return several ? GateHalf(GateUnknown{true, true}) : boxOr(order, BoxIdentity::Slip, code);
    }
    if (const auto label = labelOf(ledger, code.text, markKey))
        return *label;
    if (const auto order = orderOfSlip(ledger, code.text, several))
        return GateBox{BoxIdentity::Slip, code.text, order->id};
    return GateUnknown{several, several};
}

GateFacts gateFacts(Ledger& ledger, const GateBox& box, const GateLabel& label) {
    GateFacts facts;
    facts.boxOrder = box.orderId;
    facts.labelOrder = label.orderId;
    facts.labelParcel = label.parcelId;
    facts.markedParcel = label.markedParcel;
    facts.markedCopy = label.markedCopy;
    facts.isForged = label.isForged;
    if (const auto number = ledger.waybills().find(label.waybill))
        facts.number = number->state;
    if (const auto order = ledger.orders().byId(label.orderId)) {
        facts.order = order->order.state;
        facts.isHeld = !order->order.holds.isEmpty();
    }
    facts.missingCartons = int(missingParcels(ledger, label.orderId, label.parcelId).size());
    facts.isDispatched = ledger.dispatches().ofParcel(label.parcelId).has_value();
    if (const auto copy = ledger.labels().current(label.parcelId)) {
        facts.currentCopy = copy->copyNo;
        facts.copyIsBound = copy->state == CopyState::Bound;
        facts.hasMark = !copy->mark.isEmpty();
    }
    return facts;
}

} // namespace packbench
