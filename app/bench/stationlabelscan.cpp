#include "bench/parcels.h"
#include "bench/stationjudgement.h"
#include "bench/stationwords.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace packbench {

Station::Judgement Station::judgeStrayLabel(const ScanCode& code, const OrderRecord& order) {
    const auto mark = copyMark(code.text);
    const auto parcel = parcelOfNumber(m_ledger, mark ? mark->waybill : code.text);
    const auto copy = m_ledger.labels().current(parcel->id);
    if (auto refused = judgeMark(mark, *parcel, mark ? mark->waybill : code.text, copy))
        return *refused;
    const auto dispatched = m_ledger.dispatches().ofParcel(parcel->id);
    if (dispatched && parcel->id == m_lastDispatchedParcel) {
        Judgement again{QStringLiteral("dispatched"),
                        Verdict::Done,
                        {NoticeCode::Dispatched, {parcel->waybill}}};
        again.orderId = order.id;
        again.order = order.order.key;
        return again;
    }
    const bool isOut =
        copy && (copy->state == CopyState::Sent || copy->state == CopyState::Printed ||
                 copy->state == CopyState::Uncertain || copy->state == CopyState::Bound);
    if (order.order.state != OrderState::Packed || !isOut || !order.order.holds.isEmpty())
        return judgeOpening(order);
    const auto missing = missingParcels(m_ledger, order.id, parcel->id).size();
    if (m_settings.dispatchAtBind && copy->state == CopyState::Bound && missing > 0)
        return {QStringLiteral("parcels-missing"),
                Verdict::Wrong,
                {NoticeCode::ParcelsMissing, {order.order.key.number, QString::number(missing)}},
                true};
    const bool dispatches = missing == 0 && m_settings.dispatchAtBind;
    if (auto stopped = dispatches ? clockStops(order) : std::nullopt)
        return *stopped;
    Judgement judgement{
        dispatches ? QStringLiteral("dispatched") : QStringLiteral("label-bound"),
        Verdict::Done,
        {dispatches ? NoticeCode::Dispatched : NoticeCode::LabelBound, {parcel->waybill}}};
    judgement.action = Action::Bind;
    judgement.orderId = order.id;
    judgement.order = order.order.key;
    judgement.text = parcel->waybill;
    return judgement;
}

/// The label on the parcel is the right one: bound, and gone unless a gate scan follows. What
/// service stopped meanwhile does not leave.
Station::Judgement Station::judgeBinding(const QString& waybill) {
    const auto order = m_ledger.orders().byId(m_packing->record().id);
    if (!order->order.holds.isEmpty())
        return judgeOpening(*order);
    const auto number = m_ledger.waybills().find(waybill);
    const qint64 ours = m_parcel ? m_parcel->id : 0;
    if (number && number->state == WaybillState::Void)
        return refusedLabel(QStringLiteral("number-given-up"), Verdict::Stop,
                            {NoticeCode::NumberGivenUp, {waybill}});
    if (m_ledger.quarantine().waits(waybill))
        return refusedLabel(QStringLiteral("number-in-quarantine"), Verdict::Stop,
                            {NoticeCode::NumberInQuarantine, {waybill}});
    if (number && number->parcelId != 0 && number->parcelId != ours)
        return refusedLabel(QStringLiteral("wrong-label"), Verdict::Stop,
                            {NoticeCode::NumberTaken, {waybill}});
    const bool isLast = missingParcels(m_ledger, order->id, ours).isEmpty();
    const bool dispatches = isLast && m_settings.dispatchAtBind;
    if (auto stopped = dispatches ? clockStops(*order) : std::nullopt)
        return *stopped;
    Judgement judgement;
    judgement.orderId = order->id;
    judgement.order = order->order.key;
    judgement.outcome = dispatches ? QStringLiteral("dispatched") : QStringLiteral("label-bound");
    judgement.verdict = Verdict::Done;
    judgement.notice = {dispatches ? NoticeCode::Dispatched : NoticeCode::LabelBound, {waybill}};
    judgement.action = Action::Bind;
    judgement.text = waybill;
    return judgement;
}

Station::Judgement Station::refusedLabel(const QString& outcome, Verdict verdict,
                                         const Notice& notice) const {
    Judgement judgement{outcome, verdict, notice, true};
    judgement.orderId = m_packing->record().id;
    judgement.order = m_packing->record().order.key;
    return judgement;
}

std::optional<Station::Judgement> Station::judgeCopyMark(const ScanCode& code,
                                                         const QString& expected) {
    const auto mark = copyMark(code.text);
    if (!m_copy || !mark)
        return std::nullopt;
    if (mark->parcel != m_copy->parcelId)
        return refusedLabel(QStringLiteral("wrong-label"), Verdict::Stop,
                            {NoticeCode::WrongLabel, {mark->waybill, expected, expected.right(4)}});
    if (const auto refused = judgeMark(mark, *m_parcel, mark->waybill, m_copy))
        return refusedLabel(refused->outcome, refused->verdict, refused->notice);
    return judgeBinding(expected);
}

