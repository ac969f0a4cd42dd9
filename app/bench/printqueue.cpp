#include "bench/printqueue.h"

#include "faultpoint.h"

#include <QMutex>
#include <QMutexLocker>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace packbench {

namespace {

/// Nothing, or why this label must not go to that printer: told before its first byte.
std::optional<SendReport> refused(const PrintJob& job, const PrinterDescription& printer) {
    if (!printer.languageKnown) {
        SendReport report;
        report.sentence = printer.problem;
        report.refusal = QStringLiteral("unknown-language");
        report.figures = {printer.model};
        return report;
    }
    const auto widths = tooWide(printer.language, job.width, printer.dotsPerMm, printer.setup);
    if (!widths)
        return std::nullopt;
    SendReport report;
    report.sentence = sentence(*widths);
    report.refusal = QStringLiteral("too-wide");
    report.figures = {widths->labelMm, widths->headMm};
    return report;
}

} // namespace

Notice whyNotSent(const SendReport& report) {
    if (report.refusal == u"too-wide")
        return {NoticeCode::LabelTooWide, report.figures};
    if (report.refusal == u"unknown-language")
        return {NoticeCode::PrinterLanguageUnknown, report.figures};
    return {NoticeCode::PrinterGone, {report.sentence}};
}

/// Lives in one printer's thread. The printer stays open, for opening takes longer than a label,
/// unless others need it.
class PrintQueue::Worker : public QObject {
public:
    explicit Worker(QList<PrinterBus*> buses) : m_buses(std::move(buses)) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() override = default;

    SendReport send(const PrintJob& job) {
        if (!begins(job.copyId))
            return {SendReport::End::NothingSent, 0, PrinterState::Unknown,
                    QStringLiteral("Sending was cancelled before the first byte: no label was "
                                   "sent.")};
        SendReport report = handOver(job);
        ends();
        return report;
    }

    PrinterStatus status(const QString& printer) {
        try {
            PrinterStatus status = opened(printer).status();
            if (status.state != PrinterState::Unplugged)
                status.labelsPrinted = m_open->labelCount();
            keepOpenIf(status.state != PrinterState::Unplugged);
            return status;
        } catch (const DeviceError&) {
            m_open.reset();
            return {PrinterState::Unplugged, {}, {}};
        }
    }

    bool flush(const QString& printer, qint64 missing) {
        try {
            return opened(printer).flush(missing);
        } catch (const DeviceError&) {
            m_open.reset();
            return false;
        }
    }

    QList<PrinterDescription> printers() {
        QList<PrinterDescription> all;
        for (PrinterBus* bus : m_buses)
            all.append(bus->present());
        return all;
    }

    void setLanguage(const QString& printer, PrinterLanguage language) {
        m_open.reset(); // it was opened as one that speaks another
        for (PrinterBus* bus : m_buses)
            bus->setLanguage(printer, language);
    }

    void close() { m_open.reset(); }

    /// Lets go of a printer that is gone or is listed by another name now.
    void letGoOfStrangers() {
        const QList<PrinterDescription> all = m_open ? printers() : QList<PrinterDescription>();
        const bool isListed =
            std::any_of(all.cbegin(), all.cend(),
                        [this](const PrinterDescription& one) { return one.id == m_name; });
        if (!isListed)
            m_open.reset();
    }

    // From the queue's thread.
    void expect(qint64 copyId) {
        const QMutexLocker lock(&m_mutex);
        m_waiting.append(copyId);
        m_isUrgent = true;
    }
    void cancel(qint64 copyId) {
        const QMutexLocker lock(&m_mutex);
        if (m_current == copyId)
            m_cancel = true;
        else if (m_waiting.contains(copyId))
            m_cancelled.insert(copyId);
    }
    void cancelAll() { m_cancel = m_isEnding = true; }

private:
    [[nodiscard]] bool begins(qint64 copyId) {
        const QMutexLocker lock(&m_mutex);
        m_waiting.removeOne(copyId);
        m_isUrgent = !m_waiting.isEmpty();
        m_current = copyId;
        m_cancel = m_isEnding.load();
        return !m_cancelled.remove(copyId) && !m_isEnding;
    }
    void ends() {
        const QMutexLocker lock(&m_mutex);
        m_current.reset();
    }

    SendReport handOver(const PrintJob& job) {
        try {
            const bool wasOpen = m_open && m_name == job.printer;
            LabelPrinter& printer = opened(job.printer);
            if (const auto report = refused(job, printer.description())) {
                keepOpenIf(true);
                return *report;
            }
            std::optional<bool> flushed;
            if (job.flushes)
                flushed = printer.flush(*job.flushes);
            // The label itself is not hurried, only a question that another one waits behind.
            SendReport report = printer.send(job.bytes, m_cancel);
            // A network printer hangs up when it was idle for long: no byte of this label was
            // handed over, so it goes through a new connection.
            if (wasOpen && report.end == SendReport::End::NothingSent && !m_cancel) {
                m_open.reset();
                LabelPrinter& anew = opened(job.printer);
                if (job.flushes)
                    flushed = anew.flush(*job.flushes);
                report = anew.send(job.bytes, m_cancel);
            }
            report.flushed = flushed;
            if (report.end == SendReport::End::Accepted)
                report.labelsPrinted = m_open->labelCount();
            keepOpenIf(report.end == SendReport::End::Accepted);
            return report;
        } catch (const DeviceError& error) {
            m_open.reset();
            return {SendReport::End::NothingSent, 0, PrinterState::Unplugged, error.sentence()};
        }
    }

