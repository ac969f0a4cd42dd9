#pragma once

#include <sqlite3.h>

namespace packbench {

/// While it lives, SQLite files are opened on a disk that fails when told to. One at a time.
class BrokenDisk {
public:
    BrokenDisk();
    ~BrokenDisk();
    BrokenDisk(const BrokenDisk&) = delete;
    BrokenDisk& operator=(const BrokenDisk&) = delete;

    void failSync(bool fails);  ///< EIO from fsync: the data may be there or not
    void failSyncs(int count);  ///< of the next ones
    void failWrite(bool fails); ///< no space left

private:
    sqlite3_vfs* m_sound;
    sqlite3_vfs m_broken;
};

} // namespace packbench
