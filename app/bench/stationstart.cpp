// What a start finds: labels that may or may not have come out, and the answer "it is not there".
#include "bench/stationjudgement.h"

#include "bench/stationanswer.h"
#include "ledger/ledger.h"

namespace packbench {

namespace {
constexpr int kMostUncertain = 1000;
constexpr qsizetype kNamedScans = 2;
constexpr qsizetype kNamedSigns = 24; ///< of each

QString codesOf(const QList<ScanRecord>& scans) {
    QStringList codes;
    for (const ScanRecord& record : scans.mid(0, kNamedScans))
        codes += record.scan.text.left(kNamedSigns);
    return codes.join(QStringLiteral(", ")) +
           (scans.size() > kNamedScans ? QStringLiteral(" …") : QString());
}
} // namespace

/// Nothing prints. What was on its way or waited in a printer is in doubt: nobody was looking, and
/// the printer may still hold it.
void Station::takeStock() {
    m_stoppedAt = m_ledger.scans().lastAt();
    m_notCounted = m_ledger.scans().unjudged(m_settings.bench);
    m_ledger.labels().sendingBecomesUncertain(m_clock.now());
    for (const LabelCopy& copy : m_ledger.labels().waiting())
        m_ledger.labels().setState(copy.id, CopyState::Uncertain, m_clock.now(), copy.bytesTaken);
    const QList<LabelCopy> uncertain = m_ledger.labels().uncertain(kMostUncertain);
    for (const LabelCopy& copy : uncertain)
        noteUnsure(*m_ledger.labels().copy(copy.id));
    // Of several, the counter could not say which one came out.
    if (uncertain.size() == 1 && uncertain.first().counterBefore &&
        uncertain.first().printer == m_settings.printer)
        m_counting = Counting{{uncertain.first().id}, *uncertain.first().counterBefore, 0};
}

/// Whoever only does one act at the bench (packctl label again) leaves them to be told.
QList<StationReply> Station::tellNotCounted() {
    if (m_notCounted.isEmpty() || m_isNotCountedTold)
        return {};
    m_isNotCountedTold = true;
    ScanCode shown;
    shown.text = codesOf(m_notCounted);
    const Judgement told{
        QStringLiteral("scans-not-counted"),
        Verdict::Stop,
        {NoticeCode::ScansNotCounted, {QString::number(m_notCounted.size()), shown.text}},
        true};
    stand(told, shown);
    const StationReply said = event(told.outcome, told.verdict, told.notice);
    finishSnapshot(said, 0);
    return {said};
}

/// With the scan that released it, in its transaction: from then on the journal says it.
void Station::judgeNotCounted() {
    if (!m_isNotCountedTold)
        return;
    for (const ScanRecord& record : std::as_const(m_notCounted))
        m_ledger.scans().notCounted(record.id,
                                    word(classify(record.scan.text, record.scan.aim).kind));
}

/// The card answers the question that the screen asks: that of the oldest.
Station::Judgement Station::judgeNotThere() {
    const QList<LabelCopy> uncertain = m_ledger.labels().uncertain(1);
    if (uncertain.isEmpty())
        return {QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}};
    Judgement judgement{QStringLiteral("label-not-there"),
                        Verdict::Accepted,
                        {NoticeCode::LabelNotThere, {uncertain.first().waybill}}};
    judgement.action = Action::NotThere;
    judgement.orderId = uncertain.first().orderId;
    judgement.text = QString::number(uncertain.first().id);
    if (const auto order = m_ledger.orders().byId(judgement.orderId))
        judgement.order = order->order.key;
    return judgement;
}

void Station::voidNotThere(qint64 copyId) {
    const auto copy = m_ledger.labels().copy(copyId);
    noteUnsure(*copy);
    expectNoCount(copyId);
    m_ledger.labels().setState(copyId, CopyState::Void, m_clock.now(), copy->bytesTaken,
                               kLabelNotThere);
    if (m_copy && m_copy->id == copyId)
        close();
}

QList<StationReply> Station::notThere(qint64 copyId, const QString& key) {
    KeyedAct act = this->act(key, QStringLiteral("not-there"), QByteArray::number(copyId));
    if (const auto known = answeredBefore(act))
        return {*known};
    const auto copy = m_ledger.labels().copy(copyId);
    const bool mayBeGone =
        copy && (copy->state == CopyState::Uncertain || copy->state == CopyState::Sent ||
                 copy->state == CopyState::Printed);
    Judgement judgement{
        QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}};
    if (!m_person)
        judgement = {QStringLiteral("not-signed-on"), Verdict::Stop, {NoticeCode::NotSignedOn, {}}};
    else if (mayBeGone)
        judgement = {QStringLiteral("label-not-there"),
                     Verdict::Accepted,
                     {NoticeCode::LabelNotThere, {copy->waybill}}};
    judgement.orderId = copy ? copy->orderId : 0;
    const qint64 scanId = journal({QStringLiteral("PBC-NONE"), {}, QStringLiteral("screen")});
    untilStored([&] {
        Transaction transaction(m_ledger);
        m_ledger.scans().judged(scanId, word(ScanKind::Command), judgement.outcome,
                                judgement.orderId);
        if (judgement.outcome == QLatin1String("label-not-there"))
            voidNotThere(copyId);
        act.done(answerText(event(judgement.outcome, judgement.verdict, judgement.notice)));
        transaction.commit();
    });
    return told(judgement);
}

} // namespace packbench
