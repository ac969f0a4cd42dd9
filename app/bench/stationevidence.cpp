// How it is known that a label came out: the printer's counter; and what it may still hold.
#include "bench/stationjudgement.h"

#include "ledger/ledger.h"

#include <algorithm>
#include <utility>

namespace packbench {

namespace {

/// A printer that was ready so often without having counted a label did not print it.
constexpr int kQuietPolls = 2;
const QString kTooWide = QStringLiteral("too-wide");

} // namespace

/// Before the first byte, in the ledger: after a crash it says how many came out since.
void Station::expectCount(qint64 copyId) {
    if (!m_counter)
        return;
    if (!m_counting)
        m_counting = Counting{{}, *m_counter, 0};
    if (m_counting->copies.contains(copyId))
        return;
    m_counting->copies.append(copyId);
    m_counting->quietPolls = 0;
    if (m_counting->copies.size() == 1)
        m_ledger.labels().setCounterBefore(copyId, m_counting->before);
}

void Station::expectNoCount(qint64 copyId) {
    if (!m_counting)
        return;
    m_counting->copies.removeOne(copyId);
    if (m_counting->copies.isEmpty())
        m_counting.reset();
}

void Station::testPrinted(std::optional<qint64> labelsPrinted) {
    m_counter = labelsPrinted;
    m_counting.reset();
}

QList<StationReply> Station::counted(const PrinterStatus& status) {
    if (!status.labelsPrinted)
        return {};
    m_counter = status.labelsPrinted;
    if (!m_counting || status.state != PrinterState::Ready ||
        status.labelsRemaining.value_or(0) > 0)
        return {};
    const qint64 step = *m_counter - m_counting->before;
    if (step < m_counting->copies.size() && ++m_counting->quietPolls < kQuietPolls)
        return {};
    return settled(step);
}

/// The printer is done with them: exactly one each, or not.
QList<StationReply> Station::settled(qint64 step) {
    const Counting counting = *std::exchange(m_counting, std::nullopt);
    const qint64 expected = counting.copies.size();
    m_counterCounts = m_counterCounts || step >= expected;
    QList<StationReply> events;
    LabelBook& labels = m_ledger.labels();
    for (const qint64 id : counting.copies) {
        const auto copy = labels.copy(id);
        const bool isLast = id == counting.copies.last();
        const bool isOwn = expected == 1; // of several, nobody knows which one
        if (step >= expected && copy->state == CopyState::Sent)
            labels.setState(id, CopyState::Printed, m_clock.now(), copy->bytesTaken);
        if (step == expected)
            labels.setEvidence(id, std::max(copy->evidence, LabelEvidence::Counter), 1);
        else if (isOwn)
            labels.setEvidence(id, labels.copy(id)->evidence, step);
        if (step > expected && isLast)
            events += twoCameOut(*copy, step - expected + 1);
        if (step < expected && isOwn && m_counterCounts && copy->state == CopyState::Sent) {
            labels.setState(id, CopyState::Uncertain, m_clock.now(), copy->bytesTaken);
            noteUnsure(*copy);
            events += event(QStringLiteral("label-in-doubt"), Verdict::Look,
                            {NoticeCode::LabelInDoubt, {copy->waybill}});
            nameOrder(events.last(), copy->orderId);
        }
        if (m_copy && m_copy->id == id) {
            m_copy = labels.copy(id);
            showLabel(*m_copy);
        }
    }
    return events;
}

/// Two labels that cannot be told apart: the bench stops until somebody has seen it.
StationReply Station::twoCameOut(const LabelCopy& copy, qint64 step) {
    const Judgement alarm{QStringLiteral("two-came-out"),
                          Verdict::Stop,
                          {NoticeCode::TwoCameOut, {copy.waybill, QString::number(step)}},
                          true};
    stand(alarm, {});
    StationReply told = event(alarm.outcome, alarm.verdict, alarm.notice);
    nameOrder(told, copy.orderId);
    return told;
}

void Station::noteUnsure(const LabelCopy& copy) {
    qint64& missing = m_unsure[copy.printer];
    missing = std::max(missing, qint64(copy.bytes.size()));
}

/// What the printer may hold is dropped before another label goes to it. A label that waits there
/// for paper goes with it: then nobody is sure of that one either.
std::optional<qint64> Station::takeFlush(const LabelCopy& next) {
    const auto unsure = m_unsure.constFind(next.printer);
    if (unsure == m_unsure.cend())
        return std::nullopt;
    const qint64 missing = *unsure;
    m_unsure.erase(unsure);
    doubtWaiting(next);
    return missing;
}

/// What waited for paper in the same printer was dropped with a flush that was not for it.
void Station::doubtWaiting(const LabelCopy& flushedFor) {
    LabelBook& labels = m_ledger.labels();
    for (const LabelCopy& copy : labels.waiting()) {
        const bool waitsThere = copy.printer == flushedFor.printer && copy.id != flushedFor.id;
        if (waitsThere)
            labels.setState(copy.id, CopyState::Uncertain, m_clock.now(), copy.bytesTaken);
        if (waitsThere && m_copy && m_copy->id == copy.id) {
            m_copy = labels.copy(copy.id);
            showLabel(*m_copy);
        }
    }
}

QList<StationReply> Station::printerIs(const PrinterStatus& status) {
    QList<StationReply> events = printerIs(status.state);
    const QList<StationReply> alarms = counted(status);
    if (!alarms.isEmpty())
        finishSnapshot(alarms.last(), m_snapshot.scanSerial);
    return events + alarms;
}

QList<StationReply> Station::printerIs(PrinterState state) {
    const bool changed = std::exchange(m_printerState, state) != state;
    if (!changed)
        return settleWaiting(state);
    QList<StationReply> events;
    StationReply shown;
    if (hasWaitingLabel() && !wouldBeRefused() && state == PrinterState::Ready) {
        events = sendWaiting();
        shown = event(QStringLiteral("printer-ready"), Verdict::Wait, {});
        if (!events.isEmpty())
            shown = events.last();
    } else {
        events = settleWaiting(state);
        shown.verdict = m_snapshot.verdict;
        shown.notice = m_snapshot.notice;
    }
    if (m_copy) {
        m_copy = m_ledger.labels().copy(m_copy->id);
        showLabel(*m_copy);
    }
    finishSnapshot(shown, 0);
    return events;
}

bool Station::wouldBeRefused() const {
    return m_copy && (!m_printer.languageKnown ||
                      (m_copy->cause == kTooWide && m_copy->printer == m_printer.id));
}

/// What the printer waited with came out once it is ready again. Of one that was away in between
/// nobody can say.
QList<StationReply> Station::settleWaiting(PrinterState state) {
    if (!m_somethingWaits)
        return {};
    QList<StationReply> events;
    bool stillWaits = false;
    for (const LabelCopy& copy : m_ledger.labels().waiting()) {
        const bool isAway =
            state == PrinterState::Unplugged || copy.cause == word(PrinterState::Unplugged);
        if (copy.printer == m_printer.id && (isAway || state == PrinterState::Ready))
            events += waitedFor(copy, isAway);
        else
            stillWaits = true;
    }
    m_somethingWaits = stillWaits;
    return events;
}

StationReply Station::waitedFor(const LabelCopy& copy, bool isDoubted) {
    m_ledger.labels().setState(copy.id, isDoubted ? CopyState::Uncertain : CopyState::Printed,
                               m_clock.now(), copy.bytesTaken);
    if (isDoubted)
        noteUnsure(*m_ledger.labels().copy(copy.id));
    StationReply told = isDoubted ? event(QStringLiteral("label-in-doubt"), Verdict::Look,
                                          {NoticeCode::LabelInDoubt, {copy.waybill}})
                                  : event(QStringLiteral("label-printed"), Verdict::YourTurn,
                                          {NoticeCode::LabelPrinted, {copy.waybill}});
    if (!m_copy || m_copy->id != copy.id) {
        nameOrder(told, copy.orderId); // it was set aside
        return told;
    }
    m_copy = m_ledger.labels().copy(copy.id);
    showLabel(*m_copy);
    finishSnapshot(told, m_snapshot.scanSerial);
    return told;
}

} // namespace packbench
