#include "ledger/clockbook.h"

#include "ledger/audittrail.h"
#include "ledger/columns.h"
#include "ledger/database.h"
#include "shipping/wordtable.h"

namespace packbench {
namespace {

constexpr WordTable<ClockEvent::Kind, 3> kKinds{{
    {ClockEvent::Kind::Step, "step"},
    {ClockEvent::Kind::Behind, "behind"},
    {ClockEvent::Kind::Confirmed, "confirmed"},
}};

ClockEvent readEvent(Rows& rows) {
    ClockEvent event;
    const QString kind = rows.text();
    event.kind = known(kKinds.value(kind), kind);
    event.at = rows.instant();
    event.expectedAt = rows.instant();
    event.bench = rows.text();
    event.badge = rows.text();
    return event;
}

} // namespace

void ClockBook::add(const ClockEvent& event) {
    Atomic whole(m_database);
    m_database.change("clock/add", {{"kind", word(event.kind)},
                                    {"at", event.at},
                                    {"expectedAt", event.expectedAt},
                                    {"bench", event.bench},
                                    {"badge", event.badge}});
    AuditBody body;
    body.with("act", QStringLiteral("clock-") + word(event.kind));
    body.with("read", event.at.msUtc).with("expected", event.expectedAt.msUtc);
    audit(m_database, AuditKind::Act, QStringLiteral("clock"), body, event.badge);
    whole.commit();
}

QList<ClockEvent> ClockBook::newest(int atMost) {
    QList<ClockEvent> events;
    Rows rows = m_database.ask("clock/newest", {{"atMost", atMost}});
    while (rows.next())
        events += readEvent(rows);
    return events;
}

std::optional<ClockEvent> ClockBook::lastConfirmed() {
    Rows rows = m_database.ask("clock/confirmed");
    return rows.next() ? std::optional(readEvent(rows)) : std::nullopt;
}

std::optional<Instant> ClockBook::newestRecord() {
    std::optional<Instant> newest;
    for (const char* name : {"scan/last-at", "clock/newest-dispatch", "clock/newest-label"}) {
        Rows rows = m_database.ask(name);
        const auto at = rows.next() ? rows.maybeInstant() : std::nullopt;
        if (at && (!newest || *at > *newest))
            newest = at;
    }
    return newest;
}

QString word(ClockEvent::Kind kind) {
    return kKinds.word(kind);
}

} // namespace packbench
