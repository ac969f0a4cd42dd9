#include "bench/stationjudgement.h"

#include "bench/parcels.h"
#include "bench/printqueue.h"
#include "faultpoint.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <utility>

namespace packbench {

namespace {

int widthOf(const QByteArray& png) {
    QBuffer buffer;
    buffer.setData(png);
    return std::max(QImageReader(&buffer, "PNG").size().width(), 0);
}

} // namespace

LabelOccasion Station::occasion(const QString& reason) const {
    return {m_person.value_or(Operator{}), m_clock.now(), 1, reason, m_grams};
}

void Station::showLabel(const LabelCopy& copy) {
    m_snapshot.label = ShownLabel{copy.id,
                                  copy.waybill,
                                  copy.courier,
                                  word(copy.state),
                                  copy.cause,
                                  copy.png,
                                  copy.copyNo,
                                  copy.state == CopyState::Printed,
                                  word(copy.evidence)};
}

QList<StationReply> Station::afterwards(const Judgement& judgement) {
    QList<StationReply> events;
    switch (judgement.action) {
    case Action::Open:
    case Action::Count:
    case Action::ConfirmRemarks:
    case Action::RetryLabel: events = labelIfReady(); break;
    case Action::Release:
        if (std::exchange(m_labelArrived, false))
            events = labelIfReady();
        break;
    case Action::PrintAgain: events = copyAgain(*m_copy, judgement.text); break;
    case Action::NothingCame: events = nothingCame(); break;
    case Action::DoVerb: events = doVerb(judgement.text); break;
    case Action::Bind:
        refreshStrip();
        events = nextCarton(judgement);
        break;
    case Action::None:
    case Action::SignOn:
    case Action::SignOff:
    case Action::OpenAndCount:
    case Action::AskSerial:
    case Action::SetQuantity:
    case Action::ToggleSingle:
    case Action::SetAside:
    case Action::Undo:
    case Action::CancelLabel:
    case Action::TakeBackCarton:
    case Action::SayLanguage:
    case Action::AskReason:
    case Action::AskVerb:
    case Action::NotThere:
    case Action::NoteLateReason:
    case Action::AssignTote:
    case Action::AssignBox:
    case Action::ConfirmClock: break;
    }
    if (!events.isEmpty())
        finishSnapshot(events.last(), m_snapshot.scanSerial);
    return events;
}

/// The label is on one carton: the next one's comes.
QList<StationReply> Station::nextCarton(const Judgement& judgement) {
    if (judgement.outcome != QLatin1String("label-bound") || m_packing ||
        missingParcels(m_ledger, judgement.orderId).isEmpty())
        return {};
    open(judgement.orderId);
    return labelIfReady();
}

/// The label comes by itself with the last piece and confirmed remarks.
QList<StationReply> Station::labelIfReady() {
    if (!m_packing || !m_packing->isComplete())
        return {};
    if (m_copy)
        return labelSoFar();
    const auto fresh = m_ledger.orders().byId(m_packing->record().id);
    if (fresh && (!fresh->order.holds.isEmpty() || fresh->order.state == OrderState::Cancelled)) {
        const Judgement stopped = judgeOpening(*fresh);
        stand(stopped, {});
        return {event(stopped.outcome, stopped.verdict, stopped.notice)};
    }
    if (fresh && fresh->digest != m_packing->record().digest) {
        open(fresh->id);
        const Judgement changed{
            QStringLiteral("order-changed"), Verdict::Stop, {NoticeCode::OrderChanged, {}}, true};
        stand(changed, {});
        return {event(changed.outcome, changed.verdict, changed.notice)};
    }
    const auto remarks = m_packing->remarksToConfirm();
    if (!remarks.isEmpty())
        return {event(QStringLiteral("confirm-remark"), Verdict::Look,
                      {NoticeCode::ConfirmRemark, {QString::number(remarks.size())}})};
    if (m_packing->record().order.recipient.masked &&
        !m_labelling.hasReadyMade(m_packing->record()))
        return {event(
            QStringLiteral("address-masked"), Verdict::YourTurn,
            {m_settings.hasInbox() ? NoticeCode::ShopLabelMissing : NoticeCode::ScanCarrierLabel,
             {}})};
    return makeLabel();
}

QList<StationReply> Station::labelsArrived(const QList<qint64>& orders) {
    if (!m_packing || m_copy || !m_packing->isComplete() ||
        !orders.contains(m_packing->record().id))
        return {};
    m_labelArrived = m_refusal.has_value();
    if (m_labelArrived)
        return {};
    QList<StationReply> events = labelIfReady();
    finishSnapshot(events.isEmpty() ? event(QStringLiteral("label-arrived"), Verdict::Wait, {})
                                    : events.last(),
                   m_snapshot.scanSerial);
    return events;
}

QList<StationReply> Station::makeLabel() {
    if (const auto stopped = stoppedMeanwhile(m_packing->record().id))
        return *stopped;
    const Labelling::Made made =
        attempted([this] { return m_labelling.make(m_packing->record(), m_printer, occasion()); });
    m_parcel = openParcel(m_ledger, m_packing->record().id);
    if (made.copy)
        return send(*made.copy);
    return refusedLabel(made.refused);
}

/// A template that cannot be read is a label that cannot be proofed.
Labelling::Made Station::attempted(const std::function<Labelling::Made()>& making) {
    try {
        return making();
    } catch (const FileError& error) {
        return {{}, {NoticeCode::LabelNotProofed, {error.sentence()}}};
    }
}

QList<StationReply> Station::refusedLabel(const Notice& why) {
    const bool noNumber =
        why.code == NoticeCode::NoWaybill || why.code == NoticeCode::NumbersInQuarantine;
    const QString outcome = noNumber ? QStringLiteral("no-waybill")
                            : why.code == NoticeCode::NumberInQuarantine
                                ? QStringLiteral("number-in-quarantine")
                                : QStringLiteral("label-not-proofed");
    const Judgement refused{outcome, Verdict::Stop, why, true};
    stand(refused, {});
    return {event(refused.outcome, refused.verdict, refused.notice)};
}

/// What an absent printer speaks is not known yet, and bytes of another language would come out as
/// pages of text. Of one that is there the queue asks.
std::optional<StationReply> Station::cannotSend() const {
    if (m_printer.languageKnown || m_printer.state != PrinterState::Unplugged)
        return std::nullopt;
    return event(QStringLiteral("printer-gone"), Verdict::Wait,
                 {NoticeCode::PrinterGone,
                  {QStringLiteral("The printer %1 is not there: check its cable and its switch.")
                       .arg(m_printer.id)}});
}

QList<StationReply> Station::send(const LabelCopy& copy) {
    if (const auto problem = cannotSend()) {
        takeUp(*m_ledger.labels().copy(copy.id));
        return {*problem};
    }
    FAULT_POINT("label.sending.before");
    std::optional<qint64> flushes;
    untilStored([&, unsure = m_unsure, counting = m_counting] {
        m_unsure = unsure;
        m_counting = counting;
        Transaction transaction(m_ledger);
        flushes = takeFlush(copy);
        if (!BROKEN("print-then-record"))
            m_ledger.labels().setState(copy.id, CopyState::Sending, m_clock.now());
        expectCount(copy.id);
        transaction.commit();
    });
    FAULT_POINT("label.sending.after");
    takeUp(*m_ledger.labels().copy(copy.id));
    m_submit({copy.id, copy.printer, copy.bytes, widthOf(copy.png), flushes});
    return {};
}

/// The order was stopped, or the disk has no room for what a label leaves behind.
std::optional<QList<StationReply>> Station::stoppedMeanwhile(qint64 orderId) {
    if (m_ledgerStops.code != NoticeCode::None) {
        stand({QStringLiteral("no-room"), Verdict::Stop, m_ledgerStops, true}, {});
        return QList{event(QStringLiteral("no-room"), Verdict::Stop, m_ledgerStops)};
    }
    const auto order = m_ledger.orders().byId(orderId);
    if (!order || order->order.holds.isEmpty())
        return std::nullopt;
    const Judgement stopped = judgeOpening(*order);
    stand(stopped, {});
    return QList<StationReply>{event(stopped.outcome, stopped.verdict, stopped.notice)};
}

/// Nothing of it ever left: it is drawn anew for the printer the bench has now.
QList<StationReply> Station::sendWaiting() {
    if (const auto stopped = stoppedMeanwhile(m_copy->orderId))
        return *stopped;
    if (const auto problem = cannotSend())
        return {*problem};
    const Labelling::Made made =
        attempted([this] { return m_labelling.refit(*m_copy, m_printer, occasion()); });
    if (!made.copy)
        return refusedLabel(made.refused);
    if (m_copy->state == CopyState::FailedClean)
        m_ledger.labels().setState(m_copy->id, CopyState::Prepared, m_clock.now());
    return send(*m_ledger.labels().copy(m_copy->id));
}

QList<StationReply> Station::labelSoFar() {
    switch (m_copy->state) {
    case CopyState::Prepared:
    case CopyState::FailedClean: return sendWaiting();
    case CopyState::Uncertain:
        return {event(QStringLiteral("label-in-doubt"), Verdict::Look,
                      {NoticeCode::LabelInDoubt, {m_copy->waybill}})};
    case CopyState::Sent:
        if (!m_copy->cause.isEmpty())
            return {event(QStringLiteral("printer-waits"), Verdict::Wait,
                          {NoticeCode::PrinterWaits, {m_copy->cause}})};
        [[fallthrough]];
    case CopyState::Printed:
        return {event(QStringLiteral("scan-label"), Verdict::YourTurn,
                      {NoticeCode::ScanLabelOnParcel, {}})};
    case CopyState::Sending:
    case CopyState::Bound:
    case CopyState::Void: break;
    }
    return {};
}

QList<StationReply> Station::copyAgain(const LabelCopy& before, const QString& reason) {
    m_waitsForReason = false;
    if (before.state == CopyState::Prepared || before.state == CopyState::FailedClean)
        return sendWaiting();
    if (const auto stopped = stoppedMeanwhile(before.orderId))
        return *stopped;
    if (before.state == CopyState::Sent || before.state == CopyState::Uncertain)
        noteUnsure(before);
    expectNoCount(before.id);
    const Labelling::Made made =
        attempted([&] { return m_labelling.again(before, m_printer, occasion(reason)); });
    return made.copy ? send(*made.copy) : refusedLabel(made.refused);
}

QList<StationReply> Station::nothingCame() {
    if (m_copy->state == CopyState::Sending)
        return {};
    return copyAgain(*m_copy, QStringLiteral("nothing-came"));
}

StationReply Station::nothingSent(const LabelCopy& copy, const SendReport& report) {
    const bool isRefused = !report.refusal.isEmpty();
    expectNoCount(copy.id);
    m_ledger.labels().setState(copy.id, CopyState::FailedClean, m_clock.now(), 0,
                               isRefused ? report.refusal : word(report.state));
    const Notice notice = whyNotSent(report);
    if (!isRefused)
        return event(QStringLiteral("printer-gone"), Verdict::Wait, notice);
    const Judgement refused{QStringLiteral("label-") + report.refusal, Verdict::Stop, notice, true};
    if (m_copy && m_copy->id == copy.id)
        stand(refused, {});
    return event(refused.outcome, refused.verdict, refused.notice);
}

QList<StationReply> Station::printed(qint64 copyId, const SendReport& report) {
    const Instant now = m_clock.now();
    const auto copy = m_ledger.labels().copy(copyId);
    const bool isGivenUp = m_cancelling.remove(copyId);
    FAULT_POINT("label.reported");
    if (BROKEN("print-then-record") && copy && copy->state == CopyState::Prepared) {
        m_ledger.labels().setState(copyId, CopyState::Sending, now);
        return printed(copyId, report);
    }
    if (!copy || copy->state != CopyState::Sending)
        return {};
    m_printerState = report.state == PrinterState::Unknown ? m_printerState : report.state;
    const bool isAway = report.state == PrinterState::Unplugged && copy->printer == m_printer.id;
    const QList<StationReply> others = isAway ? settleWaiting(report.state) : QList<StationReply>();
    const bool isBlocked = report.state != PrinterState::Ready &&
                           report.state != PrinterState::Printing &&
                           report.state != PrinterState::Unknown;
    StationReply happened;
    switch (report.end) {
    case SendReport::End::Accepted:
        m_ledger.labels().setState(copyId, CopyState::Sent, now, report.bytesTaken,
                                   isBlocked ? word(report.state) : QString());
        m_somethingWaits = m_somethingWaits || isBlocked;
        // A printer that counts has not printed it until it counted it.
        if (report.state == PrinterState::Ready && !(m_counting && report.labelsPrinted))
            m_ledger.labels().setState(copyId, CopyState::Printed, now, report.bytesTaken);
        happened = isBlocked ? event(QStringLiteral("printer-waits"), Verdict::Wait,
                                     {NoticeCode::PrinterWaits, {word(report.state)}})
                             : event(QStringLiteral("label-printed"), Verdict::YourTurn,
                                     {NoticeCode::LabelPrinted, {copy->waybill}});
        break;
    case SendReport::End::NothingSent:
        if (isGivenUp) {
            expectNoCount(copyId);
            return givenUp(*copy) + others;
        }
        happened = nothingSent(*copy, report);
        break;
    case SendReport::End::Uncertain:
        m_ledger.labels().setState(copyId, CopyState::Uncertain, now, report.bytesTaken,
                                   word(report.state));
        noteUnsure(*copy);
        happened = event(QStringLiteral("label-in-doubt"), Verdict::Look,
                         {NoticeCode::LabelInDoubt, {copy->waybill}});
        break;
    }
    const QList<StationReply> alarms = counted(report.status());
    if (!m_copy || m_copy->id != copyId) {
        nameOrder(happened, copy->orderId); // it was set aside meanwhile
        if (!alarms.isEmpty())
            finishSnapshot(alarms.last(), m_snapshot.scanSerial);
        return QList{happened} + others + alarms;
    }
    m_copy = m_ledger.labels().copy(copyId);
    if (m_copy->state == CopyState::Uncertain)
        m_copy->cause.clear();
    showLabel(*m_copy);
    finishSnapshot(alarms.isEmpty() ? happened : alarms.last(), m_snapshot.scanSerial);
    return QList{happened} + others + alarms;
}

bool Station::hasWaitingLabel() const {
    return m_copy &&
           (m_copy->state == CopyState::FailedClean || m_copy->state == CopyState::Prepared);
}

} // namespace packbench
