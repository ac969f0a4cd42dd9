#include "screens/labelsmodel.h"

#include "screens/shownwords.h"

namespace packbench {

LabelsModel::LabelsModel(BenchPort& bench, LabelShelf& shelf, const QTimeZone& zone)
    : m_bench(bench), m_shelf(shelf), m_zone(zone) {}

LabelShown LabelsModel::shown(const LabelRow& row) {
    LabelShown out;
    out.row = row;
    out.courier = shownCourier(row.courier, m_language);
    out.time = clockTime(row.preparedAt, m_zone);
    out.picture = m_shelf.keep(row.copyId, row.png);
    return out;
}

void LabelsModel::show(const QList<LabelRow>& rows) {
    m_hasArrived = true;
    m_isAsked = false;
    QList<LabelShown> wanted;
    for (const LabelRow& row : rows)
        wanted.append(shown(row));
    match(m_rows, wanted);
    choose(chosen());
}

void LabelsModel::showGrades(const QHash<qint64, QString>& grades) {
    m_grades.insert(grades);
    Q_EMIT chosenChanged();
}

void LabelsModel::speak(Language language) {
    m_language = language;
    QList<LabelShown> wanted;
    for (const LabelShown& row : std::as_const(m_rows))
        wanted.append(shown(row.row));
    match(m_rows, wanted);
    choose(chosen());
}

/// The label asked for, or the newest when it is no longer in the list.
void LabelsModel::choose(qint64 copyId) {
    LabelShown chosen = m_rows.isEmpty() ? LabelShown{} : m_rows.first();
    for (const LabelShown& row : std::as_const(m_rows)) {
        if (row.row.copyId == copyId)
            chosen = row;
    }
    if (chosen.row.copyId != m_chosen.row.copyId) {
        m_isAsked = false;
        m_verb = Again;
    }
    m_chosen = chosen;
    QList<LabelShown> marked = m_rows;
    for (LabelShown& row : marked)
        row.isChosen = row.row.copyId == chosen.row.copyId;
    match(m_rows, marked);
    Q_EMIT chosenChanged();
}

void LabelsModel::printAgain(const QString& reason) {
    if (!mayPrintAgain() || m_isAsked)
        return;
    m_isAsked = true;
    Q_EMIT chosenChanged();
    m_bench.printAgain(chosen(), reason);
    m_bench.askLabels();
}

bool LabelsModel::mayAct() const {
    switch (m_verb) {
    case Again: return mayPrintAgain();
    case Redo: return m_chosen.row.mayRedo;
    case Extra: return m_chosen.row.mayExtend;
    }
    return false;
}

void LabelsModel::setVerb(Verb verb) {
    m_verb = verb;
    Q_EMIT chosenChanged();
}

void LabelsModel::act(const QString& reason) {
    if (m_verb == Again)
        return printAgain(reason);
    if (!mayAct() || m_isAsked)
        return;
    m_isAsked = true;
    Q_EMIT chosenChanged();
    if (m_verb == Redo)
        m_bench.redoLabel(chosen(), reason);
    else
        m_bench.extraParcel(chosen(), reason);
    m_bench.askLabels();
}

void LabelsModel::cancel() {
    if (!mayCancel())
        return;
    m_bench.cancelLabel(chosen());
    m_bench.askLabels();
}

int LabelsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant LabelsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LabelShown& shown = m_rows.at(index.row());
    switch (role) {
    case CopyId: return shown.row.copyId;
    case Waybill: return tail(shown.row.waybill, 4);
    case Order: return tail(shown.row.key.number, 5);
    case Shop: return shown.row.key.shop;
    case Courier: return shown.courier;
    case State: return shown.row.state;
    case Cause: return shown.row.cause;
    case CopyNo: return shown.row.copyNo;
    case Time: return shown.time;
    case Reason: return shown.row.reason;
    case IsChosen: return shown.isChosen;
    case Evidence: return shown.row.evidence;
    case Carton:
        return shown.row.cartons > 1
                   ? QStringLiteral("%1/%2").arg(shown.row.carton).arg(shown.row.cartons)
                   : QString();
    default: return {};
    }
}

QHash<int, QByteArray> LabelsModel::roleNames() const {
    return {{CopyId, "copyId"}, {Waybill, "waybill"}, {Order, "order"},
            {Shop, "shop"},     {Courier, "courier"}, {State, "labelState"},
            {Cause, "cause"},   {CopyNo, "copyNo"},   {Time, "time"},
            {Reason, "reason"}, {IsChosen, "chosen"}, {Evidence, "evidence"},
            {Carton, "carton"}};
}

} // namespace packbench
