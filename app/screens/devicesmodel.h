#pragma once

#include "bench/benchworker.h"
#include "screens/shownrows.h"

namespace packbench {

struct DeviceShown {
    DeviceRow row;

    [[nodiscard]] QString key() const { return row.kind + QLatin1Char('/') + row.id; }
    bool operator==(const DeviceShown&) const = default;
};

/// The bench's devices, those in trouble first.
class DevicesModel : public ShownRows {
    Q_OBJECT
    QML_NAMED_ELEMENT(DevicesModel)
    QML_UNCREATABLE("made by the kiosk")
    Q_PROPERTY(int ready READ ready NOTIFY troubleChanged)
    Q_PROPERTY(int troubled READ troubled NOTIFY troubleChanged)
    Q_PROPERTY(bool arrived READ hasArrived NOTIFY troubleChanged)
    /// The device to see to first; empty kind = none.
    Q_PROPERTY(QString troubleKind READ troubleKind NOTIFY troubleChanged)
    Q_PROPERTY(QString troubleModel READ troubleModel NOTIFY troubleChanged)
    Q_PROPERTY(QString troubleState READ troubleState NOTIFY troubleChanged)
    Q_PROPERTY(int troubleLamp READ troubleLamp NOTIFY troubleChanged)
public:
    enum Role { DeviceId = Qt::UserRole, Kind, Model, Language, Transport, State, Light, IsUsed };

    explicit DevicesModel(BenchPort& bench);

    void show(const QList<DeviceRow>& rows);
    /// "ready", "silent" or "no-sound": what the screens know of the loudspeaker.
    void setSound(const QString& state);

    Q_INVOKABLE void ask() { m_bench.askDevices(); }
    Q_INVOKABLE void testPrint(const QString& id) { m_bench.testPrint(id); }
    Q_INVOKABLE void use(const QString& id);
    Q_INVOKABLE void testSound() { Q_EMIT soundAsked(); }

    [[nodiscard]] int ready() const;
    [[nodiscard]] int troubled() const;
    [[nodiscard]] bool hasArrived() const { return m_hasArrived; }
    [[nodiscard]] QString troubleKind() const { return trouble().kind; }
    [[nodiscard]] QString troubleModel() const { return trouble().model; }
    [[nodiscard]] QString troubleState() const { return trouble().state; }
    [[nodiscard]] int troubleLamp() const { return int(trouble().lamp); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void troubleChanged();
    void soundAsked();

private:
    void rebuild();
    [[nodiscard]] DeviceRow trouble() const;

    BenchPort& m_bench;
    bool m_hasArrived = false;
    DeviceRow m_sound;
    QList<DeviceRow> m_told;
    QList<DeviceShown> m_rows;
};

} // namespace packbench
