#include "bench/benchthread.h"

#include "bench/aheaddesk.h"
#include "bench/checking.h"
#include "bench/desk.h"
#include "bench/faultnotice.h"
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

#include <QDebug>
#include <QFileInfo>
#include <QTimer>

namespace packbench {

namespace {

constexpr int kPollMs = 4000;
constexpr int kStripMs = 60'000;

/// Sheets to be printed lie beside the labels.
QString sheetFolder(const QString& labelFolder) {
    return QFileInfo(labelFolder).absolutePath() + QStringLiteral("/sheets");
}

} // namespace

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
                                            sheetFolder(setup.labelFolder));
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

/// Runs `work` in the bench thread; a broken world becomes a signal, never an exception across
/// threads.
template <typename Work>
void BenchThread::post(Work work) {
    QMetaObject::invokeMethod(m_floor.get(), [this, work] {
        try {
            work(*m_floor);
        } catch (const StationFault& fault) {
            tellFault(fault);
        }
    });
}

void BenchThread::tellFault(const StationFault& fault) {
    qCritical().noquote() << fault.sentence();
    Q_EMIT worldBroke(faultNotice(fault));
}

BenchThread::BenchThread(Setup setup, QObject* parent)
    : BenchPort(parent)
    , m_setup(std::move(setup))
    , m_floor(std::make_unique<Floor>(*this, m_setup.clock)) {
    qRegisterMetaType<StationSnapshot>();
    qRegisterMetaType<DueBoard>();
    qRegisterMetaType<QList<LabelRow>>();
    qRegisterMetaType<QList<DeviceRow>>();
    qRegisterMetaType<StartUpBoard>();
    qRegisterMetaType<QList<InboxRow>>();
    qRegisterMetaType<GateSnapshot>();
    qRegisterMetaType<DayBoard>();
    qRegisterMetaType<ImportReport>();
    qRegisterMetaType<AheadBoard>();
    qRegisterMetaType<Notice>();
    qRegisterMetaType<QList<TemplateRow>>();
    qRegisterMetaType<TemplateOpened>();
    qRegisterMetaType<TemplatePreview>();
    qRegisterMetaType<TemplateAnswer>();
    m_thread.setObjectName(QStringLiteral("bench"));
    m_floor->moveToThread(&m_thread);
}

