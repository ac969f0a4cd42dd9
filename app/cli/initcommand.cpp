#include "bench/benchsettings.h"
#include "bench/clock.h"
#include "bench/sampleshop.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QJsonObject>

namespace packbench {

int runInit(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("sample-shop"), QStringLiteral("Fill it with the sample shop.")},
         {QStringLiteral("simulation"), QStringLiteral("Allow simulated shifts on it.")}});
    const auto address = ledgerAddressFromText(call.ledgerText());
    if (!address)
        throw UsageError(
            QStringLiteral("--ledger takes sqlite:PATH or postgresql://user@host/name."));
    const auto ledger = Ledger::create(*address);
    const QString simulation = QStringLiteral("ledger.simulation");
    if (call.isSet("simulation")) {
        if (!ledger->created() && ledger->settings().value(simulation) != QLatin1String("yes"))
            throw LedgerError(
                LedgerError::Code::CannotOpen,
                QStringLiteral("This ledger is a real one: it cannot be turned into a simulation. "
                               "Make a new ledger for simulated shifts."));
        ledger->settings().set(simulation, QStringLiteral("yes"));
    }
    if (call.isSet("sample-shop")) {
        SystemClock clock;
        fillSampleShop(*ledger, call.isSet("simulation") ? sampleShiftStart() : clock.now());
    }
    const QJsonObject answer{{"ledger", text(ledger->address())},
                             {"schema", ledger->schema()},
                             {"created", ledger->created()}};
    if (call.json())
        print(QJsonDocument(answer));
    else
        printLine(QStringLiteral("%1: %2, schema %3")
                      .arg(text(ledger->address()), ledger->created()
                                                        ? QStringLiteral("created")
                                                        : QStringLiteral("was there already"))
                      .arg(ledger->schema()));
    return kDone;
}

namespace {

QJsonObject personObject(const Operator& person) {
    return {{"badge", person.badge}, {"name", person.name}, {"role", word(person.role)}};
}

} // namespace

int runStaffAdd(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("badge"), QString(), QStringLiteral("number")},
         {QStringLiteral("name"), QString(), QStringLiteral("name")},
         {QStringLiteral("role"), QString(), QStringLiteral("role"), QStringLiteral("packer")}});
    if (call.value("badge").isEmpty() || call.value("name").isEmpty())
        throw UsageError(QStringLiteral("staff add needs --badge and --name."));
    const Operator person{call.value("badge"), call.value("name"),
                          roleFromWord(call.value("role"))};
    if (word(person.role) != call.value("role"))
        throw UsageError(QStringLiteral("There is no role '%1'; --role takes packer, qc-clerk, "
                                        "stock-taker, stock-clerk or supervisor.")
                             .arg(call.value("role")));
    const auto ledger = call.openLedger();
    const auto before = ledger->staff().byBadge(person.badge);
    ledger->staff().put(person);
    QJsonObject answer = personObject(person);
    answer.insert(QStringLiteral("card"), QStringLiteral("PBU-") + person.badge);
    answer.insert(QStringLiteral("before"),
                  before ? QJsonValue(personObject(*before)) : QJsonValue(QJsonValue::Null));
    if (call.json())
        print(QJsonDocument(answer));
    else
        printLine(QStringLiteral("%1 %2 (%3): badge code PBU-%1")
                      .arg(person.badge, person.name, word(person.role)));
    if (before && *before != person)
        tell(QStringLiteral("Badge %1 was of %2 (%3) before: that one is replaced.")
                 .arg(before->badge, before->name, word(before->role)));
    return kDone;
}

int runSettings(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const auto ledger = call.openLedger();
    const QStringList words = call.words();
    if (words.size() > 2)
        throw UsageError(QStringLiteral("settings takes a name and a value."));
    if (!words.isEmpty() && !settingNames().contains(words.first()))
        throw UsageError(QStringLiteral("There is no setting '%1'; known are %2.")
                             .arg(words.first(), settingNames().join(QStringLiteral(", "))));
    if (words.size() == 2) {
        if (words.first() == QLatin1String("ledger.simulation"))
            throw UsageError(QStringLiteral("Only init decides whether a ledger is a simulation."));
        if (const QString problem =
                settingProblem(words.first(), words.last(), ledger->templates());
            !problem.isEmpty())
            throw UsageError(problem);
        ledger->settings().set(words.first(), words.last());
    }
    QJsonObject answer;
    const auto all = ledger->settings().all();
    QStringList names = all.keys();
    names.sort();
    for (const QString& name : names) {
        if ((!words.isEmpty() && name != words.first()) || name == kMarkKeySetting)
            continue;
        answer.insert(name, all.value(name));
        if (!call.json())
            printLine(name + QStringLiteral(" = ") + all.value(name));
    }
    if (call.json())
        print(QJsonDocument(answer));
    return kDone;
}

} // namespace packbench
