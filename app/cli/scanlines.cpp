#include "cli/scanlines.h"

#include "bench/clockwords.h"
#include "cli/invocation.h"
#include "cli/json.h"

#include <unistd.h>

#include <cstdio>
#include <iostream>
#include <string>

namespace packbench {

QCommandLineOption languageOption() {
    return {QStringLiteral("language"), QStringLiteral("en or zh."), QStringLiteral("language"),
            QStringLiteral("en")};
}

Language languageOf(const Invocation& call) {
    return call.value("language") == QLatin1String("zh") ? Language::Chinese : Language::English;
}

void forEachScanLine(const std::function<void(const StationScan&)>& judge) {
    const bool isTimed = isatty(STDIN_FILENO) == 1;
    std::string line;
    while (std::getline(std::cin, line)) {
        const QString text = QString::fromStdString(line).trimmed();
        if (text.isEmpty() || text == u"#" || text.startsWith(QLatin1String("# ")))
            continue;
        judge({text, {}, QStringLiteral("stdin"), 0, isTimed});
    }
}

void printReply(const StationReply& reply, Language language) {
    printLine(QString::fromUtf8(
        QJsonDocument(replyObject(reply, language)).toJson(QJsonDocument::Compact)));
    std::fflush(stdout);
}

void tellStep(ClockWatch& watch, const QTimeZone& zone, Language language) {
    if (const auto step = watch.takeStep())
        tell(words(clockStepNotice(*step, zone), language));
}

} // namespace packbench
