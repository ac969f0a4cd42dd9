#include "bench/stationjudgement.h"
#include "bench/stationwords.h"
#include "ledger/ledger.h"

#include <QRegularExpression>

namespace packbench {

namespace {

QStringList differingParts(const ShownItem& got, const ShownItem& expected) {
    QStringList names;
    for (const SpecPart& part : got.spec) {
        for (const SpecPart& other : expected.spec) {
            if (part.name == other.name && part.value != other.value)
                names.append(part.name);
        }
    }
    return names;
}

} // namespace

Station::Judgement Station::judgePacking(const ScanCode& code) {
    const auto matches = matchesOf(code);
    if (!matches.isEmpty())
        return judgePick(code, matches, code.serial);
    bool several = false;
    auto other = orderNamed(code, several);
    if (several && code.text == m_packing->record().order.key.number)
        other = m_packing->record(); // of the shops that share the number, the one that is open
    if (code.kind == ScanKind::Tote && !other && m_packing->record().tote.isEmpty()) {
        Judgement judgement{
            QStringLiteral("tote-assigned"),
            Verdict::Accepted,
            {NoticeCode::ToteAssigned, {code.argument, m_packing->record().order.key.number}}};
        judgement.action = Action::AssignTote;
        judgement.text = code.argument;
        return judgement;
    }
    if (!other)
        return unknown(code);
    if (other->id == m_packing->record().id) {
        Judgement same{QStringLiteral("opened"),
                       Verdict::Accepted,
                       {NoticeCode::OrderOpened,
                        {other->order.key.number, QString::number(other->order.pieces())}}};
        same.order = other->order.key;
        same.orderId = other->id;
        return same;
    }
    if (!m_packing->hasProgress())
        return judgeOpening(*other);
    return {QStringLiteral("other-order-open"),
            Verdict::Wrong,
            {NoticeCode::OtherOrderOpen,
             {m_packing->record().order.key.number, other->order.key.number}},
            true};
}

Station::Judgement Station::judgePick(const ScanCode& code, const QList<ItemMatch>& matches,
                                      const QString& serial) {
    PickOffer offer{matches, m_quantity * code.quantity, serial, false};
    if (!serial.isEmpty())
        offer.serialUsed = m_ledger.orders().serialUsed(matches.first().item.sku, serial);
    const PickVerdict verdict = m_packing->judge(offer);
    Judgement judgement;
    judgement.pick = verdict;
    judgement.serial = serial;
    judgement.orderId = m_packing->record().id;
    judgement.order = m_packing->record().order.key;
    judgement.outcome = word(verdict.outcome);
    const bool counts = verdict.outcome == PickOutcome::Accepted ||
                        verdict.outcome == PickOutcome::LineComplete ||
                        verdict.outcome == PickOutcome::OrderComplete;
    if (!counts && verdict.outcome != PickOutcome::SerialNeeded)
        return refusedPick(code, matches, verdict);
    const ShownItem item = m_packing->shownItem(verdict.line);
    if (verdict.outcome == PickOutcome::SerialNeeded) {
        judgement.verdict = Verdict::YourTurn;
        judgement.notice = {NoticeCode::ScanSerial, {shownName(item)}};
        judgement.action = Action::AskSerial;
        return judgement;
    }
    judgement.action = Action::Count;
    judgement.verdict =
        verdict.outcome == PickOutcome::OrderComplete ? Verdict::Done : Verdict::Accepted;
    judgement.notice = {NoticeCode::PieceCounted,
                        {shownName(item), QString::number(verdict.pieces)}};
    if (verdict.outcome == PickOutcome::LineComplete)
        judgement.notice = {NoticeCode::LineComplete, {shownName(item)}};
    if (verdict.outcome == PickOutcome::OrderComplete)
        judgement.notice = {NoticeCode::OrderComplete, {judgement.order->number}};
    if (!serial.isEmpty())
        judgement.how = QStringLiteral("serial");
    else if (m_quantity > 1)
        judgement.how = QStringLiteral("quantity-card");
    else if (verdict.pieces > 1)
        judgement.how = QStringLiteral("pack-code");
    return judgement;
}

Station::Judgement Station::refusedPick(const ScanCode& code, const QList<ItemMatch>& matches,
                                        const PickVerdict& verdict) {
    Judgement judgement;
    judgement.isRefusal = true;
    judgement.pick = verdict;
    judgement.outcome = word(verdict.outcome);
    judgement.orderId = m_packing->record().id;
    judgement.order = m_packing->record().order.key;
    judgement.got = shownItem(matches.first().item, code.text);
    const int open = m_packing->openLine();
    if (open >= 0) {
        judgement.expected = m_packing->shownItem(open);
        judgement.differing = differingParts(*judgement.got, *judgement.expected);
    }
    const QString got = shownName(*judgement.got);
    if (verdict.outcome == PickOutcome::SerialUsed) {
        judgement.verdict = Verdict::Stop;
        judgement.notice = {NoticeCode::SerialUsed,
                            {judgement.serial.isEmpty() ? code.text : judgement.serial}};
    } else if (verdict.outcome == PickOutcome::TooMany) {
        judgement.verdict = Verdict::TooMany;
        judgement.notice = {
            NoticeCode::TooMany,
            {got,
             QString::number(verdict.line >= 0 ? m_packing->progress(verdict.line).required : 0)}};
    } else {
        judgement.verdict = Verdict::Wrong;
        judgement.notice = {NoticeCode::WrongItem,
                            {got, orDash(judgement.got->bin),
                             judgement.expected ? shownName(*judgement.expected) : QString(),
                             judgement.expected ? orDash(judgement.expected->bin) : QString()}};
    }
    return judgement;
}

Station::Judgement Station::judgeSerial(const ScanCode& code) {
    const auto matches = matchesOf(code);
    if (!matches.isEmpty())
        return judgePick(code, matches, code.serial);
    const auto item = m_ledger.items().find(m_packing->progress(m_serialLine).sku);
    static const QRegularExpression form(QStringLiteral("^[\\x21-\\x7e]{1,64}$"));
    const bool isReadable =
        code.problem.isEmpty() || code.problem == QLatin1String("bad-check-digit");
    const bool mayBeSerial = (code.kind == ScanKind::Item || code.kind == ScanKind::Unknown ||
                              code.kind == ScanKind::Waybill) &&
                             form.match(code.text).hasMatch() &&
                             !code.text.contains(QLatin1String("://"));
    bool several = false;
    const bool isOther =
        orderNamed(code, several) || several || m_ledger.waybills().find(code.text);
    if (!item || !isReadable || !mayBeSerial || isOther)
        return {QStringLiteral("serial-needed"),
                Verdict::Wrong,
                {NoticeCode::SerialNeeded, {item ? item->title : QString()}},
                true};
    return judgePick(code, {{*item, 1}}, code.serial.isEmpty() ? code.text : code.serial);
}

} // namespace packbench
