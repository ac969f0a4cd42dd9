#pragma once

#include "ledger/address.h"

#include <QString>

#include <optional>

namespace packbench {

/// Room on the disk a ledger lies on.
enum class DiskRoom {
    Enough,
    Low, ///< still works, somebody has to make room
    None ///< nothing new is begun; scans are journalled as far as it goes
};

constexpr qint64 kLowDisk = 1024LL << 20; ///< bytes free: below it is Low …
constexpr qint64 kNoDisk = 128LL << 20;   ///< … and None

[[nodiscard]] DiskRoom diskRoom(qint64 bytesFree);
/// Bytes free for us where the ledger lies; nothing for a ledger on a server or when it cannot be
/// told.
[[nodiscard]] std::optional<qint64> bytesFree(const LedgerAddress& address);

/// Looks at files and folder before anything is opened, locked or made.
/// @throws LedgerError (CannotOpen) for another owner, a disk or file that may only be read;
/// (SchemaTooNew) when the file itself says so
void refuseUnusable(const QString& path);
/// Files that a foreign user made would lock the kiosk out of its own ledger: SQLite makes some
/// even to read. @throws LedgerError (CannotOpen)
void refuseOtherOwner(const QString& path);
/// To read a ledger that was closed SQLite makes files beside it. @throws LedgerError (CannotOpen)
/// where that cannot be
void refuseClosedFolder(const QString& path);

/// The SQLite this program runs with, "3.40.1".
[[nodiscard]] QString libraryVersion();
/// Whether that version has the WAL-reset fault (reliability facts, 2.1), which the ledger goes
/// around by one connection that writes.
[[nodiscard]] bool hasWalResetFault(int versionNumber);
[[nodiscard]] bool hasWalResetFault();

} // namespace packbench
