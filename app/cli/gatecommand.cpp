#include "bench/clockwords.h"
#include "bench/gate.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "cli/scanlines.h"
#include "ledger/ledger.h"

#include <QJsonArray>

#include <cstdio>

namespace packbench {

namespace {

QJsonObject eventObject(const ClockEvent& event, const QTimeZone& zone) {
    return {{"kind", word(event.kind)},
            {"at", isoText(event.at, zone)},
            {event.kind == ClockEvent::Kind::Step ? "expectedAt" : "newestRecord",
             isoText(event.expectedAt, zone)},
            {"bench", event.bench},
            {"badge", textOrNull(event.badge)}};
}

} // namespace

int runGate(const QStringList& arguments) {
    const Invocation call(arguments, {languageOption()});
    const auto ledger = call.openLedger();
    const Language language = languageOf(call);
    SystemClock clock;
    ClockWatch watch(*ledger, clock);
    Gate gate(*ledger, clock, watch);
    gate.open(true);
    forEachScanLine([&](const StationScan& scan) {
        for (const StationReply& reply : gate.scan(scan))
            printReply(reply, language);
        tellStep(watch, loadSettings(ledger->settings()).zone, language);
    });
    return kDone;
}

int runClock(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const auto ledger = call.openLedger();
    const QTimeZone zone = loadSettings(ledger->settings()).zone;
    SystemClock clock;
    ClockWatch watch(*ledger, clock);
    const auto wrong = watch.behind();
    const auto newest = ledger->clock().newestRecord();
    QJsonArray events;
    for (const ClockEvent& event : ledger->clock().newest(100))
        events.append(eventObject(event, zone));
    const QJsonObject answer{{"now", isoText(clock.now(), zone)},
                             {"newestRecord", timeValue(newest, zone)},
                             {"ok", !wrong.has_value()},
                             {"events", events}};
    if (call.json()) {
        print(QJsonDocument(answer));
        return wrong ? kDoneWithFindings : kDone;
    }
    printLine(wrong ? words(clockBehindNotice(*wrong, zone), Language::English)
                    : QStringLiteral("The clock may be right: it says %1.")
                          .arg(isoText(clock.now(), zone)));
    for (const ClockEvent& event : ledger->clock().newest(100))
        printLine(
            QStringLiteral("%1  %2  %3")
                .arg(word(event.kind), isoText(event.at, zone), isoText(event.expectedAt, zone)));
    return wrong ? kDoneWithFindings : kDone;
}

int runClockConfirm(const QStringList& arguments) {
    const Invocation call(arguments, {{QStringLiteral("badge"), QStringLiteral("A supervisor's."),
                                       QStringLiteral("number")}});
    const auto ledger = call.openLedger();
    const auto person = ledger->staff().byBadge(call.value("badge"));
    if (!person || person->role != Role::Supervisor)
        throw UsageError(QStringLiteral("clock confirm needs the --badge of a supervisor."));
    SystemClock clock;
    ClockWatch watch(*ledger, clock);
    const bool isDone = watch.confirm(loadSettings(ledger->settings()).bench, person->badge);
    if (call.json())
        print(QJsonDocument(QJsonObject{{"confirmed", isDone}}));
    else
        printLine(isDone ? QStringLiteral("The clock is confirmed, parcels may leave.")
                         : QStringLiteral("The clock is not before the newest record: nothing to "
                                          "confirm."));
    return kDone;
}

} // namespace packbench
