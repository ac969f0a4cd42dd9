#include "cli/stationline.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace packbench {

StationLine stationLine(const QString& line) {
    StationLine out;
    out.text = line;
    if (!line.startsWith(u'{'))
        return out;
    const QJsonObject in = QJsonDocument::fromJson(line.toUtf8()).object();
    const auto text = [&](const char* name) { return in.value(QLatin1String(name)).toString(); };
    const QString act = text("act");
    out.key = text("key");
    out.copy = in.value(QLatin1String("copy")).toInteger();
    out.reason = text("reason");
    if (act == QLatin1String("print-again"))
        out.act = StationLine::Act::PrintAgain;
    else if (act == QLatin1String("cancel-label"))
        out.act = StationLine::Act::CancelLabel;
    else if (!text("scan").isEmpty() && in.contains(QLatin1String("key")))
        out.text = text("scan");
    else
        out.key.clear(); // a code that is JSON by itself
    return out;
}

} // namespace packbench
