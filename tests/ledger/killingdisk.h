#pragma once

#include <sqlite3.h>

namespace packbench {

/// While it lives, this process is killed (-9) at its Nth write or flush of a SQLite file: half of
/// that write is on the disk. Or, instead of the kill, that write and all after it fail. One at a
/// time.
class KillingDisk {
public:
    enum class Fault { Kill, NoSpace, IoError };
    KillingDisk(int atNth, Fault fault);
    ~KillingDisk();
    KillingDisk(const KillingDisk&) = delete;
    KillingDisk& operator=(const KillingDisk&) = delete;

    /// Whether the fault came.
    [[nodiscard]] static bool happened();

private:
    sqlite3_vfs* m_sound;
    sqlite3_vfs m_killing;
};

} // namespace packbench
