#include "screens/startupmodel.h"

#include "screens/shownwords.h"

#include <QDateTime>

#include <algorithm>

namespace packbench {

namespace {

QString withSeconds(const std::optional<Instant>& at, const QTimeZone& zone) {
    return at ? QDateTime::fromMSecsSinceEpoch(at->msUtc, zone).toString(QStringLiteral("HH:mm:ss"))
              : QString();
}

} // namespace

StartUpModel::StartUpModel(BenchPort& bench, LabelShelf& shelf, const QTimeZone& zone)
    : m_bench(bench), m_shelf(shelf), m_zone(zone) {}

/// Apart from the one that is asked about; those in doubt come first.
QList<StartUpShown> StartUpModel::behind() const {
    QList<StartUpShown> rows;
    const QList<StartUpRow> all = m_board.uncertain.mid(1) + m_board.toFinish;
    for (const StartUpRow& row : all)
        rows.append({row, shownCourier(row.courier, m_language), clockTime(row.at, m_zone)});
    return rows;
}

void StartUpModel::show(const StartUpBoard& board) {
    m_isAsked = false;
    m_board = board;
    m_ofAll = board.uncertainAll == 0 ? 0 : std::max(m_ofAll, board.uncertainAll);
    const StartUpRow asked = first();
    m_picture = asked.copyId == 0 ? QString() : m_shelf.keep(asked.copyId, asked.png);
    match(m_rows, behind());
    Q_EMIT changed();
}

void StartUpModel::speak(Language language) {
    m_language = language;
    match(m_rows, behind());
    Q_EMIT changed();
}

void StartUpModel::notThere() {
    if (m_isAsked || first().copyId == 0)
        return;
    m_isAsked = true;
    Q_EMIT changed();
    m_bench.labelNotThere(first().copyId);
}

void StartUpModel::damaged() {
    if (m_isAsked || first().copyId == 0)
        return;
    m_isAsked = true;
    Q_EMIT changed();
    m_bench.printAgain(first().copyId, QStringLiteral("damaged"));
}

QString StartUpModel::stoppedAt() const {
    return withSeconds(m_board.stoppedAt, m_zone);
}

QString StartUpModel::order() const {
    return tail(first().key.number, 5);
}

QString StartUpModel::waybill() const {
    return tail(first().waybill, 7);
}

QString StartUpModel::courier() const {
    return shownCourier(first().courier, m_language);
}

QString StartUpModel::time() const {
    return first().copyId == 0 ? QString() : withSeconds(first().at, m_zone);
}

QString StartUpModel::who() const {
    return first().operatorName.isEmpty() ? first().badge : first().operatorName;
}

int StartUpModel::percentTaken() const {
    const StartUpRow row = first();
    return row.bytesAll > 0 ? int(100 * row.bytesTaken / row.bytesAll) : 0;
}

int StartUpModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StartUpModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StartUpShown& shown = m_rows.at(index.row());
    switch (role) {
    case Number: return index.row() + (m_board.uncertain.isEmpty() ? 1 : 2);
    case Order: return tail(shown.row.key.number, 5);
    case Waybill: return tail(shown.row.waybill, 4);
    case Courier: return shown.courier;
    case State: return shown.row.state;
    case Time: return shown.time;
    case IsUncertain: return shown.row.state == word(CopyState::Uncertain);
    default: return {};
    }
}

QHash<int, QByteArray> StartUpModel::roleNames() const {
    return {{Number, "number"},        {Order, "order"},      {Waybill, "waybill"},
            {Courier, "courier"},      {State, "labelState"}, {Time, "time"},
            {IsUncertain, "uncertain"}};
}

} // namespace packbench
