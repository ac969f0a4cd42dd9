#include "ledger/filelock.h"

#include "shipping/fault.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace packbench {

std::unique_ptr<FileLock> FileLock::take(const QString& path) {
    const bool made = !QFile::exists(path);
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        throw LedgerError(
            LedgerError::Code::CannotOpen,
            QStringLiteral("The lock file %1 cannot be made (%2), so the ledger was not opened. "
                           "Check who may write to its folder.")
                .arg(path, QString::fromLocal8Bit(std::strerror(errno))));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return nullptr;
    }
    return std::unique_ptr<FileLock>(new FileLock(path, descriptor, made));
}

FileLock::FileLock(QString path, int descriptor, bool made)
    : m_path(std::move(path)), m_descriptor(descriptor), m_made(made) {}

FileLock::~FileLock() {
    ::close(m_descriptor);
}

void FileLock::leaveNoTrace() {
    if (m_made)
        QFile::remove(m_path);
}

} // namespace packbench
