#pragma once

#include "shipping/instant.h"

#include <QList>
#include <QString>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace packbench {

struct LedgerAddress;
class Settings;

/// When and where the bench backs its ledger up by itself.
struct BackupPlan {
    QString folder;       ///< backup.folder, empty = "backups" beside the ledger
    QList<QTime> times;   ///< backup.times, "12:30,21:00"; none = never ("off")
    int keep = 14;        ///< backup.keep: the newest so many stay
    bool isUsual = false; ///< nobody chose the folder: it may be made
};

[[nodiscard]] BackupPlan backupPlan(Settings& settings, const LedgerAddress& address);
/// A time of the plan passed after the newest backup; also while the bench was off.
[[nodiscard]] bool isBackupDue(const BackupPlan& plan, const std::optional<Instant>& newest,
                               Instant now, const QTimeZone& zone);

// What the settings take.
[[nodiscard]] bool isBackupTimes(const QString& value);
[[nodiscard]] bool isBackupKeep(const QString& value);

} // namespace packbench
