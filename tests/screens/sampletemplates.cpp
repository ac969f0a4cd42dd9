#include "samples.h"

namespace packbench::samples {

namespace {

const QString kGeneral = QStringLiteral("general-100x150");

TemplateRow row(const QString& name, int version, const char* decision = "") {
    TemplateRow out;
    out.name = name;
    out.version = version;
    out.savedAt = now().plusMs(-86'400'000 * (4 - version));
    out.savedBy = version > 0 ? QStringLiteral("0001") : QString();
    out.decision = QString::fromUtf8(decision);
    out.isUsed = name == kGeneral;
    return out;
}

} // namespace

StationSnapshot supervised(Language language) {
    StationSnapshot out = idle(language);
    out.strip.isSupervisor = true;
    return out;
}

TemplateOpened openedTemplate() {
    TemplateOpened out;
    out.name = kGeneral;
    out.version = 2;
    out.json = R"({"name":"small","size_mm":[100,60],"items":[
        {"type":"text","at_mm":[5,5],"size_mm":[40,8],"field":"MARK","font_mm":6,"bold":true},
        {"type":"barcode","at_mm":[5,20],"size_mm":[70,18],"symbology":"code128","field":"SF001"},
        {"type":"line","at_mm":[5,45],"size_mm":[90,0]},
        {"type":"box","at_mm":[1,1],"size_mm":[98,58]}]})";
    out.versions = {row(kGeneral, 2), row(kGeneral, 1, "trial"), row(kGeneral, 0)};
    return out;
}

QList<TemplateRow> templates() {
    return {row(kGeneral, 2), row(QStringLiteral("general-76x130"), 0)};
}

} // namespace packbench::samples
