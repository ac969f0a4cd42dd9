#include "bench/gate.h"

#include "bench/clockwords.h"
#include "bench/dispatching.h"
#include "bench/stationwords.h"
#include "faultpoint.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"
#include "shipping/workingdays.h"

#include <functional>
#include <utility>

namespace packbench {

/// What a scan at the gate comes to.
struct Gate::Judged {
    QString outcome{};
    Verdict verdict = Verdict::None;
    Notice notice{};
    bool isRefusal = false;
    qint64 orderId = 0;
    bool passes = false;
};

Gate::Gate(Ledger& ledger, Clock& clock, ClockWatch& watch)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_watch(watch)
    , m_settings(loadSettings(ledger.settings()))
    , m_calendar(workingCalendar(m_settings))
    , m_repeats(m_settings.repeatMs) {
    if (m_ledger.staff().all().isEmpty())
        m_person = Operator{};
    finishSnapshot();
}

void Gate::reloadSettings() {
    m_settings = loadSettings(m_ledger.settings());
    m_calendar = workingCalendar(m_settings);
    m_repeats = RepeatFilter(m_settings.repeatMs);
    finishSnapshot();
}

void Gate::open(bool isOpen) {
    m_box.reset();
    m_label.reset();
    m_snapshot.isOpen = isOpen;
    if (isOpen && !m_snapshot.refusal) {
        m_snapshot.verdict = m_settings.dispatchAtBind ? Verdict::Look : Verdict::YourTurn;
        m_snapshot.notice = {
            m_settings.dispatchAtBind ? NoticeCode::GateIsOff : NoticeCode::GateIsOpen, {}};
    }
    finishSnapshot();
}

qint64 Gate::journal(const StationScan& scan) {
    const QString badge = m_person ? m_person->badge : QString();
    m_watch.look(m_settings.bench, badge);
    return m_ledger.scans().record(
        {m_clock.now(), m_settings.bench, badge, scan.device, scan.text, scan.aim},
        m_snapshot.refusal ? ScanJournal::Flush::Now : ScanJournal::Flush::WithVerdict);
}

QList<StationReply> Gate::scan(const StationScan& scan) {
    const bool isRepeat =
        scan.isTimed && m_repeats.isRepeat(scan.device, scan.text, m_clock.monotonicMs());
    const qint64 scanId = journal(scan);
    const ScanCode code = classify(scan.text, scan.aim);
    m_snapshot.scanSerial = scan.serial;
    if (isRepeat) {
        m_ledger.scans().judged(scanId, word(code.kind), QStringLiteral("repeat-ignored"), 0);
        return {told(
            {QStringLiteral("repeat-ignored"), m_snapshot.verdict, {NoticeCode::RepeatIgnored, {}}},
            code, false)};
    }
    if (!m_snapshot.refusal)
        return {judged(code, scanId, false)};
    if (code.command == Command::Acknowledge)
        return released(scanId, code);
    // Held, not applied: nothing happens behind a refusal nobody saw.
    m_held.append({scan, code, scanId});
    finishSnapshot();
    return {told({QStringLiteral("scan-held"), m_snapshot.verdict, {NoticeCode::ScanHeld, {}}},
                 code, false)};
}

QList<StationReply> Gate::released(qint64 scanId, const ScanCode& code) {
    m_snapshot.refusal.reset();
    m_ledger.scans().judged(scanId, word(code.kind), QStringLiteral("released"), 0);
    QList<StationReply> replies{
        told({QStringLiteral("released"), Verdict::YourTurn, {NoticeCode::GateIsOpen, {}}}, code,
             false)};
    m_snapshot.verdict = replies.first().verdict;
    m_snapshot.notice = replies.first().notice;
    while (!m_held.isEmpty() && !m_snapshot.refusal) {
        const HeldScan held = m_held.takeFirst();
        replies += judged(held.code, held.scanId, true);
    }
    finishSnapshot();
    return replies;
}

StationReply Gate::judged(const ScanCode& code, qint64 scanId, bool wasHeld) {
    Judged judged = judge(code);
    StationReply reply;
    if (!judged.isRefusal && m_box && m_label) {
        reply = passed(code, scanId, wasHeld);
    } else {
        m_ledger.scans().judged(scanId, word(code.kind), judged.outcome, judged.orderId);
        reply = told(judged, code, wasHeld);
        if (judged.isRefusal)
            m_snapshot.refusal = ShownRefusal{judged.notice, code.text, {}, {}, {}};
    }
    m_snapshot.verdict = reply.verdict;
    m_snapshot.notice = reply.notice;
    finishSnapshot();
    return reply;
}

/// Box and label are both there: judged and recorded in one transaction, and both used up.
StationReply Gate::passed(const ScanCode& code, qint64 scanId, bool wasHeld) {
    Judged judged;
    const auto keep = [&](const std::function<void()>& effects) {
        untilStored([&] {
            Transaction transaction(m_ledger);
            effects();
            m_ledger.scans().judged(scanId, word(code.kind), judged.outcome, judged.orderId);
            transaction.commit();
        });
    };
    try {
        keep([&] {
            judged = judgePair();
            if (judged.passes)
                letPass(m_clock.now());
        });
    } catch (const LedgerError& error) {
        if (error.code() != LedgerError::Code::Constraint)
            throw;
        // Another gate or an import was faster.
        judged = {QStringLiteral("changed-elsewhere"),
                  Verdict::Stop,
                  {NoticeCode::GateChanged, {m_label->waybill}},
                  true,
                  m_label->orderId};
        keep([] {});
    }
    if (judged.isRefusal)
        m_snapshot.refusal = ShownRefusal{judged.notice, code.text, {}, {}, {}};
    if (judged.passes) {
        m_lastParcel = m_label->parcelId;
        const auto dispatch = m_ledger.dispatches().ofParcel(m_lastParcel);
        m_snapshot.lastWaybill = dispatch->waybill;
        m_snapshot.lastCourier = dispatch->courier;
        m_snapshot.lastOrder = dispatch->key.number;
        m_snapshot.lastAt = dispatch->dispatchedAt;
    }
    m_box.reset();
    m_label.reset();
    return told(judged, code, wasHeld);
}

Gate::Judged Gate::judge(const ScanCode& code) {
    if (code.kind == ScanKind::Badge)
        return judgeBadge(code);
    if (!m_person)
        return {
            QStringLiteral("not-signed-on"), Verdict::Stop, {NoticeCode::NotSignedOn, {}}, true};
    if (code.kind == ScanKind::Command)
        return judgeCommand(code);
    if (m_settings.dispatchAtBind)
        return {QStringLiteral("gate-off"), Verdict::Look, {NoticeCode::GateIsOff, {}}, true};
    const GateHalf half = gateHalf(m_ledger, code, m_settings.markKey);
    // A waybill number may look like goods with a wrong check digit.
    if (!code.problem.isEmpty() && std::holds_alternative<GateUnknown>(half))
        return {QStringLiteral("unknown-code"),
                Verdict::Unknown,
                {NoticeCode::ScanNotUnderstood, {code.text.left(40)}},
                true};
    return judgeHalf(half, code);
}

Gate::Judged Gate::judgeBadge(const ScanCode& code) {
    const auto person = m_ledger.staff().byBadge(code.argument);
    if (!person)
        return {QStringLiteral("unknown-badge"),
                Verdict::Unknown,
                {NoticeCode::UnknownBadge, {code.argument}},
                true};
    m_person = person;
    m_box.reset();
    m_label.reset();
    return {QStringLiteral("signed-on"), Verdict::Accepted, {NoticeCode::SignedOn, {person->name}}};
}

Gate::Judged Gate::judgeCommand(const ScanCode& code) {
    Judged nothing{QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}};
    const bool hasHalf = m_box || m_label;
    if (code.command == Command::Undo && hasHalf) {
        m_box.reset();
        m_label.reset();
        return {QStringLiteral("undone"), Verdict::YourTurn, {NoticeCode::GateIsOpen, {}}};
    }
    if (code.command == Command::SignOff) {
        m_box.reset();
        m_label.reset();
        m_person.reset();
        return {QStringLiteral("signed-off"), Verdict::Accepted, {NoticeCode::SignedOff, {}}};
    }
    if (code.command == Command::ClockRight) {
        if (m_person->role != Role::Supervisor)
            return {QStringLiteral("not-allowed"),
                    Verdict::Stop,
                    {NoticeCode::NotAllowed, {m_person->name}},
                    true};
        if (m_watch.confirm(m_settings.bench, m_person->badge))
            return {QStringLiteral("clock-confirmed"),
                    Verdict::Accepted,
                    {NoticeCode::ClockConfirmed, {}}};
    }
    return nothing;
}

