#include "bench/benchsettings.h"
#include "bench/templatechoice.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "cli/json.h"
#include "labels/templatecheck.h"

#include <QJsonArray>
#include <QJsonObject>

namespace packbench {

int runLabelCheck(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const QString name = call.onlyWord(QStringLiteral("template"));
    const QList<TemplateFinding> findings = checkTemplate(labelTemplate(name));
    QJsonArray found;
    for (const TemplateFinding& finding : findings) {
        QJsonArray items;
        for (const int item : finding.items)
            items.append(item + 1);
        found.append(QJsonObject{{"kind", finding.kind}, {"text", finding.text}, {"items", items}});
    }
    if (call.json()) {
        print(QJsonDocument(QJsonObject{{"template", name}, {"findings", found}}));
    } else {
        for (const TemplateFinding& finding : findings)
            printLine(finding.kind + QStringLiteral(": ") + finding.text);
        if (findings.isEmpty())
            printLine(
                QStringLiteral("%1: nothing found with any sample at 8 and 12 dots/mm.").arg(name));
    }
    return findings.isEmpty() ? kDone : kDoneWithFindings;
}

} // namespace packbench
