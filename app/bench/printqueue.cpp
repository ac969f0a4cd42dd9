#include "bench/printqueue.h"

#include <QMutex>
#include <QMutexLocker>
#include <QSet>

#include <utility>

namespace packbench {

/// Lives in one printer's thread. The printer stays open: opening takes longer than a label.
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
        const SendReport report = handOver(job);
        ends();
        return report;
    }

    PrinterStatus status(const QString& printer) {
        try {
            const PrinterStatus status = opened(printer).status();
            if (status.state == PrinterState::Unplugged)
                m_open.reset();
            return status;
        } catch (const DeviceError&) {
            m_open.reset();
            return {PrinterState::Unplugged, {}, {}};
        }
    }

    QList<PrinterDescription> printers() {
        QList<PrinterDescription> all;
        for (PrinterBus* bus : m_buses)
            all.append(bus->present());
        return all;
    }

    void close() { m_open.reset(); }

    // From the queue's thread.
    void waits(int labels) {
        m_waiting += labels;
        m_isUrgent = m_waiting > 0;
    }
    void cancel(qint64 copyId) {
        const QMutexLocker lock(&m_mutex);
        if (m_current == copyId)
            m_cancel = true;
        else
            m_cancelled.insert(copyId);
    }
    void cancelAll() { m_cancel = m_isEnding = true; }

private:
    [[nodiscard]] bool begins(qint64 copyId) {
        const QMutexLocker lock(&m_mutex);
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
            LabelPrinter& printer = opened(job.printer);
            // The label itself is not hurried, only a question that another one waits behind.
            SendReport report = printer.send(job.bytes, m_cancel);
            if (report.end != SendReport::End::Accepted)
                m_open.reset();
            return report;
        } catch (const DeviceError& error) {
            m_open.reset();
            return {SendReport::End::NothingSent, 0, PrinterState::Unplugged, error.sentence()};
        }
    }

    LabelPrinter& opened(const QString& id) {
        if (m_open && m_open->description().id == id)
            return *m_open;
        m_open.reset();
        for (PrinterBus* bus : m_buses) {
            for (const PrinterDescription& found : bus->present()) {
                if (found.id != id)
                    continue;
                m_open = bus->open(id);
                m_open->hurry(&m_isUrgent);
                return *m_open;
            }
        }
        throw DeviceError(DeviceError::Code::NotFound,
                          QStringLiteral("Printer '%1' is not connected.").arg(id));
    }

    QList<PrinterBus*> m_buses;
    std::unique_ptr<LabelPrinter> m_open;
    std::atomic<bool> m_cancel = false;
    std::atomic<bool> m_isEnding = false;
    std::atomic<bool> m_isUrgent = false;
    std::atomic<int> m_waiting = 0;
    QMutex m_mutex;
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
            QMetaObject::invokeMethod(this, &PrintQueue::printersChanged, Qt::QueuedConnection);
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

void PrintQueue::submit(const PrintJob& job) {
    ++m_pending;
    Lane& lane = laneOf(job.printer);
    lane.worker().waits(1);
    lane.post([this, &lane, job] {
        lane.worker().waits(-1);
        const SendReport report = lane.worker().send(job);
        QMetaObject::invokeMethod(this, [this, job, report] {
            --m_pending;
            Q_EMIT reported(job.copyId, report);
        });
    });
}

void PrintQueue::cancel(qint64 copyId) {
    for (const auto& lane : std::as_const(m_lanes))
        lane->worker().cancel(copyId);
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
