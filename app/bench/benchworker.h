#pragma once

#include "bench/boards.h"
#include "bench/dayboard.h"
#include "bench/gatesnapshot.h"
#include "bench/snapshot.h"
#include "bench/startupboard.h"
#include "bench/templatekeeping.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace packbench {

/// What the screens need of the bench, across threads: queued requests in, values out. The screens
/// talk to this interface only; tests of the screens use a scripted one.
class BenchPort : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    // Requests. All return at once; answers come as signals.
    virtual void scan(const QString& text, const QString& device, qint64 scanSerial) = 0;
    virtual void acknowledge() = 0; ///< the tap that equals the acknowledge card
    virtual void confirmRemarks() = 0;
    virtual void undo() = 0;
    virtual void nothingCame() = 0; ///< "no label came out"
    virtual void printAgain(qint64 copyId, const QString& reason) = 0;
    virtual void cancelLabel(qint64 copyId) = 0; ///< one of which nothing has left
    virtual void redoLabel(qint64 copyId, const QString& reason) = 0;   ///< another number
    virtual void extraParcel(qint64 copyId, const QString& reason) = 0; ///< of that label's order
    virtual void askStartUp() = 0;                 ///< what a start found unfinished
    virtual void labelNotThere(qint64 copyId) = 0; ///< nobody found it; prints nothing
    virtual void importFiles(const QStringList& paths,
                             const QString& kind) = 0; ///< "orders", "items", "waybills"
    virtual void cancelImport() = 0;
    virtual void askDueBoard() = 0;
    virtual void askLabels() = 0;
    virtual void tryLabelsAhead() = 0; ///< can the labels of all due orders be printed?
    virtual void cancelLabelsAhead() = 0;
    virtual void askInbox() = 0;
    virtual void discardIncoming(qint64 id, const QString& reason) = 0;
    virtual void useIncoming(qint64 id) = 0; ///< for the order it is for, in place of another
    virtual void nameOrderOf(qint64 id) = 0; ///< the next scan names it; 0 = none does
    virtual void askDevices() = 0;
    virtual void testPrint(const QString& printerId) = 0;
    virtual void usePrinter(const QString& printerId) = 0;
    virtual void sayLanguage(const QString& printerId,
                             const QString& language) = 0; ///< word(PrinterLanguage)
    virtual void tryScanners(bool on) = 0; ///< scans are shown on the devices page, not judged
    virtual void calibrate(const QString& printerId) = 0; ///< measures the paper anew
    virtual void signOff() = 0;
    virtual void gate(const GateRequest& request) = 0; ///< gate, hand-over and day end
    virtual void askTemplates() = 0;
    /// An empty name is the bench's own template; version -1 the newest, 0 the built-in one.
    virtual void openTemplate(const QString& name, int version) = 0;
    /// Only the latest request is drawn.
    virtual void drawTemplate(quint64 serial, const QByteArray& json, PreviewData data) = 0;
    virtual void saveTemplate(const QString& name, const QByteArray& json,
                              const QString& decision) = 0;
    virtual void readTemplateFile(const QString& path) = 0;
    virtual void writeTemplateFile(const QString& path, const QByteArray& json) = 0;

Q_SIGNALS:
    void snapshotMade(const packbench::StationSnapshot& snapshot);
    void dueBoardMade(const packbench::DueBoard& board);
    void labelsMade(const QList<packbench::LabelRow>& rows);
    /// How well the number's codes of labels drawn here would scan, "A" to "F", by copy id.
    void labelsGraded(const QHash<qint64, QString>& grades);
    void labelsAheadMade(const packbench::AheadBoard& board);
    void startUpMade(const packbench::StartUpBoard& board);
    void inboxMade(const QList<packbench::InboxRow>& rows);
    void orderNamed(); ///< the scan after `nameOrderOf` came
    void gateMade(const packbench::GateSnapshot& snapshot);
    void dayBoardMade(const packbench::DayBoard& board);
    void dayEndWanted(); ///< its card was scanned
    void devicesMade(const QList<packbench::DeviceRow>& rows);
    void importMoved(int permille, const QString& file);
    void importDone(const packbench::ImportReport& report);
    void importsFinished(); ///< after the last file of one `importFiles`
    void templatesMade(const QList<packbench::TemplateRow>& rows);
    void templateOpened(const packbench::TemplateOpened& opened);
    void templateDrawn(const packbench::TemplatePreview& preview);
    void templateAnswered(const packbench::TemplateAnswer& answer);
    void noticed(const packbench::Notice& notice);    ///< something outside the packing page
    void worldBroke(const packbench::Notice& notice); ///< ledger or disk: the bench stops
};

} // namespace packbench

Q_DECLARE_METATYPE(packbench::Notice)
