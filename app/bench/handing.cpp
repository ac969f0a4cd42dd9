#include "bench/handing.h"

#include "bench/clockwords.h"
#include "bench/gatereading.h"
#include "bench/stationwords.h"
#include "faultpoint.h"
#include "ledger/ledger.h"
#include "shipping/copymark.h"
#include "shipping/fault.h"

#include <functional>

namespace packbench {

namespace {

/// Notices name it in their language.
QString courierWord(const QString& key) {
    return QStringLiteral("courier:") + key;
}

} // namespace

/// What a scan onto the vehicle comes to.
struct Handing::Judged {
    QString outcome{};
    Verdict verdict = Verdict::None;
    Notice notice{};
    qint64 orderId = 0;
};

Handing::Handing(Ledger& ledger, Clock& clock, ClockWatch& watch)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_watch(watch)
    , m_settings(loadSettings(ledger.settings()))
    , m_repeats(m_settings.repeatMs) {}

void Handing::begin(const QString& courier, const QString& driver, const QString& vehicle) {
    try {
        untilStored([&] {
            Transaction transaction(m_ledger);
            openList(courier, driver, vehicle);
            transaction.commit();
        });
    } catch (const LedgerError& error) {
        // Another dock opened it at that moment: that one is gone on with.
        const auto open = error.code() == LedgerError::Code::Constraint
                              ? m_ledger.handovers().openOf(courier)
                              : std::nullopt;
        if (!open)
            throw;
        m_id = open->id;
    }
}

/// In the caller's transaction.
void Handing::openList(const QString& courier, const QString& driver, const QString& vehicle) {
    const auto open = m_ledger.handovers().openOf(courier);
    Handover wanted;
    wanted.courier = courier;
    wanted.driver = driver;
    wanted.vehicle = vehicle;
    wanted.bench = m_settings.bench;
    wanted.badge = m_person ? m_person->badge : QString();
    wanted.openedAt = m_clock.now();
    m_id = open ? open->id : m_ledger.handovers().open(wanted);
}

bool Handing::goOn(qint64 id) {
    const auto list = m_ledger.handovers().find(id);
    if (!list || list->closedAt)
        return false;
    m_id = id;
    return true;
}

std::optional<Handover> Handing::list() const {
    return m_id == 0 ? std::nullopt : m_ledger.handovers().find(m_id);
}

StationReply Handing::scan(const StationScan& scan) {
    const QString badge = m_person ? m_person->badge : QString();
    m_watch.look(m_settings.bench, badge);
    const bool isRepeat =
        scan.isTimed && m_repeats.isRepeat(scan.device, scan.text, m_clock.monotonicMs());
    const qint64 scanId = m_ledger.scans().record(
        {m_clock.now(), m_settings.bench, badge, scan.device, scan.text, scan.aim},
        ScanJournal::Flush::WithVerdict);
    const ScanCode code = classify(scan.text, scan.aim);
    Judged judged{QStringLiteral("repeat-ignored"), Verdict::None, {NoticeCode::RepeatIgnored, {}}};
    const auto keep = [&](const std::function<void()>& effects) {
        untilStored([&] {
            Transaction transaction(m_ledger);
            effects();
            m_ledger.scans().judged(scanId, word(code.kind), judged.outcome, judged.orderId);
            transaction.commit();
        });
    };
    const qint64 listBefore = m_id;
    try {
        keep([&] {
            if (!isRepeat)
                judged = code.command == Command::Confirm ? judgeSigning() : judge(code.text);
        });
    } catch (const LedgerError& error) {
        if (error.code() != LedgerError::Code::Constraint)
            throw;
        // Another dock was faster.
        m_id = listBefore;
        judged = {QStringLiteral("changed-elsewhere"),
                  Verdict::Stop,
                  {NoticeCode::GateChanged, {code.text.left(40)}}};
        keep([] {});
    }
    if (judged.outcome == QLatin1String("list-signed"))
        m_id = 0;
    StationReply reply;
    reply.scan = code.text;
    reply.kind = word(code.kind);
    reply.outcome = judged.outcome;
    reply.verdict = judged.verdict;
    reply.notice = judged.notice;
    if (const auto order = m_ledger.orders().byId(judged.orderId))
        reply.order = order->order.key;
    return reply;
}

/// Whose label it is, and whether that parcel may go on this vehicle.
Handing::Judged Handing::judge(const QString& text) {
    const auto label = labelOf(m_ledger, text, m_settings.markKey);
    if (!label)
        return {QStringLiteral("unknown-code"),
                Verdict::Unknown,
                {NoticeCode::HandoverUnknown, {text.left(40)}}};
    const auto copy = m_ledger.labels().current(label->parcelId);
    const bool isOld = label->markedParcel &&
                       (label->isForged || !copy || *label->markedParcel != label->parcelId ||
                        label->markedCopy != copy->copyNo);
    const auto number = m_ledger.waybills().find(label->waybill);
    if (isOld || !number || number->state == WaybillState::Void)
        return {QStringLiteral("old-copy"),
                Verdict::Stop,
                {NoticeCode::HandoverOldCopy, {label->waybill}},
                label->orderId};
    const auto dispatch = m_ledger.dispatches().ofParcel(label->parcelId);
    if (!dispatch)
        return {QStringLiteral("not-dispatched"),
                Verdict::Stop,
                {NoticeCode::HandoverNotGone, {label->waybill}},
                label->orderId};
    Judged judged = put(label->parcelId, label->waybill, dispatch->courier);
    judged.orderId = label->orderId;
    return judged;
}

Handing::Judged Handing::put(qint64 parcelId, const QString& waybill, const QString& courier) {
    if (m_id == 0 && !courier.isEmpty() && m_ledger.handovers().ofParcel(parcelId) == 0)
        openList(courier, {}, {});
    const auto open = list();
    if (!open || open->closedAt) {
        const qint64 before = m_ledger.handovers().ofParcel(parcelId);
        return {QStringLiteral("no-list"),
                Verdict::Stop,
                {NoticeCode::HandoverOnList,
                 {waybill, before == 0 ? orDash({}) : QString::number(before)}}};
    }
    const qint64 on = m_ledger.handovers().ofParcel(parcelId);
    if (on == m_id)
        return {QStringLiteral("already-on-list"),
                Verdict::Accepted,
                {NoticeCode::HandoverTaken, {waybill, QString::number(open->parcels)}}};
    if (on != 0)
        return {QStringLiteral("on-other-list"),
                Verdict::Stop,
                {NoticeCode::HandoverOnList, {waybill, QString::number(on)}}};
    if (!courier.isEmpty() && courier != open->courier)
        return {QStringLiteral("other-courier"),
                Verdict::Stop,
                {NoticeCode::HandoverOtherCourier,
                 {waybill, courierWord(courier), courierWord(open->courier)}}};
    if (const auto wrong = m_watch.behind())
        return {QStringLiteral("clock-behind"), Verdict::Stop,
                clockBehindNotice(*wrong, m_settings.zone)};
    m_ledger.handovers().add(m_id, parcelId, m_clock.now(), m_person ? m_person->badge : QString());
    FAULT_POINT("handover.listed");
    return {QStringLiteral("on-list"),
            Verdict::Accepted,
            {NoticeCode::HandoverTaken, {waybill, QString::number(open->parcels + 1)}}};
}

bool Handing::isOfGone(const QString& text) const {
    const auto mark = copyMark(text);
    const auto waybill = m_ledger.waybills().find(mark ? mark->waybill : text);
    return waybill && waybill->state == WaybillState::Dispatched;
}

QList<HandoverParcel> Handing::missed() const {
    const auto open = list();
    constexpr qint64 kDayMs = 86'400'000;
    return open ? m_ledger.handovers().missed(open->courier,
                                              m_clock.now().plusMs(-kMissedDays * kDayMs))
                : QList<HandoverParcel>();
}

Notice Handing::signedWith(const std::function<Notice()>& signing) {
    return untilStored([&] {
        Transaction transaction(m_ledger);
        const Notice said = signing();
        if (said.code == NoticeCode::HandoverClosed) {
            transaction.commit();
            m_id = 0;
        }
        return said;
    });
}

Notice Handing::close(int counted, const QString& signedBy) {
    return signedWith([&] { return signList(counted, signedBy, {}, {}); });
}

Notice Handing::sign(const QString& driver, const QString& vehicle) {
    return signedWith([&] {
        const auto open = list();
        return signList(open ? open->parcels : 0, driver, driver, vehicle);
    });
}

/// In the caller's transaction; nothing is written while the counts differ.
Notice Handing::signList(int counted, const QString& signedBy, const QString& driver,
                         const QString& vehicle) {
    auto open = list();
    if (!open || open->closedAt || open->parcels == 0)
        return {NoticeCode::NothingToDo, {}};
    if (counted != open->parcels)
        return {NoticeCode::HandoverCount,
                {QString::number(counted), QString::number(open->parcels)}};
    open->closedAt = m_clock.now();
    open->counted = counted;
    if (!driver.isEmpty())
        open->driver = driver;
    if (!vehicle.isEmpty())
        open->vehicle = vehicle;
    open->signedBy = signedBy.isEmpty() ? open->driver : signedBy;
    m_ledger.handovers().close(*open);
    FAULT_POINT("handover.signed");
    return {NoticeCode::HandoverClosed, {courierWord(open->courier), QString::number(counted)}};
}

/// The card in the scan's own transaction; the list is let go of once that is committed.
Handing::Judged Handing::judgeSigning() {
    const auto open = list();
    const Notice said = signList(open ? open->parcels : 0, {}, {}, {});
    const bool isSigned = said.code == NoticeCode::HandoverClosed;
    return {isSigned ? QStringLiteral("list-signed") : QStringLiteral("nothing-to-do"),
            isSigned ? Verdict::Done : Verdict::None, said};
}

} // namespace packbench
