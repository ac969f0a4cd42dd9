#include "bench/benchsettings.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "shipping/dispatchwindow.h"
#include "shipping/scancode.h"

namespace packbench {

int runWindow(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("paid"), QString(), QStringLiteral("time")},
         {QStringLiteral("promised"), QString(), QStringLiteral("time")},
         {QStringLiteral("calendar"), QString(), QStringLiteral("name or file"),
          QStringLiteral("cn")},
         {QStringLiteral("rest"), QString(), QStringLiteral("days"), QStringLiteral("sun")},
         {QStringLiteral("zone"), QString(), QStringLiteral("zone"),
          QStringLiteral("Asia/Shanghai")}});
    const QTimeZone zone(call.value("zone").toLatin1());
    if (!zone.isValid())
        throw UsageError(QStringLiteral("There is no time zone '%1'.").arg(call.value("zone")));
    const auto rest = restDaysFromText(call.value("rest"));
    if (!rest)
        throw UsageError(QStringLiteral("--rest takes weekdays such as sun or sat,sun, or none."));
    const auto paid = instantFromText(call.value("paid"), zone);
    if (!paid)
        throw UsageError(QStringLiteral(
            "--paid takes a time such as 2026-02-13T10:00 or 2026-02-13T10:00+08:00."));
    std::optional<Instant> promised;
    if (call.isSet("promised")) {
        promised = instantFromText(call.value("promised"), zone);
        if (!promised)
            throw UsageError(QStringLiteral("--promised takes a time."));
    }
    const DispatchWindow window =
        dispatchWindow(*paid, workingCalendar(call.value("calendar"), *rest, zone), promised);
    const QString known =
        window.calendarKnown ? QStringLiteral("known") : QStringLiteral("unknown");
    if (call.json())
        print(QJsonDocument(QJsonObject{{"goalAt", timeValue(window.goalAt, zone)},
                                        {"limitAt", timeValue(window.limitAt, zone)},
                                        {"calendar", known}}));
    else
        printLine(QStringLiteral("goal %1, limit %2, calendar %3")
                      .arg(isoText(window.goalAt, zone), isoText(window.limitAt, zone), known));
    return kDone;
}

int runScanClassify(const QStringList& arguments) {
    const Invocation call(arguments, {{QStringLiteral("aim"), QString(), QStringLiteral("id")}});
    const ScanCode code = classify(call.onlyWord(QStringLiteral("code")), call.value("aim"));
    QJsonObject ais;
    for (const Gs1Element& element : code.ais)
        ais.insert(element.ai, element.value);
    QJsonArray couriers;
    for (const CourierProposal& proposal : code.couriers)
        couriers.append(proposal.courier);
    const QJsonObject out{{"kind", word(code.kind)},
                          {"gtin", textOrNull(code.gtin)},
                          {"quantity", code.quantity},
                          {"serial", textOrNull(code.serial)},
                          {"lot", textOrNull(code.lot)},
                          {"ais", ais},
                          {"couriers", couriers},
                          {"problem", textOrNull(code.problem)},
                          {"argument", textOrNull(code.argument)}};
    if (call.json())
        print(QJsonDocument(out));
    else
        printLine(QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact)));
    return code.problem.isEmpty() ? kDone : kDoneWithFindings;
}

} // namespace packbench
