#include "bench/ledgercare.h"

#include "bench/clock.h"
#include "ledger/backup.h"
#include "ledger/ledger.h"
#include "shipping/fault.h"

#include <QDebug>
#include <QDir>
#include <QFileInfo>
#include <QThread>

#include <sys/resource.h>
#include <unistd.h>

namespace packbench {

namespace {

/// Up to here a look at every page is a matter of a second and the start waits for it.
constexpr qint64 kLookedOverAtOnce = 128LL << 20;
constexpr qint64 kAgainAfterMs = 15 * 60'000; ///< a backup that failed is tried again
constexpr int kGently = 10;                   ///< niceness of the thread that copies

QString damageSentence(const LedgerAddress& address, const QStringList& flaws) {
    return QStringLiteral("The ledger %1 is damaged (%2): stop working on it.%3")
        .arg(text(address), flaws.mid(0, 3).join(QStringLiteral("; ")), backupOffer(address));
}

/// One backup by the plan, and what became of it in the record beside the ledger.
void backUpByPlan(const LedgerAddress& address, const BackupPlan& plan, Instant now) {
    BackupRecord record = backupRecord(address);
    try {
        if (plan.isUsual)
            QDir().mkpath(plan.folder);
        const Backup backup = backUp(address, QDir(plan.folder).filePath(backupName(now)));
        record.newest = QFileInfo(backup.file).absoluteFilePath();
        record.at = now;
        record.failure.clear();
        record.failedAt.reset();
        (void)keepNewest(plan.folder, plan.keep);
    } catch (const StationFault& fault) {
        qCritical().noquote() << "Backup:" << fault.sentence();
        record.failure = fault.sentence();
        record.failedAt = now;
    }
    try {
        keepBackupRecord(address, record);
    } catch (const StationFault& fault) {
        qCritical().noquote() << "Backup:" << fault.sentence();
    }
}

} // namespace

LedgerCare::LedgerCare(Ledger& ledger, Clock& clock, const QTimeZone& zone, BytesFree bytesFree)
    : m_ledger(ledger)
    , m_clock(clock)
    , m_zone(zone)
    , m_bytesFree(bytesFree ? std::move(bytesFree) : [address = ledger.address()] {
        return packbench::bytesFree(address);
    }) {}

LedgerCare::~LedgerCare() {
    if (m_thread) {
        m_thread->wait();
        delete m_thread;
    }
}

void LedgerCare::start() {
    const LedgerAddress address = m_ledger.address();
    if (address.kind == LedgerAddress::Kind::Sqlite) {
        qInfo().noquote() << "SQLite" << libraryVersion();
        if (QFileInfo(address.path).size() <= kLookedOverAtOnce) {
            if (const QStringList flaws = m_ledger.check(); !flaws.isEmpty())
                throw LedgerError(LedgerError::Code::Damaged, damageSentence(address, flaws));
        } else {
            auto flaws = std::make_shared<QStringList>();
            runApart([address, flaws] { *flaws = ledgerFlaws(address); },
                     [this, address, flaws] {
                         if (flaws->isEmpty())
                             return;
                         qCritical().noquote() << damageSentence(address, *flaws);
                         m_isDamaged = true;
                         Q_EMIT damaged();
                     });
        }
    }
    refresh();
}

void LedgerCare::watchRoom() {
    const auto free = m_bytesFree();
    m_room = free ? diskRoom(*free) : DiskRoom::Enough;
    m_freeMb = free.value_or(0) >> 20;
}

void LedgerCare::readRecord() {
    const BackupRecord record = backupRecord(m_ledger.address());
    m_backupFailure = record.failure;
    m_failedAt = record.failedAt;
    m_newest = record.at;
}

void LedgerCare::refresh() {
    watchRoom();
    readRecord();
    const auto epoch = m_ledger.quarantine().epoch();
    m_comparing = epoch && !epoch->closedAt;
    m_waiting = m_ledger.quarantine().countWaiting();
}

void LedgerCare::look() {
    const QList<Notice> before = troubles();
    refresh();
    const Instant now = m_clock.now();
    const bool mayTry =
        !m_failedAt || now < *m_failedAt || now >= m_failedAt->plusMs(kAgainAfterMs);
    if (m_ledger.address().kind == LedgerAddress::Kind::Sqlite && mayTry &&
        isBackupDue(backupPlan(m_ledger.settings(), m_ledger.address()), m_newest, now, m_zone))
        backUpNow();
    if (troubles() != before)
        Q_EMIT changed();
}

void LedgerCare::backUpNow() {
    if (m_thread || m_isDamaged)
        return;
    const LedgerAddress address = m_ledger.address();
    const BackupPlan plan = backupPlan(m_ledger.settings(), address);
    runApart([address, plan, now = m_clock.now()] { backUpByPlan(address, plan, now); },
             [this] {
                 readRecord();
                 Q_EMIT changed();
                 Q_EMIT backupEnded();
             });
}

/// The copy takes what the bench leaves of processor and disk.
void LedgerCare::runApart(const std::function<void()>& work, const std::function<void()>& then) {
    m_thread = QThread::create([work] {
        (void)::setpriority(PRIO_PROCESS, id_t(::gettid()), kGently);
        try {
            work();
        } catch (const StationFault& fault) {
            qCritical().noquote() << fault.sentence();
        }
    });
    m_thread->setObjectName(QStringLiteral("ledger-care"));
    connect(m_thread, &QThread::finished, this, [this, then] {
        m_thread->wait();
        m_thread->deleteLater();
        m_thread = nullptr;
        then();
    });
    m_thread->start();
}

QList<Notice> LedgerCare::troubles() const {
    QList<Notice> troubles;
    if (m_isDamaged)
        troubles.append({NoticeCode::LedgerDamaged, {}});
    if (m_room == DiskRoom::None)
        troubles.append({NoticeCode::DiskNoRoom, {QString::number(m_freeMb)}});
    if (m_room == DiskRoom::Low)
        troubles.append({NoticeCode::DiskLow, {QString::number(m_freeMb)}});
    if (m_comparing)
        troubles.append({NoticeCode::LedgerRestored, {QString::number(m_waiting)}});
    if (!m_backupFailure.isEmpty())
        troubles.append({NoticeCode::BackupFailed, {}});
    return troubles;
}

Notice LedgerCare::stops() const {
    return m_room == DiskRoom::None ? Notice{NoticeCode::DiskNoRoom, {QString::number(m_freeMb)}}
                                    : Notice{};
}

Lamp LedgerCare::lamp() const {
    if (m_isDamaged || m_room == DiskRoom::None)
        return Lamp::Stop;
    return troubles().isEmpty() ? Lamp::Ready : Lamp::Look;
}

} // namespace packbench
