#include "drivers/transports/spooltransport.h"

#include <QTemporaryFile>
#include <QThread>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace packbench {

namespace {

constexpr int kAgainMs = 100; // a disk that is full is not full for ever

// QFile's would copy where it cannot rename: half a label could be seen.
bool rename(const QString& from, const QString& to) {
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    if (::renameat2(AT_FDCWD, source.constData(), AT_FDCWD, target.constData(), RENAME_NOREPLACE) ==
        0)
        return true;
    // A file system that does not know the flag may know links.
    return errno == EINVAL && ::link(source.constData(), target.constData()) == 0;
}

} // namespace

void SpoolTransport::noteObstacle() {
    m_obstacle = QStringLiteral("The label could not be written into the folder %1: look whether "
                                "it is there, whether its disk is full, and who may write to it. "
                                "No label was sent.")
                     .arg(m_folder.path());
}

Transfer SpoolTransport::write(const QByteArray& chunk, int milliseconds) {
    Q_UNUSED(milliseconds)
    if (!m_folder.exists()) {
        noteObstacle();
        return {Transfer::End::Gone, 0, false};
    }
    m_label += chunk;
    return {Transfer::End::Complete, chunk.size()};
}

/// Under the next number, in one step.
bool SpoolTransport::writeLabel() {
    QTemporaryFile file(m_folder.filePath(QStringLiteral(".label-XXXXXX.part")));
    const bool isWritten = file.open() && file.write(m_label) == m_label.size() && file.flush() &&
                           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner |
                                               QFile::ReadGroup | QFile::ReadOther) &&
                           ::fsync(file.handle()) == 0;
    int number = 1;
    const auto name = [&] {
        return m_folder.filePath(
            QStringLiteral("label-%1.%2").arg(number, 6, 10, QLatin1Char('0')).arg(m_ending));
    };
    // Another bench may take a number at the same time: a name that is taken is never written over.
    while (isWritten && !rename(file.fileName(), name())) {
        if (errno != EEXIST)
            return false;
        ++number;
    }
    return isWritten;
}

qint64 SpoolTransport::awaitArrival(int milliseconds) {
    if (milliseconds == 0)
        return std::exchange(m_label, {}).size();
    if (m_label.isEmpty() || writeLabel()) {
        m_label.clear();
        return 0;
    }
    noteObstacle();
    QThread::msleep(static_cast<unsigned long>(std::min(milliseconds, kAgainMs)));
    return m_label.size();
}

QByteArray SpoolTransport::read(int milliseconds) {
    Q_UNUSED(milliseconds)
    return {};
}

Transport::Hint SpoolTransport::hint() {
    return m_folder.exists() ? Hint::Nothing : Hint::Gone;
}

} // namespace packbench
