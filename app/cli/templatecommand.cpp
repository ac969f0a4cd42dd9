#include "bench/benchsettings.h"
#include "bench/clock.h"
#include "bench/templatekeeping.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/ledger.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace packbench {

namespace {

constexpr qint64 kLargestFile = 262'144; ///< as `readTemplate`
constexpr int kDotsPerMm = 8;

QJsonObject rowObject(const TemplateRow& row, const QTimeZone& zone) {
    const auto at = row.version > 0 ? std::optional(row.savedAt) : std::nullopt;
    return {{"name", row.name},
            {"version", row.version},
            {"builtIn", row.version == 0},
            {"savedAt", timeValue(at, zone)},
            {"savedBy", textOrNull(row.savedBy)},
            {"decision", textOrNull(row.decision)},
            {"used", row.isUsed}};
}

QString rowLine(const TemplateRow& row) {
    const QString version = row.version == 0 ? QStringLiteral("built in")
                                             : QStringLiteral("version %1").arg(row.version);
    return row.name + QStringLiteral(": ") + version +
           (row.savedBy.isEmpty() ? QString() : QStringLiteral(", by ") + row.savedBy) +
           (row.decision.isEmpty() ? QString() : QStringLiteral(", because: ") + row.decision) +
           (row.isUsed ? QStringLiteral(", in use") : QString());
}

int list(const Invocation& call) {
    const auto ledger = call.openLedger();
    const BenchSettings settings = loadSettings(ledger->settings());
    QJsonArray rows;
    for (const TemplateRow& row : templateRows(ledger->templates(), settings.labelTemplate)) {
        rows.append(rowObject(row, settings.zone));
        if (!call.json())
            printLine(rowLine(row));
    }
    if (call.json())
        print(QJsonDocument(rows));
    return kDone;
}

/// The version asked for, else the newest.
TemplateOpened opened(const Invocation& call, Ledger& ledger) {
    const QString name = call.words().value(1);
    if (call.words().size() != 2)
        throw UsageError(QStringLiteral("label template %1 needs one template's name.")
                             .arg(call.words().first()));
    bool isNumber = true;
    const int version = call.isSet("version") ? call.value("version").toInt(&isNumber) : -1;
    if (!isNumber || version < -1)
        throw UsageError(QStringLiteral("--version takes a number; 0 is the built-in one."));
    const auto found = openTemplate(ledger.templates(), name, version);
    if (!found)
        throw UsageError(QStringLiteral("There is no template '%1'%2; 'label template list' shows "
                                        "those there are.")
                             .arg(name, version < 0
                                            ? QString()
                                            : QStringLiteral(" of version %1").arg(version)));
    return *found;
}

int show(const Invocation& call) {
    const auto ledger = call.openLedger();
    const TemplateOpened found = opened(call, *ledger);
    if (!call.json()) {
        printLine(QString::fromUtf8(found.json).trimmed());
        return kDone;
    }
    const BenchSettings settings = loadSettings(ledger->settings());
    QJsonArray versions;
    for (const TemplateRow& row : found.versions)
        versions.append(rowObject(row, settings.zone));
    print(QJsonDocument(QJsonObject{{"name", found.name},
                                    {"version", found.version},
                                    {"template", QJsonDocument::fromJson(found.json).object()},
                                    {"versions", versions}}));
    return kDone;
}

int exportTo(const Invocation& call) {
    if (!call.isSet("out"))
        throw UsageError(QStringLiteral("label template export needs --out FILE."));
    const auto ledger = call.openLedger();
    const TemplateOpened found = opened(call, *ledger);
    saveFile(call.value("out"), found.json);
    if (call.json())
        print(QJsonDocument(QJsonObject{
            {"name", found.name}, {"version", found.version}, {"file", call.value("out")}}));
    else
        printLine(QStringLiteral("%1: %2").arg(call.value("out"), found.name));
    return kDone;
}

int save(const Invocation& call) {
    if (call.words().size() != 2 || !call.isSet("name"))
        throw UsageError(QStringLiteral("label template save needs a FILE and --name NAME."));
    const QByteArray json = readFile(call.words().at(1), kLargestFile);
    const auto ledger = call.openLedger();
    SystemClock clock;
    const Operator person{QStringLiteral("packctl"), {}, Role::Supervisor};
    const TemplateAnswer answer = saveTemplate(
        *ledger, {call.value("name"), json, call.value("decision"), person, clock.now()},
        kDotsPerMm);
    const bool isSaved = answer.outcome == QLatin1String("saved");
    if (call.json())
        print(QJsonDocument(QJsonObject{{"outcome", answer.outcome},
                                        {"name", answer.name},
                                        {"version", answer.version},
                                        {"text", textOrNull(answer.text)}}));
    else if (isSaved)
        printLine(QStringLiteral("%1: version %2").arg(answer.name).arg(answer.version));
    if (answer.outcome == QLatin1String("needs-decision"))
        tell(QStringLiteral("Not saved, something was found: %1 Say why it is saved all the same "
                            "with --decision WHY.")
                 .arg(answer.text));
    else if (!isSaved)
        tell(QStringLiteral("Not saved: ") + answer.text);
    return isSaved ? kDone : kDoneWithFindings;
}

} // namespace

int runLabelTemplate(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("name"), QStringLiteral("Under which name."), QStringLiteral("name")},
         {QStringLiteral("decision"), QStringLiteral("Why in spite of findings."),
          QStringLiteral("why")},
         {QStringLiteral("version"), QStringLiteral("The newest without; 0 is the built-in one."),
          QStringLiteral("version")},
         {QStringLiteral("out"), QStringLiteral("Where to."), QStringLiteral("file")}});
    const QString verb = call.words().value(0);
    if (verb == QLatin1String("list"))
        return list(call);
    if (verb == QLatin1String("show"))
        return show(call);
    if (verb == QLatin1String("export"))
        return exportTo(call);
    if (verb == QLatin1String("save"))
        return save(call);
    throw UsageError(QStringLiteral("label template takes list, show, save or export."));
}

} // namespace packbench
