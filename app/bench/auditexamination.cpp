#include "bench/auditexamination.h"

#include "ledger/auditreader.h"
#include "ledger/ledger.h"
#include "ledger/startcheck.h"
#include "shipping/fault.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <unistd.h>

namespace packbench {

namespace {

/// What is asked of a ledger that is not opened for work. One that cannot be read has its own
/// sentence when it is opened.
struct Known {
    QList<AuditHead> heads; ///< the newest entry of each chain
    QString headFile;
};

Known knownOf(const LedgerAddress& address) {
    try {
        if (address.kind == LedgerAddress::Kind::Sqlite)
            refuseUnusable(address.path); // before anything makes files beside it
        return {AuditReader(address).heads(),
                Ledger::settingsOf(address).value(QLatin1String(kAuditHeadFile))};
    } catch (const StationFault&) {
        return {};
    }
}

qint64 newestOf(const QList<AuditHead>& heads, const QString& chain) {
    const auto found = std::find_if(heads.cbegin(), heads.cend(),
                                    [&](const AuditHead& head) { return head.chain == chain; });
    return found == heads.cend() ? 0 : found->seq;
}

QStringList examineKey(const QString& path) {
    QStringList findings;
    if (QFileInfo(path).ownerId() != ::geteuid())
        findings.append(QStringLiteral("The audit key %1 belongs to the user %2, not to whoever "
                                       "works at this bench: give it back to him (chown).")
                            .arg(path, QFileInfo(path).owner()));
    if (isForAllEyes(path))
        findings.append(
            QStringLiteral("Others than its owner may read or write the audit key %1: "
                           "whoever has it can seal what he likes. Run \"chmod 600\" on "
                           "it.")
                .arg(path));
    return findings;
}

QStringList examineHeads(const Known& known, const QString& chain) {
    const QList<AuditHead> kept = readAuditHeads(known.headFile);
    QStringList findings;
    if (newestOf(kept, chain) == 0)
        findings.append(
            QStringLiteral("%1 does not tell the end of this bench's audit chain: it is "
                           "written with the next entries. If it told it before, find "
                           "out who took it away; if it never does, look at its disk.")
                .arg(known.headFile));
    for (const AuditHead& head : kept) {
        const qint64 newest = newestOf(known.heads, head.chain);
        if (head.seq > newest)
            findings.append(
                QStringLiteral("%1 knows entry %2 of the audit chain %3, the ledger has "
                               "%4: entries were cut off, or the ledger was restored. "
                               "Run \"packctl audit verify\".")
                    .arg(known.headFile)
                    .arg(head.seq)
                    .arg(head.chain)
                    .arg(newest));
    }
    return findings;
}

} // namespace

bool isAuditKeyLost(const LedgerAddress& address) {
    return !QFile::exists(auditKeyPath(address)) && !knownOf(address).heads.isEmpty();
}

QStringList examineAudit(const LedgerAddress& address) {
    const QString path = auditKeyPath(address);
    if (isAuditKeyLost(address))
        return {
            QStringLiteral("The audit key %1 is not there: what was recorded cannot be checked, "
                           "and the next program that opens the ledger begins a new chain. Put "
                           "your copy of it back first. Nothing else was looked at.")
                .arg(path)};
    const auto key = readAuditKey(path);
    if (!key)
        return {}; // a ledger of before the chains, or none at all
    const Known known = knownOf(address);
    return examineKey(path) +
           (known.headFile.isEmpty() ? QStringList() : examineHeads(known, key->chain));
}

} // namespace packbench
