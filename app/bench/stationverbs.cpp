// "Print again", "redo", "extra parcel": three verbs that are never mixed up, by card or by tap.
#include "bench/stationjudgement.h"

#include "bench/parcels.h"
#include "ledger/ledger.h"

#include <utility>

namespace packbench {

namespace {

constexpr int kMostCartons = 99;

} // namespace

/// A ledger without any badge belongs to somebody trying Packbench out: he may do all.
bool Station::isSupervisor() const {
    return m_person && (m_person->role == Role::Supervisor || m_ledger.staff().all().isEmpty());
}

/// What a page is answered: an event, on the screen at once.
QList<StationReply> Station::told(const Judgement& judgement) {
    StationReply answer = event(judgement.outcome, judgement.verdict, judgement.notice);
    if (judgement.order)
        answer.order = judgement.order;
    if (judgement.isRefusal)
        stand(judgement, {});
    finishSnapshot(answer, 0);
    return {answer};
}

/// The bench works at this copy from now on.
void Station::takeUp(const LabelCopy& copy) {
    m_copy = copy;
    m_parcel = m_ledger.labels().parcel(copy.parcelId);
    showLabel(*m_copy);
}

/// Why a label's copy or number is not made anew; nothing = it is.
std::optional<Station::Judgement> Station::refusedVerb(const LabelCopy& copy,
                                                       const QString& reason) {
    const auto order = m_ledger.orders().byId(copy.orderId);
    const auto refuse = [&](const char* outcome, Verdict verdict, const Notice& notice) {
        Judgement refused{QLatin1String(outcome), verdict, notice};
        refused.order = order ? std::optional(order->order.key) : std::nullopt;
        return refused;
    };
    const auto current = m_ledger.labels().current(copy.parcelId);
    if (!m_person)
        return refuse("not-signed-on", Verdict::Stop, {NoticeCode::NotSignedOn, {}});
    if (!current || !order || order->order.state != OrderState::Packed ||
        current->state == CopyState::Sending || m_ledger.dispatches().ofParcel(copy.parcelId))
        return refuse("nothing-to-do", Verdict::None, {NoticeCode::NothingToDo, {}});
    if (reason.isEmpty())
        return refuse("reason-missing", Verdict::Wrong, {NoticeCode::ReasonMissing, {}});
    if (m_packing && m_packing->record().id != order->id && m_packing->hasProgress())
        return refuse("other-order-open", Verdict::Wrong,
                      {NoticeCode::OtherOrderOpen,
                       {m_packing->record().order.key.number, order->order.key.number}});
    return std::nullopt;
}

QList<StationReply> Station::printedAgain(qint64 copyId, const QString& reason) {
    const auto copy = m_ledger.labels().copy(copyId);
    if (!copy)
        return told(
            {QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}});
    if (const auto refused = refusedVerb(*copy, reason))
        return told(*refused);
    const LabelCopy current = *m_ledger.labels().current(copy->parcelId);
    if (current.state == CopyState::Bound && !isSupervisor())
        return told({QStringLiteral("not-allowed"),
                     Verdict::Stop,
                     {NoticeCode::NotAllowed, {m_person ? m_person->name : QString()}}});
    if (auto stopped = stoppedMeanwhile(copy->orderId)) {
        finishSnapshot(stopped->last(), 0);
        return *stopped;
    }
    open(copy->orderId);
    takeUp(current);
    QList<StationReply> events = copyAgain(current, reason);
    events.prepend(
        event(QStringLiteral("print-again"), Verdict::Wait, {NoticeCode::ReasonNoted, {reason}}));
    finishSnapshot(events.last(), 0);
    return events;
}

QList<StationReply> Station::redone(qint64 copyId, const QString& reason) {
    const auto copy = m_ledger.labels().copy(copyId);
    if (!copy)
        return told(
            {QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}});
    if (!isSupervisor())
        return told({QStringLiteral("not-allowed"),
                     Verdict::Stop,
                     {NoticeCode::NotAllowed, {m_person ? m_person->name : QString()}}});
    if (m_ledger.dispatches().ofParcel(copy->parcelId))
        return told({QStringLiteral("redo-too-late"),
                     Verdict::Stop,
                     {NoticeCode::RedoTooLate, {copy->waybill}}});
    if (const auto refused = refusedVerb(*copy, reason))
        return told(*refused);
    if (auto stopped = stoppedMeanwhile(copy->orderId)) {
        finishSnapshot(stopped->last(), 0);
        return *stopped;
    }
    const ParcelRecord parcel = *m_ledger.labels().parcel(copy->parcelId);
    const LabelCopy current = *m_ledger.labels().current(parcel.id);
    if (current.state == CopyState::Sent || current.state == CopyState::Uncertain)
        noteUnsure(current);
    expectNoCount(current.id);
    open(copy->orderId);
    const Labelling::Made made =
        attempted([&] { return m_labelling.redo(parcel, m_printer, occasion(reason)); });
    QList<StationReply> events;
    if (made.copy) {
        events = send(*made.copy);
        events.prepend(event(QStringLiteral("number-redone"), Verdict::Wait,
                             {NoticeCode::NumberRedone, {parcel.waybill, made.copy->waybill}}));
    } else {
        events = refusedLabel(made.refused);
    }
    finishSnapshot(events.first(), 0);
    return events;
}

