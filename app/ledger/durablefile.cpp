#include "ledger/durablefile.h"

#include "shipping/fault.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace packbench {
namespace {

constexpr int kPiece = 1 << 20;

[[noreturn]] void refuse(const QString& path, const char* what, int error) {
    throw FileError(FileError::Code::NotWritable,
                    QStringLiteral("'%1' cannot be %2: %3.")
                        .arg(path, QString::fromLatin1(what),
                             QString::fromLocal8Bit(std::strerror(error == 0 ? EIO : error))));
}

/// An open file of the system, closed with the object.
class Descriptor {
public:
    Descriptor(const QString& path, int flags, const char* what)
        : m_path(path)
        , m_number(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, 0600)) {
        if (m_number < 0)
            refuse(path, what, errno);
    }
    ~Descriptor() { ::close(m_number); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    void flush() const {
        if (::fsync(m_number) != 0)
            refuse(m_path, "flushed", errno);
    }
    void write(const char* bytes, qint64 count) const {
        while (count > 0) {
            const ssize_t written = ::write(m_number, bytes, size_t(count));
            if (written <= 0)
                refuse(m_path, "written", errno);
            bytes += written;
            count -= written;
        }
    }
    [[nodiscard]] qint64 read(QByteArray& piece) const {
        const ssize_t count = ::read(m_number, piece.data(), size_t(piece.size()));
        if (count < 0)
            refuse(m_path, "read", errno);
        return count;
    }

private:
    QString m_path;
    int m_number;
};

} // namespace

void makePrivateFile(const QString& path) {
    const Descriptor made(path, O_RDWR | O_CREAT | O_EXCL, "made");
}

void flushFile(const QString& path) {
    Descriptor(path, O_RDWR, "opened").flush();
}

void flushFolderOf(const QString& path) {
    Descriptor(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY, "opened").flush();
}

void moveIntoPlace(const QString& from, const QString& to) {
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        refuse(to, "put into its place", errno);
    flushFolderOf(to);
}

void nameAgain(const QString& file, const QString& to) {
    if (QFile::exists(to))
        return;
    if (::link(QFile::encodeName(file).constData(), QFile::encodeName(to).constData()) != 0)
        refuse(to, "kept beside", errno);
    flushFolderOf(to);
}

void copyFlushed(const QString& from, const QString& to) {
    const Descriptor source(from, O_RDONLY, "read");
    const Descriptor target(to, O_WRONLY | O_CREAT | O_EXCL, "made");
    QByteArray piece(kPiece, Qt::Uninitialized);
    for (qint64 count = source.read(piece); count > 0; count = source.read(piece))
        target.write(piece.constData(), count);
    target.flush();
    flushFolderOf(to);
}

void removeFlushed(const QString& path) {
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        refuse(path, "taken away", errno);
    flushFolderOf(path);
}

void writeFlushed(const QString& path, const QByteArray& bytes) {
    const QString whole = path + QStringLiteral(".part");
    removeFlushed(whole);
    {
        const Descriptor target(whole, O_WRONLY | O_CREAT | O_EXCL, "made");
        target.write(bytes.constData(), bytes.size());
        target.flush();
    }
    moveIntoPlace(whole, path);
}

} // namespace packbench
