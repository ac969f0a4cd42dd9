#include "killingdisk.h"

#include <csignal>
#include <list>

namespace packbench {
namespace {

using Fault = KillingDisk::Fault;

/// First member: a file's `pMethods` is the address of the whole.
struct Methods {
    sqlite3_io_methods killing;
    const sqlite3_io_methods* sound;
};

std::list<Methods> allMethods;
sqlite3_vfs* soundDisk = nullptr;
int leftUntilFault = 0;
Fault wanted = Fault::Kill;

const sqlite3_io_methods* soundOf(sqlite3_file* file) {
    return reinterpret_cast<const Methods*>(file->pMethods)->sound;
}

bool isTime() {
    return --leftUntilFault <= 0;
}

int killingSync(sqlite3_file* file, int flags) {
    if (!isTime())
        return soundOf(file)->xSync(file, flags);
    if (wanted == Fault::Kill)
        (void)std::raise(SIGKILL);
    return wanted == Fault::NoSpace ? SQLITE_FULL : SQLITE_IOERR_FSYNC;
}

int killingWrite(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    if (!isTime())
        return soundOf(file)->xWrite(file, bytes, count, at);
    if (wanted == Fault::Kill) {
        (void)soundOf(file)->xWrite(file, bytes, count / 2, at);
        (void)std::raise(SIGKILL);
    }
    return wanted == Fault::NoSpace ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

int killingOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    const int result = soundDisk->xOpen(soundDisk, name, file, flags, outFlags);
    if (file->pMethods) {
        Methods& methods = allMethods.emplace_back(Methods{*file->pMethods, file->pMethods});
        methods.killing.xSync = killingSync;
        methods.killing.xWrite = killingWrite;
        file->pMethods = &methods.killing;
    }
    return result;
}

} // namespace

KillingDisk::KillingDisk(int atNth, Fault fault)
    : m_sound(sqlite3_vfs_find(nullptr)), m_killing(*m_sound) {
    soundDisk = m_sound;
    leftUntilFault = atNth;
    wanted = fault;
    m_killing.zName = "killing";
    m_killing.pNext = nullptr;
    m_killing.xOpen = killingOpen;
    sqlite3_vfs_register(&m_killing, 1);
}

KillingDisk::~KillingDisk() {
    sqlite3_vfs_register(m_sound, 1);
    sqlite3_vfs_unregister(&m_killing);
}

bool KillingDisk::happened() {
    return leftUntilFault <= 0;
}

} // namespace packbench
