#include "cli/files.h"

#include "drivers/wholefile.h"
#include "shipping/fault.h"

#include <QFile>

namespace packbench {

QByteArray readFile(const QString& path, qint64 most) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw FileError(FileError::Code::Missing,
                        QStringLiteral("There is no readable file '%1'.").arg(path));
    const QByteArray bytes = file.read(most + 1);
    if (bytes.size() > most)
        throw FileError(FileError::Code::BadForm,
                        QStringLiteral("'%1' is larger than %2 MB.").arg(path).arg(most >> 20));
    return bytes;
}

void saveFile(const QString& path, const QByteArray& bytes) {
    if (const QString why = writeWholeFile(path, bytes); !why.isEmpty())
        throw FileError(FileError::Code::NotWritable,
                        QStringLiteral("'%1' cannot be written: %2").arg(path, why));
}

} // namespace packbench
