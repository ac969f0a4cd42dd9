#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QString>

#include <memory>

namespace packbench {

struct ZipHandle;

/// A zip file opened for reading. Only zippart.cpp knows libzip.
class ZipArchive {
public:
    explicit ZipArchive(const QString& path);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] int parts() const;
    [[nodiscard]] qint64 packedSize(int part) const;   ///< -1 when it cannot be told
    [[nodiscard]] bool isLocked(int part) const;       ///< encrypted
    [[nodiscard]] int find(const QString& name) const; ///< -1 when there is none

    /// The part as a device, unpacked while it is read; nullptr when it cannot be opened.
    /// Its read() answers -1 at damaged data. The archive must outlive it.
    [[nodiscard]] std::unique_ptr<QIODevice> open(int part) const;

private:
    std::unique_ptr<ZipHandle> m_handle;
};

} // namespace packbench
