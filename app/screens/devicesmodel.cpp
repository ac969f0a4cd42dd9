#include "screens/devicesmodel.h"

#include "bench/devicewords.h"

#include <algorithm>
#include <utility>

namespace packbench {

namespace {

/// It works, and asks to be seen to soon.
bool isWarned(const DeviceRow& row) {
    return row.lamp == Lamp::Look && (row.state == u"ready" || row.state == u"printing");
}

bool isTrouble(const DeviceRow& row) {
    return !isWarned(row) &&
           (row.lamp == Lamp::Look || row.lamp == Lamp::Waiting || row.lamp == Lamp::Stop);
}

int rank(const DeviceRow& row) {
    switch (row.lamp) {
    case Lamp::Stop: return 0;
    case Lamp::Look: return isWarned(row) ? 3 : 1;
    case Lamp::Waiting: return 2;
    case Lamp::Ready: return row.isUsed ? 4 : 5;
    case Lamp::Absent: return 6;
    }
    return 6;
}

} // namespace

DevicesModel::DevicesModel(BenchPort& bench) : m_bench(bench) {
    m_sound.id = QStringLiteral("sound");
    m_sound.kind = QStringLiteral("sound");
    m_sound.state = QStringLiteral("silent");
    m_sound.lamp = Lamp::Absent;
}

void DevicesModel::show(const QList<DeviceRow>& rows) {
    m_told = rows;
    m_hasArrived = true;
    rebuild();
}

void DevicesModel::setSound(const QString& state) {
    m_sound.state = state;
    m_sound.lamp = state == QLatin1String("ready")      ? Lamp::Ready
                   : state == QLatin1String("no-sound") ? Lamp::Look
                                                        : Lamp::Absent;
    rebuild();
}

void DevicesModel::use(const QString& id) {
    m_bench.usePrinter(id);
    m_bench.askDevices();
}

void DevicesModel::choose(const QString& id) {
    m_chosen = id == m_chosen ? QString() : id;
    rebuild();
    const bool isTrying = seen().kind() == u"scanner" && !m_chosen.isEmpty();
    if (isTrying != std::exchange(m_isTrying, isTrying))
        m_bench.tryScanners(isTrying);
}

void DevicesModel::speak(packbench::Language language) {
    m_language = language;
    Q_EMIT seenChanged();
}

void DevicesModel::leave() {
    if (!m_chosen.isEmpty())
        choose(m_chosen);
}

void DevicesModel::rebuild() {
    QList<DeviceShown> rows;
    for (const DeviceRow& row : std::as_const(m_told)) {
        if (row.kind != m_sound.kind)
            rows.append({row, row.id == m_chosen});
    }
    rows.append({m_sound, m_sound.id == m_chosen});
    std::stable_sort(rows.begin(), rows.end(), [](const DeviceShown& a, const DeviceShown& b) {
        return rank(a.row) < rank(b.row);
    });
    match(m_rows, rows);
    Q_EMIT troubleChanged();
    Q_EMIT seenChanged();
}

int DevicesModel::ready() const {
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(), [](const DeviceShown& shown) {
        return shown.row.lamp == Lamp::Ready || isWarned(shown.row);
    }));
}

int DevicesModel::troubled() const {
    return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                             [](const DeviceShown& shown) { return isTrouble(shown.row); }));
}

DeviceSeen::DeviceSeen(DeviceRow row, packbench::Language language)
    : m_row(std::move(row)), m_advice(deviceWords(m_row.detail, language)) {}

bool DeviceSeen::isTrouble() const {
    return packbench::isTrouble(m_row);
}

DeviceSeen DevicesModel::seen() const {
    for (const DeviceShown& shown : m_rows) {
        if (shown.isChosen)
            return {shown.row, m_language};
    }
    return !m_rows.isEmpty() && isTrouble(m_rows.first().row)
               ? DeviceSeen(m_rows.first().row, m_language)
               : DeviceSeen();
}

int DevicesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DevicesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeviceRow& row = m_rows.at(index.row()).row;
    switch (role) {
    case DeviceId: return row.id;
    case Kind: return row.kind;
    case Model: return row.model;
    case Language: return row.language;
    case Transport: return row.transport;
    case State: return row.state;
    case Light: return int(row.lamp);
    case IsUsed: return row.isUsed;
    case LastScan: return row.lastScan;
    case Grams: return row.grams;
    case Warnings: return row.warnings;
    case LabelsRemaining: return row.labelsRemaining;
    case IsChosen: return m_rows.at(index.row()).isChosen;
    default: return {};
    }
}

QHash<int, QByteArray> DevicesModel::roleNames() const {
    return {{DeviceId, "deviceId"}, {Kind, "kind"},           {Model, "deviceModel"},
            {Language, "language"}, {Transport, "transport"}, {State, "deviceState"},
            {Light, "light"},       {IsUsed, "isUsed"},       {LastScan, "lastScan"},
            {Grams, "grams"},       {Warnings, "warnings"},   {LabelsRemaining, "labelsRemaining"},
            {IsChosen, "isChosen"}};
}

} // namespace packbench
