#include "drivers/transports/spooltransport.h"

#include <QTemporaryFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace packbench {
namespace {

/// Gives the file a name that nobody has, in one step. QFile::rename will not do: it copies over a
/// file that appeared after it had looked. @returns 0 or errno, EEXIST when the name is taken.
int takeName(const QString& part, const QString& name) {
    const QByteArray from = QFile::encodeName(part);
    const QByteArray to = QFile::encodeName(name);
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    // Some network folders know hard links only; the .part goes with its QTemporaryFile.
    return ::link(from.constData(), to.constData()) == 0 ? 0 : errno;
}

/// Writes it wholly and for good. @returns 0 or errno
int fill(QTemporaryFile& file, const QByteArray& bytes) {
    errno = 0;
    const bool isWritten = file.open() && file.write(bytes) == bytes.size() && file.flush() &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner |
                                               QFile::ReadGroup | QFile::ReadOther) &&
                           ::fsync(file.handle()) == 0;
    return isWritten ? 0 : errno == 0 ? EIO : errno;
}

QString sentenceOf(int problem, const QString& folder) {
    if (problem == ENOSPC || problem == EDQUOT || problem == EFBIG)
        return QStringLiteral("The folder %1 is full: make room on its disk and send the label "
                              "again. No label was sent.")
            .arg(folder);
    return QStringLiteral("The label cannot be written to the folder %1 (%2): check that it is "
                          "there and who may write to it. No label was sent.")
        .arg(folder, QString::fromLocal8Bit(std::strerror(problem)));
}

} // namespace

Transfer SpoolTransport::write(const QByteArray& chunk, int milliseconds) {
    Q_UNUSED(milliseconds)
    m_obstacle.clear();
    if (!m_folder.exists()) {
        m_obstacle = sentenceOf(ENOENT, m_folder.path());
        return {Transfer::End::Gone, 0, false};
    }
    m_label += chunk;
    return {Transfer::End::Complete, chunk.size()};
}

/// @returns 0 or errno
int SpoolTransport::writeLabel() {
    QTemporaryFile file(m_folder.filePath(QStringLiteral(".label-XXXXXX.part")));
    if (const int problem = fill(file, m_label); problem != 0)
        return problem;
    // Another bench may take a number at the same time: a name that is taken is never written over.
    for (int number = 1;; ++number) {
        const QString name = m_folder.filePath(
            QStringLiteral("label-%1.%2").arg(number, 6, 10, QLatin1Char('0')).arg(m_ending));
        if (const int problem = takeName(file.fileName(), name); problem != EEXIST)
            return problem;
    }
}

qint64 SpoolTransport::awaitArrival(int milliseconds) {
    const qint64 size = m_label.size();
    // Asked without patience, the label broke off: its part is no label.
    if (milliseconds == 0)
        m_label.clear();
    if (m_label.isEmpty())
        return size;
    if (const int problem = writeLabel(); problem != 0) {
        m_obstacle = sentenceOf(problem, m_folder.path());
        return size;
    }
    m_label.clear();
    return 0;
}

QByteArray SpoolTransport::read(int milliseconds) {
    Q_UNUSED(milliseconds)
    return {};
}

Transport::Hint SpoolTransport::hint() {
    return m_folder.exists() ? Hint::Nothing : Hint::Gone;
}

} // namespace packbench
