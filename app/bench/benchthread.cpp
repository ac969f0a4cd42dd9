#include "bench/benchthread.h"

#include "bench/benchfloor.h"
#include "bench/faultnotice.h"

#include <QDebug>

namespace packbench {

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
        static_cast<void>(floor.desk().station().tellNotCounted());
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
