#include "ledger/startcheck.h"

#include "ledger/migrations.h"
#include "shipping/fault.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>
#include <sqlite3.h>

#include <pwd.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace packbench {
namespace {

using Code = LedgerError::Code;

[[noreturn]] void refuse(const QString& sentence) {
    throw LedgerError(Code::CannotOpen, sentence);
}

QString userName(uid_t user) {
    const passwd* known = ::getpwuid(user);
    return known ? QString::fromLocal8Bit(known->pw_name) : QString::number(user);
}

QByteArray encoded(const QString& path) {
    return QFile::encodeName(path);
}

void refuseReadOnlyDisk(const QString& folder) {
    struct statvfs disk {};
    if (::statvfs(encoded(folder).constData(), &disk) == 0 && (disk.f_flag & ST_RDONLY) != 0)
        refuse(
            QStringLiteral("The disk of %1 may only be read (mounted read-only, perhaps after an "
                           "error of the disk): nothing can be recorded there. Look at the "
                           "disk, mount it for writing, then start again.")
                .arg(folder));
}

void refuseUnwritable(const QString& path, const QString& folder) {
    if (::access(encoded(path).constData(), R_OK | W_OK) != 0)
        refuse(QStringLiteral("The ledger %1 may not be written by the user %2: nothing was "
                              "touched. Give that user the right to read and write it.")
                   .arg(path, userName(::geteuid())));
    if (::access(encoded(folder).constData(), W_OK | X_OK) != 0)
        refuse(QStringLiteral("No files can be made in the ledger's folder %1 by the user %2: "
                              "nothing was touched. Give that user the right to write there.")
                   .arg(folder, userName(::geteuid())));
}

/// The head of the file, looked at before SQLite makes files beside it. A version that only its
/// log has is found once it is open.
void refuseNewerHead(const QString& path) {
    constexpr int kVersionAt = 60;
    constexpr int kIdAt = 68;
    constexpr int kOurId = 0x504B424C;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray head = file.read(100);
    const auto numberAt = [&](int at) { return qFromBigEndian<qint32>(head.constData() + at); };
    if (head.size() < 100 || !head.startsWith("SQLite format 3") || numberAt(kIdAt) != kOurId)
        return;
    const int newest = migrations(false).constLast().number;
    if (numberAt(kVersionAt) > newest)
        throw LedgerError(Code::SchemaTooNew,
                          QStringLiteral("The ledger %1 has schema %2, this Packbench knows up to "
                                         "%3. It was made by a newer Packbench; nothing was "
                                         "touched. Install that version or newer.")
                              .arg(path)
                              .arg(numberAt(kVersionAt))
                              .arg(newest));
}

} // namespace

DiskRoom diskRoom(qint64 bytesFree) {
    return bytesFree < kNoDisk    ? DiskRoom::None
           : bytesFree < kLowDisk ? DiskRoom::Low
                                  : DiskRoom::Enough;
}

std::optional<qint64> bytesFree(const LedgerAddress& address) {
    struct statvfs disk {};
    if (address.kind != LedgerAddress::Kind::Sqlite ||
        ::statvfs(encoded(QFileInfo(address.path).absolutePath()).constData(), &disk) != 0)
        return std::nullopt;
    return qint64(disk.f_bavail) * qint64(disk.f_frsize);
}

void refuseOtherOwner(const QString& path) {
    struct stat found {};
    if (::stat(encoded(path).constData(), &found) != 0 || found.st_uid == ::geteuid())
        return;
    refuse(QStringLiteral("The ledger %1 belongs to the user %2, this program runs as %3: nothing "
                          "was touched. Run it as %2 (\"sudo -u %2 …\").")
               .arg(path, userName(found.st_uid), userName(::geteuid())));
}

void refuseClosedFolder(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath();
    if (::access(encoded(folder).constData(), W_OK | X_OK) == 0)
        return; // of a disk mounted read-only it is false, too
    refuse(QStringLiteral("The ledger %1 cannot be read where it lies: its database makes files "
                          "beside it even to read, and the user %2 may make none in %3. Nothing "
                          "was touched. Run it as the ledger's user, or copy the ledger and its "
                          "\"-wal\" into a folder of your own and name that copy.")
               .arg(path, userName(::geteuid()), folder));
}

void refuseUnusable(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath();
    refuseReadOnlyDisk(folder);
    if (!QFile::exists(path))
        return;
    refuseOtherOwner(path);
    refuseUnwritable(path, folder);
    refuseNewerHead(path);
}

QString libraryVersion() {
    return QString::fromLatin1(sqlite3_libversion());
}

bool hasWalResetFault(int versionNumber) {
    constexpr int kFirst = 3'007'000;
    constexpr int kFixed = 3'051'003;
    constexpr int kBackport44 = 3'044'006; // the last of their series take the fix along
    constexpr int kNext45 = 3'045'000;
    constexpr int kBackport50 = 3'050'007;
    constexpr int kNext51 = 3'051'000;
    const bool isBackported = (versionNumber >= kBackport44 && versionNumber < kNext45) ||
                              (versionNumber >= kBackport50 && versionNumber < kNext51);
    return versionNumber >= kFirst && versionNumber < kFixed && !isBackported;
}

bool hasWalResetFault() {
    return hasWalResetFault(sqlite3_libversion_number());
}

} // namespace packbench
