#pragma once

#include "shipping/instant.h"

#include <QByteArray>
#include <QMessageAuthenticationCode>
#include <QString>
#include <QStringList>

namespace packbench {

/// What an audit entry tells of. A new kind needs its word in auditentry.cpp and a book that
/// notes it.
enum class AuditKind {
    Begin,      ///< the chain begins: what the ledger held by then
    Scan,       ///< raw code and verdict
    Copy,       ///< a label copy was made or changed its state
    Waybill,    ///< a waybill number changed its state
    Dispatch,   ///< a parcel left
    LateReason, ///< why it was late
    Order,      ///< an order changed its state at the bench
    Hold,       ///< an order was stopped or let go on
    Remark,     ///< remarks were confirmed
    Incoming,   ///< a ready-made label arrived, was matched, assigned, used, discarded
    Template,   ///< a template was saved, with the decision
    Setting,
    Staff,
    Import, ///< a file came in
    Act     ///< what a person did or forced that no other kind tells
};
[[nodiscard]] QString word(AuditKind kind);
[[nodiscard]] QStringList auditKindWords(); ///< of all kinds

/// One entry of a bench's chain.
struct AuditEntry {
    QString bench; ///< the chain's name
    qint64 seq = 0;
    Instant at;
    QString kind;
    QString subject; ///< id or number of what it tells of
    QString badge;   ///< who was signed on
    QString body;    ///< a JSON object
    QByteArray mac;

    bool operator==(const AuditEntry&) const = default;
};

/// The facts of an entry, as the JSON object they are kept as: in the order they were named.
class AuditBody {
public:
    AuditBody& with(const char* name, const QString& text);
    AuditBody& with(const char* name, qint64 number);
    AuditBody& withFlag(const char* name, bool flag);
    AuditBody& withAll(const AuditBody& more);
    [[nodiscard]] QString json() const { return m_json + u'}'; }

private:
    void begin(const char* name);
    QString m_json = QStringLiteral("{");
};

/// What is sealed: each field as its length in bytes, ":", its bytes in UTF-8 and ",", in the order
/// "packbench-audit-1", bench, seq, at, kind, subject, badge, body, mac of the entry before (32
/// zero bytes before the first).
[[nodiscard]] QByteArray sealedText(const AuditEntry& entry, const QByteArray& before);

/// Seals entries with a bench's secret: HMAC-SHA256 over `sealedText`.
class AuditSeal {
public:
    explicit AuditSeal(const QByteArray& secret);
    [[nodiscard]] QByteArray of(const AuditEntry& entry, const QByteArray& before);

private:
    QMessageAuthenticationCode m_code;
};

[[nodiscard]] QByteArray sealBeforeTheFirst();

} // namespace packbench
