#include "bench/benchsettings.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/auditreader.h"
#include "shipping/fault.h"

namespace packbench {

namespace {

QJsonObject findingObject(const AuditFinding& finding) {
    return {{"chain", textOrNull(finding.chain)},
            {"seq", finding.seq > 0 ? QJsonValue(finding.seq) : QJsonValue(QJsonValue::Null)},
            {"what", finding.what},
            {"subject", textOrNull(finding.subject)},
            {"sentence", finding.sentence}};
}

AuditReader::Outside outsideOf(const Invocation& call) {
    AuditReader::Outside outside;
    if (call.isSet("head")) {
        const auto head = auditHeadFromText(call.value("head"));
        if (!head)
            throw UsageError(QStringLiteral(
                "--head takes a line as audit head prints it: BENCH SEQ MAC with 16 hex digits."));
        outside.heads.append(*head);
    }
    if (call.isSet("key")) {
        const auto key = readAuditKey(call.value("key"));
        if (!key)
            throw FileError(FileError::Code::Missing,
                            QStringLiteral("There is no key '%1'.").arg(call.value("key")));
        outside.keys.append(*key);
    }
    return outside;
}

} // namespace

int runAuditVerify(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("head"), QStringLiteral("As it was written down."),
          QStringLiteral("line")},
         {QStringLiteral("key"), QStringLiteral("A copy of a key."), QStringLiteral("file")}});
    const AuditReader::Outside outside = outsideOf(call);
    const AuditVerdict verdict = AuditReader(call.ledgerAddress()).verify(outside);
    QJsonArray findings;
    for (const AuditFinding& finding : verdict.findings)
        findings.append(findingObject(finding));
    if (call.json()) {
        print(QJsonDocument(QJsonObject{
            {"rows", verdict.rows},
            {"ok", verdict.isSound()},
            {"firstBad", findings.isEmpty() ? QJsonValue(QJsonValue::Null) : findings.first()},
            {"findings", findings},
            {"found", verdict.found},
            {"chains", QJsonArray::fromStringList(verdict.chains)},
            {"unchecked", QJsonArray::fromStringList(verdict.unchecked)}}));
        return verdict.isSound() ? kDone : kDoneWithFindings;
    }
    for (const AuditFinding& finding : verdict.findings)
        printLine(QStringLiteral("%1: %2").arg(finding.what, finding.sentence));
    for (const QString& chain : verdict.unchecked)
        printLine(QStringLiteral("not checked here: %1, its key is at its bench").arg(chain));
    printLine(QStringLiteral("%1 entries, %2")
                  .arg(verdict.rows)
                  .arg(verdict.isSound() ? QStringLiteral("all as they were recorded")
                                         : QStringLiteral("findings: %1").arg(verdict.found)));
    return verdict.isSound() ? kDone : kDoneWithFindings;
}

int runAuditHead(const QStringList& arguments) {
    const Invocation call(arguments, {});
    QJsonArray heads;
    for (const AuditHead& head : AuditReader(call.ledgerAddress()).heads()) {
        heads.append(QJsonObject{{"chain", head.chain},
                                 {"seq", head.seq},
                                 {"mac", QString::fromLatin1(head.mac.toHex())},
                                 {"head", head.text()}});
        if (!call.json())
            printLine(head.text());
    }
    if (call.json())
        print(QJsonDocument(heads));
    else if (heads.isEmpty())
        tell(QStringLiteral("This ledger has no audit chain yet."));
    return kDone;
}

int runAuditList(const QStringList& arguments) {
    const Invocation call(
        arguments,
        {{QStringLiteral("kind"), QStringLiteral("Of this kind."), QStringLiteral("kind")},
         {QStringLiteral("subject"), QStringLiteral("About this."), QStringLiteral("id")}});
    if (call.isSet("kind") && !auditKindWords().contains(call.value("kind")))
        throw UsageError(QStringLiteral("There is no kind '%1'; --kind takes %2.")
                             .arg(call.value("kind"), auditKindWords().join(QStringLiteral(", "))));
    const QTimeZone usual = BenchSettings().zone;
    const QTimeZone said(
        call.settings()
            .value(QStringLiteral("warehouse.zone"), QString::fromLatin1(usual.id()))
            .toLatin1());
    const QTimeZone zone = said.isValid() ? said : usual;
    AuditReader(call.ledgerAddress()).forEach([&](const AuditEntry& entry) {
        if ((call.isSet("kind") && entry.kind != call.value("kind")) ||
            (call.isSet("subject") && entry.subject != call.value("subject")))
            return;
        const QJsonObject body = QJsonDocument::fromJson(entry.body.toUtf8()).object();
        if (call.json())
            printLine(
                QString::fromUtf8(QJsonDocument(QJsonObject{{"bench", entry.bench},
                                                            {"seq", entry.seq},
                                                            {"at", isoText(entry.at, zone)},
                                                            {"kind", entry.kind},
                                                            {"subject", entry.subject},
                                                            {"badge", textOrNull(entry.badge)},
                                                            {"body", body}})
                                      .toJson(QJsonDocument::Compact)));
        else
            printLine(QStringLiteral("%1 %2  %3  %4 %5  %6  %7")
                          .arg(entry.bench)
                          .arg(entry.seq)
                          .arg(isoText(entry.at, zone), entry.kind, entry.subject, entry.badge,
                               entry.body));
    });
    return kDone;
}

} // namespace packbench
