#include "powercut.h"

#include <sqlite3.h>

#include <algorithm>
#include <list>

namespace packbench::faults {
namespace {

constexpr qsizetype kSector = 512;

struct Write {
    qint64 at = 0;
    QByteArray bytes; ///< empty: cut off at `at`
};

struct File {
    QByteArray flushed;
    QList<Write> since;
};

void put(QByteArray& file, const Write& write) {
    if (write.bytes.isEmpty()) {
        file.truncate(qsizetype(write.at));
        return;
    }
    const auto end = qsizetype(write.at) + write.bytes.size();
    if (file.size() < end)
        file.append(QByteArray(end - file.size(), '\0'));
    file.replace(qsizetype(write.at), write.bytes.size(), write.bytes);
}

/// First member: a file's `pMethods` is the address of the whole.
struct Methods {
    sqlite3_io_methods forgetful;
    const sqlite3_io_methods* sound;
    QString path;
};

} // namespace

struct PowerCut::Disk {
    sqlite3_vfs* sound = nullptr;
    sqlite3_vfs forgetful{};
    std::list<Methods> methods;
    QMap<QString, File> files;
    std::function<void(int)> told;
    std::mt19937 random;
    int operations = 0;

    void happened() {
        ++operations;
        if (told)
            told(operations);
    }
};

namespace {

PowerCut::Disk* theDisk = nullptr; // SQLite's calls bring no pointer of ours

const Methods& of(sqlite3_file* file) {
    return *reinterpret_cast<const Methods*>(file->pMethods);
}

int forgetfulWrite(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    const int result = of(file).sound->xWrite(file, bytes, count, at);
    if (result == SQLITE_OK && theDisk) {
        theDisk->files[of(file).path].since +=
            Write{at, QByteArray(static_cast<const char*>(bytes), count)};
        theDisk->happened();
    }
    return result;
}

int forgetfulTruncate(sqlite3_file* file, sqlite3_int64 size) {
    const int result = of(file).sound->xTruncate(file, size);
    if (result == SQLITE_OK && theDisk)
        theDisk->files[of(file).path].since += Write{size, {}};
    return result;
}

int forgetfulSync(sqlite3_file* file, int flags) {
    const int result = of(file).sound->xSync(file, flags);
    if (result == SQLITE_OK && theDisk) {
        File& synced = theDisk->files[of(file).path];
        for (const Write& write : std::as_const(synced.since))
            put(synced.flushed, write);
        synced.since.clear();
        theDisk->happened();
    }
    return result;
}

int forgetfulOpen(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    const int result = theDisk->sound->xOpen(theDisk->sound, name, file, flags, outFlags);
    const bool isKept = (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0;
    if (file->pMethods && isKept) {
        Methods& methods = theDisk->methods.emplace_back(
            Methods{*file->pMethods, file->pMethods, QString::fromUtf8(name)});
        methods.forgetful.xWrite = forgetfulWrite;
        methods.forgetful.xTruncate = forgetfulTruncate;
        methods.forgetful.xSync = forgetfulSync;
        file->pMethods = &methods.forgetful;
    }
    return result;
}

} // namespace

PowerCut::PowerCut(unsigned seed) : m_disk(std::make_unique<Disk>()) {
    m_disk->sound = sqlite3_vfs_find(nullptr);
    m_disk->forgetful = *m_disk->sound;
    m_disk->forgetful.zName = "forgetful";
    m_disk->forgetful.pNext = nullptr;
    m_disk->forgetful.xOpen = forgetfulOpen;
    m_disk->random.seed(seed);
    theDisk = m_disk.get();
    sqlite3_vfs_register(&m_disk->forgetful, 1);
}

PowerCut::~PowerCut() {
    sqlite3_vfs_register(m_disk->sound, 1);
    sqlite3_vfs_unregister(&m_disk->forgetful);
    theDisk = nullptr;
}

void PowerCut::whenever(std::function<void(int)> told) {
    m_disk->told = std::move(told);
}

QMap<QString, QByteArray> PowerCut::image() {
    QMap<QString, QByteArray> image;
    for (auto file = m_disk->files.cbegin(); file != m_disk->files.cend(); ++file) {
        QByteArray bytes = file->flushed;
        for (const Write& write : file->since) {
            if (write.bytes.isEmpty()) {
                if (m_disk->random() % 2 == 0)
                    put(bytes, write);
                continue;
            }
            for (qsizetype at = 0; at < write.bytes.size(); at += kSector)
                if (m_disk->random() % 2 == 0)
                    put(bytes, {write.at + at, write.bytes.mid(at, kSector)});
        }
        image.insert(file.key(), bytes);
    }
    return image;
}

} // namespace packbench::faults
