#include "bench/clock.h"
#include "bench/dayend.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/ledger.h"

#include <QJsonArray>

namespace packbench {

namespace {

QJsonObject courierObject(const CourierDay& one) {
    return {{"courier", textOrNull(one.courier)},
            {"printed", one.printed},
            {"applied", one.applied},
            {"handedOver", one.gone},
            {"listed", one.listed}};
}

QJsonObject findingObject(const DayFindingRow& row, const QTimeZone& zone) {
    return {{"finding", word(row.finding)},
            {"parcel", row.parcelId},
            {"shop", row.key.shop},
            {"order", row.key.number},
            {"waybill", textOrNull(row.waybill)},
            {"courier", textOrNull(row.courier)},
            {"since", isoText(row.since, zone)},
            {"older", row.older}};
}

QJsonObject dayObject(const DayEnd& day, const QTimeZone& zone, const QString& auditHead) {
    QJsonArray couriers;
    for (const CourierDay& one : day.reckoning.couriers)
        couriers.append(courierObject(one));
    QJsonArray findings;
    for (const DayFindingRow& row : day.reckoning.findings)
        findings.append(findingObject(row, zone));
    return {
        {"day", day.day.toString(Qt::ISODate)},        {"from", isoText(day.from, zone)},
        {"until", isoText(day.until, zone)},           {"couriers", couriers},
        {"total", courierObject(day.reckoning.total)}, {"findings", findings},
        {"handovers", int(day.handovers.size())},      {"clockEvents", int(day.clockEvents.size())},
        {"auditHead", textOrNull(auditHead)}};
}

QDate dayOf(const Invocation& call, const WorkingCalendar& calendar) {
    if (!call.isSet("day"))
        return warehouseDay(calendar, SystemClock().now());
    const QDate day = QDate::fromString(call.value("day"), Qt::ISODate);
    if (!day.isValid())
        throw UsageError(QStringLiteral("--day takes a date such as 2026-09-21."));
    return day;
}

} // namespace

int runDispatchReconcile(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("day"), QStringLiteral("In the warehouse's zone; none = today."),
          QStringLiteral("date")},
         {QStringLiteral("out"), QStringLiteral("The sheet: .html, else plain text."),
          QStringLiteral("file")},
         {QStringLiteral("audit-head"), QStringLiteral("Head of the audit chain, to be printed."),
          QStringLiteral("text")}});
    const auto ledger = call.openLedger();
    const BenchSettings settings = loadSettings(ledger->settings());
    const WorkingCalendar calendar = workingCalendar(settings);
    const DayEnd day = dayEnd(*ledger, calendar, dayOf(call, calendar));
    const QString auditHead =
        call.isSet("audit-head") ? call.value("audit-head") : ledger->audit().head().text();
    const DayEndSheet sheet = dayEndSheet(day, settings, SystemClock().now(), auditHead);
    if (call.isSet("out")) {
        const bool isHtml = call.value("out").endsWith(QLatin1String(".html"), Qt::CaseInsensitive);
        saveFile(call.value("out"), isHtml ? dayEndHtml(sheet) : dayEndText(sheet));
    }
    if (call.json())
        print(QJsonDocument(dayObject(day, settings.zone, auditHead)));
    else if (!call.isSet("out"))
        printLine(QString::fromUtf8(dayEndText(sheet)).trimmed());
    return day.reckoning.findings.isEmpty() ? kDone : kDoneWithFindings;
}

} // namespace packbench
