#include "ledger/auditentry.h"

#include <QCryptographicHash>

namespace packbench {
namespace {

constexpr int kSealBytes = 32;

void appendField(QByteArray& out, const QByteArray& bytes) {
    out += QByteArray::number(bytes.size());
    out += ':';
    out += bytes;
    out += ',';
}

void appendQuoted(QString& out, const QString& text) {
    out += u'"';
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            out += u'\\';
        if (c == u'\0')
            out += QChar(u'\u2400'); // as both databases keep it
        else if (c < u' ')
            out += QStringLiteral("\\u%1").arg(int(c.unicode()), 4, 16, QLatin1Char('0'));
        else
            out += c;
    }
    out += u'"';
}

} // namespace

QString word(AuditKind kind) {
    switch (kind) {
    case AuditKind::Begin: return QStringLiteral("begin");
    case AuditKind::Scan: return QStringLiteral("scan");
    case AuditKind::Copy: return QStringLiteral("copy");
    case AuditKind::Waybill: return QStringLiteral("waybill");
    case AuditKind::Dispatch: return QStringLiteral("dispatch");
    case AuditKind::LateReason: return QStringLiteral("late-reason");
    case AuditKind::Order: return QStringLiteral("order");
    case AuditKind::Hold: return QStringLiteral("hold");
    case AuditKind::Remark: return QStringLiteral("remark");
    case AuditKind::Incoming: return QStringLiteral("incoming");
    case AuditKind::Template: return QStringLiteral("template");
    case AuditKind::Setting: return QStringLiteral("setting");
    case AuditKind::Staff: return QStringLiteral("staff");
    case AuditKind::Import: return QStringLiteral("import");
    case AuditKind::Act: break;
    }
    return QStringLiteral("act");
}

void AuditBody::begin(const char* name) {
    if (m_json.size() > 1)
        m_json += u',';
    m_json += u'"';
    m_json += QLatin1String(name);
    m_json += QStringLiteral("\":");
}

QStringList auditKindWords() {
    QStringList words;
    for (int kind = 0; kind <= int(AuditKind::Act); ++kind)
        words += word(AuditKind(kind));
    return words;
}

AuditBody& AuditBody::with(const char* name, const QString& text) {
    begin(name);
    appendQuoted(m_json, text);
    return *this;
}

AuditBody& AuditBody::with(const char* name, qint64 number) {
    begin(name);
    m_json += QString::number(number);
    return *this;
}

AuditBody& AuditBody::withFlag(const char* name, bool flag) {
    begin(name);
    m_json += flag ? QStringLiteral("true") : QStringLiteral("false");
    return *this;
}

AuditBody& AuditBody::withAll(const AuditBody& more) {
    const QStringView facts = QStringView(more.m_json).mid(1);
    if (!facts.isEmpty() && m_json.size() > 1)
        m_json += u',';
    m_json += facts;
    return *this;
}

QByteArray sealedText(const AuditEntry& entry, const QByteArray& before) {
    QByteArray out;
    out.reserve(192 + entry.body.size());
    appendField(out, QByteArrayLiteral("packbench-audit-1"));
    appendField(out, entry.bench.toUtf8());
    appendField(out, QByteArray::number(entry.seq));
    appendField(out, QByteArray::number(entry.at.msUtc));
    appendField(out, entry.kind.toUtf8());
    appendField(out, entry.subject.toUtf8());
    appendField(out, entry.badge.toUtf8());
    appendField(out, entry.body.toUtf8());
    appendField(out, before);
    return out;
}

AuditSeal::AuditSeal(const QByteArray& secret) : m_code(QCryptographicHash::Sha256, secret) {}

QByteArray AuditSeal::of(const AuditEntry& entry, const QByteArray& before) {
    m_code.reset();
    m_code.addData(sealedText(entry, before));
    return m_code.result();
}

QByteArray sealBeforeTheFirst() {
    return QByteArray(kSealBytes, '\0');
}

} // namespace packbench
