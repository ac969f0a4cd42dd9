#include "bench/printqueue.h"

namespace packbench {

/// Lives in the print thread. The printer in use stays open: opening takes longer than a label.
class PrintQueue::Worker : public QObject {
public:
    explicit Worker(QList<PrinterBus*> buses) : m_buses(std::move(buses)) {}
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;
    ~Worker() override = default;

    SendReport send(const PrintJob& job) {
        try {
            SendReport report = opened(job.printer).send(job.bytes, m_cancel);
            if (report.end != SendReport::End::Accepted)
                m_open.reset();
            return report;
        } catch (const DeviceError& error) {
            m_open.reset();
            return {SendReport::End::NothingSent, 0, PrinterState::Unplugged, error.sentence()};
        }
    }

    PrinterState state(const QString& printer) {
        try {
            const PrinterState state = opened(printer).state();
            if (state == PrinterState::Unplugged)
                m_open.reset();
            return state;
        } catch (const DeviceError&) {
            m_open.reset();
            return PrinterState::Unplugged;
        }
    }

    QList<PrinterDescription> printers() {
        QList<PrinterDescription> all;
        for (PrinterBus* bus : m_buses)
            all.append(bus->present());
        return all;
    }

    void close() { m_open.reset(); }
    std::atomic<bool>& cancel() { return m_cancel; }

private:
    LabelPrinter& opened(const QString& id) {
        if (m_open && m_open->description().id == id)
            return *m_open;
        m_open.reset();
        for (PrinterBus* bus : m_buses) {
            for (const PrinterDescription& found : bus->present()) {
                if (found.id != id)
                    continue;
                m_open = bus->open(id);
                return *m_open;
            }
        }
        throw DeviceError(DeviceError::Code::NotFound,
                          QStringLiteral("Printer '%1' is not connected.").arg(id));
    }

    QList<PrinterBus*> m_buses;
    std::unique_ptr<LabelPrinter> m_open;
    std::atomic<bool> m_cancel = false;
};

PrintQueue::PrintQueue(QList<PrinterBus*> buses, QObject* parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(std::move(buses))) {
    qRegisterMetaType<SendReport>();
    qRegisterMetaType<PrinterState>();
    qRegisterMetaType<QList<PrinterDescription>>();
    m_thread.setObjectName(QStringLiteral("print"));
    m_worker->moveToThread(&m_thread);
    m_thread.start();
}

PrintQueue::~PrintQueue() {
    m_worker->cancel() = true;
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_worker->close(); });
    m_thread.quit();
    m_thread.wait();
}

void PrintQueue::submit(const PrintJob& job) {
    ++m_pending;
    QMetaObject::invokeMethod(m_worker.get(), [this, job] {
        const SendReport report = m_worker->send(job);
        QMetaObject::invokeMethod(this, [this, job, report] {
            --m_pending;
            Q_EMIT reported(job.copyId, report);
        });
    });
}

void PrintQueue::askState(const QString& printer) {
    ++m_pending;
    QMetaObject::invokeMethod(m_worker.get(), [this, printer] {
        const PrinterState state = m_worker->state(printer);
        QMetaObject::invokeMethod(this, [this, printer, state] {
            --m_pending;
            Q_EMIT stateAnswered(printer, state);
        });
    });
}

void PrintQueue::askPrinters() {
    ++m_pending;
    QMetaObject::invokeMethod(m_worker.get(), [this] {
        const auto printers = m_worker->printers();
        QMetaObject::invokeMethod(this, [this, printers] {
            --m_pending;
            Q_EMIT printersAnswered(printers);
        });
    });
}

} // namespace packbench
