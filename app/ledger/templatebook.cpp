#include "ledger/templatebook.h"

#include "ledger/audittrail.h"
#include "ledger/database.h"

#include <QCryptographicHash>

namespace packbench {
namespace {

enum class Text { None, Json };

TemplateVersion readVersion(Rows& rows, Text text) {
    TemplateVersion version;
    version.name = rows.text();
    version.version = rows.number();
    version.savedAt = rows.instant();
    version.savedBy = rows.text();
    version.decision = rows.text();
    if (text == Text::Json)
        version.json = rows.text().toUtf8();
    return version;
}

std::optional<TemplateVersion> oneVersion(Rows rows) {
    if (!rows.next())
        return std::nullopt;
    return readVersion(rows, Text::Json);
}

} // namespace

int TemplateBook::save(const TemplateVersion& version) {
    Atomic whole(m_database);
    const qint64 id = m_database.insert("template/save", {{"name", version.name},
                                                          {"json", QString::fromUtf8(version.json)},
                                                          {"savedAt", version.savedAt},
                                                          {"savedBy", version.savedBy},
                                                          {"decision", version.decision}});
    const auto saved = oneVersion(m_database.ask("template/by-id", {{"id", id}}));
    Q_ASSERT(saved);
    const auto print = QCryptographicHash::hash(version.json, QCryptographicHash::Sha256);
    audit(m_database, AuditKind::Template, version.name,
          AuditBody()
              .with("version", saved->version)
              .with("decision", version.decision)
              .with("sha256", QString::fromLatin1(print.toHex())),
          version.savedBy);
    whole.commit();
    return saved->version;
}

std::optional<TemplateVersion> TemplateBook::newest(const QString& name) {
    return oneVersion(m_database.ask("template/newest", {{"name", name}}));
}

std::optional<TemplateVersion> TemplateBook::version(const QString& name, int version) {
    return oneVersion(m_database.ask("template/version", {{"name", name}, {"version", version}}));
}

QList<TemplateVersion> TemplateBook::versions(const QString& name) {
    QList<TemplateVersion> versions;
    Rows rows = m_database.ask("template/versions", {{"name", name}});
    while (rows.next())
        versions += readVersion(rows, Text::None);
    return versions;
}

QStringList TemplateBook::names() {
    QStringList names;
    Rows rows = m_database.ask("template/names");
    while (rows.next())
        names += rows.text();
    return names;
}

} // namespace packbench