QList<StationReply> Station::parcelAdded(qint64 orderId, const QString& reason) {
    const auto order = m_ledger.orders().byId(orderId);
    const auto cartons = int(m_ledger.labels().parcelsOfOrder(orderId).size());
    const bool mayGrow =
        order && cartons < kMostCartons &&
        (order->order.state == OrderState::Open || order->order.state == OrderState::Packed);
    if (!m_person)
        return told(
            {QStringLiteral("not-signed-on"), Verdict::Stop, {NoticeCode::NotSignedOn, {}}});
    if (!mayGrow)
        return told(
            {QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}});
    if (reason.isEmpty())
        return told(
            {QStringLiteral("reason-missing"), Verdict::Wrong, {NoticeCode::ReasonMissing, {}}});
    if (m_ledgerStops.code != NoticeCode::None)
        return told({QStringLiteral("no-room"), Verdict::Stop, m_ledgerStops, true});
    const ParcelRecord added = m_labelling.addCarton(orderId);
    Judgement done{
        QStringLiteral("extra-parcel"),
        Verdict::Accepted,
        {NoticeCode::ExtraParcelAdded, {order->order.key.number, QString::number(added.cartons)}}};
    done.order = order->order.key;
    const bool isOpen = m_packing && m_packing->record().id == orderId;
    if (isOpen) {
        refreshOrder();
        m_addedCarton = added.id;
    }
    QList<StationReply> events = told(done);
    if (isOpen && !m_copy)
        events += labelIfReady();
    if (events.size() > 1)
        finishSnapshot(events.last(), 0);
    return events;
}

/// Order first, then the reason.
void Station::askVerb(const ScanCode& code, qint64 orderId) {
    const Command before = m_verb ? m_verb->verb : Command::None;
    m_verb = AskedVerb{code.kind == ScanKind::Command ? code.command : before, orderId};
}

Station::Judgement Station::judgeVerb(const ScanCode& code) {
    if (code.command == Command::Redo && !isSupervisor())
        return {QStringLiteral("not-allowed"),
                Verdict::Stop,
                {NoticeCode::NotAllowed, {m_person->name}},
                true};
    const bool isForLabel = code.command != Command::ExtraParcel;
    if (m_packing && isForLabel && (!m_copy || m_copy->state == CopyState::Sending))
        return {QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}};
    Judgement judgement{m_packing ? QStringLiteral("scan-reason") : QStringLiteral("scan-order"),
                        Verdict::YourTurn,
                        {m_packing ? NoticeCode::ScanReason : NoticeCode::ScanOrderOfLabel, {}}};
    judgement.action = Action::AskVerb;
    judgement.orderId = m_packing ? m_packing->record().id : 0;
    return judgement;
}

/// The scan after a verb's card, at an idle bench: whose label it is about.
Station::Judgement Station::judgeVerbOrder(const ScanCode& code) {
    bool several = false;
    const auto order = orderNamed(code, several);
    if (!order)
        return unknown(code);
    Judgement judgement{
        QStringLiteral("scan-reason"), Verdict::YourTurn, {NoticeCode::ScanReason, {}}};
    judgement.action = Action::AskVerb;
    judgement.orderId = order->id;
    judgement.order = order->order.key;
    return judgement;
}

QList<StationReply> Station::doVerb(const QString& reason) {
    const AskedVerb asked = std::exchange(m_verb, std::nullopt).value_or(AskedVerb{});
    if (asked.verb == Command::ExtraParcel)
        return parcelAdded(asked.orderId, reason);
    const auto parcel = m_copy && m_copy->orderId == asked.orderId
                            ? m_ledger.labels().parcel(m_copy->parcelId)
                            : openParcel(m_ledger, asked.orderId);
    const auto copy = parcel ? m_ledger.labels().current(parcel->id) : std::nullopt;
    if (!copy)
        return told(
            {QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}});
    return asked.verb == Command::Redo ? redone(copy->id, reason) : printedAgain(copy->id, reason);
}

} // namespace packbench
