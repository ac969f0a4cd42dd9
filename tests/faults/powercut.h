#pragma once

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <memory>
#include <random>

namespace packbench::faults {

/// While it lives, SQLite's files are on a disk that forgets at a power cut what was not flushed:
/// each 512-byte sector of each write since the last flush is there or not, as chance wills,
/// whatever the order they were written in. One at a time.
class PowerCut {
public:
    explicit PowerCut(unsigned seed);
    ~PowerCut();
    PowerCut(const PowerCut&) = delete;
    PowerCut& operator=(const PowerCut&) = delete;

    /// Called after every write and every flush, with how many there were.
    void whenever(std::function<void(int)> told);
    /// What the disk would hold if the power were cut now: path to bytes.
    [[nodiscard]] QMap<QString, QByteArray> image();

    struct Disk;

private:
    std::unique_ptr<Disk> m_disk;
};

} // namespace packbench::faults
