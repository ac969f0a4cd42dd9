#include "bench/desk.h"
#include "bench/doctor.h"
#include "bench/labellist.h"
#include "bench/simulation.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
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

} // namespace packbench
