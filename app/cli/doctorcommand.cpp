#include "bench/desk.h"
#include "bench/doctor.h"
#include "bench/labellist.h"
#include "bench/simulation.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "drivers/usbbus.h"
#include "ledger/ledger.h"

#include <QDir>

namespace packbench {

int runDoctor(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const auto ledger = call.openLedger();
    SystemClock clock;
    const QStringList findings = examine(*ledger, clock);
    if (call.json())
        print(QJsonDocument(QJsonObject{{"ok", findings.isEmpty()},
                                        {"findings", QJsonArray::fromStringList(findings)}}));
    for (const QString& finding : findings)
        call.json() ? tell(finding) : printLine(finding);
    if (findings.isEmpty() && !call.json())
        printLine(QStringLiteral("Everything is sound."));
    return findings.isEmpty() ? kDone : kDoneWithFindings;
}

int runDevices(const QStringList& arguments) {
    const Invocation call(arguments, {});
    QJsonArray rows;
    UsbPrinterBus usb;
    QList<PrinterDescription> printers = usb.present();
    PrinterDescription builtIn;
    builtIn.id = QStringLiteral("virtual");
    builtIn.model = QStringLiteral("Virtual printer");
    builtIn.transport = QStringLiteral("virtual");
    builtIn.state = PrinterState::Ready;
    printers.prepend(builtIn);
    for (const PrinterDescription& printer : printers) {
        const QString words = printer.problem.isEmpty() ? word(printer.state) : printer.problem;
        rows.append(QJsonObject{
            {"id", printer.id},
            {"kind", QStringLiteral("printer")},
            {"model", printer.model},
            {"language", printer.languageKnown ? QJsonValue(word(printer.language)) : QJsonValue()},
            {"transport", printer.transport},
            {"state", word(printer.state)},
            {"words", words}});
        if (!call.json())
            printLine(QStringLiteral("%1  %2  %3  %4")
                          .arg(printer.id, printer.model, word(printer.language), words));
    }
    if (call.json())
        print(QJsonDocument(rows));
    return kDone;
}

} // namespace packbench
