#include "bench/benchsettings.h"
#include "bench/testlabel.h"
#include "cli/commands.h"
#include "cli/deviceway.h"
#include "cli/json.h"
#include "ledger/ledger.h"

#include <QJsonArray>
#include <QJsonObject>

namespace packbench {

namespace {

QJsonObject printerObject(const PrinterDescription& printer, const PrinterStatus& status,
                          const QString& words) {
    QJsonObject object{
        {"id", printer.id},
        {"kind", QStringLiteral("printer")},
        {"model", textOrNull(printer.model)},
        {"language", printer.languageKnown ? QJsonValue(word(printer.language)) : QJsonValue()},
        {"languageOffered",
         printer.languageOffered ? QJsonValue(word(printer.language)) : QJsonValue()},
        {"transport", printer.transport},
        {"state", word(status.state)},
        {"words", words},
        {"dotsPerMm", printer.dotsPerMm},
        {"labelsRemaining",
         status.labelsRemaining ? QJsonValue(*status.labelsRemaining) : QJsonValue()},
        {"warnings", QJsonArray::fromStringList(status.warnings)}};
    return object;
}

void show(const Invocation& call, const PrinterDescription& printer, const PrinterStatus& status,
          const QString& words) {
    if (call.json())
        print(QJsonDocument(QJsonArray{printerObject(printer, status, words)}));
    else
        printLine(QStringLiteral("%1  %2  %3").arg(printer.id, printer.model, words));
}

QString wordsOf(const PrinterStatus& status) {
    const QString warnings = status.warnings.join(QStringLiteral(", "));
    return warnings.isEmpty() ? word(status.state)
                              : word(status.state) + QStringLiteral(" (") + warnings + u')';
}

bool isWell(PrinterState state) {
    return state == PrinterState::Ready || state == PrinterState::Printing;
}

/// How one found printer is. A printer that cannot be opened is told by its problem.
struct Found {
    PrinterStatus status;
    QString words;
};
Found askPrinter(DeviceWay& way, const PrinterDescription& printer) {
    if (!printer.problem.isEmpty())
        return {{printer.state, {}, {}}, printer.problem};
    try {
        const PrinterStatus status = way.open(printer.id)->status();
        return {status, wordsOf(status)};
    } catch (const DeviceError& error) {
        return {{PrinterState::Unplugged, {}, {}}, error.sentence()};
    }
}

PrinterDescription virtualPrinter() {
    PrinterDescription builtIn;
    builtIn.id = QStringLiteral("virtual");
    builtIn.model = QStringLiteral("Virtual printer");
    builtIn.transport = QStringLiteral("virtual");
    return builtIn;
}

/// Sends bytes that are no parcel's label, and tells how that went.
int sendAndTell(const Invocation& call, DeviceWay& way, const PrinterDescription& printer,
                const QByteArray& bytes) {
    const std::atomic<bool> never = false;
    const SendReport report = way.open(printerNamed(call))->send(bytes, never);
    const bool isTaken = report.end == SendReport::End::Accepted;
    QString words = isTaken ? QStringLiteral("%1 bytes taken, %2")
                                  .arg(report.bytesTaken)
                                  .arg(wordsOf(report.status()))
                            : report.sentence;
    if (!way.picture().isEmpty())
        words += QStringLiteral(", ") + way.picture();
    show(call, printer, report.status(), words);
    return isTaken ? kDone : kDoneWithFindings;
}

/// Why nobody has to say this printer's language.
QString whyNotAsked(const PrinterDescription& printer) {
    if (!printer.problem.isEmpty())
        return printer.problem;
    if (printer.transport != u"usb")
        return QStringLiteral("Its language stands in its address: change it there "
                              "(packctl settings printers).");
    return QStringLiteral("Nothing was changed: it is known to speak %1.")
        .arg(word(printer.language).toUpper());
}

} // namespace

int runDevices(const QStringList& arguments) {
    const Invocation call(arguments, {});
    DeviceWay way(call);
    QJsonArray rows{
        printerObject(virtualPrinter(), {PrinterState::Ready, {}, {}}, word(PrinterState::Ready))};
    if (!call.json())
        printLine(QStringLiteral("virtual  Virtual printer  ready"));
    for (const PrinterDescription& printer : way.present()) {
        const Found found = askPrinter(way, printer);
        rows.append(printerObject(printer, found.status, found.words));
        if (!call.json())
            printLine(QStringLiteral("%1  %2  %3").arg(printer.id, printer.model, found.words));
    }
    for (const InputDescription& input : way.inputs()) {
        const QString words = input.problem.isEmpty() ? QStringLiteral("found") : input.problem;
        const QString kind = input.kind == InputDescription::Kind::Scale ? QStringLiteral("scale")
                             : input.kind == InputDescription::Kind::Keyboard
                                 ? QStringLiteral("keyboard")
                                 : QStringLiteral("scanner");
        rows.append(QJsonObject{{"id", input.id},
                                {"kind", kind},
                                {"model", textOrNull(input.model)},
                                {"language", QJsonValue()},
                                {"transport", input.transport},
                                {"state", textOrNull(input.state)},
                                {"words", words}});
        if (!call.json())
            printLine(QStringLiteral("%1  %2 %3  %4").arg(input.id, kind, input.model, words));
    }
    if (call.json())
        print(QJsonDocument(rows));
    return kDone;
}

int runDevicesLanguage(const QStringList& arguments) {
    const Invocation call(
        arguments, {printerOption(),
                    {QStringLiteral("language"), QStringLiteral("zpl, tspl, epl2, cpcl or escpos."),
                     QStringLiteral("language")}});
    const auto language = printerLanguageFromWord(call.value("language"));
    if (!language)
        throw UsageError(QStringLiteral("--language takes zpl, tspl, epl2, cpcl or escpos."));
    PrinterDescription printer = DeviceWay(call).description(printerNamed(call));
    if (!printer.asksLanguage) {
        show(call, printer, {}, whyNotAsked(printer));
        return kDoneWithFindings;
    }
    sayPrinterLanguage(call.openLedger()->settings(), printer.id, *language);
    printer.language = *language;
    printer.languageKnown = true;
    printer.languageOffered = false;
    show(call, printer, {},
         QStringLiteral("It is spoken to in %1 from now on: print a test label.")
             .arg(word(*language).toUpper()));
    return kDone;
}

int runPrintTest(const QStringList& arguments) {
    const Invocation call(arguments, {printerOption()});
    DeviceWay way(call);
    const PrinterDescription printer = way.description(printerNamed(call));
    if (!printer.languageKnown) {
        show(call, printer, {}, printer.problem);
        return kDoneWithFindings;
    }
    const Page page = testPage(printer, {});
    if (const QString problem = widthProblem(printer.language, page, printer.setup);
        !problem.isEmpty()) {
        show(call, printer, {}, problem);
        return kDoneWithFindings;
    }
    return sendAndTell(call, way, printer, encode(printer.language, page, printer.setup));
}

int runPrintStatus(const QStringList& arguments) {
    const Invocation call(arguments, {printerOption()});
    DeviceWay way(call);
    const PrinterDescription printer = way.description(printerNamed(call));
    const PrinterStatus status = way.open(printerNamed(call))->status();
    show(call, printer, status, wordsOf(status));
    return isWell(status.state) ? kDone : kDoneWithFindings;
}

int runPrintCalibrate(const QStringList& arguments) {
    const Invocation call(arguments, {printerOption()});
    DeviceWay way(call);
    const PrinterDescription printer = way.description(printerNamed(call));
    if (!printer.languageKnown) {
        show(call, printer, {}, printer.problem);
        return kDoneWithFindings;
    }
    const QByteArray bytes = calibration(printer.language, printer.setup);
    if (bytes.isEmpty()) {
        show(call, printer, {},
             QStringLiteral("Nothing was sent: %1 has no command for it, or the paper has nothing "
                            "to measure. Use the printer's own key.")
                 .arg(word(printer.language).toUpper()));
        return kDoneWithFindings;
    }
    return sendAndTell(call, way, printer, bytes);
}

} // namespace packbench
