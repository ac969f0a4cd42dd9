#include "bench/station.h"

#include "bench/markkey.h"
#include "bench/printqueue.h"
#include "bench/stationanswer.h"
#include "bench/stationjudgement.h"
#include "bench/stationkeys.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <utility>

namespace packbench {

namespace {

/// Longer than any code on goods, slips or labels; QR codes of web shops are shorter, too.
constexpr int kLongestCode = 200;
constexpr qsizetype kMostHeld = 1000; ///< nobody scans more behind a refusal without looking up
constexpr qsizetype kHeldShown = 20;

Lamp lampOf(PrinterState state) {
    switch (state) {
    case PrinterState::Ready:
    case PrinterState::Printing: return Lamp::Ready;
    case PrinterState::Unplugged:
    case PrinterState::Fault: return Lamp::Stop;
    case PrinterState::Unknown: return Lamp::Waiting;
    case PrinterState::Paused:
    case PrinterState::PaperOut:
    case PrinterState::RibbonOut:
    case PrinterState::HeadOpen:
    case PrinterState::CutterFault:
    case PrinterState::TooHot: return Lamp::Look;
    }
    return Lamp::Waiting;
}

} // namespace

Station::Station(Ledger& ledger, Clock& clock, Submit submit, Cancel cancel, Flush flush)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_watch(ledger, clock)
    , m_submit(std::move(submit))
    , m_cancel(std::move(cancel))
    , m_flush(std::move(flush))
    , m_settings((ensureMarkKey(ledger.settings()), loadSettings(ledger.settings())))
    , m_calendar(workingCalendar(m_settings))
    , m_labelling(ledger, m_settings)
    , m_repeats(m_settings.repeatMs) {
    m_ledger.audit().asks(this, [this] {
        return AuditTrail::Moment{m_clock.now(), m_person ? m_person->badge : QString()};
    });
    m_ledger.commands().forgetOld(m_clock.now());
    takeStock();
    // A ledger without any badge belongs to somebody trying Packbench out: nobody has to sign on.
    if (m_ledger.staff().all().isEmpty())
        m_person = Operator{};
    refreshStrip();
    finishSnapshot({}, 0);
}

Station::~Station() {
    m_ledger.audit().forgets(this);
}

void Station::reloadSettings() {
    m_settings = loadSettings(m_ledger.settings());
    m_calendar = workingCalendar(m_settings);
    m_repeats = RepeatFilter(m_settings.repeatMs);
    if (!m_person && m_ledger.staff().all().isEmpty())
        m_person = Operator{};
}

QList<StationReply> Station::usePrinter(const PrinterDescription& printer) {
    m_printerState = printer.state;
    finishSnapshot({}, 0);
    QList<StationReply> events;
    if (printer.id != m_printer.id && !m_printer.id.isEmpty()) {
        m_counter.reset();
        m_counterCounts = false;
        m_counting.reset();
        events = settleWaiting(PrinterState::Unplugged); // nobody looks at that one any more
    }
    m_printer = printer;
    events += settleWaiting(printer.state);
    if (!hasWaitingLabel() || printer.state != PrinterState::Ready)
        return events;
    events += sendWaiting();
    finishSnapshot(event(QStringLiteral("printer-ready"), Verdict::Wait, {}),
                   m_snapshot.scanSerial);
    return events;
}

void Station::tried(const StationScan& scan) {
    const ScanCode code = classify(scan.text, scan.aim);
    m_ledger.scans().judged(journal(scan), word(code.kind), QStringLiteral("tried"), 0);
    m_snapshot.strip.scanner = Lamp::Ready;
}

std::optional<OrderRecord> Station::named(const StationScan& scan, bool& several) {
    const ScanCode code = classify(scan.text, scan.aim);
    const auto order = orderNamed(code, several);
    m_ledger.scans().judged(journal(scan), word(code.kind), QStringLiteral("named"),
                            order ? order->id : 0);
    m_snapshot.strip.scanner = Lamp::Ready;
    return order;
}

void Station::scaleIs(Lamp lamp) {
    m_snapshot.strip.scale = lamp;
}

void Station::ledgerIs(Lamp lamp, const Notice& stops) {
    m_snapshot.strip.ledger = lamp;
    m_ledgerStops = stops;
}

void Station::weighed(int grams) {
    m_grams = grams;
    if (m_parcel && !m_copy)
        m_ledger.labels().setWeight(m_parcel->id, grams);
}

void Station::refreshStrip() {
    const NextWave next = nextWave(m_ledger, m_settings, m_calendar, m_clock.now());
    m_snapshot.strip.nextLimitAt = next.limitAt;
    m_snapshot.strip.nextWaveAt = next.at;
    m_snapshot.strip.waveLeft = next.left;
    m_snapshot.strip.waveTotal = next.total;
}

/// Behind a refusal or a remark a scan is held without a verdict: it is flushed at once. Any other
/// has its verdict in the ledger before it shows.
qint64 Station::journal(const StationScan& scan) {
    const bool mayBeHeld = m_refusal || m_snapshot.stage == Stage::Remark;
    m_watch.look(m_settings.bench, m_person ? m_person->badge : QString());
    return m_ledger.scans().record(
        {m_clock.now(), m_settings.bench, m_person ? m_person->badge : QString(), scan.device,
         scan.text, scan.aim},
        mayBeHeld ? ScanJournal::Flush::Now : ScanJournal::Flush::WithVerdict);
}

QList<StationReply> Station::scan(const StationScan& scan) {
    const bool isRepeat =
        scan.isTimed && m_repeats.isRepeat(scan.device, scan.text, m_clock.monotonicMs());
    if (auto known = knownScan(scan)) {
        finishSnapshot(*known, scan.serial);
        return {*known};
    }
    const qint64 scanId = journal(scan);
    ScanCode code = classify(scan.text, scan.aim);
    if (code.text.size() > kLongestCode && code.problem.isEmpty()) {
        code.kind = ScanKind::Unknown;
        code.problem = QStringLiteral("too-long");
    }
    QList<StationReply> replies;
    if (isRepeat) {
        Judgement repeat{
            QStringLiteral("repeat-ignored"), m_snapshot.verdict, {NoticeCode::RepeatIgnored, {}}};
        ++m_snapshot.repeatsIgnored;
        replies = {reply(repeat, code, false)};
        conclude(scanId, code, replies.first(), 0);
        replies.first().key = scan.key;
        ++m_snapshot.serial;
        m_snapshot.scanSerial = scan.serial;
        return replies;
    }
    m_snapshot.repeatsIgnored = 0;
    m_snapshot.strip.scanner = Lamp::Ready;
    const Verdict before = m_snapshot.verdict;
    try {
        replies = judged(scan, code, scanId, false);
    } catch (const LedgerError& error) {
        if (error.code() != LedgerError::Code::Constraint)
            throw;
        // Another bench or an import was faster: what is on the screen is not what the ledger has.
        const Judgement changed{QStringLiteral("changed-elsewhere"),
                                Verdict::Stop,
                                {NoticeCode::OrderChanged, {}},
                                true};
        if (const auto known = answeredBefore(*m_scanAct)) // by whoever was quicker
            return {*known};
        stand(changed, code);
        replies = {reply(changed, code, false)};
        conclude(scanId, code, replies.first(), 0);
    }
    replies.first().key = scan.key;
    StationReply last = replies.last();
    if (last.verdict == Verdict::None)
        last.verdict = before;
    finishSnapshot(last, scan.serial);
    return replies;
}

QList<StationReply> Station::judged(const StationScan& scan, const ScanCode& code, qint64 scanId,
                                    bool wasHeld) {
    const Judgement judgement = judge(code);
    const bool waitsForRemark = judgement.outcome == QLatin1String("confirm-remark");
    const bool nobody = !m_person;
    const bool goesOn = judgement.action == Action::Count || judgement.action == Action::Open ||
                        judgement.action == Action::OpenAndCount ||
                        (judgement.action == Action::SignOn && nobody) ||
                        judgement.action == Action::Bind || judgement.action == Action::AskSerial;
    const bool releases = judgement.action == Action::Release || (goesOn && !alarmStands());
    if (m_refusal && !releases && code.kind == ScanKind::Command) {
        // A card is no goods: it is not kept for later, when it would surprise.
        Judgement first{QStringLiteral("acknowledge-first"), m_refusalVerdict, m_refusal->notice};
        const StationReply answer = reply(first, code, wasHeld);
        conclude(scanId, code, answer, 0);
        return {answer};
    }
    if (((m_refusal && !releases) || waitsForRemark) && m_held.size() >= kMostHeld) {
        const Judgement full{QStringLiteral("held-full"),
                             m_snapshot.verdict,
                             {NoticeCode::TooManyHeld, {QString::number(m_held.size())}}};
        m_ledger.scans().judged(scanId, word(code.kind), full.outcome, 0);
        return {reply(full, code, wasHeld)};
    }
    if ((m_refusal && !releases) || waitsForRemark) {
        m_held.append({scan, code, scanId});
        Judgement held{QStringLiteral("scan-held"), m_snapshot.verdict, {NoticeCode::ScanHeld, {}}};
        return {reply(waitsForRemark ? judgement : held, code, wasHeld)};
    }
    m_refusal.reset();
    QList<StationReply> replies = applied(judgement, code, scanId, wasHeld);
    if (!wasHeld && !judgement.isRefusal)
        replies += releaseHeld();
    return replies;
}

QList<StationReply> Station::releaseHeld() {
    QList<StationReply> replies;
    while (!m_held.isEmpty() && !m_refusal && m_snapshot.stage != Stage::Remark) {
        const HeldScan held = m_held.takeFirst();
        m_scanAct = actOf(held.scan);
        replies += judged(held.scan, held.code, held.scanId, true);
        finishSnapshot(replies.last(), m_snapshot.scanSerial);
    }
    return replies;
}

bool Station::closes(const Judgement& judgement) {
    return judgement.action == Action::Bind || judgement.action == Action::CancelLabel;
}

QList<StationReply> Station::applied(const Judgement& judgement, const ScanCode& code,
                                     qint64 scanId, bool wasHeld) {
    const StationReply before = reply(judgement, code, wasHeld);
    commitEffects(judgement, code, scanId, before);
    if (judgement.isRefusal)
        stand(judgement, code);
    // What closes the order still says how far it was.
    QList<StationReply> replies{closes(judgement) && !m_packing ? before
                                                                : reply(judgement, code, wasHeld)};
    finishSnapshot(replies.last(), m_snapshot.scanSerial);
    if (judgement.action == Action::OpenAndCount) {
        // Single-item mode: the same scan is also the item's.
        return applied(judgePick(code, matchesOf(code), code.serial), code, scanId, wasHeld);
    }
    return replies + untilStored([&] { return afterwards(judgement); });
}

void Station::commitEffects(const Judgement& judgement, const ScanCode& code, qint64 scanId,
                            const StationReply& before) {
    const Memory memory = remember();
    bool isAgain = false;
    try {
        untilStored([&] {
            if (std::exchange(isAgain, true))
                recall(memory);
            Transaction transaction(m_ledger);
            apply(judgement, code, scanId);
            judgeNotCounted();
            if (judgement.action != Action::OpenAndCount) {
                m_ledger.scans().judged(scanId, word(code.kind), judgement.outcome,
                                        judgement.orderId);
                answered(closes(judgement) && !m_packing ? before
                                                         : reply(judgement, code, before.wasHeld));
            }
            transaction.commit();
        });
        if (m_isNotCountedTold)
            m_notCounted.clear();
    } catch (const LedgerError& error) {
        // What the ledger did not take must not stand on the screen either.
        if (m_packing && error.code() != LedgerError::Code::CommitUnknown)
            open(m_packing->record().id);
        throw;
    }
}

/// Only the acknowledge card says that somebody has seen it.
bool Station::alarmStands() const {
    return m_refusal && m_refusal->notice.code == NoticeCode::TwoCameOut;
}

void Station::stand(const Judgement& judgement, const ScanCode& code) {
    if (alarmStands())
        return;
    m_refusal = ShownRefusal{judgement.notice, code.text, judgement.got, judgement.expected,
                             judgement.differing};
    m_refusalVerdict = judgement.verdict;
}

StationReply Station::reply(const Judgement& judgement, const ScanCode& code, bool wasHeld) const {
    StationReply out;
    out.wasHeld = wasHeld;
    out.scan = code.text;
    out.kind = word(code.kind);
    out.outcome = judgement.outcome;
    out.order = judgement.order;
    out.verdict = judgement.verdict;
    out.notice = judgement.notice;
    if (m_packing) {
        if (!out.order)
            out.order = m_packing->record().order.key;
        out.orderDone = m_packing->done();
        out.orderRequired = m_packing->required();
        if (judgement.pick.line >= 0) {
            const LineProgress line = m_packing->progress(judgement.pick.line);
            out.line = m_packing->orderLine(judgement.pick.line) + 1;
            out.sku = line.sku;
            out.done = line.done;
            out.required = line.required;
        }
    }
    return out;
}

StationReply Station::event(const QString& outcome, Verdict verdict, const Notice& notice) const {
    StationReply out;
    out.isEvent = true;
    out.outcome = outcome;
    out.verdict = verdict;
    out.notice = notice;
    if (m_packing) {
        out.order = m_packing->record().order.key;
        out.orderDone = m_packing->done();
        out.orderRequired = m_packing->required();
    }
    return out;
}

void Station::finishSnapshot(const StationReply& last, qint64 scanSerial) {
    StationSnapshot& snapshot = m_snapshot;
    ++snapshot.serial;
    snapshot.scanSerial = scanSerial;
    snapshot.stage = !m_person ? Stage::SignedOff : !m_packing ? Stage::Idle : Stage::Packing;
    if (m_packing && m_packing->isComplete()) {
        const bool masked = m_packing->record().order.recipient.masked;
        if (m_copy) {
            const bool isOut = m_copy->state != CopyState::Prepared &&
                               m_copy->state != CopyState::Sending &&
                               m_copy->state != CopyState::FailedClean && m_copy->cause.isEmpty();
            snapshot.stage = isOut ? Stage::ScanLabel : Stage::Printing;
        } else if (!m_packing->remarksToConfirm().isEmpty()) {
            snapshot.stage = Stage::Remark;
        } else if (masked) {
            snapshot.stage = Stage::ScanLabel;
        }
    }
    snapshot.order = m_packing ? std::optional(m_packing->shown()) : std::nullopt;
    if (m_packing && m_parcel) {
        snapshot.order->carton = m_parcel->carton;
        snapshot.order->cartons = m_parcel->cartons;
    }
    snapshot.refusal = m_refusal;
    snapshot.verdict = m_refusal ? m_refusalVerdict : last.verdict;
    snapshot.notice = m_refusal ? m_refusal->notice : last.notice;
    snapshot.heldScans.clear();
    for (const HeldScan& held : m_held.mid(0, kHeldShown))
        snapshot.heldScans.append(held.code.text);
    snapshot.heldCount = int(m_held.size());
    snapshot.nextQuantity = m_quantity;
    snapshot.singleItemMode = m_singleItem;
    const bool hasNumber = m_parcel && !m_parcel->waybill.isEmpty();
    snapshot.canUndo = m_packing && !m_copy && !hasNumber && !m_refusal && m_packing->hasProgress();
    if (!m_copy)
        snapshot.label.reset();
    snapshot.strip.bench = m_settings.bench;
    snapshot.strip.operatorName = m_person ? m_person->name : QString();
    snapshot.strip.badge = m_person ? m_person->badge : QString();
    snapshot.strip.isSupervisor = m_person && m_person->role == Role::Supervisor;
    snapshot.strip.printer = lampOf(m_printerState);
}

} // namespace packbench
