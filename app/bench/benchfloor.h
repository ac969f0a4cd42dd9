#pragma once

#include "bench/benchthread.h"
#include "bench/desk.h"
#include "bench/importing.h"
#include "bench/inboxintake.h"
#include "bench/inputs.h"
#include "bench/labellist.h"
#include "bench/templatedesk.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QTimer>

#include <algorithm>

namespace packbench {

/// What lives in the bench thread; its functions are called there only.
class BenchThread::Floor : public QObject {
public:
    Floor(BenchThread& port, Clock* clock)
        : m_port(port), m_clock(clock ? *clock : m_systemClock) {}

    void open(const Setup& setup) {
        m_ledger = Ledger::open(setup.ledger);
        m_desk = std::make_unique<Desk>(
            *m_ledger, m_clock,
            Desk::Setup{setup.labelFolder, setup.withUsb, PrinterLanguage::Zpl});
        m_templates = std::make_unique<TemplateDesk>(*m_ledger, m_desk->station(), m_clock, m_port);
        connect(m_desk.get(), &Desk::snapshotChanged, this, [this] { tellSnapshot(); });
        connect(m_desk.get(), &Desk::replied, this, [this](const QList<StationReply>& replies) {
            const auto isCancelled = [](const StationReply& reply) {
                return reply.outcome == QLatin1String("label-cancelled");
            };
            if (std::any_of(replies.cbegin(), replies.cend(), isCancelled))
                tellLabels();
        });
        connect(m_desk.get(), &Desk::noticed, &m_port, &BenchPort::noticed);
        connect(m_desk.get(), &Desk::printersFound, this,
                [this] { Q_EMIT m_port.devicesMade(devices()); });
        listen(setup.withUsb);
        receive();
        m_poll = std::make_unique<QTimer>();
        connect(m_poll.get(), &QTimer::timeout, this, [this] {
            if (!m_desk->isBusy())
                m_desk->pollPrinter();
        });
        m_poll->start(kPollMs);
        m_minute = std::make_unique<QTimer>();
        connect(m_minute.get(), &QTimer::timeout, this, [this] {
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
        m_intake.reset();
        m_templates.reset();
        m_desk.reset();
        m_ledger.reset();
    }

    Desk& desk() { return *m_desk; }
    TemplateDesk& templates() { return *m_templates; }
    Ledger& ledger() { return *m_ledger; }
    Clock& clock() { return m_clock; }
    [[nodiscard]] quint16 inboxPort() const { return m_intake->port(); }

    void tellSnapshot() { Q_EMIT m_port.snapshotMade(m_desk->station().snapshot()); }

    QList<DeviceRow> devices() {
        return deviceRows(*m_ledger, m_desk->station(), m_desk->printers(), m_desk->statuses(),
                          m_inputs ? m_inputs->rows() : QList<DeviceRow>());
    }

    void tryScanners(bool on) { m_isTrying = on; }

    /// From whatever scanner: judged, or only shown while scanners are tried.
    void scan(const StationScan& scan) {
        if (scan.device == u"wedge")
            m_inputs->noteWedge(scan.text);
        if (!m_isTrying) {
            m_desk->scan(scan);
            return;
        }
        m_desk->station().tried(scan);
        Q_EMIT m_port.devicesMade(devices());
    }

    void tellLabels() { Q_EMIT m_port.labelsMade(labelRows(*m_ledger, kLabelsShown)); }

    void tellInbox() { Q_EMIT m_port.inboxMade(inboxRows(*m_ledger, kInboxShown)); }

    /// Somebody else may have been quicker: then the list tells it.
    void discardIncoming(qint64 id, const QString& reason) {
        const auto label = m_ledger->incoming().find(id);
        if (label && mayBecome(label->state, IncomingState::Discarded))
            m_intake->inbox().discard(id, reason);
        tellInbox();
    }

    void useIncoming(qint64 id) {
        const auto label = m_ledger->incoming().find(id);
        const auto order = label ? m_ledger->orders().byId(label->orderId) : std::nullopt;
        if (order) {
            const IncomingLabel used = m_intake->inbox().assign(id, *order);
            if (used.state == IncomingState::Matched)
                m_desk->labelsArrived({order->id});
            else
                Q_EMIT m_port.noticed(noticeOf(used));
        }
        tellInbox();
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
        m_desk->labelsArrived(m_intake->inbox().matchAgain());
        Q_EMIT m_port.importsFinished();
    }

private:
    static constexpr int kPollMs = 4000;
    static constexpr int kStripMs = 60'000;
    static constexpr int kLabelsShown = 50;
    static constexpr int kInboxShown = 20; ///< each costs a picture

    /// Ready-made labels, by network and folder, where the settings say so.
    void receive() {
        m_intake = std::make_unique<InboxIntake>(
            *m_ledger, m_clock, m_desk->station().settings(),
            [this](const StationFault& fault) { m_port.tellFault(fault); });
        connect(m_intake.get(), &InboxIntake::took, this,
                [this](const QList<IncomingLabel>& labels) {
                    try {
                        m_desk->labelsArrived(matchedOrders(labels));
                    } catch (const StationFault& fault) {
                        m_port.tellFault(fault);
                    }
                });
        if (const QString problem = m_intake->start(); !problem.isEmpty())
            qWarning().noquote() << problem;
    }
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
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<TemplateDesk> m_templates;
    std::unique_ptr<Inputs> m_inputs;
    std::unique_ptr<InboxIntake> m_intake;
    qint64 m_inputSerial = qint64(1) << 40; ///< far from the window's own numbers
    bool m_isTrying = false;
    std::unique_ptr<QTimer> m_poll;
    std::unique_ptr<QTimer> m_minute;
};

} // namespace packbench
