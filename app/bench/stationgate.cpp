#include "bench/clockwords.h"
#include "bench/stationjudgement.h"
#include "ledger/ledger.h"

namespace packbench {

void Station::noted(const StationScan& scan, const QString& outcome) {
    const ScanCode code = classify(scan.text, scan.aim);
    m_ledger.scans().judged(journal(scan), word(code.kind), outcome, 0);
}

std::optional<Station::Judgement> Station::clockStops(const OrderRecord& order) {
    const auto wrong = m_watch.behind();
    if (!wrong)
        return std::nullopt;
    Judgement judgement{QStringLiteral("clock-behind"), Verdict::Stop,
                        clockBehindNotice(*wrong, m_settings.zone), true};
    judgement.orderId = order.id;
    judgement.order = order.order.key;
    return judgement;
}

Station::Judgement Station::judgeClockRight() {
    if (!m_watch.behind())
        return {QStringLiteral("nothing-to-do"), Verdict::None, {NoticeCode::NothingToDo, {}}};
    if (!m_person || m_person->role != Role::Supervisor)
        return {QStringLiteral("not-allowed"),
                Verdict::Stop,
                {NoticeCode::NotAllowed, {m_person ? m_person->name : QString()}},
                true};
    Judgement judgement{
        QStringLiteral("clock-confirmed"), Verdict::Accepted, {NoticeCode::ClockConfirmed, {}}};
    judgement.action = Action::ConfirmClock;
    return judgement;
}

Station::Judgement Station::judgeBox(const ScanCode& code) {
    const auto taken = m_ledger.gate().orderOfBox(code.argument);
    const OrderRecord& open = m_packing->record();
    Judgement judgement{QStringLiteral("box-assigned"),
                        Verdict::Accepted,
                        {NoticeCode::BoxAssigned, {code.argument, open.order.key.number}}};
    judgement.orderId = open.id;
    judgement.order = open.order.key;
    if (taken && *taken != open.id) {
        const auto other = m_ledger.orders().byId(*taken);
        judgement.outcome = QStringLiteral("box-taken");
        judgement.verdict = Verdict::Wrong;
        judgement.notice = {NoticeCode::BoxTaken,
                            {code.argument, other ? other->order.key.number : QString()}};
        judgement.isRefusal = true;
    } else if (!taken) {
        judgement.action = Action::AssignBox;
        judgement.text = code.argument;
    }
    return judgement;
}

} // namespace packbench
