#pragma once

#include "bench/benchthread.h"

#include "bench/aheaddesk.h"
#include "bench/checking.h"
#include "bench/desk.h"
#include "bench/gatedesk.h"
#include "bench/importing.h"
#include "bench/inboxdesk.h"
#include "bench/inputs.h"
#include "bench/labeldesk.h"
#include "bench/labellist.h"
#include "bench/ledgerdesk.h"
#include "bench/templatedesk.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QFileInfo>
#include <QTimer>

namespace packbench {

/// What lives in the bench thread.
class BenchThread::Floor : public QObject {
public:
    Floor(BenchThread& port, Clock* clock)
        : m_port(port), m_clock(clock ? *clock : m_systemClock) {}

    void open(const Setup& setup) {
        m_ledger = Ledger::open(setup.ledger);
        m_care = std::make_unique<LedgerDesk>(*m_ledger, m_clock, m_port);
        m_desk = std::make_unique<Desk>(
            *m_ledger, m_clock,
            Desk::Setup{setup.labelFolder, setup.withUsb, PrinterLanguage::Zpl});
        m_care->serve(*m_desk, [this] { tellSnapshot(); });
        m_templates = std::make_unique<TemplateDesk>(*m_ledger, m_desk->station(), m_clock, m_port);
        connect(m_desk.get(), &Desk::snapshotChanged, this, [this] { tellSnapshot(); });
        m_labels = std::make_unique<LabelDesk>(*m_ledger, *m_desk, m_port);
        connect(m_desk.get(), &Desk::noticed, &m_port, &BenchPort::noticed);
        connect(m_desk.get(), &Desk::faulted, this,
                [this](const StationFault& fault) { m_port.tellFault(fault); });
        m_ledger->whenInDoubt([this](int attempt) { return checksAgain(attempt); });
        connect(m_desk.get(), &Desk::printersFound, this,
                [this] { Q_EMIT m_port.devicesMade(devices()); });
        listen(setup.withUsb);
        m_inbox = std::make_unique<InboxDesk>(
            *m_ledger, *m_desk, m_clock, m_port,
            [this](const StationFault& fault) { m_port.tellFault(fault); });
        m_inbox->start();
        m_ahead = std::make_unique<AheadDesk>(
            *m_ledger, *m_desk, m_clock, m_port,
            [this](const StationFault& fault) { m_port.tellFault(fault); });
        m_gate = std::make_unique<GateDesk>(*m_ledger, *m_desk, m_clock, m_port,
                                            QFileInfo(setup.labelFolder).absolutePath() +
                                                QStringLiteral("/sheets"));
        m_poll = std::make_unique<QTimer>();
        connect(m_poll.get(), &QTimer::timeout, this, [this] {
            if (!m_desk->isBusy())
                m_desk->pollPrinter();
        });
        m_poll->start(kPollMs);
        m_minute = std::make_unique<QTimer>();
        connect(m_minute.get(), &QTimer::timeout, this, [this] {
            m_care->look();
            m_desk->station().refreshStrip();
            tellSnapshot();
        });
        m_minute->start(kStripMs);
        m_desk->findPrinters();
        m_desk->pollPrinter();
        tellSnapshot();
        QTimer::singleShot(0, m_desk.get(), [this] { m_desk->warmUp(); });
    }

    void close() {
        m_poll.reset();
        m_minute.reset();
        m_inputs.reset();
        m_ahead.reset();
        m_gate.reset();
        m_inbox.reset();
        m_templates.reset();
        m_labels.reset();
        m_desk.reset();
        m_care.reset();
        m_ledger.reset();
    }

    Desk& desk() { return *m_desk; }
    TemplateDesk& templates() { return *m_templates; }
    LabelDesk& labels() { return *m_labels; }
    Ledger& ledger() { return *m_ledger; }
    Clock& clock() { return m_clock; }
    InboxDesk& inbox() { return *m_inbox; }
    AheadDesk& ahead() { return *m_ahead; }
    LedgerDesk& care() { return *m_care; }
    GateDesk& gate() { return *m_gate; }

