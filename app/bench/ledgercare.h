#pragma once

#include "bench/backupplan.h"
#include "bench/notice.h"
#include "bench/snapshot.h"
#include "ledger/startcheck.h"

#include <QObject>

#include <functional>
#include <memory>

class QThread;

namespace packbench {

class Clock;
class Ledger;

/// Looks after the ledger while the bench works: looks it over at the start, makes its backups,
/// watches the room on its disk, remembers that a backup was restored. Backups and the look over a
/// large ledger run in a thread of their own, on a connection that only reads: no scan waits.
class LedgerCare : public QObject {
    Q_OBJECT
public:
    using BytesFree = std::function<std::optional<qint64>()>;
    /// @param bytesFree of the ledger's disk; none = as the system tells
    LedgerCare(Ledger& ledger, Clock& clock, const QTimeZone& zone, BytesFree bytesFree = {});
    ~LedgerCare() override;
    LedgerCare(const LedgerCare&) = delete;
    LedgerCare& operator=(const LedgerCare&) = delete;

    /// Before the first scan. @throws LedgerError (Damaged) with the backup that could be restored
    void start();
    /// Once a minute; the first one may begin a backup.
    void look();
    /// A backup now, whatever the plan says; nothing while one is being made.
    void backUpNow();
    [[nodiscard]] bool isBusy() const { return m_thread != nullptr; }

    [[nodiscard]] DiskRoom room() const { return m_room; }
    /// What somebody has to see to, the gravest first; empty = all is well.
    [[nodiscard]] QList<Notice> troubles() const;
    [[nodiscard]] Lamp lamp() const;
    /// Why nothing new may be begun; None = it may.
    [[nodiscard]] Notice stops() const;

Q_SIGNALS:
    void changed(); ///< room or troubles
    void backupEnded();
    void damaged(); ///< found after the start

private:
    void refresh();
    void watchRoom();
    void runApart(const std::function<void()>& work, const std::function<void()>& then);
    void readRecord();

    Ledger& m_ledger;
    Clock& m_clock;
    QTimeZone m_zone;
    BytesFree m_bytesFree;
    DiskRoom m_room = DiskRoom::Enough;
    qint64 m_freeMb = 0;
    QString m_backupFailure;
    std::optional<Instant> m_failedAt;
    std::optional<Instant> m_newest;
    qint64 m_waiting = 0;     ///< numbers in quarantine
    bool m_comparing = false; ///< a restored backup is not compared yet
    bool m_isDamaged = false;
    QThread* m_thread = nullptr;
};

} // namespace packbench
