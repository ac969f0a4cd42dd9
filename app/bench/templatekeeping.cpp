#include "bench/templatekeeping.h"

#include "bench/benchsettings.h"
#include "labels/template.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

namespace packbench {

namespace {

TemplateRow rowOf(const TemplateVersion& version) {
    return {version.name,    version.version,  version.savedAt,
            version.savedBy, version.decision, false};
}

TemplateAnswer answer(const char* outcome, const QString& name, const QString& text = {}) {
    return {QLatin1String(outcome), name, 0, text};
}

QString sentences(const QList<PreviewFinding>& findings) {
    QStringList texts;
    for (const PreviewFinding& finding : findings)
        texts.append(finding.text);
    return texts.join(u' ');
}

/// Two benches of one PostgreSQL may take the same version at one moment: then the next is free.
int saveNext(TemplateBook& kept, const TemplateVersion& version) {
    constexpr int kTries = 3;
    for (int attempt = 1;; ++attempt) {
        try {
            return kept.save(version);
        } catch (const LedgerError& error) {
            if (error.code() != LedgerError::Code::Constraint || attempt == kTries)
                throw;
        }
    }
}

} // namespace

QList<TemplateRow> templateRows(TemplateBook& kept, const QString& used) {
    QStringList names = kept.names();
    for (const QString& name : builtInTemplates())
        if (!names.contains(name))
            names.append(name);
    names.sort();
    QList<TemplateRow> rows;
    for (const QString& name : std::as_const(names)) {
        const QList<TemplateVersion> versions = kept.versions(name);
        TemplateRow row = versions.isEmpty() ? TemplateRow{} : rowOf(versions.first());
        row.name = name;
        row.isUsed = name == used;
        rows.append(row);
    }
    return rows;
}

QList<TemplateRow> versionRows(TemplateBook& kept, const QString& name) {
    QList<TemplateRow> rows;
    for (const TemplateVersion& version : kept.versions(name))
        rows.append(rowOf(version));
    if (builtInTemplates().contains(name)) {
        TemplateRow row;
        row.name = name;
        rows.append(row);
    }
    return rows;
}

std::optional<TemplateOpened> openTemplate(TemplateBook& kept, const QString& name, int version) {
    const auto found = version > 0   ? kept.version(name, version)
                       : version < 0 ? kept.newest(name)
                                     : std::nullopt;
    TemplateOpened opened{name, 0, {}, versionRows(kept, name)};
    if (found) {
        opened.version = found->version;
        opened.json = found->json;
        return opened;
    }
    if (version > 0 || !builtInTemplates().contains(name))
        return std::nullopt;
    opened.json = builtInTemplateJson(name);
    return opened;
}

TemplateAnswer saveTemplate(Ledger& ledger, const TemplateSaving& saving, int dotsPerMm) {
    const QString name = saving.name.trimmed();
    if (saving.person.role != Role::Supervisor)
        return answer("not-allowed", name,
                      QStringLiteral("Only a supervisor may save a label template. Nothing was "
                                     "saved."));
    if (name.isEmpty() || name.contains(u'@') || name.contains(u'/') || name.size() > 100)
        return answer("no-name", name,
                      QStringLiteral("A template needs a name of at most 100 characters without / "
                                     "and @. Nothing was saved."));
    const BenchSettings settings = loadSettings(ledger.settings());
    const TemplatePreview preview =
        drawPreview({0, saving.json, newestFields(ledger, settings, saving.now), dotsPerMm});
    if (preview.png.isEmpty())
        return answer("not-a-template", name, sentences(preview.findings));
    if (!preview.findings.isEmpty() && saving.decision.trimmed().isEmpty())
        return answer("needs-decision", name, sentences(preview.findings));
    const QString decision = preview.findings.isEmpty() ? QString() : saving.decision.trimmed();
    const int version = saveNext(ledger.templates(),
                                 {name, 0, saving.json, saving.now, saving.person.badge, decision});
    return {QStringLiteral("saved"), name, version, {}};
}

} // namespace packbench
