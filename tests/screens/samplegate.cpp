#include "samples.h"

namespace packbench::samples {

namespace {

DayFindingRow missing(DayFinding finding, qint64 id, const char* courier, bool older) {
    DayFindingRow row;
    row.finding = finding;
    row.parcelId = id;
    row.key = {QStringLiteral("tmall-women"), QStringLiteral("26112100%1").arg(id)};
    row.waybill = QStringLiteral("7583200146%1").arg(id);
    row.courier = QLatin1String(courier);
    row.since = at(older ? "2026-11-20T16:02" : "2026-11-21T14:36");
    row.older = older;
    return row;
}

} // namespace

GateSnapshot gatePassed() {
    GateSnapshot gate;
    gate.isOpen = true;
    gate.isOn = true;
    gate.passed = 137;
    gate.lastWaybill = QStringLiteral("758320014607");
    gate.lastCourier = QStringLiteral("zto");
    gate.lastOrder = QStringLiteral("2611210038");
    gate.lastAt = at("2026-11-21T15:16");
    gate.verdict = Verdict::Done;
    gate.notice = {NoticeCode::Dispatched, {gate.lastWaybill}};
    return gate;
}

GateSnapshot gateHalf() {
    GateSnapshot gate = gatePassed();
    gate.box = QStringLiteral("2611210041");
    gate.verdict = Verdict::YourTurn;
    gate.notice = {NoticeCode::GateWaitsForLabel, {gate.box}};
    return gate;
}

GateSnapshot gateRefused(NoticeCode code) {
    GateSnapshot gate = gatePassed();
    gate.verdict = Verdict::Stop;
    const QStringList arguments{QStringLiteral("2611210041"), QStringLiteral("2611210038"),
                                QStringLiteral("758320014607")};
    gate.refusal = ShownRefusal{{code, arguments}, QStringLiteral("758320014607"), {}, {}, {}};
    gate.notice = gate.refusal->notice;
    gate.heldScans = {QStringLiteral("PBT-14")};
    return gate;
}

DayBoard dayBoard(bool isLoading) {
    DayBoard board;
    board.day.day = QDate(2026, 11, 21);
    board.day.reckoning.couriers = {{QStringLiteral("sf"), 58, 58, 57, 57},
                                    {QStringLiteral("yto"), 41, 40, 40, 0},
                                    {QStringLiteral("zto"), 64, 63, 60, 58}};
    board.day.reckoning.total = {{}, 163, 161, 157, 115};
    board.day.reckoning.findings = {missing(DayFinding::PrintedNotApplied, 11, "yto", true),
                                    missing(DayFinding::PrintedNotApplied, 12, "zto", false),
                                    missing(DayFinding::AppliedNotGone, 13, "zto", false),
                                    missing(DayFinding::GoneNotListed, 14, "zto", false),
                                    missing(DayFinding::Voided, 15, "zto", false),
                                    missing(DayFinding::Uncertain, 16, "zto", false)};
    board.waiting = {{QStringLiteral("yto"), 40}, {QStringLiteral("zto"), 2}};
    if (!isLoading)
        return board;
    Handover list;
    list.id = 214;
    list.courier = QStringLiteral("zto");
    list.openedAt = at("2026-11-21T15:02");
    list.parcels = 58;
    board.list = list;
    board.verdict = Verdict::Accepted;
    board.notice = {NoticeCode::HandoverTaken,
                    {QStringLiteral("758320014607"), QStringLiteral("58")}};
    return board;
}

} // namespace packbench::samples
