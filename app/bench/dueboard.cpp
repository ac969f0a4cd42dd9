#include "bench/dueboard.h"

#include "ledger/ledger.h"

namespace packbench {

namespace {

constexpr qint64 kHourMs = 3'600'000;

QString situationOf(const DueRecord& record) {
    if (!record.holds.isEmpty())
        return QStringLiteral("held");
    if (record.state == OrderState::Packed)
        return QStringLiteral("packed");
    return record.done > 0 ? QStringLiteral("packing") : QStringLiteral("open");
}

DueRow rowOf(const DueRecord& record, const BenchSettings& settings,
             const WorkingCalendar& calendar, Instant now) {
    DueRow row;
    row.key = record.key;
    row.shop = record.key.shop;
    row.pieces = record.pieces;
    row.done = record.done;
    row.courier = record.courier;
    row.paidAt = record.paidAt;
    row.window = record.window;
    row.waveAt = waveOf(record.paidAt, settings.waves, calendar);
    row.state = dueState(record.window, now);
    row.situation = situationOf(record);
    row.holds = record.holds;
    return row;
}

QList<DueHour> hoursOf(const QList<DueRow>& rows, Instant now) {
    QList<DueHour> hours;
    const qint64 first = now.msUtc / kHourMs * kHourMs;
    for (int i = 0; i < 8; ++i)
        hours.append({Instant{first + i * kHourMs}, 0});
    for (const DueRow& row : rows) {
        const qint64 index = (row.window.goalAt.msUtc - first) / kHourMs;
        if (row.window.goalAt.msUtc >= first && index < hours.size())
            ++hours[index].orders;
    }
    return hours;
}

} // namespace

DueBoard dueBoard(Ledger& ledger, const BenchSettings& settings, const WorkingCalendar& calendar,
                  Instant now, int atMost) {
    DueBoard board;
    board.now = now;
    for (const DueRecord& record : ledger.orders().due(atMost)) {
        board.rows.append(rowOf(record, settings, calendar, now));
        board.overdue += board.rows.last().state == DueState::Overdue;
        board.late += board.rows.last().state == DueState::Late;
    }
    std::stable_sort(board.rows.begin(), board.rows.end(), [](const DueRow& a, const DueRow& b) {
        return a.state != b.state ? a.state > b.state : a.window.limitAt < b.window.limitAt;
    });
    board.hours = hoursOf(board.rows, now);
    board.packedThisHour =
        int(ledger.dispatches().countSince(Instant{now.msUtc / kHourMs * kHourMs}));
    return board;
}

NextWave nextWave(Ledger& ledger, const BenchSettings& settings, const WorkingCalendar& calendar,
                  Instant now) {
    NextWave next;
    for (const DueRecord& record : ledger.orders().due(2000)) {
        if (!next.limitAt)
            next.limitAt = record.window.limitAt;
        const Instant wave = waveOf(record.paidAt, settings.waves, calendar);
        if (!next.at || wave < *next.at) {
            next.at = wave;
            next.left = 0;
        }
        next.left += wave == *next.at;
    }
    if (next.at && *next.at < now)
        next.at = waveOf(now, settings.waves, calendar);
    next.total = next.left + int(ledger.dispatches().countSince(Instant{now.msUtc - 12 * kHourMs}));
    return next;
}

} // namespace packbench