Gate::Judged Gate::judgeHalf(const GateHalf& half, const ScanCode& code) {
    const QString text = code.text.left(40);
    if (const auto* unknown = std::get_if<GateUnknown>(&half)) {
        if (unknown->isSeveral)
            return {QStringLiteral("several-orders"),
                    Verdict::Unknown,
                    {NoticeCode::SeveralOrders, {text}},
                    true};
        return {
            QStringLiteral("unknown-code"),
            Verdict::Unknown,
            {unknown->isBox ? NoticeCode::GateUnknownBox : NoticeCode::GateUnknownLabel, {text}},
            true};
    }
    if (const auto* box = std::get_if<GateBox>(&half)) {
        if (!m_settings.gateIdentities.contains(box->identity))
            return {QStringLiteral("identity-not-counted"),
                    Verdict::Wrong,
                    {NoticeCode::GateIdentity, {word(box->identity)}},
                    true,
                    box->orderId};
        m_box = *box;
    } else {
        m_label = std::get<GateLabel>(half);
    }
    return waits(code);
}

/// One half is there, the other is asked for.
Gate::Judged Gate::waits(const ScanCode&) {
    if (m_box && !m_label)
        return {QStringLiteral("waiting-for-label"),
                Verdict::YourTurn,
                {NoticeCode::GateWaitsForLabel, {numberOf(m_box->orderId)}},
                false,
                m_box->orderId};
    if (!m_box && m_label)
        return {QStringLiteral("waiting-for-box"),
                Verdict::YourTurn,
                {NoticeCode::GateWaitsForBox, {m_label->waybill}},
                false,
                m_label->orderId};
    return {};
}

