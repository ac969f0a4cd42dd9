// faults_checker LEDGER PRINTED_DIR [--acknowledged FILE] [--history FILE] [--packctl PROGRAM]
//                [--printer-repeats] [--printer-loses]
// The one judge of the fault tests. It reads the ledger's file in plain SQL, the virtual printer's
// pictures with a barcode reader, and what the bench acknowledged; it shares no code with the
// bench. Answers 0: every promise kept, 1: the breaches, one a line with its rows, 2: could not
// judge.
#include "invariants.h"

#include <QCommandLineParser>
#include <QFile>
#include <QGuiApplication>
#include <QProcess>

#include <cstdio>

namespace packbench::faults {
namespace {

QStringList linesOf(const QString& path) {
    QFile file(path);
    if (path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

/// "sent TAB text" and "ack TAB text TAB outcome", the text percent-encoded.
Acknowledged acknowledgedIn(const QString& path) {
    Acknowledged all;
    for (const QString& line : linesOf(path)) {
        const QStringList parts = line.split(u'\t');
        const QString text =
            QString::fromUtf8(QByteArray::fromPercentEncoding(parts.value(1).toLatin1()));
        if (parts.first() == u"sent")
            all.sent += text;
        else if (parts.first() == u"ack")
            all.answers += {text, parts.value(2)};
    }
    return all;
}

QList<Breach> breachesSince(const QString& history, LedgerFile& ledger) {
    const QSet<QString> now = lastingFacts(ledger);
    QStringList gone;
    for (const QString& before : linesOf(history))
        if (!now.contains(before))
            gone += before;
    QFile file(history);
    if (file.open(QIODevice::WriteOnly))
        for (const QString& fact : now)
            file.write((fact + u'\n').toUtf8());
    if (gone.isEmpty())
        return {};
    return {{QStringLiteral("I4"), QStringLiteral("what was final is not so any more"), gone}};
}

QList<Breach> breachesOfAudit(const QString& packctl, const QString& ledger) {
    QProcess verify;
    verify.start(packctl, {QStringLiteral("audit"), QStringLiteral("verify"),
                           QStringLiteral("--ledger"), QStringLiteral("sqlite:") + ledger});
    const bool isEnded = verify.waitForFinished(120'000);
    if (isEnded && verify.exitStatus() == QProcess::NormalExit && verify.exitCode() == 0)
        return {};
    return {{QStringLiteral("I7"),
             QStringLiteral("the audit chain does not verify"),
             {QString::fromUtf8(verify.readAllStandardOutput() + verify.readAllStandardError())
                  .simplified()}}};
}

int judge(const QCommandLineParser& call) {
    const QStringList places = call.positionalArguments();
    QList<Breach> breaches;
    bool hasAudit = false;
    {
        LedgerFile ledger(places[0]);
        if (!ledger.isOpen()) {
            std::fprintf(stderr, "faults_checker: %s: %s\n", qPrintable(places[0]),
                         qPrintable(ledger.problem()));
            return 2;
        }
        breaches = breachesIn(ledger);
        const PrinterFaults faults{call.isSet(QStringLiteral("printer-repeats")),
                                   call.isSet(QStringLiteral("printer-loses"))};
        breaches += breachesOn(ledger, labelsIn(places[1]), faults);
        breaches += breachesOf(ledger, acknowledgedIn(call.value(QStringLiteral("acknowledged"))));
        if (call.isSet(QStringLiteral("history")))
            breaches += breachesSince(call.value(QStringLiteral("history")), ledger);
        hasAudit = ledger.hasTable("audit_entry");
    }
    if (hasAudit && call.isSet(QStringLiteral("packctl")))
        breaches += breachesOfAudit(call.value(QStringLiteral("packctl")), places[0]);
    for (const Breach& breach : std::as_const(breaches)) {
        std::printf("%s: %s\n", qPrintable(breach.invariant), qPrintable(breach.what));
        for (const QString& row : breach.rows)
            std::printf("    %s\n", qPrintable(row));
    }
    return breaches.isEmpty() ? 0 : 1;
}

} // namespace
} // namespace packbench::faults

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCommandLineParser call;
    call.addOptions({{QStringLiteral("acknowledged"), QString(), QStringLiteral("file")},
                     {QStringLiteral("history"), QString(), QStringLiteral("file")},
                     {QStringLiteral("packctl"), QString(), QStringLiteral("program")},
                     {QStringLiteral("printer-repeats"), QString()},
                     {QStringLiteral("printer-loses"), QString()}});
    call.process(application);
    if (call.positionalArguments().size() != 2) {
        std::fprintf(stderr, "faults_checker LEDGER PRINTED_DIR [--acknowledged FILE] "
                             "[--history FILE] [--packctl PROGRAM]\n");
        return 2;
    }
    return packbench::faults::judge(call);
}