BenchThread::~BenchThread() {
    m_cancelImport = true;
    m_closes = true;
    if (m_thread.isRunning())
        QMetaObject::invokeMethod(
            m_floor.get(), [this] { m_floor->close(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QString BenchThread::start() {
    m_thread.start();
    QString problem;
    QMetaObject::invokeMethod(
        m_floor.get(),
        [&] {
            try {
                m_floor->open(m_setup);
                m_zone = m_floor->desk().station().settings().zone;
                m_inboxPort = m_floor->inbox().port();
            } catch (const StationFault& fault) {
                problem = fault.sentence();
                m_floor->close();
            }
        },
        Qt::BlockingQueuedConnection);
    return problem;
}

void BenchThread::announce() {
    post([](Floor& floor) {
        floor.tellSnapshot();
        floor.labels().tellStartUp();
        floor.inbox().tellProblem();
        floor.care().tellTroubles();
    });
}

void BenchThread::steer(const std::function<void(Desk&, Ledger&)>& work) {
    QMetaObject::invokeMethod(
        m_floor.get(), [&] { work(m_floor->desk(), m_floor->ledger()); },
        Qt::BlockingQueuedConnection);
}

void BenchThread::card(const QString& text) {
    // A tap equals its card; as a device of its own it never counts as a repeat of the scanner.
    post([text](Floor& floor) { floor.desk().scan({text, {}, QStringLiteral("screen"), 0}); });
}

void BenchThread::scan(const QString& text, const QString& device, qint64 scanSerial) {
    if (!m_scans.put({text, {}, device, scanSerial}))
        Q_EMIT noticed({NoticeCode::ScansTooFast, {QString::number(m_scans.refused())}});
    else
        post([](Floor& floor) { floor.nextScan(); });
}

void BenchThread::acknowledge() {
    card(QStringLiteral("PBC-OK"));
}

void BenchThread::confirmRemarks() {
    card(QStringLiteral("PBC-CONFIRM"));
}

void BenchThread::undo() {
    card(QStringLiteral("PBC-UNDO"));
}

void BenchThread::nothingCame() {
    card(QStringLiteral("PBC-NONE"));
}

void BenchThread::signOff() {
    card(QStringLiteral("PBC-OFF"));
}

void BenchThread::printAgain(qint64 copyId, const QString& reason) {
    post([=](Floor& floor) { floor.desk().printAgain(copyId, reason); });
    askLabels();
}

void BenchThread::cancelLabel(qint64 copyId) {
    post([=](Floor& floor) { floor.desk().cancelLabel(copyId); });
}

void BenchThread::redoLabel(qint64 copyId, const QString& reason) {
    post([=](Floor& floor) { floor.desk().redo(copyId, reason); });
    askLabels();
}

void BenchThread::extraParcel(qint64 copyId, const QString& reason) {
    post([=](Floor& floor) { floor.labels().extraParcel(copyId, reason); });
    askLabels();
}

void BenchThread::askStartUp() {
    post([](Floor& floor) { floor.labels().tellStartUp(); });
}

void BenchThread::labelNotThere(qint64 copyId) {
    post([copyId](Floor& floor) { floor.desk().notThere(copyId); });
}

void BenchThread::importFiles(const QStringList& paths, const QString& kind) {
    m_cancelImport = false;
    post([this, paths, kind](Floor& floor) { floor.import(paths, kind, m_cancelImport); });
}

void BenchThread::cancelImport() {
    m_cancelImport = true;
}

void BenchThread::askDueBoard() {
    post([](Floor& floor) { floor.tellDueBoard(); });
}

void BenchThread::tryLabelsAhead() {
    post([](Floor& floor) { floor.ahead().start(); });
}

void BenchThread::cancelLabelsAhead() {
    post([](Floor& floor) { floor.ahead().cancel(); });
}

void BenchThread::askLabels() {
    post([](Floor& floor) { floor.labels().tellLabels(); });
}

void BenchThread::askInbox() {
    post([](Floor& floor) { floor.inbox().tellWaiting(); });
}

void BenchThread::discardIncoming(qint64 id, const QString& reason) {
    post([=](Floor& floor) { floor.inbox().discard(id, reason); });
}

void BenchThread::useIncoming(qint64 id) {
    post([=](Floor& floor) { floor.inbox().use(id); });
}

void BenchThread::nameOrderOf(qint64 id) {
    post([=](Floor& floor) { floor.inbox().nameOrderOf(id); });
}

void BenchThread::askDevices() {
    post([](Floor& floor) {
        floor.desk().findPrinters();
        floor.desk().askStates();
    });
}

void BenchThread::testPrint(const QString& printerId) {
    post([printerId](Floor& floor) { floor.desk().testPrint(printerId); });
}

void BenchThread::usePrinter(const QString& printerId) {
    post([printerId](Floor& floor) { floor.desk().usePrinter(printerId); });
}

void BenchThread::sayLanguage(const QString& printerId, const QString& language) {
    post([=](Floor& floor) {
        if (const auto said = printerLanguageFromWord(language))
            floor.desk().sayLanguage(printerId, *said);
    });
}

void BenchThread::tryScanners(bool on) {
    post([on](Floor& floor) { floor.tryScanners(on); });
}

void BenchThread::calibrate(const QString& printerId) {
    post([printerId](Floor& floor) { floor.desk().calibrate(printerId); });
}

void BenchThread::askTemplates() {
    post([](Floor& floor) { floor.templates().tellTemplates(); });
}

void BenchThread::openTemplate(const QString& name, int version) {
    post([=](Floor& floor) { floor.templates().open(name, version); });
}

void BenchThread::drawTemplate(quint64 serial, const QByteArray& json, PreviewData data) {
    m_wantedDrawing = serial;
    post([=, this](Floor& floor) { floor.templates().draw(serial, json, data, m_wantedDrawing); });
}

void BenchThread::saveTemplate(const QString& name, const QByteArray& json,
                               const QString& decision) {
    post([=](Floor& floor) { floor.templates().save(name, json, decision); });
}

void BenchThread::readTemplateFile(const QString& path) {
    post([path](Floor& floor) { floor.templates().readFile(path); });
}

void BenchThread::writeTemplateFile(const QString& path, const QByteArray& json) {
    post([=](Floor& floor) { floor.templates().writeFile(path, json); });
}

void BenchThread::gate(const GateRequest& request) {
    post([request](Floor& floor) { floor.gate().answer(request); });
}

} // namespace packbench
