#include "bench/batchprinting.h"
#include "bench/desk.h"
#include "bench/labellist.h"
#include "bench/simulation.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/ledger.h"

#include <QCoreApplication>

#include <algorithm>

namespace packbench {

namespace {

constexpr qint64 kLargestList = 16LL << 20;

QStringList numbersIn(const QString& file) {
    QStringList numbers;
    const QString text = QString::fromUtf8(readFile(file, kLargestList));
    for (const QString& line : text.split(u'\n')) {
        const QString number = line.trimmed();
        if (!number.isEmpty() && !numbers.contains(number))
            numbers.append(number);
    }
    return numbers;
}

void signOn(Desk& desk, Ledger& ledger, const QString& badge) {
    if (ledger.staff().all().isEmpty())
        return;
    if (!ledger.staff().byBadge(badge))
        throw UsageError(QStringLiteral("Give --badge with the badge of whoever prints."));
    desk.scan({QStringLiteral("PBU-") + badge, {}, QStringLiteral("batch"), 0, false});
}

int answer(const Invocation& call, const QList<BatchLabel>& labels) {
    QJsonArray rows;
    for (const BatchLabel& label : labels) {
        rows.append(QJsonObject{{"shop", textOrNull(label.key.shop)},
                                {"order", label.key.number},
                                {"waybill", textOrNull(label.waybill)},
                                {"outcome", label.outcome},
                                {"text", textOrNull(label.text)}});
        if (!call.json())
            printLine(QStringLiteral("%1  %2  %3  %4")
                          .arg(label.key.number, label.waybill, label.outcome, label.text));
    }
    if (call.json())
        print(QJsonDocument(rows));
    const bool allOut = std::all_of(labels.cbegin(), labels.cend(), [](const BatchLabel& label) {
        return label.outcome == u"printed" || label.outcome == u"bound";
    });
    return allOut ? kDone : kDoneWithFindings;
}

} // namespace

int runLabelPrint(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("orders"), QStringLiteral("File of order numbers, one a line."),
          QStringLiteral("file")},
         {QStringLiteral("all-ready"), QStringLiteral("Every order that waits for its label.")},
         {QStringLiteral("badge"), QStringLiteral("Who prints."), QStringLiteral("badge")},
         {QStringLiteral("labels"), QStringLiteral("Folder of the virtual printer."),
          QStringLiteral("folder")}});
    if (call.isSet("orders") == call.isSet("all-ready"))
        throw UsageError(QStringLiteral("Say --orders FILE or --all-ready."));
    const QStringList numbers =
        call.isSet("orders") ? numbersIn(call.value("orders")) : QStringList();
    const auto ledger = call.openLedger();
    SystemClock clock;
    Desk::Setup setup;
    setup.labelFolder =
        call.isSet("labels") ? call.value("labels") : labelFolderOf(ledger->address());
    Desk desk(*ledger, clock, setup);
    const auto settle = [&desk] {
        while (desk.isBusy())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            50);
    };
    desk.findPrinters();
    settle();
    signOn(desk, *ledger, call.value("badge"));
    settle();
    BatchPrinting batch(*ledger, desk, settle);
    return answer(call,
                  call.isSet("orders") ? batch.printNumbers(numbers) : batch.print(batch.ready()));
}

} // namespace packbench
