#include "bench/dayend.h"

#include "bench/clockwords.h"
#include "ledger/ledger.h"
#include "shipping/workingdays.h"

namespace packbench {

namespace {

constexpr int kCarriedDays = 7;
constexpr int kClockEventsRead = 200;

} // namespace

QDate warehouseDay(const WorkingCalendar& calendar, Instant at) {
    return dateOf(at, calendar);
}

DayEnd dayEnd(Ledger& ledger, const WorkingCalendar& calendar, QDate day) {
    DayEnd end;
    end.day = day;
    end.from = startOf(day, calendar);
    end.until = startOf(day.addDays(1), calendar);
    const Instant since = startOf(day.addDays(-kCarriedDays), calendar);
    const auto handovers = ledger.handovers().list(since, end.until);
    end.reckoning = reckonDay(ledger.days().parcels(since, end.from, end.until), end.from,
                              end.until, !handovers.isEmpty());
    for (const Handover& handover : handovers) {
        if (handover.openedAt >= end.from)
            end.handovers.append(handover);
    }
    for (const ClockEvent& event : ledger.clock().newest(kClockEventsRead)) {
        if (event.at >= end.from && event.at < end.until)
            end.clockEvents.prepend(event);
    }
    return end;
}

DayEndSheet dayEndSheet(const DayEnd& day, const BenchSettings& settings, Instant madeAt,
                        const QString& auditHead) {
    DayEndSheet sheet;
    sheet.day = day.day.toString(Qt::ISODate);
    sheet.bench = settings.bench;
    sheet.madeAt = shownTime(madeAt, settings.zone);
    sheet.zone = QString::fromLatin1(settings.zone.id());
    sheet.auditHead = auditHead;
    for (const CourierDay& one : day.reckoning.couriers)
        sheet.couriers.append({one.courier, one.printed, one.applied, one.gone, one.listed});
    const CourierDay& all = day.reckoning.total;
    sheet.total = {{}, all.printed, all.applied, all.gone, all.listed};
    for (const DayFindingRow& row : day.reckoning.findings)
        sheet.findings.append({word(row.finding), row.key.shop, row.key.number, row.waybill,
                               row.courier, shownTime(row.since, settings.zone), row.older});
    for (const Handover& one : day.handovers)
        sheet.handovers.append(
            {one.id, one.courier, one.driver, one.vehicle, one.parcels, one.counted, one.signedBy,
             one.closedAt ? shownTime(*one.closedAt, settings.zone) : QString()});
    for (const ClockEvent& event : day.clockEvents)
        sheet.clockEvents.append({word(event.kind), shownTime(event.at, settings.zone),
                                  shownTime(event.expectedAt, settings.zone), event.badge});
    return sheet;
}

} // namespace packbench
