#include "brokendisk.h"

#include <atomic>
#include <list>

namespace packbench {
namespace {

/// First member: a file's `pMethods` is the address of the whole.
struct Methods {
    sqlite3_io_methods broken;
    const sqlite3_io_methods* sound;
};

std::list<Methods> allMethods;
sqlite3_vfs* soundDisk = nullptr;
std::atomic<bool> syncFails = false; // the bench's thread asks, the test's tells
std::atomic<int> syncsToFail = 0;
std::atomic<bool> writeFails = false;

const sqlite3_io_methods* soundOf(sqlite3_file* file) {
    return reinterpret_cast<const Methods*>(file->pMethods)->sound;
}

int brokenSync(sqlite3_file* file, int flags) {
    if (syncsToFail > 0) {
        --syncsToFail;
        return SQLITE_IOERR_FSYNC;
    }
    return syncFails ? SQLITE_IOERR_FSYNC : soundOf(file)->xSync(file, flags);
}

int brokenWrite(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    return writeFails ? SQLITE_FULL : soundOf(file)->xWrite(file, bytes, count, at);
}

int brokenOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    const int result = soundDisk->xOpen(soundDisk, name, file, flags, outFlags);
    if (file->pMethods) {
        Methods& methods = allMethods.emplace_back(Methods{*file->pMethods, file->pMethods});
        methods.broken.xSync = brokenSync;
        methods.broken.xWrite = brokenWrite;
        file->pMethods = &methods.broken;
    }
    return result;
}

} // namespace

BrokenDisk::BrokenDisk() : m_sound(sqlite3_vfs_find(nullptr)), m_broken(*m_sound) {
    soundDisk = m_sound;
    m_broken.zName = "broken";
    m_broken.pNext = nullptr;
    m_broken.xOpen = brokenOpen;
    sqlite3_vfs_register(&m_broken, 1);
}

BrokenDisk::~BrokenDisk() {
    syncFails = false;
    syncsToFail = 0;
    writeFails = false;
    sqlite3_vfs_register(m_sound, 1);
    sqlite3_vfs_unregister(&m_broken);
}

void BrokenDisk::failSync(bool fails) {
    syncFails = fails;
}

void BrokenDisk::failSyncs(int count) {
    syncsToFail = count;
}

void BrokenDisk::failWrite(bool fails) {
    writeFails = fails;
}

} // namespace packbench