    // A printer asked for by another name than it is listed by is let go: whoever asks for the
    // listed one must find it free. So is one that other benches wait for.
    void keepOpenIf(bool isWell) {
        if (!isWell || m_open->description().id != m_name || m_open->description().letGoWhenIdle)
            m_open.reset();
    }

    LabelPrinter& opened(const QString& id) {
        if (m_open && m_name == id)
            return *m_open;
        m_open.reset();
        for (PrinterBus* bus : m_buses) {
            if (!bus->knows(id))
                continue;
            m_open = bus->open(id);
            m_name = id;
            m_open->hurry(&m_isUrgent);
            return *m_open;
        }
        throw DeviceError(DeviceError::Code::NotFound,
                          QStringLiteral("Printer '%1' is not connected.").arg(id));
    }

    QList<PrinterBus*> m_buses;
    std::unique_ptr<LabelPrinter> m_open;
    QString m_name; ///< the id it was opened by
    std::atomic<bool> m_cancel = false;
    std::atomic<bool> m_isEnding = false;
    std::atomic<bool> m_isUrgent = false;
    QMutex m_mutex;
    QList<qint64> m_waiting;
    std::optional<qint64> m_current;
    QSet<qint64> m_cancelled;
};

/// A worker and its thread.
class PrintQueue::Lane {
public:
    Lane(const QString& name, const QList<PrinterBus*>& buses)
        : m_worker(std::make_unique<Worker>(buses)) {
        m_thread.setObjectName(name);
        m_worker->moveToThread(&m_thread);
        m_thread.start();
    }
    ~Lane() {
        m_worker->cancelAll();
        QMetaObject::invokeMethod(m_worker.get(), [this] { m_worker->close(); });
        m_thread.quit();
        m_thread.wait();
    }
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    [[nodiscard]] Worker& worker() { return *m_worker; }
    template <typename Work>
    void post(Work work) {
        QMetaObject::invokeMethod(m_worker.get(), work);
    }

private:
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

PrintQueue::PrintQueue(QList<PrinterBus*> buses, QObject* parent)
    : QObject(parent)
    , m_buses(std::move(buses))
    , m_lookout(std::make_unique<Lane>(QStringLiteral("lookout"), m_buses)) {
    qRegisterMetaType<SendReport>();
    qRegisterMetaType<PrinterStatus>();
    qRegisterMetaType<QList<PrinterDescription>>();
    for (PrinterBus* bus : std::as_const(m_buses))
        bus->whenChanged([this] {
            QMetaObject::invokeMethod(this, &PrintQueue::lookAgain, Qt::QueuedConnection);
        });
}

PrintQueue::~PrintQueue() {
    for (PrinterBus* bus : std::as_const(m_buses))
        bus->whenChanged({});
}

PrintQueue::Lane& PrintQueue::laneOf(const QString& printer) {
    std::shared_ptr<Lane>& lane = m_lanes[printer];
    if (!lane)
        lane = std::make_shared<Lane>(QStringLiteral("print ") + printer, m_buses);
    return *lane;
}

void PrintQueue::lookAgain() {
    for (const auto& lane : std::as_const(m_lanes))
        lane->post([worker = &lane->worker()] { worker->letGoOfStrangers(); });
    Q_EMIT printersChanged();
}

void PrintQueue::submit(const PrintJob& job) {
    ++m_pending;
    Lane& lane = laneOf(job.printer);
    lane.worker().expect(job.copyId);
    lane.post([this, &lane, job] {
        FAULT_POINT("queue.send");
        const SendReport report = lane.worker().send(job);
        FAULT_POINT("queue.sent");
        QMetaObject::invokeMethod(this, [this, job, report] {
            --m_pending;
            Q_EMIT reported(job.copyId, report, job.printer);
        });
    });
}

void PrintQueue::cancel(qint64 copyId) {
    for (const auto& lane : std::as_const(m_lanes))
        lane->worker().cancel(copyId);
}

void PrintQueue::flush(qint64 copyId, const QString& printer, qint64 missing) {
    ++m_pending;
    Lane& lane = laneOf(printer);
    lane.post([this, &lane, copyId, printer, missing] {
        const bool wasTaken = lane.worker().flush(printer, missing);
        QMetaObject::invokeMethod(this, [this, copyId, wasTaken] {
            --m_pending;
            Q_EMIT flushed(copyId, wasTaken);
        });
    });
}

void PrintQueue::setLanguage(const QString& printer, PrinterLanguage language) {
    ++m_pending;
    Lane& lane = laneOf(printer);
    lane.post([this, &lane, printer, language] {
        lane.worker().setLanguage(printer, language);
        QMetaObject::invokeMethod(this, [this, printer] {
            --m_pending;
            askPrinters();
            askState(printer);
        });
    });
}

void PrintQueue::askState(const QString& printer) {
    ++m_pending;
    Lane& lane = laneOf(printer);
    lane.post([this, &lane, printer] {
        const PrinterStatus status = lane.worker().status(printer);
        QMetaObject::invokeMethod(this, [this, printer, status] {
            --m_pending;
            Q_EMIT stateAnswered(printer, status);
        });
    });
}

void PrintQueue::askPrinters() {
    ++m_pending;
    m_lookout->post([this] {
        const auto printers = m_lookout->worker().printers();
        QMetaObject::invokeMethod(this, [this, printers] {
            --m_pending;
            Q_EMIT printersAnswered(printers);
        });
    });
}

} // namespace packbench
