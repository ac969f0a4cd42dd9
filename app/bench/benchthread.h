#pragma once

#include "bench/benchworker.h"
#include "bench/scanqueue.h"
#include "ledger/address.h"

#include <QThread>
#include <QTimeZone>

#include <functional>

namespace packbench {

class Clock;
class Desk;
class Ledger;
class StationFault;

/// The real bench behind the screens: a thread that alone touches the ledger.
class BenchThread : public BenchPort {
    Q_OBJECT
public:
    struct Setup {
        LedgerAddress ledger;
        QString labelFolder;
        bool withUsb = true;
        Clock* clock = nullptr; ///< used in the bench thread only; none = the system's
    };
    explicit BenchThread(Setup setup, QObject* parent = nullptr);
    ~BenchThread() override;
    BenchThread(const BenchThread&) = delete;
    BenchThread& operator=(const BenchThread&) = delete;

    /// Opens the ledger in the bench thread and waits until it is open.
    /// @returns a sentence on why not, empty when the bench stands.
    [[nodiscard]] QString start();
    /// The warehouse's zone, once started.
    [[nodiscard]] QTimeZone zone() const { return m_zone; }
    /// Where the label inbox listens, once started; 0 = it does not.
    [[nodiscard]] quint16 inboxPort() const { return m_inboxPort; }
    /// Scans on their way to the bench thread.
    [[nodiscard]] const ScanQueue& scansOnTheirWay() const { return m_scans; }
    /// Tells the snapshot as it stands, to screens that were made after the start.
    void announce();
    /// Runs `work` in the bench thread and waits for it: for programs that steer a simulation.
    void steer(const std::function<void(Desk&, Ledger&)>& work);

    void scan(const QString& text, const QString& device, qint64 scanSerial) override;
    void acknowledge() override;
    void confirmRemarks() override;
    void undo() override;
    void nothingCame() override;
    void printAgain(qint64 copyId, const QString& reason) override;
    void cancelLabel(qint64 copyId) override;
    void redoLabel(qint64 copyId, const QString& reason) override;
    void extraParcel(qint64 copyId, const QString& reason) override;
    void askStartUp() override;
    void labelNotThere(qint64 copyId) override;
    void importFiles(const QStringList& paths, const QString& kind) override;
    void cancelImport() override;
    void askDueBoard() override;
    void askLabels() override;
    void tryLabelsAhead() override;
    void cancelLabelsAhead() override;
    void askInbox() override;
    void discardIncoming(qint64 id, const QString& reason) override;
    void useIncoming(qint64 id) override;
    void nameOrderOf(qint64 id) override;
    void askDevices() override;
    void testPrint(const QString& printerId) override;
    void usePrinter(const QString& printerId) override;
    void sayLanguage(const QString& printerId, const QString& language) override;
    void tryScanners(bool on) override;
    void calibrate(const QString& printerId) override;
    void signOff() override;
    void gate(const GateRequest& request) override;
    void askTemplates() override;
    void openTemplate(const QString& name, int version) override;
    void drawTemplate(quint64 serial, const QByteArray& json, PreviewData data) override;
    void saveTemplate(const QString& name, const QByteArray& json,
                      const QString& decision) override;
    void readTemplateFile(const QString& path) override;
    void writeTemplateFile(const QString& path, const QByteArray& json) override;

private:
    class Floor;
    template <typename Work>
    void post(Work work);
    void card(const QString& text);
    /// For people in words of the floor, for the log in full.
    void tellFault(const StationFault& fault);

    Setup m_setup;
    QThread m_thread;
    std::unique_ptr<Floor> m_floor;
    QTimeZone m_zone;
    quint16 m_inboxPort = 0;
    std::atomic<bool> m_cancelImport = false;
    ScanQueue m_scans;
    std::atomic<bool> m_closes = false;
    std::atomic<quint64> m_wantedDrawing = 0; ///< serial of the latest request
};

} // namespace packbench