    /// The bench thread waits here; what is scanned meanwhile waits in its queue.
    bool checksAgain(int attempt) {
        if (attempt == 0)
            tellSnapshot();
        else
            Q_EMIT m_port.snapshotMade(checkingSnapshot(m_desk->station().snapshot()));
        return mayLookAgain(attempt, m_port.m_closes);
    }

    void tellSnapshot() {
        StationSnapshot snapshot = m_desk->station().snapshot();
        snapshot.waitingScans = m_port.m_scans.waiting();
        if (m_port.m_scans.isShown(snapshot.waitingScans))
            Q_EMIT m_port.snapshotMade(snapshot);
    }

    QList<DeviceRow> devices() {
        return deviceRows(*m_ledger, m_desk->station(), m_desk->printers(), m_desk->statuses(),
                          m_inputs ? m_inputs->rows() : QList<DeviceRow>());
    }

    void tryScanners(bool on) { m_isTrying = on; }
    void nextScan() { scan(m_port.m_scans.take().value_or(StationScan{})); }

    /// From whatever scanner: judged, or only shown while scanners are tried, or the answer to
    /// whose a ready-made label is.
    void scan(const StationScan& scan) {
        if (scan.device == u"wedge")
            m_inputs->noteWedge(scan.text);
        if (!m_isTrying) {
            if (!m_inbox->namesOrder(scan) && !m_gate->takes(scan))
                m_desk->scan(scan);
            return;
        }
        m_desk->station().tried(scan);
        Q_EMIT m_port.devicesMade(devices());
    }

    void tellDueBoard() {
        Station& station = m_desk->station();
        Q_EMIT m_port.dueBoardMade(
            dueBoard(*m_ledger, station.settings(), station.calendar(), m_clock.now()));
    }

    void import(const QStringList& paths, const QString& kind, std::atomic<bool>& cancel) {
        Importing importing(*m_ledger, m_desk->station().settings(), m_clock,
                            [&](int permille, const QString& file) {
                                Q_EMIT m_port.importMoved(permille, file);
                                return !cancel;
                            });
        const ImportRequest request{paths, QStringLiteral("auto"), {}, false};
        const auto reports = kind == QLatin1String("items")      ? importing.items(request)
                             : kind == QLatin1String("waybills") ? importing.waybills(request)
                                                                 : importing.orders(request);
        for (const ImportReport& report : reports)
            Q_EMIT m_port.importDone(report);
        m_desk->station().refreshStrip();
        m_desk->station().refreshOrder();
        tellSnapshot();
        m_inbox->matchAgain();
        Q_EMIT m_port.importsFinished();
    }

private:
    static constexpr int kPollMs = 4000;
    static constexpr int kStripMs = 60'000;

    void listen(bool withUsb) {
        m_inputs = std::make_unique<Inputs>(m_ledger->settings(), withUsb);
        connect(m_inputs.get(), &Inputs::scanned, this, [this](const ScannedCode& code) {
            try {
                scan({code.text, code.aim, code.device, ++m_inputSerial});
            } catch (const StationFault& fault) {
                m_port.tellFault(fault);
            }
        });
        connect(m_inputs.get(), &Inputs::weighed, this,
                [this](int grams) { m_desk->station().weighed(grams); });
        connect(m_inputs.get(), &Inputs::changed, this, [this] {
            m_desk->station().scaleIs(m_inputs->scaleLamp());
            tellSnapshot();
            Q_EMIT m_port.devicesMade(devices());
        });
        m_inputs->start();
    }

    BenchThread& m_port;
    SystemClock m_systemClock;
    Clock& m_clock;
    std::unique_ptr<Ledger> m_ledger;
    std::unique_ptr<LedgerDesk> m_care;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<TemplateDesk> m_templates;
    std::unique_ptr<LabelDesk> m_labels;
    std::unique_ptr<Inputs> m_inputs;
    std::unique_ptr<InboxDesk> m_inbox;
    std::unique_ptr<AheadDesk> m_ahead;
    std::unique_ptr<GateDesk> m_gate;
    qint64 m_inputSerial = qint64(1) << 40; ///< far from the window's own numbers
    bool m_isTrying = false;
    std::unique_ptr<QTimer> m_poll;
    std::unique_ptr<QTimer> m_minute;
};

} // namespace packbench
