#include "screens/dayendmodel.h"

#include "screens/shownwords.h"

#include <QDateTime>

namespace packbench {

namespace {

QVariantMap figureRow(const QString& name, const CourierDay& one, bool isTotal) {
    return {{QStringLiteral("name"), name},           {QStringLiteral("printed"), one.printed},
            {QStringLiteral("applied"), one.applied}, {QStringLiteral("gone"), one.gone},
            {QStringLiteral("listed"), one.listed},   {QStringLiteral("total"), isTotal}};
}

} // namespace

DayEndModel::DayEndModel(BenchPort& bench, const QTimeZone& zone) : m_bench(bench), m_zone(zone) {}

void DayEndModel::show(const DayBoard& board) {
    m_board = board;
    m_hasArrived = true;
    rebuild();
    Q_EMIT changed();
}

void DayEndModel::speak(Language language) {
    m_language = language;
    rebuild();
    Q_EMIT changed();
}

void DayEndModel::begin(const QString& courier) {
    m_bench.gate({GateRequest::What::Begin, courier});
}

void DayEndModel::sign(const QString& driver, const QString& vehicle) {
    m_bench.gate({GateRequest::What::Sign, {}, driver.trimmed(), vehicle.trimmed()});
}

QString DayEndModel::named(const QString& courier) const {
    return courier.isEmpty() ? QStringLiteral("—") : shownCourier(courier, m_language);
}

DayFindingShown DayEndModel::shown(const DayFindingRow& row) const {
    DayFindingShown out;
    out.id =
        QStringLiteral("%1 %2 %3").arg(word(row.finding)).arg(row.parcelId).arg(row.since.msUtc);
    out.finding = word(row.finding);
    out.waybill = tail(row.waybill, 4);
    out.order = tail(row.key.number, 5);
    out.courier = named(row.courier);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.since.msUtc, m_zone);
    out.time = row.older ? at.toString(QStringLiteral("MM-dd")) : clockTime(row.since, m_zone);
    out.older = row.older;
    return out;
}

void DayEndModel::rebuild() {
    QList<DayFindingShown> rows;
    for (const DayFindingRow& row : m_board.day.reckoning.findings)
        rows.append(shown(row));
    match(m_rows, rows);
}

QVariantList DayEndModel::figures() const {
    QVariantList rows;
    for (const CourierDay& one : m_board.day.reckoning.couriers)
        rows.append(figureRow(named(one.courier), one, false));
    rows.append(figureRow({}, m_board.day.reckoning.total, true));
    return rows;
}

QVariantList DayEndModel::waiting() const {
    QVariantList rows;
    for (const CourierWaiting& one : m_board.waiting)
        rows.append(QVariantMap{{QStringLiteral("key"), one.courier},
                                {QStringLiteral("name"), named(one.courier)},
                                {QStringLiteral("parcels"), one.parcels}});
    return rows;
}

QString DayEndModel::listCourier() const {
    return m_board.list ? named(m_board.list->courier) : QString();
}

/// What left with the courier of the open list and is not on it.
int DayEndModel::left() const {
    for (const CourierWaiting& one : m_board.waiting) {
        if (m_board.list && one.courier == m_board.list->courier)
            return one.parcels;
    }
    return 0;
}

int DayEndModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DayEndModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DayFindingShown& row = m_rows.at(index.row());
    switch (role) {
    case Finding: return row.finding;
    case Waybill: return row.waybill;
    case Order: return row.order;
    case Courier: return row.courier;
    case Time: return row.time;
    case Older: return row.older;
    default: return {};
    }
}

QHash<int, QByteArray> DayEndModel::roleNames() const {
    return {{Finding, "finding"}, {Waybill, "waybill"}, {Order, "order"},
            {Courier, "courier"}, {Time, "time"},       {Older, "older"}};
}

} // namespace packbench
