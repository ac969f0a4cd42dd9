#pragma once

#include "bench/benchworker.h"

namespace packbench {

/// A bench that does what the test says, and remembers what the screens asked of it.
class ScriptedBench : public BenchPort {
    Q_OBJECT
public:
    struct Scan {
        QString text;
        QString device;
        qint64 serial = 0;
        bool operator==(const Scan&) const = default;
    };

    void scan(const QString& text, const QString& device, qint64 scanSerial) override {
        scans.append({text, device, scanSerial});
    }
    void acknowledge() override { asked.append(QStringLiteral("acknowledge")); }
    void confirmRemarks() override { asked.append(QStringLiteral("confirm")); }
    void undo() override { asked.append(QStringLiteral("undo")); }
    void nothingCame() override { asked.append(QStringLiteral("nothing came")); }
    void printAgain(qint64 copyId, const QString& reason) override {
        asked.append(QStringLiteral("again %1 %2").arg(copyId).arg(reason));
    }
    void cancelLabel(qint64 copyId) override {
        asked.append(QStringLiteral("cancel label %1").arg(copyId));
    }
    void redoLabel(qint64 copyId, const QString& reason) override {
        asked.append(QStringLiteral("redo %1 %2").arg(copyId).arg(reason));
    }
    void extraParcel(qint64 copyId, const QString& reason) override {
        asked.append(QStringLiteral("extra %1 %2").arg(copyId).arg(reason));
    }
    void askStartUp() override { asked.append(QStringLiteral("start-up")); }
    void labelNotThere(qint64 copyId) override {
        asked.append(QStringLiteral("not there %1").arg(copyId));
    }
    void importFiles(const QStringList& paths, const QString& kind) override {
        asked.append(QStringLiteral("import %1 %2").arg(kind, paths.join(QLatin1Char(','))));
    }
    void cancelImport() override { asked.append(QStringLiteral("cancel import")); }
    void askDueBoard() override { asked.append(QStringLiteral("due")); }
    void askLabels() override { asked.append(QStringLiteral("labels")); }
    void tryLabelsAhead() override { asked.append(QStringLiteral("try labels ahead")); }
    void cancelLabelsAhead() override { asked.append(QStringLiteral("cancel labels ahead")); }
    void askInbox() override { asked.append(QStringLiteral("inbox")); }
    void discardIncoming(qint64 id, const QString& reason) override {
        asked.append(QStringLiteral("discard %1 %2").arg(id).arg(reason));
    }
    void useIncoming(qint64 id) override { asked.append(QStringLiteral("use label %1").arg(id)); }
    void nameOrderOf(qint64 id) override {
        asked.append(QStringLiteral("name order of %1").arg(id));
    }
    void askDevices() override { asked.append(QStringLiteral("devices")); }
    void testPrint(const QString& printerId) override {
        asked.append(QStringLiteral("test ") + printerId);
    }
    void usePrinter(const QString& printerId) override {
        asked.append(QStringLiteral("use ") + printerId);
    }
    void sayLanguage(const QString& printerId, const QString& language) override {
        asked.append(QStringLiteral("language %1 %2").arg(printerId, language));
    }
    void tryScanners(bool on) override {
        asked.append(on ? QStringLiteral("try scanners") : QStringLiteral("scanners tried"));
    }
    void calibrate(const QString& printerId) override {
        asked.append(QStringLiteral("calibrate ") + printerId);
    }
    void signOff() override { asked.append(QStringLiteral("sign off")); }
    void gate(const GateRequest& request) override { gateAsked.append(request); }
    void askTemplates() override { asked.append(QStringLiteral("templates")); }
    void openTemplate(const QString& name, int version) override {
        asked.append(QStringLiteral("open template %1 %2").arg(name).arg(version));
    }
    void drawTemplate(quint64 serial, const QByteArray& json, PreviewData data) override {
        drawings.append({serial, json, data});
    }
    void saveTemplate(const QString& name, const QByteArray& json,
                      const QString& decision) override {
        asked.append(QStringLiteral("save template %1 (%2)").arg(name, decision));
        savedJson = json;
    }
    void readTemplateFile(const QString& path) override {
        asked.append(QStringLiteral("read template ") + path);
    }
    void writeTemplateFile(const QString& path, const QByteArray& json) override {
        asked.append(QStringLiteral("write template ") + path);
        savedJson = json;
    }

    void show(StationSnapshot snapshot) {
        snapshot.serial = ++m_serial;
        Q_EMIT snapshotMade(snapshot);
    }
    /// As the answer to the scan before.
    void answer(StationSnapshot snapshot) {
        snapshot.scanSerial = scans.isEmpty() ? 1 : scans.last().serial;
        show(snapshot);
    }

    struct Drawing {
        quint64 serial = 0;
        QByteArray json;
        PreviewData data = PreviewData::Newest;
    };

    QList<Scan> scans;
    QList<Drawing> drawings; ///< templates to be drawn, oldest first
    QByteArray savedJson;
    QStringList asked;
    QList<GateRequest> gateAsked; ///< of gate, hand-over and day end

private:
    quint64 m_serial = 0;
};

} // namespace packbench
