#include "drivers/transports/spooltransport.h"

#include <QTemporaryFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

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

} // namespace

Transfer SpoolTransport::write(const QByteArray& chunk, int milliseconds) {
    Q_UNUSED(milliseconds)
    if (!m_folder.exists())
        return {Transfer::End::Gone, 0, false};
    m_label += chunk;
    return {Transfer::End::Complete, chunk.size()};
}

qint64 SpoolTransport::awaitArrival(int milliseconds) {
    // Asked without patience, the label broke off: its part is no label.
    if (milliseconds == 0)
        m_label.clear();
    if (m_label.isEmpty())
        return 0;
    int number = 1;
    const auto name = [&] {
        return m_folder.filePath(
            QStringLiteral("label-%1.%2").arg(number, 6, 10, QLatin1Char('0')).arg(m_ending));
    };
    QTemporaryFile file(m_folder.filePath(QStringLiteral(".label-XXXXXX.part")));
    const bool isWritten = file.open() && file.write(m_label) == m_label.size() && file.flush() &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner |
                                               QFile::ReadGroup | QFile::ReadOther) &&
                           ::fsync(file.handle()) == 0;
    if (!isWritten)
        return m_label.size();
    // Another bench may take a number at the same time: a name that is taken is never written over.
    int problem = 0;
    while ((problem = takeName(file.fileName(), name())) == EEXIST)
        ++number;
    if (problem != 0)
        return m_label.size();
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
