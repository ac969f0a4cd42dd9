#include "bench/labeldesk.h"

#include "bench/benchworker.h"
#include "bench/desk.h"
#include "bench/labellist.h"
#include "ledger/ledger.h"

#include <algorithm>

namespace packbench {

namespace {
constexpr int kLabelsShown = 50;
} // namespace

LabelDesk::LabelDesk(Ledger& ledger, Desk& desk, BenchPort& port)
    : m_ledger(ledger), m_desk(desk), m_port(port) {
    connect(&desk, &Desk::replied, this, [this](const QList<StationReply>& replies) {
        const auto changesList = [](const StationReply& reply) {
            return reply.outcome == u"label-cancelled" || reply.outcome == u"label-not-there";
        };
        if (std::any_of(replies.cbegin(), replies.cend(), changesList))
            tellLabels();
        if (m_hasUncertain)
            tellStartUp();
    });
}

void LabelDesk::tellLabels() {
    Q_EMIT m_port.labelsMade(labelRows(m_ledger, kLabelsShown));
}

void LabelDesk::tellStartUp() {
    const StartUpBoard board = startUpBoard(m_ledger, m_desk.station().stoppedAt());
    m_hasUncertain = !board.uncertain.isEmpty();
    Q_EMIT m_port.startUpMade(board);
}

void LabelDesk::extraParcel(qint64 copyId, const QString& reason) {
    if (const auto copy = m_ledger.labels().copy(copyId))
        m_desk.extraParcel(copy->orderId, reason);
}

} // namespace packbench