Gate::Judged Gate::judgePair() {
    const GateFacts facts = gateFacts(m_ledger, *m_box, *m_label);
    const GateVerdict verdict = gateVerdict(facts);
    const QString waybill = m_label->waybill;
    const QString number = numberOf(m_label->orderId);
    const auto refuse = [&](NoticeCode code, const QStringList& arguments) {
        return Judged{word(verdict), Verdict::Stop, {code, arguments}, true, m_label->orderId};
    };
    switch (verdict) {
    case GateVerdict::WrongBox:
        return refuse(NoticeCode::GateWrongBox, {numberOf(m_box->orderId), number, waybill});
    case GateVerdict::WrongLabel: return refuse(NoticeCode::GateWrongLabel, {waybill});
    case GateVerdict::NumberVoid: return refuse(NoticeCode::GateNumberVoid, {waybill});
    case GateVerdict::OldCopy:
        return refuse(NoticeCode::GateOldCopy, {QString::number(*facts.markedCopy),
                                                QString::number(facts.currentCopy), waybill});
    case GateVerdict::AlreadyGone: return judgeGone();
    case GateVerdict::Cancelled: return refuse(NoticeCode::GateCancelled, {number});
    case GateVerdict::Held: return refuse(NoticeCode::GateHeld, {number});
    case GateVerdict::NotBound: return refuse(NoticeCode::GateNotBound, {waybill, number});
    case GateVerdict::CartonMissing:
        return refuse(NoticeCode::ParcelsMissing, {number, QString::number(facts.missingCartons)});
    case GateVerdict::MarkNeeded: return refuse(NoticeCode::GateMarkNeeded, {waybill});
    case GateVerdict::Pass: break;
    }
    if (const auto wrong = m_watch.behind())
        return {QStringLiteral("clock-behind"), Verdict::Stop,
                clockBehindNotice(*wrong, m_settings.zone), true, m_label->orderId};
    return {word(verdict), Verdict::Done,    {NoticeCode::Dispatched, {waybill}},
            false,         m_label->orderId, true};
}

/// The parcel before, scanned once more by habit, is no fault; any other may be a second box.
Gate::Judged Gate::judgeGone() {
    const bool isLast = m_label->parcelId == m_lastParcel;
    const auto dispatch = m_ledger.dispatches().ofParcel(m_label->parcelId);
    const QString at = dispatch ? shownTime(dispatch->dispatchedAt, m_settings.zone) : QString();
    const QString who = dispatch ? orDash(dispatch->operatorName) : QString();
    return {word(GateVerdict::AlreadyGone),
            isLast ? Verdict::Done : Verdict::Stop,
            {isLast ? NoticeCode::GateAgain : NoticeCode::GateAlreadyGone,
             {m_label->waybill, orDash(at), orDash(who)}},
            !isLast,
            m_label->orderId};
}

void Gate::letPass(Instant now) {
    const auto order = m_ledger.orders().byId(m_label->orderId);
    const auto parcel = m_ledger.labels().parcel(m_label->parcelId);
    recordDispatch(m_ledger, m_settings, *order, *parcel, m_person.value_or(Operator{}), now);
    const auto copy = m_ledger.labels().current(parcel->id);
    FAULT_POINT("gate.left");
    m_ledger.gate().add(
        {parcel->id, word(m_box->identity), m_box->text, m_label->text, copy ? copy->copyNo : 0});
    FAULT_POINT("gate.passed");
}

QString Gate::numberOf(qint64 orderId) const {
    const auto order = m_ledger.orders().byId(orderId);
    return order ? order->order.key.number : QString();
}

StationReply Gate::told(const Judged& judged, const ScanCode& code, bool wasHeld) {
    StationReply reply;
    reply.wasHeld = wasHeld;
    reply.scan = code.text;
    reply.kind = word(code.kind);
    reply.outcome = judged.outcome;
    reply.verdict = judged.verdict;
    reply.notice = judged.notice;
    if (const auto order = m_ledger.orders().byId(judged.orderId))
        reply.order = order->order.key;
    return reply;
}

void Gate::finishSnapshot() {
    const Instant today = startOf(dateOf(m_clock.now(), m_calendar), m_calendar);
    m_snapshot.isOn = !m_settings.dispatchAtBind;
    m_snapshot.passed = int(m_ledger.gate().countSince(today));
    m_snapshot.box = m_box ? numberOf(m_box->orderId) : QString();
    m_snapshot.label = m_label ? m_label->waybill : QString();
    m_snapshot.heldScans.clear();
    for (const HeldScan& held : std::as_const(m_held))
        m_snapshot.heldScans.append(held.code.text);
}

} // namespace packbench
