#include "ledger/audithead.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringList>

namespace packbench {
namespace {

constexpr qsizetype kShownBytes = 8;
constexpr qint64 kLargestFile = 1 << 20;

} // namespace

QString AuditHead::text() const {
    return QStringLiteral("%1 %2 %3")
        .arg(chain)
        .arg(seq)
        .arg(QString::fromLatin1(mac.left(kShownBytes).toHex()));
}

std::optional<AuditHead> auditHeadFromText(const QString& line) {
    const QStringList parts = line.simplified().split(u' ');
    if (parts.size() != 3)
        return std::nullopt;
    bool isNumber = false;
    const AuditHead head{parts.at(0), parts.at(1).toLongLong(&isNumber),
                         QByteArray::fromHex(parts.at(2).toLatin1())};
    if (!isNumber || head.seq <= 0 || head.mac.size() < kShownBytes)
        return std::nullopt;
    return head;
}

QList<AuditHead> readAuditHeads(const QString& path) {
    QList<AuditHead> heads;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return heads;
    for (const QByteArray& line : file.read(kLargestFile).split('\n')) {
        if (const auto head = auditHeadFromText(QString::fromUtf8(line)))
            heads.append(*head);
    }
    return heads;
}

bool mayBeHeadFile(const QString& path) {
    const QFileInfo file(path);
    const QFileInfo folder(file.path());
    const bool isOthers =
        file.exists() && (!file.isFile() || (file.size() > 0 && readAuditHeads(path).isEmpty()));
    return file.isAbsolute() && !isOthers && folder.isDir() && folder.isWritable();
}

HeadWritten writeAuditHead(const QString& path, const AuditHead& head) {
    QByteArray lines;
    for (const AuditHead& known : readAuditHeads(path)) {
        if (known.chain == head.chain && known.seq > head.seq)
            return HeadWritten::Ahead;
        if (known.chain != head.chain)
            lines += known.text().toUtf8() + '\n';
    }
    lines += head.text().toUtf8() + '\n';
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(lines) == lines.size();
    return isWritten && file.commit() ? HeadWritten::Yes : HeadWritten::Failed;
}

} // namespace packbench
