#include "bench/clock.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "ledger/backup.h"
#include "ledger/restore.h"
#include "shipping/fault.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

namespace packbench {

namespace {

QJsonObject answer(const QStringList& findings, bool ok) {
    return {{"ok", ok}, {"findings", QJsonArray::fromStringList(findings)}};
}

/// A broken world is answered, too, before it ends the command as it ends every other.
template <typename Work>
auto answered(const Invocation& call, Work work) {
    try {
        return work();
    } catch (const StationFault& fault) {
        if (call.json())
            print(QJsonDocument(answer({fault.sentence()}, false)));
        throw;
    }
}

} // namespace

int runBackup(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const QString file =
        QFileInfo(call.onlyWord(QStringLiteral("file for the backup"))).absoluteFilePath();
    const LedgerAddress address = call.ledgerAddress();
    return answered(call, [&] {
        SystemClock clock;
        BackupRecord record = backupRecord(address);
        const Backup backup = backUp(address, file);
        record.newest = file;
        record.at = clock.now();
        record.failure.clear();
        record.failedAt.reset();
        keepBackupRecord(address, record);
        QJsonObject rows;
        for (auto table = backup.rows.cbegin(); table != backup.rows.cend(); ++table)
            rows.insert(table.key(), table.value());
        QJsonObject said = answer({}, true);
        said.insert(QStringLiteral("file"), backup.file);
        said.insert(QStringLiteral("bytes"), backup.bytes);
        said.insert(QStringLiteral("schema"), backup.schema);
        said.insert(QStringLiteral("rows"), rows);
        if (call.json())
            print(QJsonDocument(said));
        else
            printLine(QStringLiteral("%1: %2 bytes, looked over and sound")
                          .arg(backup.file)
                          .arg(backup.bytes));
        return kDone;
    });
}

int runRestore(const QStringList& arguments) {
    const Invocation call(arguments, {});
    const QString file = call.onlyWord(QStringLiteral("backup to restore"));
    const LedgerAddress address = call.ledgerAddress();
    return answered(call, [&] {
        SystemClock clock;
        const Restored restored = restoreLedger(address, file, clock.now());
        QJsonObject said = answer(restored.findings, true);
        said.insert(QStringLiteral("epoch"), restored.epoch);
        said.insert(QStringLiteral("quarantined"), restored.quarantined);
        said.insert(QStringLiteral("voided"), restored.voided);
        said.insert(QStringLiteral("replaced"),
                    restored.replaced.isEmpty() ? QJsonValue() : QJsonValue(restored.replaced));
        if (call.json())
            print(QJsonDocument(said));
        for (const QString& finding : restored.findings)
            call.json() ? tell(finding) : printLine(finding);
        if (!call.json() && !restored.replaced.isEmpty())
            printLine(QStringLiteral("The ledger before lies at %1.").arg(restored.replaced));
        return restored.findings.isEmpty() ? kDone : kDoneWithFindings;
    });
}

} // namespace packbench
