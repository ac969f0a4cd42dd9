#include "bench/clock.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "cli/ruling.h"
#include "exchange/itemfile.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QJsonArray>
#include <QJsonObject>

namespace packbench {

namespace {

constexpr int kMostShown = 1'000'000;

QList<QCommandLineOption> decideOptions() {
    return rulingOptions() +
           QList<QCommandLineOption>{
               {QStringLiteral("all"), QStringLiteral("Every number that waits.")}};
}

int answer(const Invocation& call, const QJsonObject& counts, const QStringList& findings) {
    QJsonObject said = counts;
    said.insert(QStringLiteral("ok"), findings.isEmpty());
    said.insert(QStringLiteral("findings"), QJsonArray::fromStringList(findings));
    if (call.json())
        print(QJsonDocument(said));
    for (const QString& finding : findings)
        call.json() ? tell(finding) : printLine(finding);
    if (!call.json()) {
        for (auto count = counts.begin(); count != counts.end(); ++count)
            printLine(QStringLiteral("%1: %2").arg(count.key()).arg(count.value().toInteger()));
    }
    return findings.isEmpty() ? kDone : kDoneWithFindings;
}

using Decide = bool (Quarantine::*)(const QString&, const Ruling&);

int decide(const QStringList& arguments, Decide decision, const QString& done) {
    const Invocation call(arguments, decideOptions());
    if (call.words().isEmpty() != call.isSet("all"))
        throw UsageError(QStringLiteral("Name the numbers, or say --all."));
    const auto ledger = call.openLedger();
    SystemClock clock;
    const Ruling ruling = rulingOf(call, *ledger, clock.now());
    QStringList numbers = call.words();
    if (call.isSet("all")) {
        for (const Waybill& waybill : ledger->quarantine().waiting(kMostShown))
            numbers.append(waybill.number);
    }
    QStringList findings;
    qint64 count = 0;
    Transaction whole(*ledger);
    for (const QString& number : std::as_const(numbers)) {
        if ((ledger->quarantine().*decision)(number, ruling))
            ++count;
        else
            findings.append(
                QStringLiteral("%1 does not wait in quarantine: nothing changed.").arg(number));
    }
    whole.commit();
    return answer(call, {{done, count}, {"waiting", ledger->quarantine().countWaiting()}},
                  findings);
}

} // namespace

int runQuarantineList(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const auto ledger = call.openLedger();
    QJsonArray rows;
    for (const Waybill& waybill : ledger->quarantine().waiting(kMostShown)) {
        rows.append(
            QJsonObject{{"waybill", waybill.number}, {"courier", textOrNull(waybill.courier)}});
        if (!call.json())
            printLine(QStringLiteral("%1  %2").arg(waybill.number, waybill.courier));
    }
    if (call.json())
        print(QJsonDocument(rows));
    return kDone;
}

int runQuarantineRelease(const QStringList& arguments) {
    return decide(arguments, &Quarantine::release, QStringLiteral("released"));
}

int runQuarantineVoid(const QStringList& arguments) {
    return decide(arguments, &Quarantine::makeVoid, QStringLiteral("void"));
}

int runQuarantineCompare(const QStringList& arguments) {
    const Invocation call(arguments,
                          {{QStringLiteral("courier"), QStringLiteral("Courier of the numbers."),
                            QStringLiteral("key")}});
    const QString file = call.onlyWord(QStringLiteral("list of used numbers"));
    const auto ledger = call.openLedger();
    SystemClock clock;
    const Ruling ruling{{}, QStringLiteral("used, says the courier's list"), clock.now()};
    QStringList findings;
    qint64 counts[4] = {};
    Transaction whole(*ledger);
    const FileVerdict verdict = readWaybills(
        file,
        [&](const FileWaybill& found) {
            const QString courier = found.courier.isEmpty() ? call.value("courier") : found.courier;
            const auto used = ledger->quarantine().usedOutside(found.number, courier, ruling);
            ++counts[int(used)];
            if (used == Quarantine::Used::AtRisk)
                findings.append(QStringLiteral("%1 is used, says the courier, but free here and "
                                               "out of quarantine: void it by hand.")
                                    .arg(found.number));
        },
        [&](const Refusal& refusal) {
            findings.append(QStringLiteral("Line %1: %2").arg(refusal.line).arg(refusal.text));
        });
    if (verdict.whole) // nothing of such a file counts
        return answer(call, {{"waiting", ledger->quarantine().countWaiting()}},
                      {verdict.whole->text});
    whole.commit();
    return answer(call,
                  {{"void", counts[int(Quarantine::Used::Voided)]},
                   {"added", counts[int(Quarantine::Used::Added)]},
                   {"known", counts[int(Quarantine::Used::Known)]},
                   {"waiting", ledger->quarantine().countWaiting()}},
                  findings);
}

int runQuarantineClose(const QStringList& arguments) {
    const Invocation call(arguments, rulingOptions());
    const auto ledger = call.openLedger();
    SystemClock clock;
    QStringList findings;
    try {
        ledger->quarantine().close(rulingOf(call, *ledger, clock.now()));
    } catch (const LedgerError& error) {
        if (error.code() != LedgerError::Code::Constraint)
            throw;
        findings.append(error.sentence()); // not yet, or nothing to close
    }
    return answer(call, {{"waiting", ledger->quarantine().countWaiting()}}, findings);
}

} // namespace packbench
