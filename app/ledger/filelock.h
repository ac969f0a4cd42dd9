#pragma once

#include <QString>

#include <memory>

namespace packbench {

/// An exclusive flock on a file of its own; the kernel drops it when the process dies.
class FileLock {
public:
    /// Nothing when another holder has it. @throws LedgerError (CannotOpen)
    [[nodiscard]] static std::unique_ptr<FileLock> take(const QString& path);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// Takes the lock file away again if it was not there before.
    void leaveNoTrace();

private:
    FileLock(QString path, int descriptor, bool made);
    QString m_path;
    int m_descriptor;
    bool m_made;
};

} // namespace packbench
