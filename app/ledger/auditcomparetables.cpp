#include "ledger/auditcompare.h"
#include "ledger/verificationfacts.h"
#include "shipping/order.h"

namespace packbench {

QStringList AuditCompare::textsOf(Rows& rows, int columns) {
    QStringList texts;
    for (int column = 0; column < columns; ++column)
        texts += rows.text();
    return texts;
}

template <typename Key>
void AuditCompare::compareRow(Table<Key>& table, const Key& key, const QStringList& now) {
    const QString subject = QStringLiteral("%1").arg(key);
    const QString word = QLatin1String(table.word);
    const auto told = table.told.take(key);
    if (!told) {
        ++table.untold;
        if (table.before == 0)
            m_found({{},
                     0,
                     word + QStringLiteral("-not-in-chain"),
                     subject,
                     QStringLiteral("The ledger has %1, and no chain tells of it.")
                         .arg(table.name.arg(subject))});
        return;
    }
    if (const QStringList names = table.told.differing(*told, now); !names.isEmpty())
        m_found({told->place.bench, told->place.seq, word + QStringLiteral("-differs"), subject,
                 QStringLiteral("The ledger tells of %1 something else than was recorded: %2.")
                     .arg(table.name.arg(subject), names.join(QStringLiteral(", ")))});
}

/// What is left of the entries, and whether there is more than was there before the chains: then
/// one of them cannot be named, but they can be counted.
template <typename Key>
void AuditCompare::finishTable(const Table<Key>& table) {
    const QString word = QLatin1String(table.word);
    const auto& left = table.told.left();
    for (auto row = left.cbegin(); row != left.cend(); ++row) {
        const QString subject = QStringLiteral("%1").arg(row.key());
        m_found({row->place.bench, row->place.seq, word + QStringLiteral("-gone"), subject,
                 QStringLiteral("The ledger no longer has %1.").arg(table.name.arg(subject))});
    }
    if (table.before > 0 && table.untold > table.before)
        m_found({{},
                 0,
                 word + QStringLiteral("-not-in-chain"),
                 QString::number(table.untold - table.before),
                 QStringLiteral("No chain tells of %1 rows (%2); %3 were there before the first "
                                "chain began.")
                     .arg(table.untold)
                     .arg(table.name.arg(u'…'))
                     .arg(table.before)});
}

void AuditCompare::finishTables() {
    finishDispatches();
    finishVerifications();
    finishHolds();
    finishStaff();
    const char* sql = m_database.dialect() == Database::Dialect::Sqlite
                          ? "SELECT COUNT(*) FROM sqlite_master WHERE name = 'handover_parcel'"
                          : "SELECT COUNT(to_regclass('handover_parcel'))";
    if (m_database.valueOf(QLatin1String(sql)).toInt() == 0)
        return; // of a schema without lists and gate
    finishGate();
    finishBoxes();
}

void AuditCompare::finishDispatches() {
    Table<qint64> table{m_dispatches, "dispatch", QStringLiteral("the dispatch of parcel %1"),
                        m_before.dispatches};
    forEachBehind(m_database, "dispatch/behind", 0, [&](qint64 id, Rows& rows) {
        QStringList now = textsOf(rows, 6);
        now += auditFactText(rows.flag());
        now += rows.text();
        compareRow(table, id, now);
    });
    finishTable(table);
}

void AuditCompare::finishGate() {
    Table<qint64> lists{m_listed, "handover", QStringLiteral("parcel %1 on a hand-over list"),
                        m_before.listed};
    forEachBehind(m_database, "handover/listed-behind", 0,
                  [&](qint64 id, Rows& rows) { compareRow(lists, id, textsOf(rows, 1)); });
    finishTable(lists);
    Table<qint64> passes{m_passes, "gate-pass", QStringLiteral("the gate pass of parcel %1"),
                         m_before.passes};
    forEachBehind(m_database, "gate/passes-behind", 0,
                  [&](qint64 id, Rows& rows) { compareRow(passes, id, textsOf(rows, 3)); });
    finishTable(passes);
}

void AuditCompare::finishBoxes() {
    constexpr int kAtOnce = 1000;
    Table<QString> table{m_boxes, "box", QStringLiteral("the box %1"), m_before.boxes};
    QString after;
    for (bool isMore = true; isMore;) {
        isMore = false;
        Rows rows = m_database.ask("gate/boxes-behind", {{"after", after}, {"atMost", kAtOnce}});
        while (rows.next()) {
            isMore = true;
            after = rows.text();
            compareRow(table, after, textsOf(rows, 1));
        }
    }
    finishTable(table);
}

void AuditCompare::finishStaff() {
    Table<QString> table{m_staff, "staff", QStringLiteral("the badge %1"), m_before.staff};
    Rows rows = m_database.ask("staff/all");
    while (rows.next()) {
        const QString badge = rows.text();
        compareRow(table, badge, textsOf(rows, 2));
    }
    finishTable(table);
}

void AuditCompare::finishVerifications() {
    forEachBehind(m_database, "order/verifications-behind", 0, [&](qint64 id, Rows& rows) {
        const bool isUndone = rows.flag();
        compareVerified(id, isUndone, verificationFacts(rows));
    });
    for (auto left = m_verified.cbegin(); left != m_verified.cend(); ++left)
        tell(left->place, "verification-gone", QString::number(left.key()),
             QStringLiteral("Verification %1 was recorded and is no longer in the ledger.")
                 .arg(left.key()));
}

void AuditCompare::compareVerified(qint64 id, bool isUndone, const QString& facts) {
    const auto found = m_verified.constFind(id);
    if (found == m_verified.cend()) {
        if (m_before.verification != kUnknown && id > m_before.verification)
            tellUntold("verification-not-in-chain", id,
                       QStringLiteral("No chain tells of verification %1.").arg(id));
        return;
    }
    const Verified told = *found;
    m_verified.erase(found);
    const bool isOther = told.isTold && told.facts != auditFact(facts);
    if (isOther || (told.isUndone && !isUndone) || (told.isTold && isUndone && !told.isUndone))
        tell(told.place, "verification-differs", QString::number(id),
             QStringLiteral("Verification %1 is not what it was when the piece was scanned%2.")
                 .arg(QString::number(id), isOther    ? QString()
                                           : isUndone ? QStringLiteral(": nobody took it back")
                                                      : QStringLiteral(": it was taken back")));
}

/// A hold that the ledger has and no chain tells of may have come with an import.
void AuditCompare::finishHolds() {
    constexpr int kAtOnce = 1000;
    qint64 after = 0;
    QString hold;
    for (bool isMore = true; isMore;) {
        isMore = false;
        Rows rows = m_database.ask("order/lasting-holds-behind",
                                   {{"after", after}, {"hold", hold}, {"atMost", kAtOnce}});
        while (rows.next()) {
            isMore = true;
            after = rows.integer();
            hold = rows.text();
            m_holds.remove({after, hold});
        }
    }
    for (auto left = m_holds.cbegin(); left != m_holds.cend(); ++left) {
        if (left->isOn)
            tell(left->place, "hold-gone", QString::number(left.key().first),
                 QStringLiteral("The order with id %1 was stopped (%2), and nobody let it go on, "
                                "but it is stopped no more.")
                     .arg(QString::number(left.key().first), left.key().second));
    }
}

} // namespace packbench
