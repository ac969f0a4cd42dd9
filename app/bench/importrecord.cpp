#include "bench/importrecord.h"

#include "ledger/commandkey.h"
#include "ledger/ledger.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace packbench {
namespace {

constexpr qsizetype kRefusalsKept = 200;

QByteArray printOf(const QString& path) {
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (file.open(QIODevice::ReadOnly))
        hash.addData(&file);
    return hash.result();
}

QString reportText(const ImportReport& report) {
    QJsonArray refusals;
    for (const ImportRefusal& refusal : report.refusals.mid(0, kRefusalsKept))
        refusals.append(QJsonArray{refusal.line, refusal.order, refusal.reason, refusal.text});
    const QJsonObject out{{"file", report.file},
                          {"format", report.format},
                          {"encoding", report.encoding},
                          {"accepted", report.accepted},
                          {"updated", report.updated},
                          {"unchanged", report.unchanged},
                          {"refused", report.refused},
                          {"refusals", refusals},
                          {"unknownColumns", QJsonArray::fromStringList(report.unknownColumns)}};
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

ImportReport reportFrom(const QString& text) {
    const QJsonObject in = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto textOf = [&](const char* name) { return in.value(QLatin1String(name)).toString(); };
    const auto numberOf = [&](const char* name) { return in.value(QLatin1String(name)).toInt(); };
    ImportReport report;
    report.file = textOf("file");
    report.format = textOf("format");
    report.encoding = textOf("encoding");
    report.accepted = numberOf("accepted");
    report.updated = numberOf("updated");
    report.unchanged = numberOf("unchanged");
    report.refused = numberOf("refused");
    for (const QJsonValue& value : in.value(QLatin1String("refusals")).toArray()) {
        const QJsonArray refusal = value.toArray();
        report.refusals.append({refusal.at(0).toInt(), refusal.at(1).toString(),
                                refusal.at(2).toString(), refusal.at(3).toString()});
    }
    for (const QJsonValue& value : in.value(QLatin1String("unknownColumns")).toArray())
        report.unknownColumns.append(value.toString());
    return report;
}

ImportReport refusal(const QString& file, const char* reason, const QString& sentence) {
    ImportReport report;
    report.file = file;
    report.refused = 1;
    report.refusals = {{0, QString(), QLatin1String(reason), sentence}};
    return report;
}

} // namespace

ImportRecord::ImportRecord(Ledger& ledger, Instant now, const ImportRequest& request,
                           const QString& kind, int part)
    : m_ledger(ledger)
    , m_file(QFileInfo(request.files.at(part - 1)).fileName())
    , m_kind(kind)
    , m_print(printOf(request.files.at(part - 1)))
    , m_act(ledger, now, request.key.isEmpty() ? QString() : partOfCommandKey(request.key, part),
            QStringLiteral("import-") + kind,
            m_print + '\n' + request.format.toUtf8() + '\n' + request.shop.toUtf8()) {}

std::optional<ImportReport> ImportRecord::before() {
    switch (m_act.found()) {
    case KeyedAct::Found::Nothing: return std::nullopt;
    case KeyedAct::Found::Done: return reportFrom(m_act.result());
    case KeyedAct::Found::Reused:
        return refusal(m_file, "key-reused",
                       QStringLiteral("This key was used for another file or import: nothing was "
                                      "brought in. Use a new key."));
    case KeyedAct::Found::TooOld:
        return refusal(
            m_file, "key-too-old",
            QStringLiteral("This key is older than 30 days: whether the file was brought "
                           "in under it is no longer known. Use a new key."));
    case KeyedAct::Found::BadKey: break;
    }
    return refusal(m_file, "bad-key",
                   QStringLiteral("The key has the wrong form: nothing was brought in. Keys are "
                                  "UUIDs of version 7."));
}

void ImportRecord::done(const ImportReport& report) {
    m_act.done(reportText(report));
    m_ledger.audit().note(AuditKind::Import, m_file,
                          AuditBody()
                              .with("kind", m_kind)
                              .with("sha256", QString::fromLatin1(m_print.toHex()))
                              .with("accepted", report.accepted)
                              .with("updated", report.updated)
                              .with("unchanged", report.unchanged)
                              .with("refused", report.refused));
}

} // namespace packbench
