#include "bench/stationjudgement.h"
#include "bench/stationwords.h"
#include "ledger/ledger.h"

namespace packbench {

Station::Judgement Station::judgeStrayLabel(const ScanCode& code, const OrderRecord& order) {
    const auto mark = copyMark(code.text);
    const auto parcel = m_ledger.labels().parcelByWaybill(mark ? mark->waybill : code.text);
    const auto dispatched = m_ledger.dispatches().ofParcel(parcel->id);
    if (dispatched && parcel->id == m_lastDispatchedParcel) {
        Judgement again{QStringLiteral("dispatched"),
                        Verdict::Done,
                        {NoticeCode::Dispatched, {parcel->waybill}}};
        again.orderId = order.id;
        again.order = order.order.key;
        return again;
    }
    const auto copy = m_ledger.labels().current(parcel->id);
    if (mark && copy && mark->copy != copy->copyNo)
        return {QStringLiteral("old-copy"),
                Verdict::Stop,
                {NoticeCode::OldCopy, {QString::number(mark->copy), QString::number(copy->copyNo)}},
                true};
    const bool isOut =
        copy && (copy->state == CopyState::Sent || copy->state == CopyState::Printed ||
                 copy->state == CopyState::Uncertain || copy->state == CopyState::Bound);
    if (order.order.state != OrderState::Packed || !isOut || !order.order.holds.isEmpty())
        return judgeOpening(order);
    const bool dispatches = m_settings.dispatchAtBind;
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
    if (number && number->parcelId != 0 && number->parcelId != ours)
        return refusedLabel(QStringLiteral("wrong-label"), Verdict::Stop,
                            {NoticeCode::NumberTaken, {waybill}});
    const bool dispatches = m_settings.dispatchAtBind;
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
    if (mark->copy != m_copy->copyNo)
        return refusedLabel(
            QStringLiteral("old-copy"), Verdict::Stop,
            {NoticeCode::OldCopy, {QString::number(mark->copy), QString::number(m_copy->copyNo)}});
    return judgeBinding(expected);
}

Station::Judgement Station::judgeLabelScan(const ScanCode& code) {
    const QString expected = m_parcel ? m_parcel->waybill : m_packing->record().order.waybill;
    if (const auto marked = judgeCopyMark(code, expected))
        return *marked;
    if (!expected.isEmpty() && code.text.compare(expected, Qt::CaseInsensitive) == 0) {
        const bool notOut = m_copy && (m_copy->state == CopyState::Prepared ||
                                       m_copy->state == CopyState::FailedClean);
        return notOut ? refusedLabel(QStringLiteral("label-not-printed"), Verdict::Wait,
                                     {NoticeCode::LabelNotPrinted, {expected}})
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
    if (expected.isEmpty() && !isElsewhere && mayBeWaybill(code))
        return judgeBinding(number);
    return refusedLabel(QStringLiteral("wrong-label"), Verdict::Stop,
                        {NoticeCode::WrongLabel, {code.text, orDash(expected), expected.right(4)}});
}

} // namespace packbench
