#pragma once

#include "bench/benchworker.h"
#include "screens/shownrows.h"

namespace packbench {

struct DeviceShown {
    DeviceRow row;
    bool isChosen = false;

    [[nodiscard]] QString key() const { return row.kind + QLatin1Char('/') + row.id; }
    bool operator==(const DeviceShown&) const = default;
};

/// One device in full, for the panel.
class DeviceSeen {
    Q_GADGET
    QML_VALUE_TYPE(deviceSeen)
    Q_PROPERTY(QString deviceId READ deviceId)
    Q_PROPERTY(QString kind READ kind)
    Q_PROPERTY(QString model READ model)
    Q_PROPERTY(QString language READ language)
    Q_PROPERTY(QString transport READ transport)
    Q_PROPERTY(QString state READ state)
    Q_PROPERTY(int light READ light)
    Q_PROPERTY(QStringList warnings READ warnings)
    Q_PROPERTY(int labelsRemaining READ labelsRemaining)
    Q_PROPERTY(int dotsPerMm READ dotsPerMm)
    Q_PROPERTY(bool mayCalibrate READ mayCalibrate)
    Q_PROPERTY(bool isUsed READ isUsed)
    Q_PROPERTY(bool asksLanguage READ asksLanguage)
    Q_PROPERTY(QString likelyLanguage READ likelyLanguage)
    Q_PROPERTY(QString lastScan READ lastScan)
    Q_PROPERTY(QString lastRaw READ lastRaw)
    Q_PROPERTY(QString lastAim READ lastAim)
    Q_PROPERTY(int grams READ grams)
    Q_PROPERTY(bool isTrouble READ isTrouble)
    /// What is wrong with it and what to do, a sentence; empty when nothing is known.
    Q_PROPERTY(QString advice READ advice)
public:
    DeviceSeen() = default;
    DeviceSeen(DeviceRow row, packbench::Language language);

    [[nodiscard]] QString deviceId() const { return m_row.id; }
    [[nodiscard]] QString kind() const { return m_row.kind; }
    [[nodiscard]] QString model() const { return m_row.model; }
    [[nodiscard]] QString language() const { return m_row.language; }
    [[nodiscard]] QString transport() const { return m_row.transport; }
    [[nodiscard]] QString state() const { return m_row.state; }
    [[nodiscard]] int light() const { return int(m_row.lamp); }
    [[nodiscard]] QStringList warnings() const { return m_row.warnings; }
    [[nodiscard]] int labelsRemaining() const { return m_row.labelsRemaining; }
    [[nodiscard]] int dotsPerMm() const { return m_row.dotsPerMm; }
    [[nodiscard]] bool mayCalibrate() const { return m_row.mayCalibrate; }
    [[nodiscard]] bool isUsed() const { return m_row.isUsed; }
    [[nodiscard]] bool asksLanguage() const { return m_row.asksLanguage; }
    [[nodiscard]] QString likelyLanguage() const { return m_row.likelyLanguage; }
    [[nodiscard]] QString lastScan() const { return m_row.lastScan; }
    [[nodiscard]] QString lastRaw() const { return m_row.lastRaw; }
    [[nodiscard]] QString lastAim() const { return m_row.lastAim; }
    [[nodiscard]] int grams() const { return m_row.grams; }
    [[nodiscard]] bool isTrouble() const;
    [[nodiscard]] const QString& advice() const { return m_advice; }

private:
    DeviceRow m_row;
    QString m_advice;
};

/// The bench's devices, those in trouble first.
class DevicesModel : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(DevicesModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(int ready READ ready NOTIFY troubleChanged)
    Q_PROPERTY(int troubled READ troubled NOTIFY troubleChanged)
    Q_PROPERTY(bool arrived READ hasArrived NOTIFY troubleChanged)
    /// The device looked at in the panel: the one tapped, else the one to see to.
    Q_PROPERTY(packbench::DeviceSeen seen READ seen NOTIFY seenChanged)
public:
    enum Role {
        DeviceId = Qt::UserRole,
        Kind,
        Model,
        Language,
        Transport,
        State,
        Light,
        IsUsed,
        LastScan,
        Grams,
        Warnings,
        LabelsRemaining,
        IsChosen
    };

    explicit DevicesModel(BenchPort& bench);

    void show(const QList<DeviceRow>& rows);
    void speak(packbench::Language language);
    /// "ready", "silent" or "no-sound": what the screens know of the loudspeaker.
    void setSound(const QString& state);

    Q_INVOKABLE void ask() { m_bench.askDevices(); }
    Q_INVOKABLE void testPrint(const QString& id) { m_bench.testPrint(id); }
    Q_INVOKABLE void use(const QString& id);
    Q_INVOKABLE void calibrate(const QString& id) { m_bench.calibrate(id); }
    Q_INVOKABLE void sayLanguage(const QString& id, const QString& language) {
        m_bench.sayLanguage(id, language);
    }
    /// Looks at this one; again = at none. While a scanner is looked at, scans only try it.
    Q_INVOKABLE void choose(const QString& id);
    /// Another page came to the front.
    void leave();
    Q_INVOKABLE void testSound() { Q_EMIT soundAsked(); }

    [[nodiscard]] int ready() const;
    [[nodiscard]] int troubled() const;
    [[nodiscard]] bool hasArrived() const { return m_hasArrived; }
    [[nodiscard]] DeviceSeen seen() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void troubleChanged();
    void seenChanged();
    void soundAsked();

private:
    void rebuild();

    BenchPort& m_bench;
    bool m_hasArrived = false;
    packbench::Language m_language = packbench::Language::Chinese;
    QString m_chosen; ///< id
    bool m_isTrying = false;
    DeviceRow m_sound;
    QList<DeviceRow> m_told;
    QList<DeviceShown> m_rows;
};

} // namespace packbench
