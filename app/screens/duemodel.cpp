#include "screens/duemodel.h"

#include "screens/shownwords.h"

#include <QDateTime>
#include <QMap>

#include <algorithm>

namespace packbench {

namespace {

/// Where on the bar an order stands: the goal is the middle, the limit the end.
double elapsedShare(const DueRow& row, Instant now) {
    const auto part = [](Instant from, Instant to, Instant at) {
        const double whole = double(to.msUtc - from.msUtc);
        return whole <= 0 ? 1.0 : std::clamp(double(at.msUtc - from.msUtc) / whole, 0.0, 1.0);
    };
    const double toGoal = part(row.paidAt, row.window.goalAt, now);
    return toGoal < 1 ? toGoal / 2 : 0.5 + part(row.window.goalAt, row.window.limitAt, now) / 2;
}

QString situationWord(const DueRow& row) {
    return row.holds.isEmpty() ? row.situation : word(row.holds.first());
}

} // namespace

DueModel::DueModel(BenchPort& bench, const QTimeZone& zone) : m_bench(bench), m_zone(zone) {}

void DueModel::show(const DueBoard& board) {
    m_board = board;
    m_hasArrived = true;
    rebuild();
    Q_EMIT boardChanged();
}

void DueModel::speak(Language language) {
    m_language = language;
    rebuild();
}

void DueModel::tick(Instant now) {
    const bool isNewMinute = now.msUtc / 60'000 != m_now.msUtc / 60'000;
    m_now = now;
    if (isNewMinute && m_hasArrived)
        rebuild();
}

DueShown DueModel::shown(const DueRow& row) const {
    const qint64 toGoal = row.window.goalAt.msUtc - m_now.msUtc;
    const qint64 toLimit = row.window.limitAt.msUtc - m_now.msUtc;
    DueShown out;
    out.id = row.key.shop + QLatin1Char('/') + row.key.number;
    out.order = tail(row.key.number, 5);
    out.shop = row.shop;
    out.pieces = row.pieces;
    out.courier = shownCourier(row.courier, m_language);
    out.goal = hoursMinutes(toGoal);
    out.goalOver = toGoal < 0;
    out.limit = hoursMinutes(toLimit);
    out.limitOver = toLimit < 0;
    out.elapsed = elapsedShare(row, m_now);
    out.state = int(row.state);
    out.situation = situationWord(row);
    return out;
}

DueShown DueModel::waveHead(Instant wave, int count) const {
    const auto dateOf = [this](Instant at) {
        return QDateTime::fromMSecsSinceEpoch(at.msUtc, m_zone).date();
    };
    DueShown head;
    head.id = QStringLiteral("wave %1").arg(wave.msUtc);
    head.isHead = true;
    head.time = clockTime(wave, m_zone);
    head.day = int(dateOf(m_now).daysTo(dateOf(wave)));
    head.count = count;
    if (wave > m_now)
        head.left = hoursMinutes(wave.msUtc - m_now.msUtc);
    return head;
}

void DueModel::rebuild() {
    QList<DueShown> past;
    QMap<qint64, QList<DueShown>> waves;
    for (const DueRow& row : m_board.rows) {
        if (row.state == DueState::Due)
            waves[row.waveAt.msUtc].append(shown(row));
        else
            past.append(shown(row));
    }
    QList<DueShown> rows;
    if (!past.isEmpty()) {
        DueShown head;
        head.id = QStringLiteral("past");
        head.isHead = true;
        head.count = int(past.size());
        rows.append(head);
        rows.append(past);
    }
    for (auto wave = waves.cbegin(); wave != waves.cend(); ++wave) {
        rows.append(waveHead({wave.key()}, int(wave.value().size())));
        rows.append(wave.value());
    }
    match(m_rows, rows);
}

bool DueModel::calendarKnown() const {
    return std::all_of(m_board.rows.cbegin(), m_board.rows.cend(),
                       [](const DueRow& row) { return row.window.calendarKnown; });
}

QString DueModel::firstOrder() const {
    return m_board.rows.isEmpty() ? QString() : tail(m_board.rows.first().key.number, 5);
}

QString DueModel::firstSituation() const {
    return m_board.rows.isEmpty() ? QString() : situationWord(m_board.rows.first());
}

double DueModel::share(int orders) const {
    int most = std::max(m_board.overdue + m_board.late, 1);
    for (const DueHour& hour : m_board.hours)
        most = std::max(most, hour.orders);
    return double(orders) / most;
}

QVariantList DueModel::hours() const {
    QVariantList out;
    for (const DueHour& hour : m_board.hours) {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(hour.hour.msUtc, m_zone);
        out.append(QVariantMap{{QStringLiteral("hour"), at.time().hour()},
                               {QStringLiteral("orders"), hour.orders},
                               {QStringLiteral("share"), share(hour.orders)},
                               {QStringLiteral("now"), out.isEmpty()}});
    }
    return out;
}

int DueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DueShown& row = m_rows.at(index.row());
    switch (role) {
    case IsHead: return row.isHead;
    case Time: return row.time;
    case Day: return row.day;
    case Count: return row.count;
    case Left: return row.left;
    case Order: return row.order;
    case Shop: return row.shop;
    case Pieces: return row.pieces;
    case Courier: return row.courier;
    case Goal: return row.goal;
    case GoalOver: return row.goalOver;
    case Limit: return row.limit;
    case LimitOver: return row.limitOver;
    case Elapsed: return row.elapsed;
    case State: return row.state;
    case Situation: return row.situation;
    default: return {};
    }
}

QHash<int, QByteArray> DueModel::roleNames() const {
    return {{IsHead, "isHead"},       {Time, "time"},         {Day, "day"},
            {Count, "count"},         {Left, "timeLeft"},     {Order, "order"},
            {Shop, "shop"},           {Pieces, "pieces"},     {Courier, "courier"},
            {Goal, "goal"},           {GoalOver, "goalOver"}, {Limit, "limit"},
            {LimitOver, "limitOver"}, {Elapsed, "elapsed"},   {State, "dueState"},
            {Situation, "situation"}};
}

} // namespace packbench
