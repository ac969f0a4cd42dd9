#pragma once

#include "bench/notice.h"
#include "drivers/printer.h"

#include <QHash>
#include <QObject>
#include <QThread>

#include <memory>

namespace packbench {

/// A label on its way to a printer.
struct PrintJob {
    qint64 copyId = 0;
    QString printer; ///< id
    QByteArray bytes;
    int width = 0; ///< of the label in dots; 0 = these bytes draw none
    /// The printer may hold a label before it that nobody is sure of: it drops that one first. How
    /// many bytes of it may be missing at most; nothing = it holds none.
    std::optional<qint64> flushes{};
};

/// Why nothing of a label was sent, in the words of the floor.
[[nodiscard]] Notice whyNotSent(const SendReport& report);

/// Hands labels to printers, each printer in a thread of its own: one label at a time, in order,
/// and a stuck printer holds up nobody else. Nothing is ever sent again by itself. The bench
/// commits SENDING before it calls `submit`.
class PrintQueue : public QObject {
    Q_OBJECT
public:
    /// The buses must outlive the queue; they are used in its threads only.
    explicit PrintQueue(QList<PrinterBus*> buses, QObject* parent = nullptr);
    ~PrintQueue() override;
    PrintQueue(const PrintQueue&) = delete;
    PrintQueue& operator=(const PrintQueue&) = delete;

    void submit(const PrintJob& job);
    /// Gives up a label: before its first byte nothing is sent; after it, it is in doubt.
    void cancel(qint64 copyId);
    /// Has a printer drop all it holds, of which `missing` bytes may be missing at most; answered
    /// by `flushed`.
    void flush(qint64 copyId, const QString& printer, qint64 missing);
    /// A person said which language it speaks; counts from the next label on, told by
    /// `printersAnswered`.
    void setLanguage(const QString& printer, PrinterLanguage language);
    /// Asks for the state of one printer; answered by `stateAnswered`.
    void askState(const QString& printer);
    /// Asks which printers are there; answered by `printersAnswered`.
    void askPrinters();
    /// Requests not answered yet.
    [[nodiscard]] int pending() const { return m_pending; }

Q_SIGNALS:
    void reported(qint64 copyId, const packbench::SendReport& report, const QString& printer);
    void flushed(qint64 copyId, bool wasTaken); ///< the copy whose label it held
    void stateAnswered(const QString& printer, const packbench::PrinterStatus& status);
    void printersAnswered(const QList<packbench::PrinterDescription>& printers);
    void printersChanged(); ///< printers came or went: ask anew

private:
    class Worker;
    class Lane;
    void lookAgain();
    [[nodiscard]] Lane& laneOf(const QString& printer);

    QList<PrinterBus*> m_buses;
    std::unique_ptr<Lane> m_lookout; ///< looks for printers; prints nothing
    QHash<QString, std::shared_ptr<Lane>> m_lanes;
    int m_pending = 0;
};

} // namespace packbench

Q_DECLARE_METATYPE(packbench::SendReport)
Q_DECLARE_METATYPE(packbench::PrinterStatus)
Q_DECLARE_METATYPE(QList<packbench::PrinterDescription>)
