#include "ledger/auditkey.h"

#include "shipping/fault.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <array>
#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace packbench {
namespace {

constexpr int kSecretBytes = 32;
const QByteArray kTitle = QByteArrayLiteral("packbench audit key 1");

[[noreturn]] void refuse(const QString& sentence) {
    throw LedgerError(LedgerError::Code::CannotOpen, sentence);
}

QString chainName(const QString& bench, const QByteArray& secret) {
    QString name = bench.left(60);
    for (QChar& c : name) {
        if (c.isSpace() || c < u' ')
            c = u'-';
    }
    const QByteArray print = QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex();
    return (name.isEmpty() ? QStringLiteral("bench") : name) + u'-' +
           QString::fromLatin1(print.left(8));
}

QByteArray freshSecret() {
    std::array<quint32, kSecretBytes / 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return {reinterpret_cast<const char*>(words.data()), kSecretBytes};
}

QByteArray fileText(const QString& bench, const QByteArray& secret) {
    return kTitle + "\nbench " + bench.simplified().toUtf8() + "\nsecret " + secret.toHex() + '\n';
}

/// Whole or not at all. @returns false when somebody else was quicker.
bool writeNew(const QString& path, const QByteArray& text) {
    QDir().mkpath(QFileInfo(path).path());
    QTemporaryFile file(path + QStringLiteral(".XXXXXX")); // for its owner only
    const bool isWritten = file.open() && file.write(text) == text.size() && file.flush() &&
                           ::fsync(file.handle()) == 0;
    const bool isThere = isWritten && ::link(QFile::encodeName(file.fileName()).constData(),
                                             QFile::encodeName(path).constData()) == 0;
    if (isWritten && !isThere && errno == EEXIST)
        return false;
    if (!isThere)
        refuse(QStringLiteral("The audit key %1 cannot be made: %2. Without it nothing that is "
                              "recorded could be checked later. Check who may write to its folder.")
                   .arg(path, isWritten ? QString::fromLocal8Bit(std::strerror(errno))
                                        : file.errorString()));
    return true;
}

} // namespace

QString auditKeyPath(const LedgerAddress& address) {
    if (address.kind == LedgerAddress::Kind::Sqlite) {
        const QFileInfo file(address.path);
        return (file.exists() ? file.canonicalFilePath() : file.absoluteFilePath()) +
               QStringLiteral(".audit-key");
    }
    QString place = text(address);
    for (QChar& c : place) {
        if (!c.isLetterOrNumber() && c != u'.' && c != u'-')
            c = u'_';
    }
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           QStringLiteral("/packbench/") + place + QStringLiteral(".audit-key");
}

std::optional<AuditKey> readAuditKey(const QString& path) {
    QFile file(path);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        refuse(QStringLiteral("The audit key %1 cannot be read: %2. Give it back to whoever works "
                              "at this bench.")
                   .arg(path, file.errorString()));
    const QList<QByteArray> lines = file.read(4096).split('\n');
    const QByteArray secret = QByteArray::fromHex(lines.value(2).mid(7));
    if (lines.value(0) != kTitle || !lines.value(1).startsWith("bench ") ||
        !lines.value(2).startsWith("secret ") || secret.size() != kSecretBytes)
        refuse(
            QStringLiteral("The audit key %1 is damaged. Put it back from where you keep a copy, "
                           "or move it away: a new chain begins then, and the old one can no "
                           "longer be checked.")
                .arg(path));
    return AuditKey{chainName(QString::fromUtf8(lines.value(1).mid(6)), secret), secret};
}

AuditKey takeAuditKey(const QString& path, const QString& bench) {
    if (const auto key = readAuditKey(path))
        return *key;
    const QByteArray secret = freshSecret();
    if (writeNew(path, fileText(bench, secret)))
        return {chainName(bench.simplified(), secret), secret};
    if (const auto key = readAuditKey(path))
        return *key;
    refuse(QStringLiteral("The audit key %1 went away while it was read.").arg(path));
}

bool isForAllEyes(const QString& path) {
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    return (QFileInfo(path).permissions() & others) != QFile::Permissions();
}

} // namespace packbench
