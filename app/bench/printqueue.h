#pragma once

#include "drivers/printer.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace packbench {

/// A label on its way to a printer.
struct PrintJob {
    qint64 copyId = 0;
    QString printer; ///< id
    QByteArray bytes;
};

/// Hands labels to printers in a thread of its own, one at a time, in order. Nothing is ever sent
/// again by itself. The bench commits SENDING before it calls `submit`.
class PrintQueue : public QObject {
    Q_OBJECT
public:
    /// The buses must outlive the queue; they are used in the print thread only.
    explicit PrintQueue(QList<PrinterBus*> buses, QObject* parent = nullptr);
    ~PrintQueue() override;
    PrintQueue(const PrintQueue&) = delete;
    PrintQueue& operator=(const PrintQueue&) = delete;

    void submit(const PrintJob& job);
    /// Asks for the state of one printer; answered by `stateAnswered`.
    void askState(const QString& printer);
    /// Asks which printers are there; answered by `printersAnswered`.
    void askPrinters();
    /// Requests not answered yet.
    [[nodiscard]] int pending() const { return m_pending; }

Q_SIGNALS:
    void reported(qint64 copyId, const packbench::SendReport& report);
    void stateAnswered(const QString& printer, packbench::PrinterState state);
    void printersAnswered(const QList<packbench::PrinterDescription>& printers);

private:
    class Worker;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
    int m_pending = 0;
};

} // namespace packbench

Q_DECLARE_METATYPE(packbench::SendReport)
Q_DECLARE_METATYPE(packbench::PrinterState)
Q_DECLARE_METATYPE(QList<packbench::PrinterDescription>)
