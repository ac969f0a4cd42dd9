#include "cli/labelfile.h"

#include "cli/invocation.h"

#include <QJsonObject>

namespace packbench {

namespace {

int dotsOf(const Invocation& call, const char* name) {
    const int dots = call.value(name).toInt();
    if (dots < 4 || dots > 24)
        throw UsageError(QStringLiteral("--%1 takes 4 to 24.").arg(QLatin1String(name)));
    return dots;
}

QJsonValue measureObject(const CodeMeasure& measure) {
    return QJsonObject{
        {"whole", measure.read == CodeMeasure::Read::Whole},
        {"atHalf", measure.atHalf},
        {"burnt", measure.burnt},
        {"faded", measure.faded},
        {"moduleDots", measure.moduleDots > 0 ? QJsonValue(measure.moduleDots) : QJsonValue()},
        {"quiet", measure.quiet}};
}

} // namespace

QList<QCommandLineOption> wishOptions() {
    return {{QStringLiteral("dots-per-mm"), QStringLiteral("Of the pages."), QStringLiteral("dots"),
             QStringLiteral("8")},
            {QStringLiteral("made-for"), QStringLiteral("Dots per mm a stream was made for."),
             QStringLiteral("dots"), QStringLiteral("8")}};
}

CarrierWish wishOf(const Invocation& call) {
    return {dotsOf(call, "dots-per-mm"), {}, dotsOf(call, "made-for")};
}

QJsonArray codesArray(const QList<ReadCode>& codes) {
    QJsonArray rows;
    for (const ReadCode& code : codes)
        rows.append(QJsonObject{
            {"format", code.format},
            {"text", code.text},
            {"x", code.dots.x()},
            {"y", code.dots.y()},
            {"width", code.dots.width()},
            {"height", code.dots.height()},
            {"grade", code.measure ? QJsonValue(word(gradeOf(*code.measure))) : QJsonValue()},
            {"measure", code.measure ? measureObject(*code.measure) : QJsonValue()}});
    return rows;
}

QJsonArray findingsArray(const QList<LabelFinding>& findings) {
    QJsonArray rows;
    for (const LabelFinding& finding : findings)
        rows.append(QJsonObject{{"kind", finding.kind}, {"text", finding.text}});
    return rows;
}

} // namespace packbench
