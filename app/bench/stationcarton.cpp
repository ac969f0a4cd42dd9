// An extra carton that was asked for by mistake: the order needs one less again.
#include "bench/stationjudgement.h"

#include "bench/parcels.h"
#include "bench/stationwords.h"
#include "faultpoint.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace packbench {

namespace {

bool mayHaveLabel(Ledger& ledger, const ParcelRecord& carton) {
    const auto copies = ledger.labels().ofOrder(carton.orderId);
    return isBound(ledger, carton) ||
           std::any_of(copies.cbegin(), copies.cend(), [&carton](const LabelCopy& copy) {
               return copy.parcelId == carton.id && mayHaveLeft(copy);
           });
}

} // namespace

Station::Judgement Station::judgeTakingBack(qint64 orderId, int carton, const QString& reason) {
    const auto order = m_ledger.orders().byId(orderId);
    const bool isOurs = order && (order->order.state == OrderState::Open ||
                                  order->order.state == OrderState::Packed);
    const auto extra = isOurs ? extraCarton(m_ledger, orderId, carton) : std::nullopt;
    if (!m_person)
        return {QStringLiteral("not-signed-on"), Verdict::Stop, {NoticeCode::NotSignedOn, {}}};
    if (!extra)
        return {QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}};
    const auto copy = m_ledger.labels().current(extra->id);
    if (copy && copy->state == CopyState::Sending)
        return {QStringLiteral("label-sent"),
                Verdict::Wait,
                {NoticeCode::LabelSentAlready, {copy->waybill}}};
    const bool isLabelled = mayHaveLabel(m_ledger, *extra);
    if (isLabelled && !isSupervisor())
        return {QStringLiteral("not-allowed"),
                Verdict::Stop,
                {NoticeCode::NotAllowed, {m_person->name}}};
    if (isLabelled && reason.isEmpty())
        return {QStringLiteral("reason-missing"), Verdict::Wrong, {NoticeCode::ReasonMissing, {}}};
    Judgement done{
        QStringLiteral("carton-taken-back"),
        Verdict::Accepted,
        {NoticeCode::CartonTakenBack,
         {order->order.key.number, QString::number(extra->cartons - 1), orDash(extra->waybill)}}};
    done.action = Action::TakeBackCarton;
    done.orderId = orderId;
    done.order = order->order.key;
    done.text = QString::number(extra->id);
    return done;
}

/// Beside a label that cannot be cancelled it means a carton only where that came last.
Station::Judgement Station::judgeCancelCard(bool hasCopy) {
    Judgement label{QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}};
    if (hasCopy)
        label = judgeCancelling(*m_copy);
    if (label.action != Action::None || !m_packing || (hasCopy && m_addedCarton == 0))
        return label;
    const Judgement carton = judgeTakingBack(m_packing->record().id, 0, {});
    const bool isMeant = !hasCopy || carton.text == QString::number(m_addedCarton);
    return isMeant && carton.action == Action::TakeBackCarton ? carton : label;
}

/// Inside the caller's transaction.
void Station::takeBack(qint64 parcelId, const QString& reason) {
    LabelBook& labels = m_ledger.labels();
    const auto carton = labels.parcel(parcelId);
    if (!carton)
        return; // another bench was quicker
    const QString badge = m_person ? m_person->badge : QString();
    for (const LabelCopy& copy : labels.ofOrder(carton->orderId)) {
        if (copy.parcelId != parcelId || copy.state == CopyState::Void)
            continue;
        if (copy.state == CopyState::Sent || copy.state == CopyState::Uncertain)
            noteUnsure(*labels.copy(copy.id));
        expectNoCount(copy.id);
        labels.setState(copy.id, CopyState::Void, m_clock.now(), 0,
                        mayHaveLeft(copy) ? kLabelRedone : kLabelNotSent);
    }
    if (!carton->waybill.isEmpty()) {
        discardReadyMade(*carton);
        m_ledger.waybills().giveUp(carton->waybill, reason, badge, m_clock.now());
    }
    FAULT_POINT("carton.given-up");
    labels.takeBack(*carton, reason, badge);
}

/// The shop's label for that carton waits for nobody any more.
void Station::discardReadyMade(const ParcelRecord& carton) {
    auto label = m_ledger.incoming().ofOrder(carton.orderId);
    if (!label || label->waybill != carton.waybill)
        return;
    label->state = IncomingState::Discarded;
    label->reason = QStringLiteral("carton-taken-back");
    label->detail.clear();
    m_ledger.incoming().decide(*label);
}

QList<StationReply> Station::takeBackCarton(qint64 orderId, int carton, const QString& reason,
                                            const QString& key) {
    const Judgement judgement = judgeTakingBack(orderId, carton, reason);
    const QByteArray asked =
        QByteArray::number(orderId) + '\n' + QByteArray::number(carton) + '\n' + reason.toUtf8();
    return acted(act(key, QStringLiteral("take-back-carton"), asked),
                 event(judgement.outcome, judgement.verdict, judgement.notice), [&] {
                     if (judgement.action != Action::TakeBackCarton)
                         return told(judgement);
                     untilStored([&] {
                         Transaction transaction(m_ledger);
                         takeBack(judgement.text.toLongLong(), reason);
                         transaction.commit();
                     });
                     if (m_packing && m_packing->record().id == orderId)
                         refreshOrder();
                     return told(judgement);
                 });
}

} // namespace packbench
