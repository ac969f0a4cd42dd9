#include "bench/stationjudgement.h"

#include "bench/dispatching.h"
#include "bench/parcels.h"
#include "bench/stationwords.h"
#include "faultpoint.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

namespace packbench {

void Station::apply(const Judgement& judgement, const ScanCode& code, qint64 scanId) {
    if (judgement.action != Action::None && judgement.action != Action::Release &&
        judgement.action != Action::DoVerb && judgement.action != Action::AskVerb)
        m_verb.reset();
    switch (judgement.action) {
    case Action::SignOn: m_person = m_ledger.staff().byBadge(judgement.text); break;
    case Action::SignOff:
        close();
        m_lastWasLate = false;
        m_person.reset();
        break;
    case Action::Open:
    case Action::OpenAndCount: open(judgement.orderId); break;
    case Action::Count: count(judgement, scanId); break;
    case Action::AskSerial: m_serialLine = judgement.pick.line; break;
    case Action::SetQuantity: m_quantity = code.quantity; break;
    case Action::ToggleSingle: m_singleItem = !m_singleItem; break;
    case Action::SetAside: close(); break;
    case Action::Undo: undo(); break;
    case Action::ConfirmRemarks: confirmRemarks(); break;
    case Action::AskReason: m_waitsForReason = true; break;
    case Action::AskVerb: askVerb(code, judgement.orderId); break;
    case Action::NotThere: voidNotThere(judgement.text.toLongLong()); break;
    case Action::NoteLateReason:
        m_ledger.dispatches().setLateReason(m_lastDispatchedParcel, judgement.text);
        break;
    case Action::Bind: bind(judgement); break;
    case Action::CancelLabel: giveUp(*m_copy); break;
    case Action::TakeBackCarton:
        takeBack(judgement.text.toLongLong(), {});
        refreshOrder();
        break;
    case Action::SayLanguage:
        if (const auto language = printerLanguageFromWord(judgement.text))
            sayPrinterLanguage(m_ledger.settings(), m_printer.id, *language);
        break;
    case Action::AssignTote:
        m_ledger.orders().setTote(m_packing->record().id, judgement.text);
        m_packing->toteAssigned(judgement.text);
        break;
    case Action::AssignBox:
        m_ledger.gate().assignBox(judgement.text, m_packing->record().id, m_clock.now(),
                                  m_person ? m_person->badge : QString());
        break;
    case Action::ConfirmClock:
        m_watch.confirm(m_settings.bench, m_person ? m_person->badge : QString());
        break;
    case Action::None:
    case Action::Release:
    case Action::RetryLabel:
    case Action::PrintAgain:
    case Action::DoVerb:
    case Action::NothingCame: break;
    }
}

void Station::open(qint64 orderId) {
    close();
    auto record = m_ledger.orders().byId(orderId);
    Q_ASSERT(record);
    m_packing.emplace(m_ledger, std::move(*record));
    m_parcel = openParcel(m_ledger, orderId);
    if (m_parcel) {
        m_copy = m_ledger.labels().current(m_parcel->id);
        if (m_copy)
            showLabel(*m_copy);
        if (m_parcel->waybill.isEmpty() && m_parcel->cartons == 1)
            m_parcel.reset();
    }
}

void Station::refreshOrder() {
    if (!m_packing)
        return;
    const int quantity = m_quantity;
    const int grams = m_grams;
    const int serialLine = m_serialLine;
    const bool waitsForReason = m_waitsForReason;
    const QString digestBefore = m_packing->record().digest;
    open(m_packing->record().id);
    m_quantity = quantity;
    m_grams = grams;
    m_waitsForReason = waitsForReason;
    if (m_packing->record().digest == digestBefore)
        m_serialLine = serialLine;
    StationReply keep;
    keep.verdict = m_snapshot.verdict;
    keep.notice = m_snapshot.notice;
    finishSnapshot(keep, 0);
}

void Station::count(const Judgement& judgement, qint64 scanId) {
    Verification how;
    how.scanId = scanId;
    how.serial = judgement.serial;
    how.how = judgement.how;
    how.badge = m_person ? m_person->badge : QString();
    how.at = m_clock.now();
    m_packing->count(judgement.pick, how);
    m_quantity = 1;
    m_serialLine = -1;
}

void Station::close() {
    m_packing.reset();
    m_copy.reset();
    m_parcel.reset();
    m_waitsForReason = false;
    m_labelArrived = false;
    m_addedCarton = 0;
    m_serialLine = -1;
    m_quantity = 1;
    m_grams = 0;
    m_snapshot.label.reset();
}

void Station::confirmRemarks() {
    m_ledger.orders().confirmRemarks(m_packing->record().id, m_person ? m_person->badge : QString(),
                                     m_clock.now());
    m_packing->remarksConfirmed();
}

void Station::undo() {
    if (m_serialLine >= 0) {
        m_serialLine = -1;
        return;
    }
    // Nothing to undo was ruled out by the judgement.
    static_cast<void>(m_packing->undo());
}

/// The parcel has its label: the ready-made one that waited for it is never printed.
void Station::freeReadyMade(qint64 orderId) {
    auto label = m_ledger.incoming().ofOrder(orderId);
    if (!label)
        return;
    label->state = IncomingState::Discarded;
    label->reason = QStringLiteral("bound-by-hand");
    label->detail.clear();
    m_ledger.incoming().decide(*label);
}

void Station::bind(const Judgement& judgement) {
    const Instant now = m_clock.now();
    const auto order = m_ledger.orders().byId(judgement.orderId);
    auto parcel = m_ledger.labels().parcelByWaybill(judgement.text);
    if (!parcel || parcel->orderId != judgement.orderId)
        parcel = openParcel(m_ledger, judgement.orderId);
    if (!parcel) {
        parcel = ParcelRecord{0, judgement.orderId, 1, 1, 0, {}, {}};
        parcel->id = m_ledger.labels().addParcel(*parcel);
    }
    if (parcel->waybill.isEmpty()) {
        // A carrier's own label: the number comes with the scan.
        const QString decided = courierOfForm(judgement.text);
        const auto number = m_ledger.waybills().reserveNumber(
            judgement.text, decided.isEmpty() ? order->order.courier : decided, parcel->id);
        if (!number)
            throw StationFault(
                QStringLiteral("Waybill %1 belongs to another parcel.").arg(judgement.text));
        m_ledger.labels().setWaybill(parcel->id, number->number, number->courier);
        parcel->waybill = number->number;
        parcel->courier = number->courier;
    }
    const auto number = m_ledger.waybills().find(parcel->waybill);
    if (number && number->state == WaybillState::Reserved)
        m_ledger.waybills().setState(parcel->waybill, WaybillState::Bound);
    FAULT_POINT("label.bind");
    const auto copy = m_ledger.labels().current(parcel->id);
    if (copy && copy->state != CopyState::Bound)
        m_ledger.labels().setState(copy->id, CopyState::Bound, now);
    if (missingParcels(m_ledger, order->id).isEmpty())
        freeReadyMade(order->id);
    m_snapshot.lastParcel = parcel->waybill;
    m_snapshot.lastParcelCourier = parcel->courier;
    m_snapshot.lastParcelState = word(CopyState::Bound);
    if (judgement.outcome == QLatin1String("dispatched")) {
        // At the bench the order leaves as a whole, at the gate carton by carton.
        const QList<ParcelRecord> leaving = m_settings.dispatchAtBind
                                                ? m_ledger.labels().parcelsOfOrder(order->id)
                                                : QList{*parcel};
        for (const ParcelRecord& one : leaving) {
            if (!m_ledger.dispatches().ofParcel(one.id))
                recordDispatch(m_ledger, m_settings, *order, one, m_person.value_or(Operator{}),
                               now);
        }
        m_lastDispatchedParcel = parcel->id;
        m_lastWasLate = order->window && now > order->window->limitAt;
        m_snapshot.lastParcelState = QStringLiteral("dispatched");
    } else {
        m_ledger.orders().setState(order->id, OrderState::Packed);
    }
    if (m_packing && m_packing->record().id == judgement.orderId)
        close();
}

} // namespace packbench
