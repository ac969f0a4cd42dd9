#include "bench/aheaddesk.h"

#include "bench/benchworker.h"
#include "bench/desk.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QThread>

#include <algorithm>
#include <utility>

namespace packbench {

namespace {

constexpr int kMostOrders = 100'000;
constexpr int kAtOnce = 5; ///< orders read between two scans
constexpr int kMostShown = 50;
constexpr int kTellMs = 100;

/// One core stays for the bench and its screen.
int threadsForDrawing() {
    return std::max(QThread::idealThreadCount() - 1, 1);
}

} // namespace

AheadDesk::AheadDesk(Ledger& ledger, Desk& desk, Clock& clock, BenchPort& port,
                     std::function<void(const StationFault&)> faulted)
    : m_ledger(ledger), m_desk(desk), m_clock(clock), m_port(port), m_faulted(std::move(faulted)) {
    connect(&m_feed, &QTimer::timeout, this, [this] {
        try {
            feed();
        } catch (const StationFault& fault) {
            cancel();
            m_faulted(fault);
        }
    });
}

void AheadDesk::start() {
    cancel();
    const PrinterDescription& printer = m_desk.station().printer();
    m_board = {};
    m_board.isRunning = true;
    m_source.emplace(m_ledger, m_desk.station().settings(), m_clock.now());
    const quint64 run = ++m_run;
    m_drawing = std::make_unique<LabelsAhead>(
        threadsForDrawing(),
        LabelsAhead::Printer{printer.language, printer.dotsPerMm, printer.setup},
        [this, run](const DrawnAhead& drawn) {
            QMetaObject::invokeMethod(this, [this, run, drawn] {
                if (run == m_run)
                    take(drawn);
            });
        });
    for (const DueRecord& due : m_ledger.orders().due(kMostOrders))
        m_orders.append(due.id);
    m_board.total = int(m_orders.size());
    m_told.start();
    m_feed.start(0);
    tell();
    endIfDone();
}

void AheadDesk::cancel() {
    if (!m_board.isRunning)
        return;
    ++m_run;
    m_feed.stop();
    m_orders.clear();
    m_drawing.reset();
    m_board.isRunning = false;
    m_board.isCancelled = true;
    tell();
}

void AheadDesk::tell() {
    Q_EMIT m_port.labelsAheadMade(m_board);
}

void AheadDesk::feed() {
    for (int i = 0; i < kAtOnce && !m_orders.isEmpty(); ++i) {
        const auto order = m_ledger.orders().byId(m_orders.takeFirst());
        const auto label = order ? m_source->of(*order) : std::nullopt;
        if (label) {
            m_drawing->add(*label);
        } else {
            --m_board.total;
            ++m_board.leftOut;
        }
    }
    if (m_orders.isEmpty())
        m_feed.stop();
    endIfDone();
}

void AheadDesk::take(const DrawnAhead& drawn) {
    ++m_board.done;
    if (!drawn.stops.isEmpty())
        ++m_board.stopped;
    const bool isShown = !drawn.stops.isEmpty() || !drawn.findings.isEmpty();
    if (isShown && m_board.rows.size() < kMostShown)
        m_board.rows.append({drawn.key,
                             drawn.stops.isEmpty() ? drawn.findings.first() : drawn.stops,
                             !drawn.stops.isEmpty()});
    endIfDone();
    if (m_board.isRunning && m_told.elapsed() >= kTellMs) {
        m_told.restart();
        tell();
    }
}

void AheadDesk::endIfDone() {
    if (!m_board.isRunning || !m_orders.isEmpty() || m_board.done < m_board.total)
        return;
    m_board.isRunning = false;
    m_drawing.reset();
    tell();
}

} // namespace packbench
