#include "bench/stationkeys.h"

#include "bench/stationanswer.h"
#include "ledger/commandkey.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

namespace packbench {
namespace {

StationReply answerTo(const StationScan& scan, const ScanCode& code) {
    StationReply reply;
    reply.scan = code.text;
    reply.kind = word(code.kind);
    reply.key = scan.key;
    return reply;
}

} // namespace

QByteArray verbBody(qint64 id, const QString& reason) {
    return QByteArray::number(id) + '\n' + reason.toUtf8();
}

Station::Memory Station::remember() const {
    return {m_person,
            m_packing,
            m_copy,
            m_parcel,
            m_labelArrived,
            m_waitsForReason,
            m_serialLine,
            m_quantity,
            m_grams,
            m_singleItem,
            m_lastDispatchedParcel,
            m_lastWasLate,
            m_snapshot.label,
            m_snapshot.lastParcel,
            m_snapshot.lastParcelCourier,
            m_snapshot.lastParcelState};
}

void Station::recall(const Memory& memory) {
    m_person = memory.person;
    m_packing.reset();
    if (memory.packing)
        m_packing.emplace(*memory.packing);
    m_copy = memory.copy;
    m_parcel = memory.parcel;
    m_labelArrived = memory.labelArrived;
    m_waitsForReason = memory.waitsForReason;
    m_serialLine = memory.serialLine;
    m_quantity = memory.quantity;
    m_grams = memory.grams;
    m_singleItem = memory.singleItem;
    m_lastDispatchedParcel = memory.lastDispatchedParcel;
    m_lastWasLate = memory.lastWasLate;
    m_snapshot.label = memory.label;
    m_snapshot.lastParcel = memory.lastParcel;
    m_snapshot.lastParcelCourier = memory.lastParcelCourier;
    m_snapshot.lastParcelState = memory.lastParcelState;
}

KeyedAct Station::act(const QString& key, const QString& kind, const QByteArray& body) {
    KeyedAct act(m_ledger, m_clock.now(), key, kind, body);
    act.ofBench(m_settings.bench);
    return act;
}

KeyedAct Station::actOf(const StationScan& scan) {
    return act(scan.key, QStringLiteral("scan"), scan.text.toUtf8() + '\n' + scan.aim.toUtf8());
}

void Station::answered(const StationReply& reply) {
    if (!m_scanAct)
        return;
    m_scanAct->done(answerText(reply));
    const auto madeAt = timeOfCommandKey(m_scanAct->key());
    if (madeAt && (!m_newestKeyAt || *m_newestKeyAt < *madeAt))
        m_newestKeyAt = madeAt;
}

/// One that came with a key of its own: it may have been done, may wait, or may have come too late
/// to mean anything.
std::optional<StationReply> Station::knownScan(const StationScan& scan) {
    m_scanAct = actOf(scan);
    if (m_scanAct->isOurs())
        return std::nullopt;
    const ScanCode code = classify(scan.text, scan.aim);
    if (auto answer = answeredBefore(*m_scanAct)) {
        if (!answer->isReplay) {
            StationReply refused = answerTo(scan, code);
            refused.outcome = answer->outcome;
            refused.verdict = answer->verdict;
            refused.notice = answer->notice;
            m_ledger.scans().judged(journal(scan), word(code.kind), refused.outcome, 0);
            return refused;
        }
        return answer;
    }
    for (const HeldScan& held : std::as_const(m_held)) {
        if (held.scan.key != scan.key)
            continue;
        StationReply waits = answerTo(scan, code);
        waits.outcome = QStringLiteral("scan-held");
        waits.verdict = m_snapshot.verdict;
        waits.notice = {NoticeCode::ScanHeld, {}};
        waits.isReplay = true;
        return waits;
    }
    return parkedWhenLate(scan, code);
}

std::optional<StationReply> Station::parkedWhenLate(const StationScan& scan, const ScanCode& code) {
    if (!m_newestKeyAt) {
        if (const auto newest = m_ledger.commands().newestOf(m_settings.bench))
            m_newestKeyAt = timeOfCommandKey(*newest);
    }
    const auto madeAt = timeOfCommandKey(scan.key);
    if (!madeAt || !m_newestKeyAt || *m_newestKeyAt <= *madeAt)
        return std::nullopt;
    StationReply parked = answerTo(scan, code);
    parked.outcome = QStringLiteral("parked");
    parked.verdict = Verdict::Look;
    parked.notice = {NoticeCode::ScanParked, {code.text}};
    conclude(journal(scan), code, parked, 0);
    return parked;
}

QList<StationReply> Station::acted(KeyedAct act, const StationReply& done,
                                   const std::function<QList<StationReply>()>& work) {
    if (const auto known = answeredBefore(act))
        return {*known};
    act.doneWithNext(answerText(done));
    try {
        QList<StationReply> replies = work();
        act.end(answerText(replies.first()));
        replies.first().key = act.key();
        return replies;
    } catch (const StationFault&) {
        act.giveUp();
        throw;
    }
}

QList<StationReply> Station::printAgain(qint64 copyId, const QString& reason, const QString& key) {
    return acted(
        act(key, QStringLiteral("print-again"), verbBody(copyId, reason)),
        event(QStringLiteral("print-again"), Verdict::Wait, {NoticeCode::ReasonNoted, {reason}}),
        [&] { return printedAgain(copyId, reason); });
}

QList<StationReply> Station::redo(qint64 copyId, const QString& reason, const QString& key) {
    return acted(
        act(key, QStringLiteral("redo"), verbBody(copyId, reason)),
        event(QStringLiteral("number-redone"), Verdict::Wait, {NoticeCode::ReasonNoted, {reason}}),
        [&] { return redone(copyId, reason); });
}

QList<StationReply> Station::extraParcel(qint64 orderId, const QString& reason,
                                         const QString& key) {
    return acted(act(key, QStringLiteral("extra-parcel"), verbBody(orderId, reason)),
                 event(QStringLiteral("extra-parcel"), Verdict::Accepted,
                       {NoticeCode::ReasonNoted, {reason}}),
                 [&] { return parcelAdded(orderId, reason); });
}

void Station::conclude(qint64 scanId, const ScanCode& code, const StationReply& reply,
                       qint64 orderId) {
    untilStored([&] {
        Transaction transaction(m_ledger);
        m_ledger.scans().judged(scanId, word(code.kind), reply.outcome, orderId);
        answered(reply);
        transaction.commit();
    });
}

} // namespace packbench
