#include "ledger/settings.h"

#include "ledger/audittrail.h"
#include "ledger/database.h"

namespace packbench {

QString Settings::value(const QString& name, const QString& otherwise) {
    Rows rows = m_database.ask("setting/value", {{"name", name}});
    return rows.next() ? rows.text() : otherwise;
}

void Settings::set(const QString& name, const QString& value) {
    wholly(m_database, [&] {
        const QString before = this->value(name);
        m_database.change("setting/set", {{"name", name}, {"value", value}});
        audit(m_database, AuditKind::Setting, name,
              AuditBody().with("before", before).with("value", value));
    });
    if (AuditTrail* trail = m_database.trail(); trail && name == QLatin1String(kAuditHeadFile))
        trail->keepHeadIn(value);
}

QHash<QString, QString> Settings::all() {
    QHash<QString, QString> settings;
    Rows rows = m_database.ask("setting/all");
    while (rows.next()) {
        const QString name = rows.text();
        settings.insert(name, rows.text());
    }
    return settings;
}

} // namespace packbench
