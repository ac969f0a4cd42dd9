#pragma once

#include "bench/printqueue.h"
#include "bench/station.h"
#include "drivers/addressedprinters.h"
#include "drivers/usbbus.h"
#include "drivers/virtualprinter.h"

#include <QObject>

namespace packbench {

class StationFault;

/// One station with its printers, wired: what packctl and the kiosk both stand on.
class Desk : public QObject {
    Q_OBJECT
public:
    struct Setup {
        QString labelFolder; ///< where the virtual printer keeps its labels
        bool withUsb = true; ///< look for USB printers, too
        PrinterLanguage virtualLanguage = PrinterLanguage::Zpl;
    };
    Desk(Ledger& ledger, Clock& clock, const Setup& setup, QObject* parent = nullptr);

    [[nodiscard]] Station& station() { return m_station; }
    [[nodiscard]] VirtualPrinter& virtualPrinter() { return m_virtualPrinter; }
    [[nodiscard]] const QList<PrinterDescription>& printers() const { return m_printers; }
    /// As each printer last told it.
    [[nodiscard]] const QHash<QString, PrinterStatus>& statuses() const { return m_statuses; }
    [[nodiscard]] bool isBusy() const { return m_queue.pending() > 0; }

    void scan(const StationScan& scan);
    /// Ready-made labels came for these orders.
    void labelsArrived(const QList<qint64>& orders);
    void printAgain(qint64 copyId, const QString& reason, const QString& key = {});
    void redo(qint64 copyId, const QString& reason, const QString& key = {});
    void extraParcel(qint64 orderId, const QString& reason, const QString& key = {});
    /// Nobody found that label: void.
    void takeBackCarton(qint64 orderId, int carton, const QString& reason, const QString& key = {});
    void notThere(qint64 copyId, const QString& key = {});
    /// Gives up a label of which nothing has left.
    void cancelLabel(qint64 copyId, const QString& key = {});
    void pollPrinter();
    void findPrinters();
    /// Asks every printer how it is, for the devices page.
    void askStates();
    /// Remembers the bench's printer; takes effect with the next label.
    void usePrinter(const QString& id);
    /// Remembers which language a printer speaks, as a person said it.
    void sayLanguage(const QString& id, PrinterLanguage language);
    void testPrint(const QString& id);
    /// The printer measures its paper anew; it feeds some labels while it does.
    void calibrate(const QString& id);
    /// Draws one label for nobody: the first in a thread opens the fonts, which takes its time.
    void warmUp();

Q_SIGNALS:
    void replied(const QList<packbench::StationReply>& replies);
    void snapshotChanged();
    void printersFound(); ///< which are there, or how one is
    /// The world broke while nobody had asked for anything.
    void faulted(const packbench::StationFault& fault);
    /// A test label was not sent, and why.
    void noticed(const packbench::Notice& notice);

private:
    void tell(const QList<StationReply>& replies);
    template <typename Work>
    void guarded(Work work);
    void choosePrinter();
    void takeLanguage(const QString& id);
    void takeReport(qint64 copyId, const SendReport& report, const QString& printer);

    Ledger& m_ledger;
    VirtualPrinter m_virtualPrinter;
    VirtualPrinterBus m_virtualBus;
    std::unique_ptr<UsbPrinterBus> m_usbBus;
    AddressedPrinters m_addressed;
    PrintQueue m_queue;
    QList<PrinterDescription> m_printers;
    QHash<QString, PrinterStatus> m_statuses;
    Station m_station;
};

} // namespace packbench
