#include "bench/importing.h"
#include "bench/labelinbox.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "exchange/orderfile.h"
#include "ledger/ledger.h"

namespace packbench {

namespace {

int answer(const Invocation& call, const QList<ImportReport>& reports, const QString& counted) {
    QJsonArray files;
    bool anyRefused = false;
    for (const ImportReport& report : reports) {
        files.append(importObject(report, counted));
        anyRefused |= !report.refusals.isEmpty();
        tell(QStringLiteral("%1 (%2, %3): %4 accepted, %5 updated, %6 unchanged, %7 refused")
                 .arg(report.file, report.format, report.encoding)
                 .arg(report.accepted)
                 .arg(report.updated)
                 .arg(report.unchanged)
                 .arg(report.refused));
        if (call.json())
            continue;
        for (const ImportRefusal& refusal : report.refusals)
            printLine(QStringLiteral("%1:%2: %3 [%4] %5")
                          .arg(report.file)
                          .arg(refusal.line)
                          .arg(refusal.order, refusal.reason, refusal.text));
    }
    if (call.json())
        print(QJsonDocument(QJsonObject{{"files", files}}));
    return anyRefused ? kDoneWithFindings : kDone;
}

QList<QCommandLineOption> importOptions() {
    return {{QStringLiteral("format"), QStringLiteral("Name of the export's form."),
             QStringLiteral("name"), QStringLiteral("auto")},
            {QStringLiteral("shop"), QStringLiteral("Shop key."), QStringLiteral("key")},
            {QStringLiteral("courier"), QStringLiteral("Courier of the numbers."),
             QStringLiteral("key")},
            {QStringLiteral("key"), QStringLiteral("UUID v7: under it, it is done once."),
             QStringLiteral("key")},
            {QStringLiteral("dry-run"), QStringLiteral("Judge, keep nothing.")}};
}

using ImportFunction = QList<ImportReport> (Importing::*)(const ImportRequest&);

int runImport(const QStringList& arguments, ImportFunction import, const QString& counted) {
    const Invocation call(arguments, importOptions());
    if (call.words().isEmpty())
        throw UsageError(QStringLiteral("Name at least one file."));
    const QString format = call.value("format");
    if (format != QLatin1String("auto") && format != QLatin1String("taobao") &&
        !orderFormats().contains(format))
        throw UsageError(QStringLiteral("There is no format '%1'; known are auto, %2.")
                             .arg(format, orderFormats().join(QStringLiteral(", "))));
    const auto ledger = call.openLedger();
    SystemClock clock;
    const BenchSettings settings = loadSettings(ledger->settings());
    Importing importing(*ledger, settings, clock);
    const QString shop =
        counted == QLatin1String("waybills") ? call.value("courier") : call.value("shop");
    const ImportRequest request{call.words(), format, shop, call.isSet("dry-run"),
                                call.value("key")};
    const auto reports = (importing.*import)(request);
    if (!call.isSet("dry-run"))
        LabelInbox(*ledger, clock, labelSizeMm(settings)).matchAgain();
    return answer(call, reports, counted);
}

} // namespace

int runImportItems(const QStringList& arguments) {
    return runImport(arguments, &Importing::items, QStringLiteral("items"));
}

int runImportOrders(const QStringList& arguments) {
    return runImport(arguments, &Importing::orders, QStringLiteral("orders"));
}

int runImportWaybills(const QStringList& arguments) {
    return runImport(arguments, &Importing::waybills, QStringLiteral("waybills"));
}

} // namespace packbench
