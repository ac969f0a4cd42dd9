#include "bench/inboxdesk.h"

#include "bench/benchworker.h"
#include "bench/desk.h"
#include "bench/labellist.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"
#include "shipping/scancode.h"

#include <utility>

namespace packbench {

namespace {

constexpr int kShown = 20; ///< each costs a picture

} // namespace

InboxDesk::InboxDesk(Ledger& ledger, Desk& desk, Clock& clock, BenchPort& port,
                     const std::function<void(const StationFault&)>& faulted)
    : m_ledger(ledger)
    , m_desk(desk)
    , m_port(port)
    , m_intake(ledger, clock, desk.station().settings(), faulted) {
    connect(&m_intake, &InboxIntake::took, this,
            [this, faulted](const QList<IncomingLabel>& labels) {
                try {
                    m_desk.labelsArrived(matchedOrders(labels));
                } catch (const StationFault& fault) {
                    faulted(fault);
                }
            });
}

void InboxDesk::start() {
    const QString problem = m_intake.start();
    m_isMute = !problem.isEmpty();
    if (m_isMute)
        qCWarning(inboxLog).noquote() << problem;
    tellProblem();
}

void InboxDesk::tellProblem() {
    if (m_isMute)
        Q_EMIT m_port.noticed(
            {NoticeCode::InboxNotListening, {m_desk.station().settings().inboxListen}});
}

void InboxDesk::tellWaiting() {
    Q_EMIT m_port.inboxMade(inboxRows(m_ledger, kShown));
}

void InboxDesk::discard(qint64 id, const QString& reason) {
    const auto label = m_ledger.incoming().find(id);
    if (label && mayBecome(label->state, IncomingState::Discarded))
        m_intake.inbox().discard(id, reason);
    tellWaiting();
}

void InboxDesk::use(qint64 id) {
    const auto label = m_ledger.incoming().find(id);
    const auto order = label ? m_ledger.orders().byId(label->orderId) : std::nullopt;
    if (order)
        assign(id, *order);
    tellWaiting();
}

void InboxDesk::matchAgain() {
    m_desk.labelsArrived(m_intake.inbox().matchAgain());
}

bool InboxDesk::namesOrder(const StationScan& scan) {
    const qint64 id = std::exchange(m_named, 0);
    if (id == 0)
        return false;
    Q_EMIT m_port.orderNamed();
    const ScanKind kind = classify(scan.text, scan.aim).kind;
    if (kind == ScanKind::Badge || kind == ScanKind::Command)
        return false;
    bool several = false;
    if (const auto order = m_desk.station().named(scan, several))
        assign(id, *order);
    else
        Q_EMIT m_port.noticed(
            {several ? NoticeCode::SeveralOrders : NoticeCode::OrderNotFound, {scan.text}});
    tellWaiting();
    return true;
}

void InboxDesk::assign(qint64 id, const OrderRecord& order) {
    const IncomingLabel label = m_intake.inbox().assign(id, order);
    if (label.state == IncomingState::Matched)
        m_desk.labelsArrived({order.id});
    Q_EMIT m_port.noticed(noticeOf(label));
}

} // namespace packbench
