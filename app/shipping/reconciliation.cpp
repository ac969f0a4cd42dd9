#include "shipping/reconciliation.h"

#include "shipping/wordtable.h"

#include <QMap>

#include <algorithm>

namespace packbench {

namespace {

constexpr WordTable<DayFinding, 7> kFindingWords{{
    {DayFinding::PrintedNotApplied, "printed-not-applied"},
    {DayFinding::AppliedNotGone, "applied-not-handed-over"},
    {DayFinding::GoneNotListed, "handed-over-not-listed"},
    {DayFinding::ListedNotGone, "listed-not-handed-over"},
    {DayFinding::GoneNotPrinted, "handed-over-not-printed"},
    {DayFinding::Voided, "voided"},
    {DayFinding::Uncertain, "uncertain"},
}};

/// Nothing after the day's end has happened yet.
std::optional<Instant> before(const std::optional<Instant>& at, Instant until) {
    return at && *at < until ? at : std::nullopt;
}

/// The steps of one parcel up to the day's end.
struct Steps {
    std::optional<Instant> printed; ///< the first time
    std::optional<Instant> applied;
    std::optional<Instant> gone;
    std::optional<Instant> listed;
    std::optional<Instant> uncertain;
    QList<CopyTrace> voided;
};

Steps stepsOf(const ParcelTrace& parcel, Instant until) {
    Steps steps;
    for (const CopyTrace& copy : parcel.copies) {
        const auto sent = before(copy.sentAt, until);
        if (sent && (!steps.printed || *sent < *steps.printed))
            steps.printed = sent;
        const bool isVoid = copy.state == CopyState::Void;
        if (const auto bound = before(copy.boundAt, until); bound && !isVoid)
            steps.applied = bound;
        if (isVoid && copy.sentAt && copy.stateAt < until)
            steps.voided.append(copy);
        const bool inDoubt = copy.state == CopyState::Uncertain || copy.state == CopyState::Sending;
        if (inDoubt && copy.stateAt < until)
            steps.uncertain = copy.stateAt;
    }
    if (parcel.copies.isEmpty())
        steps.applied = before(parcel.scannedBackAt, until);
    steps.gone = before(parcel.dispatchedAt, until);
    steps.listed = before(parcel.listedAt, until);
    if (steps.gone && !steps.applied)
        steps.applied = steps.gone; // what left was scanned on its parcel
    return steps;
}

void count(CourierDay& day, const Steps& steps, Instant from) {
    const auto today = [from](const std::optional<Instant>& at) { return at && *at >= from; };
    day.printed += today(steps.printed);
    day.applied += today(steps.applied);
    day.gone += today(steps.gone);
    day.listed += today(steps.listed);
}

/// A number that was given up is missed nowhere: its parcel has another or none.
bool isExpected(const ParcelTrace& parcel) {
    return parcel.number && *parcel.number != WaybillState::Void;
}

class Findings {
public:
    Findings(Instant from, bool usesLists) : m_from(from), m_usesLists(usesLists) {}

    void look(const ParcelTrace& parcel, const Steps& steps) {
        m_parcel = &parcel;
        for (const CopyTrace& copy : steps.voided) {
            if (copy.stateAt >= m_from)
                add(DayFinding::Voided, copy.stateAt, copy.waybill);
        }
        if (steps.uncertain && !steps.applied)
            add(DayFinding::Uncertain, *steps.uncertain);
        else if (steps.printed && !steps.applied && !steps.gone && isExpected(parcel))
            add(DayFinding::PrintedNotApplied, *steps.printed);
        if (steps.applied && !steps.gone && isExpected(parcel))
            add(DayFinding::AppliedNotGone, *steps.applied);
        if (steps.gone && !steps.listed && m_usesLists)
            add(DayFinding::GoneNotListed, *steps.gone);
        if (steps.listed && !steps.gone)
            add(DayFinding::ListedNotGone, *steps.listed);
        if (steps.gone && *steps.gone >= m_from && !steps.printed)
            add(DayFinding::GoneNotPrinted, *steps.gone);
    }

    [[nodiscard]] QList<DayFindingRow> sorted() {
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) {
            return a.finding != b.finding ? a.finding < b.finding : a.since < b.since;
        });
        return m_rows;
    }

private:
    void add(DayFinding finding, Instant since, const QString& waybill = {}) {
        m_rows.append({finding, m_parcel->parcelId, m_parcel->key,
                       waybill.isEmpty() ? m_parcel->waybill : waybill, m_parcel->courier, since,
                       since < m_from});
    }

    Instant m_from;
    bool m_usesLists;
    const ParcelTrace* m_parcel = nullptr;
    QList<DayFindingRow> m_rows;
};

} // namespace

int DayReckoning::count(DayFinding finding) const {
    return int(std::count_if(findings.cbegin(), findings.cend(),
                             [finding](const auto& row) { return row.finding == finding; }));
}

DayReckoning reckonDay(const QList<ParcelTrace>& parcels, Instant from, Instant until,
                       bool usesLists) {
    DayReckoning day;
    QMap<QString, CourierDay> couriers;
    Findings findings(from, usesLists);
    for (const ParcelTrace& parcel : parcels) {
        const Steps steps = stepsOf(parcel, until);
        CourierDay one;
        packbench::count(one, steps, from);
        packbench::count(day.total, steps, from);
        findings.look(parcel, steps);
        if (one == CourierDay{})
            continue;
        CourierDay& courier = couriers[parcel.courier];
        courier.courier = parcel.courier;
        packbench::count(courier, steps, from);
    }
    day.couriers = couriers.values();
    day.findings = findings.sorted();
    return day;
}

QString word(DayFinding finding) {
    return kFindingWords.word(finding);
}

} // namespace packbench
