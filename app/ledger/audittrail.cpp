#include "ledger/audittrail.h"

#include "ledger/database.h"

#include <QLoggingCategory>

#include <utility>

namespace packbench {
namespace {

Q_LOGGING_CATEGORY(auditLog, "packbench.audit", QtWarningMsg)

constexpr qint64 kHeadEntries = 50;
constexpr qint64 kHeadMs = 60'000;

/// As both databases keep it: what is sealed must be what is read back.
QString storable(const QString& text) {
    return Bind("", text).value.toString();
}

} // namespace

AuditTrail::AuditTrail(Database& database, const AuditKey& key)
    : m_database(database), m_key(key), m_seal(key.secret) {}

void AuditTrail::asks(const void* owner, std::function<Moment()> moment) {
    m_owner = owner;
    m_moment = std::move(moment);
}

void AuditTrail::forgets(const void* owner) {
    if (m_owner == owner)
        m_moment = nullptr;
}

AuditTrail::Moment AuditTrail::now() const {
    return m_moment ? m_moment() : Moment{m_lastAt, {}};
}

void AuditTrail::begin(Instant keyMadeAt) {
    m_head = readHead();
    if (m_head->seq > 0)
        return;
    m_lastAt = keyMadeAt;
    Atomic whole(m_database);
    AuditBody body;
    {
        Rows rows = m_database.ask("audit/what-is-there");
        static_cast<void>(rows.next());
        for (const char* name :
             {"scans", "lastScan", "copies", "lastCopy", "waybills", "dispatches", "orders",
              "onVehicles", "lastVerification", "passes", "boxes", "staff"})
            body.with(name, rows.integer());
    }
    note(AuditKind::Begin, m_key.chain, body);
    whole.commit();
}

void AuditTrail::note(AuditKind kind, const QString& subject, const AuditBody& body,
                      const QString& badge) {
    Q_ASSERT_X(m_database.inTransaction(), "AuditTrail::note", "goes with the effect it tells of");
    const Moment moment = now();
    m_lastAt = moment.at;
    AuditBody whole = body;
    if (kind == AuditKind::Scan && !m_beside.isEmpty())
        whole.withAll(m_beside.takeFirst().body);
    m_pending.append({m_key.chain,
                      0,
                      moment.at,
                      word(kind),
                      storable(subject),
                      storable(badge.isEmpty() ? moment.badge : badge),
                      storable(whole.json()),
                      {}});
}

void AuditTrail::noteBeside(const QString& act, const QString& subject, const AuditBody& body) {
    m_beside.append({act, subject, body});
}

AuditHead AuditTrail::readHead() {
    AuditHead head{m_key.chain, 0, sealBeforeTheFirst()};
    Rows rows = m_database.ask("audit/newest", {{"bench", m_key.chain}});
    if (rows.next()) {
        head.seq = rows.integer();
        m_lastAt = rows.instant();
        head.mac = rows.bytes();
    }
    return head;
}

AuditHead AuditTrail::head() {
    return readHead();
}

/// @returns false when another program of this bench was quicker.
bool AuditTrail::appendAll() {
    m_tail = m_head;
    for (AuditEntry& entry : m_pending) {
        entry.seq = m_tail->seq + 1;
        entry.mac = m_seal.of(entry, m_tail->mac);
        if (m_database.change("audit/add", {{"bench", entry.bench},
                                            {"seq", entry.seq},
                                            {"at", entry.at},
                                            {"kind", entry.kind},
                                            {"subject", entry.subject},
                                            {"badge", entry.badge},
                                            {"body", entry.body},
                                            {"mac", entry.mac}}) == 0)
            return false;
        m_tail->seq = entry.seq;
        m_tail->mac = entry.mac;
    }
    return true;
}

/// At the very end of the transaction: whoever waits for the chain waits for one COMMIT only.
void AuditTrail::beforeCommit() {
    m_tail.reset();
    for (const Beside& left : std::exchange(m_beside, {}))
        note(AuditKind::Act, left.subject, AuditBody().with("act", left.act).withAll(left.body));
    if (m_pending.isEmpty())
        return;
    if (m_database.dialect() == Database::Dialect::Postgres)
        static_cast<void>(m_database.ask("audit/take-turn", {{"bench", m_key.chain}}).next());
    if (m_head && appendAll())
        return;
    m_head = readHead();
    if (appendAll())
        return;
    throw LedgerError(LedgerError::Code::Statement,
                      QStringLiteral("The audit chain %1 was written to out of turn; nothing was "
                                     "stored. Do it again.")
                          .arg(m_key.chain));
}

void AuditTrail::afterCommit() {
    m_pending.clear();
    if (!m_tail)
        return;
    m_head = std::exchange(m_tail, std::nullopt);
    if (m_head->seq - m_headSeq >= kHeadEntries || m_lastAt.msUtc - m_headAt.msUtc >= kHeadMs ||
        m_lastAt < m_headAt)
        writeHead();
}

void AuditTrail::afterRollback() {
    m_pending.clear();
    m_beside.clear();
    m_tail.reset();
}

std::optional<bool> AuditTrail::isThere() {
    if (!m_tail)
        return std::nullopt;
    Rows rows = m_database.ask("audit/entry", {{"bench", m_key.chain}, {"seq", m_tail->seq}});
    if (!rows.next()) {
        m_head.reset();
        return false;
    }
    for (int column = 0; column < 7; ++column)
        rows.skip();
    const bool isOurs = rows.bytes() == m_tail->mac;
    if (!isOurs)
        m_head.reset();
    return isOurs;
}

void AuditTrail::keepHeadIn(const QString& path) {
    m_headFile = path;
    m_headSeq = 0;
}

void AuditTrail::writeHead() noexcept {
    if (m_headFile.isEmpty() || !m_head || m_head->seq == m_headSeq)
        return;
    m_headSeq = m_head->seq;
    m_headAt = m_lastAt;
    switch (writeAuditHead(m_headFile, *m_head)) {
    case HeadWritten::Yes: break;
    case HeadWritten::Ahead:
        qCWarning(auditLog).noquote()
            << m_headFile
            << "knows a newer end of the audit chain than the ledger has: entries are "
               "missing (or the ledger was restored). Run packctl audit verify.";
        break;
    case HeadWritten::Failed:
        qCWarning(auditLog).noquote()
            << "The end of the audit chain cannot be written to" << m_headFile;
        break;
    }
}

void audit(Database& database, AuditKind kind, const QString& subject, const AuditBody& body,
           const QString& badge) {
    if (AuditTrail* trail = database.trail())
        trail->note(kind, subject, body, badge);
}

void auditBeside(Database& database, const QString& act, const QString& subject,
                 const AuditBody& body) {
    if (AuditTrail* trail = database.trail())
        trail->noteBeside(act, subject, body);
}

} // namespace packbench
