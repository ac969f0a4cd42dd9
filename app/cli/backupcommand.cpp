#include "bench/clock.h"
#include "cli/commands.h"
#include "cli/invocation.h"
#include "ledger/backup.h"
#include "ledger/ledger.h"
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

namespace {

/// A dump that pg_restore brought into a database: from here on its free numbers are in doubt.
int adopt(const Invocation& call) {
    const auto ledger = call.openLedger();
    SystemClock clock;
    const auto last = ledger->quarantine().epoch();
    Epoch epoch;
    epoch.number = last ? last->number + 1 : 1;
    epoch.restoredAt = clock.now();
    epoch.backup = QStringLiteral("a dump of the server");
    epoch.newestScanAt = ledger->scans().lastAt();
    const qint64 waiting = ledger->quarantine().begin(epoch);
    const QString finding =
        QStringLiteral(
            "%1 waybill numbers wait in quarantine, none is printed before: compare with "
            "the courier's list (\"packctl waybill quarantine compare FILE\"), then a "
            "supervisor releases the rest.")
            .arg(waiting);
    QJsonObject said = answer({finding}, true);
    said.insert(QStringLiteral("epoch"), epoch.number);
    said.insert(QStringLiteral("quarantined"), waiting);
    if (call.json())
        print(QJsonDocument(said));
    call.json() ? tell(finding) : printLine(finding);
    return kDoneWithFindings;
}

} // namespace

int runRestore(const QStringList& arguments) {
    const Invocation call(arguments, {{QStringLiteral("adopt"),
                                       QStringLiteral("The ledger was brought back by other means "
                                                      "(pg_restore): doubt its free numbers.")},
                                      {QStringLiteral("other-ledger"),
                                       QStringLiteral("Another ledger's backup takes this one's "
                                                      "place, and why."),
                                       QStringLiteral("why")}});
    if (call.isSet("adopt"))
        return adopt(call);
    const QString whyOther = call.value("other-ledger").simplified();
    if (call.isSet("other-ledger") && whyOther.isEmpty())
        throw UsageError(QStringLiteral("--other-ledger needs a reason, in a word."));
    const QString file = call.onlyWord(QStringLiteral("backup to restore"));
    const LedgerAddress address = call.ledgerAddress();
    return answered(call, [&] {
        SystemClock clock;
        const Restored restored = restoreLedger(address, file, clock.now(), whyOther);
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
