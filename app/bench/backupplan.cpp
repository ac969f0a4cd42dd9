#include "bench/backupplan.h"

#include "ledger/backup.h"
#include "ledger/settings.h"

#include <QDateTime>

#include <algorithm>

namespace packbench {

namespace {

constexpr int kMostKept = 1000;
constexpr int kUsualKeep = 14;
const QString kOff = QStringLiteral("off");
const QString kUsualTimes = QStringLiteral("12:30,21:00");

std::optional<QList<QTime>> timesFrom(const QString& text) {
    QList<QTime> times;
    if (text == kOff)
        return times;
    for (const QString& part : text.split(u',')) {
        const QTime time = QTime::fromString(part.trimmed(), QStringLiteral("HH:mm"));
        if (!time.isValid())
            return std::nullopt;
        times.append(time);
    }
    std::sort(times.begin(), times.end());
    return times;
}

} // namespace

bool isBackupTimes(const QString& value) {
    return timesFrom(value).has_value();
}

bool isBackupKeep(const QString& value) {
    bool isNumber = false;
    const int keep = value.toInt(&isNumber);
    return isNumber && keep >= 1 && keep <= kMostKept;
}

BackupPlan backupPlan(Settings& settings, const LedgerAddress& address) {
    BackupPlan plan;
    plan.folder = settings.value(QStringLiteral("backup.folder"), {});
    plan.isUsual = plan.folder.isEmpty();
    if (plan.isUsual)
        plan.folder = usualBackupFolder(address);
    const QString times = settings.value(QStringLiteral("backup.times"), {});
    plan.times = timesFrom(times.isEmpty() ? kUsualTimes : times).value_or(QList<QTime>());
    const QString keep = settings.value(QStringLiteral("backup.keep"), {});
    plan.keep = isBackupKeep(keep) ? keep.toInt() : kUsualKeep;
    return plan;
}

bool isBackupDue(const BackupPlan& plan, const std::optional<Instant>& newest, Instant now,
                 const QTimeZone& zone) {
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.msUtc, zone).date();
    std::optional<Instant> last;
    for (const QDate& day : {today.addDays(-1), today}) {
        for (const QTime& time : plan.times) {
            const Instant at{QDateTime(day, time, zone).toMSecsSinceEpoch()};
            if (at <= now)
                last = at;
        }
    }
    // A backup of the future is of a clock that was wrong: it counts for nothing.
    return last && (!newest || *newest < *last || *newest > now);
}

} // namespace packbench
