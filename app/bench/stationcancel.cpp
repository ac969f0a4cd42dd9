#include "bench/stationjudgement.h"

#include "bench/stationanswer.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace packbench {

Station::Judgement Station::judgeCancelling(const LabelCopy& copy) {
    const auto comesTo = [&copy](const char* outcome, Verdict verdict, NoticeCode notice) {
        return Judgement{QLatin1String(outcome), verdict, {notice, {copy.waybill}}};
    };
    switch (copy.state) {
    case CopyState::Prepared:
    case CopyState::FailedClean: {
        Judgement judgement =
            comesTo("label-cancelled", Verdict::Accepted, NoticeCode::LabelCancelled);
        judgement.action = Action::CancelLabel;
        return judgement;
    }
    case CopyState::Sending: {
        Judgement judgement =
            comesTo("label-cancelling", Verdict::Wait, NoticeCode::LabelCancelling);
        judgement.action = Action::CancelLabel;
        return judgement;
    }
    case CopyState::Uncertain:
        return comesTo("label-in-doubt", Verdict::Look, NoticeCode::LabelInDoubt);
    case CopyState::Sent:
        if (mayBeDropped(copy)) {
            Judgement judgement =
                comesTo("label-cancelling", Verdict::Wait, NoticeCode::LabelCancelling);
            judgement.action = Action::CancelLabel;
            return judgement;
        }
        [[fallthrough]];
    case CopyState::Printed:
        return comesTo("label-sent", copy.cause.isEmpty() ? Verdict::YourTurn : Verdict::Wait,
                       NoticeCode::LabelSentAlready);
    case CopyState::Bound:
    case CopyState::Void: break;
    }
    return comesTo("nothing-to-do", Verdict::None, NoticeCode::NothingToDo);
}

void Station::giveUp(const LabelCopy& copy) {
    const bool isOpen = m_copy && m_copy->id == copy.id;
    if (copy.state == CopyState::Sending) {
        m_cancelling.insert(copy.id);
        m_cancel(copy.id);
        return;
    }
    if (copy.state == CopyState::Sent) {
        m_cancelling.insert(copy.id);
        m_flush(copy);
        return;
    }
    voidUnsent(copy);
    if (isOpen)
        close();
}

bool Station::mayBeDropped(const LabelCopy& copy) const {
    return copy.state == CopyState::Sent && !copy.cause.isEmpty() && m_flush &&
           copy.printer == m_printer.id && m_printer.languageKnown &&
           m_printerState != PrinterState::Unplugged && dropsWhole(m_printer.language);
}

/// Half of it may be on paper: it is void, and counts as one that may have left.
QList<StationReply> Station::flushed(qint64 copyId, bool wasTaken) {
    const auto copy = m_ledger.labels().copy(copyId);
    if (!m_cancelling.remove(copyId) || !copy || copy->state != CopyState::Sent)
        return {};
    const bool isOpen = m_copy && m_copy->id == copyId;
    StationReply happened = wasTaken ? event(QStringLiteral("label-dropped"), Verdict::Accepted,
                                             {NoticeCode::LabelDropped, {copy->waybill}})
                                     : event(QStringLiteral("label-sent"), Verdict::Wait,
                                             {NoticeCode::LabelSentAlready, {copy->waybill}});
    if (!isOpen)
        nameOrder(happened, copy->orderId);
    if (wasTaken) {
        expectNoCount(copyId);
        untilStored([&] {
            Transaction transaction(m_ledger);
            m_ledger.labels().setState(copyId, CopyState::Void, m_clock.now(), copy->bytesTaken,
                                       kLabelDropped);
            doubtWaiting(*copy);
            transaction.commit();
        });
    }
    if (isOpen && wasTaken)
        close();
    if (isOpen)
        finishSnapshot(happened, m_snapshot.scanSerial);
    return {happened};
}

void Station::voidUnsent(const LabelCopy& copy) {
    m_ledger.labels().setState(copy.id, CopyState::Void, m_clock.now(), 0, kLabelCancelled);
    const auto order = m_ledger.orders().byId(copy.orderId);
    const auto copies = m_ledger.labels().ofOrder(copy.orderId);
    if (order && order->order.state == OrderState::Packed &&
        std::none_of(copies.cbegin(), copies.cend(), mayHaveLeft))
        m_ledger.orders().setState(copy.orderId, OrderState::Open);
}

QList<StationReply> Station::givenUp(const LabelCopy& copy) {
    const bool isOpen = m_copy && m_copy->id == copy.id;
    StationReply happened = event(QStringLiteral("label-cancelled"), Verdict::Accepted,
                                  {NoticeCode::LabelCancelled, {copy.waybill}});
    if (!isOpen)
        nameOrder(happened, copy.orderId);
    untilStored([&] {
        Transaction transaction(m_ledger);
        m_ledger.labels().setState(copy.id, CopyState::FailedClean, m_clock.now());
        voidUnsent(copy);
        transaction.commit();
    });
    if (isOpen) {
        close();
        finishSnapshot(happened, m_snapshot.scanSerial);
    }
    return {happened};
}

/// What happened to an order that is not open: told, but the screen stays where it is.
void Station::nameOrder(StationReply& happened, qint64 orderId) {
    if (const auto order = m_ledger.orders().byId(orderId))
        happened.order = order->order.key;
    happened.orderDone = happened.orderRequired = 0;
}

QList<StationReply> Station::cancelLabel(qint64 copyId, const QString& key) {
    KeyedAct act = this->act(key, QStringLiteral("cancel-label"), QByteArray::number(copyId));
    if (const auto known = answeredBefore(act))
        return {*known};
    const auto copy = m_ledger.labels().copy(copyId);
    if (!copy)
        return {};
    const Judgement judgement = judgeCancelling(*copy);
    const qint64 scanId = journal({QStringLiteral("PBC-CANCEL"), {}, QStringLiteral("screen")});
    StationReply answer = event(judgement.outcome, judgement.verdict, judgement.notice);
    untilStored([&] {
        Transaction transaction(m_ledger);
        m_ledger.scans().judged(scanId, word(ScanKind::Command), judgement.outcome, copy->orderId);
        if (judgement.action == Action::CancelLabel)
            giveUp(*copy);
        answer = event(judgement.outcome, judgement.verdict, judgement.notice);
        act.done(answerText(answer));
        transaction.commit();
    });
    answer.key = key;
    finishSnapshot(answer, 0);
    return {answer};
}

} // namespace packbench
