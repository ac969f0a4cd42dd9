#include "ledger/backup.h"
#include "ledger/durablefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace packbench {
namespace {

QString recordFile(const LedgerAddress& address) {
    return address.path + QStringLiteral(".backups");
}

std::optional<Instant> instantIn(const QJsonObject& object, const char* name) {
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isDouble() ? std::optional(Instant{qint64(value.toDouble())}) : std::nullopt;
}

QJsonValue valueOf(const std::optional<Instant>& at) {
    return at ? QJsonValue(double(at->msUtc)) : QJsonValue();
}

} // namespace

BackupRecord backupRecord(const LedgerAddress& address) {
    BackupRecord record;
    QFile file(recordFile(address));
    if (address.kind != LedgerAddress::Kind::Sqlite || !file.open(QIODevice::ReadOnly))
        return record;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    record.newest = object.value(QLatin1String("newest")).toString();
    record.at = instantIn(object, "at");
    record.failure = object.value(QLatin1String("failure")).toString();
    record.failedAt = instantIn(object, "failedAt");
    return record;
}

void keepBackupRecord(const LedgerAddress& address, const BackupRecord& record) {
    const QJsonObject object{{QStringLiteral("newest"), record.newest},
                             {QStringLiteral("at"), valueOf(record.at)},
                             {QStringLiteral("failure"), record.failure},
                             {QStringLiteral("failedAt"), valueOf(record.failedAt)}};
    writeFlushed(recordFile(address), QJsonDocument(object).toJson(QJsonDocument::Indented));
}

QString usualBackupFolder(const LedgerAddress& address) {
    return QFileInfo(address.path).dir().filePath(QStringLiteral("backups"));
}

QString backupName(Instant at) {
    return QStringLiteral("packbench-%1.db")
        .arg(QDateTime::fromMSecsSinceEpoch(at.msUtc, Qt::UTC)
                 .toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'")));
}

QStringList backupsIn(const QString& folder) {
    const QDir dir(folder);
    QStringList names = dir.entryList({QStringLiteral("packbench-*.db")}, QDir::Files, QDir::Name);
    std::reverse(names.begin(), names.end());
    for (QString& name : names)
        name = dir.filePath(name);
    return names;
}

QStringList keepNewest(const QString& folder, int keep) {
    QStringList gone;
    const QStringList all = backupsIn(folder);
    for (const QString& file : all.mid(std::max(keep, 1))) {
        if (QFile::remove(file))
            gone += file;
    }
    return gone;
}

QString backupOffer(const LedgerAddress& address) {
    const QString backup = newestGoodBackup(address);
    return backup.isEmpty()
               ? QString()
               : QStringLiteral(" The newest good backup is '%1': \"packctl restore '%1' --ledger "
                                "%2\" puts it into the ledger's place and keeps what is there.")
                     .arg(backup, text(address));
}

QString newestGoodBackup(const LedgerAddress& address) {
    if (address.kind != LedgerAddress::Kind::Sqlite)
        return {};
    const QString noted = backupRecord(address).newest;
    QStringList candidates;
    if (!noted.isEmpty())
        candidates = QStringList{noted} + backupsIn(QFileInfo(noted).path());
    candidates += backupsIn(usualBackupFolder(address));
    candidates.removeDuplicates();
    for (const QString& file : std::as_const(candidates)) {
        if (flawsOf(file).isEmpty())
            return file;
    }
    return {};
}

} // namespace packbench
