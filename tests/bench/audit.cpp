// What the audit chain costs: the seal of a row, a judged scan with it, and reading it all back.

#include "ledger/auditreader.h"
#include "ledger/commandkey.h"
#include "ledger/ledger.h"
#include "support/figures.h"

#include <QTemporaryDir>

using namespace packbench;

namespace {

constexpr int kRows = 20'000;
constexpr int kScans = 2'000;

AuditEntry someEntry(qint64 seq) {
    AuditBody body;
    body.with("at", qint64(1'790'000'000'000) + seq)
        .with("bench", QStringLiteral("bench-1"))
        .with("badge", QStringLiteral("0417"))
        .with("device", QStringLiteral("hid:1a86:e010"))
        .with("text", QStringLiteral("6901234500868"))
        .with("aim", QStringLiteral("]E0"))
        .with("kind", QStringLiteral("item"))
        .with("outcome", QStringLiteral("line-complete"))
        .with("order", seq);
    return {QStringLiteral("bench-1-0a0b0c0d"),
            seq,
            Instant{1'790'000'000'000 + seq},
            QStringLiteral("scan"),
            QString::number(seq),
            QStringLiteral("0417"),
            body.json(),
            {}};
}

double sealMicroseconds() {
    AuditSeal seal(QByteArray(32, 'k'));
    QList<AuditEntry> entries;
    for (int i = 0; i < kRows; ++i)
        entries.append(someEntry(i));
    QByteArray before = sealBeforeTheFirst();
    const double all = figures::millisecondsOf([&] {
        for (const AuditEntry& entry : std::as_const(entries))
            before = seal.of(entry, before);
    });
    return all * 1000 / kRows;
}

double bodyMicroseconds() {
    qsizetype bytes = 0;
    const double all = figures::millisecondsOf([&] {
        for (int i = 0; i < kRows; ++i)
            bytes += someEntry(i).body.size();
    });
    return bytes > 0 ? all * 1000 / kRows : 0;
}

RawScan rawScan() {
    return {Instant{1'790'000'000'000}, QStringLiteral("bench-1"),       QStringLiteral("0417"),
            QStringLiteral("hid"),      QStringLiteral("6901234500868"), QStringLiteral("]E0")};
}

/// A raw scan and its verdict with what else a scan writes; with or without its key.
figures::Sample scans(Ledger& ledger, bool withKey) {
    const QString answer(300, u'a');
    return figures::repeat(
        kScans,
        [&](int i) {
            const qint64 id = ledger.scans().record(rawScan(), ScanJournal::Flush::WithVerdict);
            Transaction transaction(ledger);
            ledger.scans().judged(id, QStringLiteral("item"), QStringLiteral("accepted"), 0);
            if (withKey)
                ledger.commands().add({newCommandKey(Instant{1'790'000'000'000 + i}),
                                       QStringLiteral("scan"), QByteArray(32, 'h'), answer,
                                       Instant{i}, QStringLiteral("bench-1")});
            transaction.commit();
        },
        50);
}

} // namespace

int main() {
    figures::Table table(QStringLiteral("Audit chain"));
    table.atMost(QStringLiteral("seal of one row"), sealMicroseconds(), "µs", 5);
    table.atMost(QStringLiteral("body of one row"), bodyMicroseconds(), "µs", 5);
    const QTemporaryDir folder;
    LedgerAddress address;
    address.path = folder.filePath(QStringLiteral("shop.db"));
    const auto ledger = Ledger::create(address);
    const auto plain = scans(*ledger, false);
    const auto keyed = scans(*ledger, true);
    table.tell(QStringLiteral("scan and verdict, median"), figures::median(plain) * 1000, "µs");
    table.ratio(QStringLiteral("the same with its key, median"), figures::median(keyed) * 1000,
                figures::median(plain) * 1000, "µs", 2);
    AuditVerdict verdict;
    const double read = figures::millisecondsOf([&] { verdict = AuditReader(address).verify(); });
    table.tell(QStringLiteral("verify, a row"), read * 1000 / double(verdict.rows), "µs");
    return table.print();
}
