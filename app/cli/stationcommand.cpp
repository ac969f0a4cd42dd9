#include "bench/checking.h"
#include "bench/desk.h"
#include "bench/simulation.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "cli/stationline.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <unistd.h>

#include <iostream>
#include <string>

namespace packbench {

namespace {

/// Empty, or a remark: "# ..." with a blank; "#1001" is an order number.
bool isRemark(const QString& line) {
    return line.isEmpty() || line == QLatin1String("#") || line.startsWith(QLatin1String("# "));
}

/// A terminal bench: reads scans, prints what became of each, waits for the printer in between.
class Terminal {
public:
    Terminal(Ledger& ledger, Clock& clock, const Desk::Setup& setup, Language language)
        : m_desk(ledger, clock, setup), m_language(language) {
        QObject::connect(&m_desk, &Desk::replied,
                         [this](const QList<StationReply>& replies) { answer(replies); });
        QObject::connect(&m_desk, &Desk::faulted, [this](const StationFault& fault) {
            tell(fault.sentence());
            m_isBroken = true;
        });
        ledger.whenInDoubt([this](int attempt) { return checksAgain(attempt); });
        QObject::connect(&m_desk, &Desk::noticed,
                         [this](const Notice& notice) { tell(words(notice, m_language)); });
        answer(m_desk.station().tellNotCounted());
        m_desk.findPrinters(); // also tells what the chosen one speaks
        settle();
        m_desk.pollPrinter();
        settle();
    }

    Desk& desk() { return m_desk; }

    void take(const StationLine& line, const QString& device, bool isTimed) {
        switch (line.act) {
        case StationLine::Act::Scan:
            m_desk.scan({line.text, {}, device, 0, isTimed, line.key});
            break;
        case StationLine::Act::PrintAgain:
            m_desk.printAgain(line.copy, line.reason, line.key);
            break;
        case StationLine::Act::CancelLabel: m_desk.cancelLabel(line.copy, line.key); break;
        }
        settle();
        if (m_isBroken)
            throw StationFault(QStringLiteral("The bench stops here: see above."));
    }

    /// Until the print thread has answered everything.
    void settle() {
        while (m_desk.isBusy())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            50);
    }

    /// What is held is never judged by this program any more.
    void end() {
        if (const int held = m_desk.station().snapshot().heldCount; held > 0)
            tell(QStringLiteral("%1 scans are held behind a refusal and were not counted: the next "
                                "start names them.")
                     .arg(held));
    }

private:
    void answer(const QList<StationReply>& replies) const {
        for (const StationReply& reply : replies)
            printLine(QString::fromUtf8(
                QJsonDocument(replyObject(reply, m_language)).toJson(QJsonDocument::Compact)));
        std::fflush(stdout);
    }

    /// Whether the last step was stored is looked up: told once, then tried for half a minute.
    bool checksAgain(int attempt) {
        if (attempt == 1) {
            StationReply checking;
            checking.isEvent = true;
            checking.outcome = QStringLiteral("checking");
            checking.verdict = Verdict::Wait;
            checking.notice = {NoticeCode::LedgerChecking, {}};
            printLine(QString::fromUtf8(
                QJsonDocument(replyObject(checking, m_language)).toJson(QJsonDocument::Compact)));
            std::fflush(stdout);
        }
        return attempt <= kMostAttempts && mayLookAgain(attempt, m_never);
    }

    static constexpr int kMostAttempts = 20;
    Desk m_desk;
    Language m_language;
    std::atomic<bool> m_never = false;
    bool m_isBroken = false;
};

/// Real time: each line is a scan. Lines that come through a pipe carry no time of their own: none
/// of them is taken for a repeat.
int liveShift(Ledger& ledger, const Desk::Setup& setup, Language language) {
    SystemClock clock;
    Terminal terminal(ledger, clock, setup, language);
    const bool isTerminal = isatty(STDIN_FILENO) == 1;
    std::string line;
    while (std::getline(std::cin, line)) {
        const QString text = QString::fromStdString(line).trimmed();
        if (isRemark(text))
            continue;
        terminal.take(stationLine(text), QStringLiteral("stdin"), isTerminal);
    }
    terminal.end();
    return kDone;
}

int simulatedShift(Ledger& ledger, const Desk::Setup& setup, Language language) {
    if (ledger.settings().value(QStringLiteral("ledger.simulation")) != QLatin1String("yes"))
        throw LedgerError(
            LedgerError::Code::CannotOpen,
            QStringLiteral(
                "This ledger is a real one: simulated scans would mix with real parcels. "
                "Make one with 'packctl init --simulation'."));
    SteeredClock clock(sampleClockStart());
    Terminal terminal(ledger, clock, setup, language);
    Simulation simulation(clock, terminal.desk());
    std::string line;
    int number = 0;
    while (std::getline(std::cin, line)) {
        ++number;
        const QString text = QString::fromStdString(line).trimmed();
        if (isRemark(text))
            continue;
        if (!text.startsWith(u'@')) {
            simulation.beforeScan();
            terminal.take(stationLine(text), simulation.device(), true);
            continue;
        }
        if (const QString problem = simulation.steer(text); !problem.isEmpty())
            throw UsageError(QStringLiteral("Line %1: %2").arg(number).arg(problem));
        terminal.settle();
    }
    terminal.end();
    return kDone;
}

} // namespace

int runStation(const QStringList& arguments) {
    const Invocation call(
        arguments, {{QStringLiteral("simulation"), QStringLiteral("Lines with @ steer the world.")},
                    {QStringLiteral("labels"), QStringLiteral("Folder of the virtual printer."),
                     QStringLiteral("folder")},
                    {QStringLiteral("language"), QStringLiteral("en or zh."),
                     QStringLiteral("language"), QStringLiteral("en")},
                    {QStringLiteral("printer-language"), QStringLiteral("zpl or tspl."),
                     QStringLiteral("language"), QStringLiteral("zpl")}});
    const auto ledger = call.openLedger();
    Desk::Setup setup;
    setup.withUsb = !call.isSet("simulation");
    setup.labelFolder = call.value("labels");
    if (setup.labelFolder.isEmpty())
        setup.labelFolder = labelFolderOf(ledger->address());
    const auto printerLanguage = printerLanguageFromWord(call.value("printer-language"));
    if (!printerLanguage)
        throw UsageError(QStringLiteral("--printer-language takes zpl or tspl."));
    setup.virtualLanguage = *printerLanguage;
    const Language language =
        call.value("language") == QLatin1String("zh") ? Language::Chinese : Language::English;
    return call.isSet("simulation") ? simulatedShift(*ledger, setup, language)
                                    : liveShift(*ledger, setup, language);
}

} // namespace packbench