Station::Judgement Station::judgeLabelScan(const ScanCode& code) {
    const bool hasOwn = m_parcel && (!m_parcel->waybill.isEmpty() || m_parcel->carton > 1);
    const QString expected = hasOwn ? m_parcel->waybill : m_packing->record().order.waybill;
    if (const auto marked = judgeCopyMark(code, expected))
        return *marked;
    if (!expected.isEmpty() && code.text.compare(expected, Qt::CaseInsensitive) == 0) {
        const bool notOut = m_copy && (m_copy->state == CopyState::Prepared ||
                                       m_copy->state == CopyState::FailedClean);
        if (notOut)
            return refusedLabel(QStringLiteral("label-not-printed"), Verdict::Wait,
                                {NoticeCode::LabelNotPrinted, {expected}});
        const auto refused = m_copy ? judgeCopies(*m_copy) : std::nullopt;
        return refused ? refusedLabel(refused->outcome, refused->verdict, refused->notice)
                       : judgeBinding(expected);
    }
    if (!matchesOf(code).isEmpty())
        return refusedLabel(QStringLiteral("label-first"), Verdict::Wrong,
                            {NoticeCode::LabelFirst, {expected.right(4)}});
    bool several = false;
    const QString number = code.text.toUpper();
    const bool isElsewhere = orderNamed(code, several) || several ||
                             m_ledger.waybills().find(number) ||
                             m_ledger.waybills().find(code.text);
    if (expected.isEmpty() && !isElsewhere &&
        mayBeWaybillOf(m_packing->record().order.courier, code))
        return judgeBinding(number);
    if (const auto givenUp = m_ledger.waybills().find(number);
        givenUp && givenUp->state == WaybillState::Void)
        return refusedLabel(QStringLiteral("number-given-up"), Verdict::Stop,
                            {NoticeCode::NumberGivenUp, {number}});
    return refusedLabel(QStringLiteral("wrong-label"), Verdict::Stop,
                        {NoticeCode::WrongLabel, {code.text, orDash(expected), expected.right(4)}});
}

/// What is wrong with the label that was scanned, at the bench and at the gate alike: its number
/// was given up, its mark is an older copy's or nobody's; or there is none, where one is needed.
std::optional<Station::Judgement> Station::judgeMark(const std::optional<CopyMark>& mark,
                                                     const ParcelRecord& parcel,
                                                     const QString& number,
                                                     const std::optional<LabelCopy>& copy) {
    const auto stop = [](const char* outcome, const Notice& notice) {
        return Judgement{QLatin1String(outcome), Verdict::Stop, notice, true};
    };
    // A label of before there were genuine marks has one without its four signs.
    const bool isOfBefore = mark && mark->mac.isEmpty() && copy && copy->mark.isEmpty();
    if (mark && !isOfBefore && !isGenuine(*mark, m_settings.markKey))
        return stop("forged-mark", {NoticeCode::ForgedMark, {mark->waybill}});
    const auto known = m_ledger.waybills().find(parcel.waybill);
    const bool isGivenUp = known && known->state == WaybillState::Void; // with its carton
    if (isGivenUp || number.compare(parcel.waybill, Qt::CaseInsensitive) != 0)
        return stop("number-given-up", {NoticeCode::NumberGivenUp, {number}});
    if (mark && copy && mark->copy != copy->copyNo)
        return stop("old-copy", {NoticeCode::OldCopy,
                                 {QString::number(mark->copy), QString::number(copy->copyNo)}});
    if (mark && !copy && isVoid(parcel, *mark))
        return stop("void-copy", {NoticeCode::VoidCopy, {QString::number(mark->copy)}});
    return mark || !copy ? std::nullopt : judgeCopies(*copy);
}

/// It was said not to be there, and no other copy has been made since.
bool Station::isVoid(const ParcelRecord& parcel, const CopyMark& mark) {
    const auto copies = m_ledger.labels().ofOrder(parcel.orderId);
    return std::any_of(copies.cbegin(), copies.cend(), [&](const LabelCopy& one) {
        return one.parcelId == parcel.id && one.copyNo == mark.copy && one.state == CopyState::Void;
    });
}

std::optional<Station::Judgement> Station::judgeCopies(const LabelCopy& copy) {
    const auto copies = m_ledger.labels().ofOrder(copy.orderId);
    const bool hasOlder =
        std::any_of(copies.cbegin(), copies.cend(), [&copy](const LabelCopy& one) {
            return one.parcelId == copy.parcelId && one.copyNo < copy.copyNo &&
                   one.waybill == copy.waybill && mayHaveLeft(one);
        });
    const QStringList valid{QString::number(copy.copyNo)};
    if (!hasOlder || m_askedToDestroy == copy.id)
        return std::nullopt;
    if (!copy.mark.isEmpty() && m_settings.markRequired)
        return Judgement{QStringLiteral("scan-square-code"),
                         Verdict::Wrong,
                         {NoticeCode::ScanSquareCode, valid},
                         true};
    m_askedToDestroy = copy.id;
    return Judgement{QStringLiteral("destroy-old-label"),
                     Verdict::Look,
                     {NoticeCode::DestroyOldLabel, valid},
                     true};
}

} // namespace packbench
