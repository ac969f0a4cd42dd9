#include "screens/inboxmodel.h"

#include "screens/shownwords.h"

namespace packbench {

InboxModel::InboxModel(BenchPort& bench, LabelShelf& shelf, const QTimeZone& zone)
    : m_bench(bench), m_shelf(shelf), m_zone(zone) {}

InboxShown InboxModel::shown(const InboxRow& row) {
    InboxShown out;
    out.row = row;
    out.time = clockTime(row.arrivedAt, m_zone);
    out.picture = m_shelf.keep(-row.id, row.png); // apart from the copies' numbers
    out.why = words(row.notice, m_language);
    return out;
}

void InboxModel::show(const QList<InboxRow>& rows) {
    m_hasArrived = true;
    QList<InboxShown> wanted;
    for (const InboxRow& row : rows)
        wanted.append(shown(row));
    match(m_rows, wanted);
    choose(chosen());
}

void InboxModel::speak(Language language) {
    m_language = language;
    QList<InboxShown> wanted;
    for (const InboxShown& row : std::as_const(m_rows))
        wanted.append(shown(row.row));
    match(m_rows, wanted);
    choose(chosen());
}

/// The one asked for, or the newest when it is no longer there.
void InboxModel::choose(qint64 id) {
    InboxShown chosen = m_rows.isEmpty() ? InboxShown{} : m_rows.first();
    for (const InboxShown& row : std::as_const(m_rows)) {
        if (row.row.id == id)
            chosen = row;
    }
    m_chosen = chosen;
    if (m_naming != chosen.row.id)
        name(0);
    QList<InboxShown> marked = m_rows;
    for (InboxShown& row : marked)
        row.isChosen = row.row.id == chosen.row.id;
    match(m_rows, marked);
    Q_EMIT chosenChanged();
}

void InboxModel::discard(const QString& reason) {
    if (chosen() != 0)
        m_bench.discardIncoming(chosen(), reason);
}

void InboxModel::use() {
    if (mayUse())
        m_bench.useIncoming(chosen());
}

void InboxModel::name() {
    name(isNaming() || !mayName() ? 0 : chosen());
}

void InboxModel::name(qint64 id) {
    if (m_naming == id)
        return;
    m_naming = id;
    m_bench.nameOrderOf(id);
    Q_EMIT chosenChanged();
}

void InboxModel::named() {
    m_naming = 0;
    Q_EMIT chosenChanged();
}

int InboxModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant InboxModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const InboxShown& shown = m_rows.at(index.row());
    switch (role) {
    case LabelId: return shown.row.id;
    case Time: return shown.time;
    case Source: return shown.row.source;
    case Waybill: return tail(shown.row.waybill, 4);
    case Order: return tail(shown.row.key.number, 5);
    case Why: return shown.why;
    case IsChosen: return shown.isChosen;
    default: return {};
    }
}

QHash<int, QByteArray> InboxModel::roleNames() const {
    return {{LabelId, "labelId"}, {Time, "time"}, {Source, "source"},  {Waybill, "waybill"},
            {Order, "order"},     {Why, "why"},   {IsChosen, "chosen"}};
}

} // namespace packbench
