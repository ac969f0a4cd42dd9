#include "ledger/staff.h"

#include "ledger/audittrail.h"
#include "ledger/database.h"

#include <algorithm>

namespace packbench {
namespace {

Operator readOperator(Rows& rows) {
    Operator person;
    person.badge = rows.text();
    person.name = rows.text();
    person.role = roleFromWord(rows.text());
    return person;
}

} // namespace

void Staff::put(const Operator& person) {
    wholly(m_database, [&] {
        m_database.change(
            "staff/put",
            {{"badge", person.badge}, {"name", person.name}, {"role", word(person.role)}});
        audit(m_database, AuditKind::Staff, person.badge,
              AuditBody().with("name", person.name).with("role", word(person.role)));
    });
}

std::optional<Operator> Staff::byBadge(const QString& badge) {
    Rows rows = m_database.ask("staff/by-badge", {{"badge", badge}});
    if (!rows.next())
        return std::nullopt;
    return readOperator(rows);
}

QList<Operator> Staff::all() {
    QList<Operator> people;
    Rows rows = m_database.ask("staff/all");
    while (rows.next())
        people += readOperator(rows);
    // Here and not in SQL: databases sort text by rules of their own.
    std::sort(people.begin(), people.end(),
              [](const Operator& a, const Operator& b) { return a.badge < b.badge; });
    return people;
}

} // namespace packbench
