#include "ledger/auditreader.h"

#include "ledger/auditcompare.h"
#include "ledger/database.h"
#include "ledger/opening.h"
#include "ledger/settings.h"
#include "ledger/startcheck.h"

#include <QFile>

namespace packbench {
namespace {

constexpr int kAtOnce = 1000;
constexpr qsizetype kMostFindings = 100;
constexpr qint64 kNearby = 3; ///< how far an entry may have been moved for that to be told

AuditEntry readEntry(Rows& rows) {
    AuditEntry entry;
    entry.bench = rows.text();
    entry.seq = rows.integer();
    entry.at = rows.instant();
    entry.kind = rows.text();
    entry.subject = rows.text();
    entry.badge = rows.text();
    entry.body = rows.text();
    entry.mac = rows.bytes();
    return entry;
}

} // namespace

/// One run over all chains.
class AuditReader::Check {
public:
    Check(AuditReader& reader, const Outside& outside)
        : m_reader(reader)
        , m_keys(outside.keys)
        , m_heads(outside.heads)
        , m_compare(*reader.m_database,
                    [this](AuditFinding finding) { tell(std::move(finding)); }) {
        const QString place = auditKeyPath(reader.m_database->address());
        m_keyPlace = place;
        if (const auto own = readAuditKey(place))
            m_keys.prepend(*own);
        m_headFile = Settings(*reader.m_database).value(QLatin1String(kAuditHeadFile));
        if (!m_headFile.isEmpty())
            m_heads += readAuditHeads(m_headFile);
    }

    AuditVerdict run() {
        const QStringList chains = m_reader.m_hasTable ? m_reader.chains() : QStringList();
        m_verdict.chains = chains;
        checkKeys(chains);
        for (const QString& chain : chains)
            checkChain(chain);
        for (const AuditHead& head : std::as_const(m_heads)) {
            if (!chains.contains(head.chain))
                tell({head.chain, head.seq, QStringLiteral("tail-cut"), head.text(),
                      QStringLiteral("The chain %1 had %2 entries, the ledger has none of them.")
                          .arg(head.chain)
                          .arg(head.seq)});
        }
        m_compare.finish();
        return m_verdict;
    }

private:
    void tell(AuditFinding finding) {
        ++m_verdict.found;
        if (m_verdict.findings.size() < kMostFindings)
            m_verdict.findings += std::move(finding);
    }

    void checkKeys(const QStringList& chains) {
        const bool isOneBench = m_reader.m_database->dialect() == Database::Dialect::Sqlite;
        if (chains.isEmpty())
            return tell(
                {{},
                 0,
                 QStringLiteral("no-chain"),
                 {},
                 QStringLiteral("This ledger has no audit chain yet. It begins when a bench "
                                "of this version opens the ledger.")});
        if (m_keys.isEmpty())
            tell({{},
                  0,
                  QStringLiteral("no-key"),
                  m_keyPlace,
                  QStringLiteral("The audit key %1 is not there, so no seal can be checked. Put it "
                                 "back, or name a copy of it with --key.")
                      .arg(m_keyPlace)});
        for (const AuditKey& key : std::as_const(m_keys)) {
            if (!chains.contains(key.chain))
                tell({key.chain, 0, QStringLiteral("wrong-key"), key.chain,
                      QStringLiteral("The key of %1 is of none of this ledger's chains (%2). Is it "
                                     "another bench's?")
                          .arg(key.chain, chains.join(QStringLiteral(", ")))});
        }
        if (QFile::exists(m_keyPlace) && isForAllEyes(m_keyPlace))
            tell(
                {{},
                 0,
                 QStringLiteral("key-readable"),
                 m_keyPlace,
                 QStringLiteral("Others than its owner may read or write the audit key %1: whoever "
                                "has it can seal what he likes. chmod 600 it.")
                     .arg(m_keyPlace)});
        for (const QString& chain : chains) {
            if (keyOf(chain))
                continue;
            m_verdict.unchecked += chain;
            if (isOneBench && !m_keys.isEmpty())
                tell({chain, 0, QStringLiteral("no-key"), chain,
                      QStringLiteral("The key of the chain %1 is not here, so its seals cannot be "
                                     "checked. Name a copy of it with --key.")
                          .arg(chain)});
        }
    }

    const AuditKey* keyOf(const QString& chain) const {
        for (const AuditKey& key : m_keys) {
            if (key.chain == chain)
                return &key;
        }
        return nullptr;
    }

    void tellMissing(const QString& chain, qint64 from, qint64 to) {
        const QString what = from == to
                                 ? QStringLiteral("Entry %1 of %2 is missing.").arg(from).arg(chain)
                                 : QStringLiteral("Entries %1 to %2 of %3 are missing.")
                                       .arg(from)
                                       .arg(to)
                                       .arg(chain);
        tell({chain, from, QStringLiteral("deleted"), QString::number(to - from + 1), what});
    }

    void checkChain(const QString& chain) {
        std::optional<AuditSeal> seal;
        if (const AuditKey* key = keyOf(chain))
            seal.emplace(key->secret);
        AuditEntry last;
        last.mac = sealBeforeTheFirst();
        for (auto page = m_reader.page(chain, 0); !page.isEmpty();
             page = m_reader.page(chain, last.seq)) {
            for (const AuditEntry& entry : std::as_const(page)) {
                ++m_verdict.rows;
                if (entry.seq != last.seq + 1)
                    tellMissing(chain, last.seq + 1, entry.seq - 1);
                else if (seal && seal->of(entry, last.mac) != entry.mac)
                    tellBroken(*seal, entry, last.mac);
                m_compare.take(entry);
                checkHeads(entry);
                last = entry;
            }
        }
        checkTail(last);
    }

