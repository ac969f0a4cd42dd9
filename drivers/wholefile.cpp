#include "drivers/wholefile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace packbench {

namespace {

QString systemsWords(int error) {
    return QString::fromLocal8Bit(std::strerror(error == 0 ? EIO : error));
}

/// The new name, too, outlives a power cut. A folder that cannot be flushed is no reason to call a
/// file unwritten that is there.
void flushNames(const QString& folder) {
    const int descriptor =
        ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

// QSaveFile::commit() alone is true for an empty file when the disk was full: it does not look at
// what came of the buffer's last bytes, nor of the sync. Nor has it words for a write cut short.
QString writeWholeFile(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    errno = 0;
    const bool isWritten = file.write(bytes) == bytes.size() && file.flush() &&
                           file.error() == QFileDevice::NoError && ::fsync(file.handle()) == 0;
    if (!isWritten)
        return systemsWords(errno);
    if (!file.commit())
        return file.errorString();
    flushNames(QFileInfo(path).absolutePath());
    return {};
}

} // namespace packbench
