#include "cli/commands.h"
#include "cli/invocation.h"
#include "drivers/picturesource.h"
#include "drivers/transport.h"
#include "shipping/fault.h"

#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>

#include <clocale>

namespace packbench {

namespace {

struct CommandRow {
    const char* name;
    int (*run)(const QStringList&);
    const char* help;
};

constexpr CommandRow kCommands[] = {
    {"init", runInit, "init [--sample-shop] [--simulation]      make a ledger"},
    {"import items", runImportItems,
     "import items FILE…                        bring in the catalogue"},
    {"import orders", runImportOrders,
     "import orders FILE… [--format NAME] [--shop KEY] [--dry-run]"},
    {"import waybills", runImportWaybills,
     "import waybills FILE… [--courier KEY]     bring in a pool of numbers"},
    {"order list", runOrderList, "order list [--state STATE]                all orders"},
    {"order show", runOrderShow,
     "order show NUMBER [--shop KEY]            one order with all that happened to it"},
    {"order hold", runOrderHold, "order hold NUMBER [--shop KEY]            stop an order"},
    {"order release", runOrderRelease,
     "order release NUMBER --reason WHY --badge N [--hold WORD|--all]   a supervisor lets a "
     "stopped "
     "order go on"},
    {"due", runDue,
     "due [--at TIME]                           what has to leave, most urgent first"},
    {"window", runWindow, "window --paid TIME [--calendar NAME|FILE] [--rest sun] [--zone ZONE]"},
    {"scan classify", runScanClassify,
     "scan classify TEXT [--aim ]C1]            what a code claims to be"},
    {"station", runStation,
     "station [--simulation] [--labels DIR]     a bench on standard input, one scan a line"},
    {"label list", runLabelList,
     "label list [--order NUMBER]               printed labels, and how it is known that they came "
     "out"},
    {"label unfinished", runLabelUnfinished,
     "label unfinished                          labels in doubt and to be finished, scans not "
     "counted"},
    {"label not-there", runLabelNotThere,
     "label not-there ID --badge N              nobody found that label: void, nothing prints"},
    {"label again", runLabelAgain,
     "label again ORDER --reason WHY --badge N [--carton N] [--key KEY]   the same number, "
     "the next copy"},
    {"label redo", runLabelRedo,
     "label redo ORDER --reason WHY --badge N [--key KEY]   give the number up and take another"},
    {"label extra", runLabelExtra,
     "label extra ORDER --reason WHY --badge N [--key KEY]   one more carton with a label of its "
     "own\n"
     "  packctl label extra ORDER --back --badge N [--carton N] [--reason WHY] [--key KEY]   one "
     "carton less"},
    {"label render", runLabelRender,
     "label render NUMBER|--fields FILE --out FILE [--template T] [--language L]"},
    {"label ahead", runLabelAhead,
     "label ahead [--out FOLDER] [--language L] [--dots-per-mm N]   can the labels of all open "
     "orders be printed?"},
    {"label print", runLabelPrint,
     "label print --orders FILE|--all-ready --badge N  labels that wait, one at a time"},
    {"label check", runLabelCheck,
     "label check TEMPLATE|FILE                 what is wrong with a template, tried with samples, "
     "or with a label file (ZPL, TSPL, EPL2, PDF, PNG, JPEG); how well its codes would scan"},
    {"label convert", runLabelConvert,
     "label convert FILE --out FILE [--language L] [--dots-per-mm N] [--made-for N]   a printer's "
     "stream as it "
     "would come out"},
    {"label inbox take", runLabelInboxTake,
     "label inbox take FILE…                    labels of a shop's system or a carrier, as files"},
    {"label inbox show", runLabelInboxShow, "label inbox show ID [--out PNG]"},
    {"label inbox discard", runLabelInboxDiscard, "label inbox discard ID --reason WHY"},
    {"label inbox assign", runLabelInboxAssign,
     "label inbox assign ID ORDER [--shop KEY]  say whose a label is"},
    {"label inbox listen", runLabelInboxListen,
     "label inbox listen [--at 127.0.0.1:9100]  be a label printer for other programs, until told "
     "to stop"},
    {"label inbox", runLabelInbox,
     "label inbox [--all]                       labels that came in and wait for a person"},
    {"label template", runLabelTemplate,
     "label template list | show NAME [--version N] | save FILE --name NAME [--decision WHY] | "
     "export NAME --out FILE"},
    {"dispatch list", runDispatchList, "dispatch list [--since TIME] [--until TIME]"},
    {"dispatch export", runDispatchExport, "dispatch export [--format NAME] [--out FILE]"},
    {"dispatch reconcile", runDispatchReconcile,
     "dispatch reconcile [--day DATE] [--out FILE]  printed, applied, handed over: what is "
     "missing"},
    {"gate", runGate,
     "gate                                      the dispatch gate on standard input: box and "
     "label"},
    {"handover open", runHandoverOpen,
     "handover open --courier KEY [--driver NAME] [--vehicle PLATE]   a courier's hand-over list"},
    {"handover scan", runHandoverScan,
     "handover scan ID                          labels on standard input go onto the vehicle"},
    {"handover close", runHandoverClose, "handover close ID --counted N [--signed NAME]"},
    {"handover show", runHandoverShow,
     "handover show ID                          what is on it, what was missed"},
    {"handover list", runHandoverList, "handover list                             all of them"},
    {"handover export", runHandoverExport,
     "handover export ID [--format text|html|csv] [--out FILE]"},
    {"clock confirm", runClockConfirm,
     "clock confirm --badge N                   a supervisor says that the clock is right"},
    {"clock", runClock,
     "clock                                     may the clock be right; when did it jump"},
    {"devices language", runDevicesLanguage,
     "devices language --printer ID --language zpl  say what a printer speaks; the ledger keeps "
     "it"},
    {"devices", runDevices,
     "devices                                   printers found, and how each is"},
    {"print test", runPrintTest,
     "print test --printer ID|ADDRESS           a label that shows whether it is set up right"},
    {"print status", runPrintStatus, "print status --printer ID|ADDRESS         how a printer is"},
    {"print calibrate", runPrintCalibrate,
     "print calibrate --printer ID|ADDRESS      let it measure its paper"},
    {"tape record", runTapeRecord,
     "tape record FILE --printer ID|ADDRESS     a test label, every byte there and back on a tape"},
    {"tape replay", runTapeReplay,
     "tape replay FILE                          the same against the tape: where do they part?"},
    {"virtual-printer", runVirtualPrinter,
     "virtual-printer --listen 127.0.0.1:9100 --language zpl --out DIR [--orders FILE|-]"},
    {"backup", runBackup,
     "backup FILE                               copy the ledger, also beside a kiosk"},
    {"restore", runRestore,
     "restore FILE [--other-ledger WHY]|--adopt put a backup into the ledger's place"},
    {"waybill quarantine compare", runQuarantineCompare,
     "waybill quarantine compare FILE [--courier KEY]  the courier's list of used numbers"},
    {"waybill quarantine release", runQuarantineRelease,
     "waybill quarantine release NUMBER…|--all --reason WHY --badge N"},
    {"waybill quarantine void", runQuarantineVoid,
     "waybill quarantine void NUMBER…|--all --reason WHY --badge N"},
    {"waybill quarantine close", runQuarantineClose,
     "waybill quarantine close --reason WHY --badge N  all is compared"},
    {"waybill quarantine list", runQuarantineList,
     "waybill quarantine list                   numbers in doubt after a restore"},
    {"doctor", runDoctor,
     "doctor                                    is the ledger sound, is the bench ready"},
    {"staff add", runStaffAdd, "staff add --badge N --name NAME [--role packer|supervisor|…]"},
    {"audit verify", runAuditVerify,
     "audit verify [--head \"BENCH SEQ MAC\"] [--key FILE]  is what was recorded still what was "
     "recorded"},
    {"audit head", runAuditHead,
     "audit head                                the newest entry of each chain, for the day-end "
     "sheet"},
    {"audit list", runAuditList,
     "audit list [--kind KIND] [--subject ID]   what was recorded, one entry a line"},
    {"settings", runSettings, "settings [NAME [VALUE]]                   show or change a setting"},
};

QString helpOf(const CommandRow& row) {
    return QStringLiteral("  packctl ") + QString::fromUtf8(row.help);
}

void help() {
    printLine(
        QStringLiteral("Usage: packctl COMMAND … [--json] [--ledger sqlite:PATH|postgresql://…]"));
    for (const CommandRow& row : kCommands)
        printLine(helpOf(row));
}

/// For people, and as the document that a script waits for where no other was printed: on one line,
/// so that it is an answer among lines, too.
void tellFault(const QStringList& words, const char* error, const QString& sentence) {
    tell(QStringLiteral("packctl: ") + sentence);
    if (!words.contains(QStringLiteral("--json")) || hasPrintedDocument())
        return;
    const QJsonObject answer{
        {"ok", false}, {"error", QLatin1String(error)}, {"findings", QJsonArray{sentence}}};
    printLine(QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
}

/// What was wrong, and how this one command is called.
int run(const CommandRow& row, const QStringList& arguments) {
    if (arguments.contains(QStringLiteral("--help"))) {
        printLine(helpOf(row));
        return kDone;
    }
    try {
        return row.run(arguments);
    } catch (const UsageError& error) {
        tellFault(arguments, "usage", QString::fromUtf8(error.what()));
        tell(helpOf(row));
        return kUsage;
    }
}

/// `packctl label --help` asks for all of one sort, `packctl label foo` is none of them.
int unknown(const QStringList& words) {
    QStringList related;
    for (const CommandRow& row : kCommands) {
        if (QString::fromLatin1(row.name).section(u' ', 0, 0) == words.first())
            related.append(helpOf(row));
    }
    if (!related.isEmpty() && words.contains(QStringLiteral("--help"))) {
        printLine(related.join(u'\n'));
        return kDone;
    }
    tellFault(words, "usage",
              QStringLiteral("there is no command '%1'; 'packctl help' lists them.")
                  .arg(words.mid(0, 2).join(u' ')));
    for (const QString& line : std::as_const(related))
        tell(line);
    return kUsage;
}

int dispatch(const QStringList& words) {
    const QString one = words.value(0);
    if (words.isEmpty() || one == u"help" || one == u"--help") {
        help();
        return words.isEmpty() ? kUsage : kDone;
    }
    const QString two = one + u' ' + words.value(1);
    const QString three = two + u' ' + words.value(2);
    for (const CommandRow& row : kCommands) {
        const QString name = QLatin1String(row.name);
        if (name == three)
            return run(row, words.mid(3));
        if (name == two)
            return run(row, words.mid(2));
        if (name == one)
            return run(row, words.mid(1));
    }
    return unknown(words);
}

} // namespace

} // namespace packbench

int main(int argc, char** argv) {
    using namespace packbench;
    // Labels need fonts, never a screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    chooseCameraBackend();
    // Qt's own remarks on the surroundings (no runtime folder, codecs) are no answer to a command.
    QLoggingCategory::setFilterRules(QStringLiteral("default.debug=false\ndefault.warning=false"));
    QGuiApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("packbench"));
    std::setlocale(LC_NUMERIC, "C");
    const QStringList words = QCoreApplication::arguments().mid(1);
    try {
        return dispatch(words);
    } catch (const StationFault& fault) {
        tellFault(words, "broken", fault.sentence());
    } catch (const DeviceError& error) {
        tellFault(words, "broken", error.sentence());
    }
    return kWorldBroke;
}
