#include "bench/auditexamination.h"
#include "bench/desk.h"
#include "bench/doctor.h"
#include "bench/labellist.h"
#include "bench/ledgerexamination.h"
#include "bench/simulation.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "ledger/ledger.h"

#include <QDir>

namespace packbench {

namespace {

int answer(const Invocation& call, const QStringList& findings, const QStringList& remarks) {
    if (call.json())
        print(QJsonDocument(QJsonObject{{"ok", findings.isEmpty()},
                                        {"findings", QJsonArray::fromStringList(findings)},
                                        {"remarks", QJsonArray::fromStringList(remarks)}}));
    else
        printLine(remarks.join(u' '));
    for (const QString& finding : findings)
        call.json() ? tell(finding) : printLine(finding);
    if (findings.isEmpty() && !call.json())
        printLine(QStringLiteral("Everything is sound."));
    return findings.isEmpty() ? kDone : kDoneWithFindings;
}

} // namespace

int runDoctor(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const QStringList ofAudit = examineAudit(call.ledgerAddress());
    if (isAuditKeyLost(call.ledgerAddress()))
        return answer(call, ofAudit, {});
    const auto ledger = call.openLedger();
    SystemClock clock;
    return answer(call, examine(*ledger, clock) + ofAudit, ledgerRemarks(*ledger));
}

} // namespace packbench
