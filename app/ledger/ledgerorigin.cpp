#include "ledger/ledgerorigin.h"

#include "ledger/database.h"
#include "ledger/quarantine.h"
#include "ledger/settings.h"

#include <QTimeZone>

#include <algorithm>

namespace packbench {
namespace {

constexpr int kCompared = 2; ///< entries of a chain

bool hasTable(Database& ledger, const QString& name) {
    return !ledger
                .column(
                    QStringLiteral("SELECT name FROM sqlite_master WHERE name = '%1'").arg(name))
                .isEmpty();
}

QString nextChain(Database& ledger, const QString& after) {
    Rows rows = ledger.ask("audit/next-chain", {{"after", after}});
    return rows.next() ? rows.text() : QString();
}

void readEntry(Database& ledger, const QString& chain, qint64 seq, LedgerOrigin& origin) {
    Rows rows = ledger.ask("audit/entry", {{"bench", chain}, {"seq", seq}});
    if (!rows.next())
        return;
    rows.skip(); // bench
    rows.skip(); // seq
    const Instant at = rows.instant();
    if (!origin.begunAt || at < *origin.begunAt)
        origin.begunAt = at;
    for (int column = 3; column < 7; ++column) // kind, subject, badge, body
        rows.skip();
    origin.chains[chain] += rows.bytes();
}

QString firstScanOf(Database& ledger) {
    Rows rows = ledger.ask("epoch/first-scan");
    if (!rows.next())
        return {};
    QStringList parts{QString::number(rows.integer()), QString::number(rows.integer())};
    for (int column = 0; column < 3; ++column)
        parts += rows.text();
    return parts.join(u'\n');
}

/// Whoever has only the first entry may go on to the other's second.
bool beginAlike(const QList<QByteArray>& one, const QList<QByteArray>& other, qsizetype compared) {
    const qsizetype both = std::min({one.size(), other.size(), compared});
    return both > 0 && std::equal(one.cbegin(), one.cbegin() + both, other.cbegin());
}

} // namespace

bool isSimulation(Database& ledger) {
    return Settings(ledger).value(QStringLiteral("ledger.simulation"), {}) == QLatin1String("yes");
}

LedgerOrigin originOf(Database& ledger) {
    LedgerOrigin origin;
    origin.isSimulation = isSimulation(ledger);
    origin.firstScan = firstScanOf(ledger);
    {
        Rows rows = ledger.ask("epoch/is-unused");
        origin.isUnused = rows.next() && rows.flag();
    }
    origin.wasRestored =
        hasTable(ledger, QStringLiteral("ledger_epoch")) && Quarantine(ledger).epoch();
    if (!hasTable(ledger, QStringLiteral("audit_entry")))
        return origin;
    for (QString chain = nextChain(ledger, {}); !chain.isEmpty();
         chain = nextChain(ledger, chain)) {
        for (qint64 seq = 1; seq <= kCompared; ++seq)
            readEntry(ledger, chain, seq, origin);
    }
    return origin;
}

bool isOfLedger(const LedgerOrigin& backup, const LedgerOrigin& ledger) {
    if (backup.isSimulation != ledger.isSimulation)
        return false;
    // Before there were chains only the journal of scans could tell.
    if (backup.chains.isEmpty() || ledger.chains.isEmpty())
        return backup.firstScan.isEmpty() || backup.firstScan == ledger.firstScan;
    const qsizetype compared = backup.wasRestored || ledger.wasRestored ? 1 : kCompared;
    for (auto chain = backup.chains.cbegin(); chain != backup.chains.cend(); ++chain) {
        if (beginAlike(chain.value(), ledger.chains.value(chain.key()), compared))
            return true;
    }
    return false;
}

QString text(const LedgerOrigin& origin) {
    const QString kind =
        origin.isSimulation ? QStringLiteral("a simulation") : QStringLiteral("a real ledger");
    if (origin.chains.isEmpty())
        return kind + QStringLiteral(" without an audit chain");
    return QStringLiteral("%1 with the audit chain %2, begun %3")
        .arg(kind, origin.chains.keys().join(QStringLiteral(" and ")),
             isoText(*origin.begunAt, QTimeZone::utc()));
}

} // namespace packbench