    /// A row that does not fit: where it came from, or else it was edited.
    void tellBroken(AuditSeal& seal, const AuditEntry& entry, const QByteArray& before) {
        const QString place = QStringLiteral("Entry %1 of %2").arg(entry.seq).arg(entry.bench);
        const auto told = [&](const char* what, const QString& sentence) {
            tell({entry.bench, entry.seq, QLatin1String(what), entry.subject, place + sentence});
        };
        for (qint64 seq = std::max<qint64>(1, entry.seq - kNearby); seq <= entry.seq + kNearby;
             ++seq) {
            AuditEntry moved = entry;
            moved.seq = seq;
            // What came before its true place may lie anywhere near, too.
            for (qint64 other = std::max<qint64>(1, entry.seq - kNearby);
                 seq != entry.seq && other <= entry.seq + kNearby; ++other) {
                const auto prior = m_reader.entry(entry.bench, other);
                if (prior && seal.of(moved, prior->mac) == entry.mac)
                    return told("reordered",
                                QStringLiteral(" was entry %1: the order was changed.").arg(seq));
            }
        }
        if (const auto next = m_reader.entry(entry.bench, entry.seq + 1)) {
            AuditEntry moved = *next;
            moved.seq = entry.seq;
            if (seal.of(moved, before) == next->mac)
                return told("inserted", QStringLiteral(" was put in: the one behind it was there "
                                                       "before it."));
        }
        told("edited", QStringLiteral(" does not fit its seal: it was changed or put in."));
    }

    void checkHeads(const AuditEntry& entry) {
        for (const AuditHead& head : std::as_const(m_heads)) {
            if (head.chain == entry.bench && head.seq == entry.seq &&
                !entry.mac.startsWith(head.mac))
                tell({entry.bench, entry.seq, QStringLiteral("head-differs"), head.text(),
                      QStringLiteral("Entry %1 of %2 is another one than was written down outside.")
                          .arg(entry.seq)
                          .arg(entry.bench)});
        }
    }

    void checkTail(const AuditEntry& last) {
        for (const AuditHead& head : std::as_const(m_heads)) {
            if (head.chain == last.bench && head.seq > last.seq)
                tell({last.bench, last.seq + 1, QStringLiteral("tail-cut"), head.text(),
                      QStringLiteral("%1 ends with entry %2, outside %3 is known: the entries "
                                     "behind it were cut off, or the ledger was restored.")
                          .arg(last.bench)
                          .arg(last.seq)
                          .arg(head.seq)});
        }
    }

    AuditReader& m_reader;
    QList<AuditKey> m_keys;
    QList<AuditHead> m_heads;
    QString m_keyPlace;
    QString m_headFile;
    AuditCompare m_compare;
    AuditVerdict m_verdict;
};

AuditReader::AuditReader(const LedgerAddress& address) {
    if (address.kind == LedgerAddress::Kind::Sqlite)
        refuseOtherOwner(address.path);
    m_database = openForReading(address);
    m_hasTable =
        m_database
            ->valueOf(m_database->dialect() == Database::Dialect::Sqlite
                          ? QStringLiteral("SELECT COUNT(*) FROM sqlite_master WHERE name = "
                                           "'audit_entry'")
                          : QStringLiteral("SELECT COUNT(to_regclass('audit_entry'))"))
            .toInt() > 0;
    // All that is read is of one moment: somebody may be working.
    m_database->runText(m_database->dialect() == Database::Dialect::Sqlite
                            ? QStringLiteral("BEGIN")
                            : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
}

AuditReader::~AuditReader() {
    try {
        m_database->runText(QStringLiteral("ROLLBACK"));
    } catch (const LedgerError&) {
        // nothing was changed
    }
}

QStringList AuditReader::chains() {
    QStringList names;
    for (QString after;; after = names.constLast()) {
        Rows rows = m_database->ask("audit/next-chain", {{"after", after}});
        if (!rows.next())
            return names;
        names += rows.text();
    }
}

QList<AuditEntry> AuditReader::page(const QString& chain, qint64 after) {
    QList<AuditEntry> entries;
    Rows rows =
        m_database->ask("audit/page", {{"bench", chain}, {"after", after}, {"atMost", kAtOnce}});
    while (rows.next())
        entries += readEntry(rows);
    return entries;
}

std::optional<AuditEntry> AuditReader::entry(const QString& chain, qint64 seq) {
    Rows rows = m_database->ask("audit/entry", {{"bench", chain}, {"seq", seq}});
    if (!rows.next())
        return std::nullopt;
    return readEntry(rows);
}

AuditVerdict AuditReader::verify(const Outside& outside) {
    return Check(*this, outside).run();
}

QList<AuditHead> AuditReader::heads() {
    QList<AuditHead> heads;
    const QStringList names = m_hasTable ? chains() : QStringList();
    for (const QString& chain : names) {
        Rows rows = m_database->ask("audit/newest", {{"bench", chain}});
        if (!rows.next())
            continue;
        AuditHead head{chain, rows.integer(), {}};
        rows.skip();
        head.mac = rows.bytes();
        heads += head;
    }
    return heads;
}

void AuditReader::forEach(const std::function<void(const AuditEntry&)>& each) {
    const QStringList names = m_hasTable ? chains() : QStringList();
    for (const QString& chain : names) {
        qint64 after = 0;
        for (auto entries = page(chain, after); !entries.isEmpty(); entries = page(chain, after)) {
            for (const AuditEntry& entry : std::as_const(entries))
                each(entry);
            after = entries.constLast().seq;
        }
    }
}

} // namespace packbench
