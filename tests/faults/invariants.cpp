#include "invariants.h"

#include <sqlite3.h>

namespace packbench::faults {
namespace {

struct Rule {
    const char* invariant;
    const char* what;
    const char* sql; ///< every row it finds is a breach
};

constexpr Rule kRules[] = {
    {"I1", "a parcel has more than one live number",
     "SELECT parcel_id, group_concat(number) FROM waybill"
     " WHERE state IN ('reserved', 'bound', 'dispatched') GROUP BY parcel_id HAVING COUNT(*) > 1"},
    {"I1", "a parcel has more than one valid copy of its label",
     "SELECT parcel_id, group_concat(copy_no || ' ' || state) FROM label_copy"
     " WHERE state <> 'void' GROUP BY parcel_id HAVING COUNT(*) > 1"},
    {"I1", "a parcel's label shows another number than the parcel has",
     "SELECT c.parcel_id, c.copy_no, c.waybill, p.waybill FROM label_copy c"
     " JOIN parcel p ON p.id = c.parcel_id WHERE c.state <> 'void' AND c.waybill <> p.waybill"},
    {"I2", "dispatched without a bound copy of its label",
     "SELECT d.parcel_id, d.waybill FROM dispatch d"
     " WHERE EXISTS (SELECT 1 FROM label_copy c WHERE c.parcel_id = d.parcel_id)"
     " AND NOT EXISTS (SELECT 1 FROM label_copy c WHERE c.parcel_id = d.parcel_id"
     " AND c.state = 'bound' AND c.waybill = d.waybill)"},
    {"I2", "a number is dispatched and no dispatch is written down",
     "SELECT w.number, w.parcel_id FROM waybill w WHERE w.state = 'dispatched' AND NOT EXISTS"
     " (SELECT 1 FROM dispatch d WHERE d.waybill = w.number AND d.parcel_id = w.parcel_id)"},
    {"I2", "a dispatch is written down and its number is not dispatched",
     "SELECT d.parcel_id, d.waybill, w.state FROM dispatch d"
     " LEFT JOIN waybill w ON w.number = d.waybill WHERE w.state IS NOT 'dispatched'"},
    {"I2", "an order is dispatched and no dispatch is written down",
     "SELECT o.id, o.number FROM shop_order o WHERE o.state = 'dispatched'"
     " AND NOT EXISTS (SELECT 1 FROM dispatch d WHERE d.order_id = o.id)"},
    {"I3", "a number sits on two parcels",
     "SELECT waybill, group_concat(id) FROM parcel WHERE waybill <> ''"
     " GROUP BY waybill HAVING COUNT(*) > 1"},
    {"I3", "a number was printed for two parcels",
     "SELECT waybill, group_concat(DISTINCT parcel_id) FROM label_copy WHERE waybill <> ''"
     " GROUP BY waybill HAVING COUNT(DISTINCT parcel_id) > 1"},
    {"I3", "a number left twice",
     "SELECT waybill, group_concat(parcel_id) FROM dispatch GROUP BY waybill HAVING COUNT(*) > 1"},
    {"I3", "a number is one parcel's and was printed for another",
     "SELECT c.waybill, c.parcel_id, w.parcel_id FROM label_copy c"
     " JOIN waybill w ON w.number = c.waybill WHERE w.parcel_id IS NOT c.parcel_id"},
    {"I4", "a copy is valid whose number is void",
     "SELECT c.id, c.waybill, c.state FROM label_copy c"
     " JOIN waybill w ON w.number = c.waybill WHERE w.state = 'void' AND c.state <> 'void'"},
    {"R2", "a number was given up although its label may have come out, and nobody said so",
     "SELECT w.number, c.copy_no, c.cause, c.reason FROM waybill w"
     " JOIN label_copy c ON c.waybill = w.number WHERE w.state = 'void'"
     " AND c.cause NOT IN ('cancelled', 'not-sent') AND c.cause NOT LIKE 'redo%'"
     " AND c.state NOT IN ('prepared', 'failed-clean')"},
    {"I5", "more pieces than were ordered",
     "SELECT id, order_id, done, quantity FROM order_line WHERE done > quantity OR done < 0"},
    {"I5", "pieces counted are not the sum of what was scanned",
     "SELECT l.id, l.order_id, l.done, COALESCE(SUM(v.pieces), 0) FROM order_line l"
     " LEFT JOIN verification v ON v.line_id = l.id AND NOT v.undone"
     " WHERE l.position IS NOT NULL GROUP BY l.id HAVING l.done <> COALESCE(SUM(v.pieces), 0)"},
    {"I8", "a row refers to one that is not there", "PRAGMA foreign_key_check"},
};

QStringList joined(const QList<QStringList>& rows) {
    QStringList lines;
    for (const QStringList& row : rows)
        lines += row.join(QStringLiteral(" | "));
    return lines;
}

void add(QList<Breach>& breaches, const char* invariant, const char* what,
         const QStringList& rows) {
    if (!rows.isEmpty())
        breaches += {QLatin1String(invariant), QLatin1String(what), rows};
}

QString column(sqlite3_stmt* statement, int at) {
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement, at));
    return text ? QString::fromUtf8(text, sqlite3_column_bytes(statement, at))
                : QStringLiteral("NULL");
}

} // namespace

LedgerFile::LedgerFile(const QString& path) {
    const QByteArray uri = "file:" + path.toUtf8() + "?mode=ro";
    if (sqlite3_open_v2(uri.constData(), &m_database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI,
                        nullptr) != SQLITE_OK) {
        m_problem = QString::fromUtf8(sqlite3_errmsg(m_database));
        sqlite3_close(m_database);
        m_database = nullptr;
    }
}

LedgerFile::~LedgerFile() {
    sqlite3_close(m_database);
}

QList<QStringList> LedgerFile::rows(const char* sql) {
    QList<QStringList> found;
    sqlite3_stmt* statement = nullptr;
    int result = sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr);
    while (result == SQLITE_OK || result == SQLITE_ROW) {
        result = sqlite3_step(statement);
        if (result != SQLITE_ROW)
            break;
        QStringList row;
        for (int at = 0; at < sqlite3_column_count(statement); ++at)
            row += column(statement, at);
        found += row;
    }
    if (result != SQLITE_DONE)
        found.append(QStringList{QStringLiteral("cannot be read"),
                                 QString::fromUtf8(sqlite3_errmsg(m_database))});
    sqlite3_finalize(statement);
    return found;
}

bool LedgerFile::hasTable(const char* name) {
    for (const QStringList& row : rows("SELECT name FROM sqlite_master WHERE type = 'table'"))
        if (row.first() == QLatin1String(name))
            return true;
    return false;
}

QList<Breach> breachesIn(LedgerFile& ledger) {
    QList<Breach> breaches;
    auto integrity = joined(ledger.rows("PRAGMA integrity_check"));
    integrity.removeAll(QStringLiteral("ok"));
    add(breaches, "I8", "the file is damaged", integrity);
    for (const Rule& rule : kRules)
        add(breaches, rule.invariant, rule.what, joined(ledger.rows(rule.sql)));
    return breaches;
}

QList<Breach> breachesOn(LedgerFile& ledger, const QList<PaperCopy>& labels,
                         const PrinterFaults& faults) {
    struct Known {
        QString number, state, cause;
    };
    QMap<QString, Known> copies;
    for (const QStringList& row :
         ledger.rows("SELECT parcel_id, copy_no, waybill, state, cause FROM label_copy"))
        if (row.size() == 5)
            copies.insert(row[0] + u'-' + row[1], {row[2], row[3], row[4]});
    QMap<QString, QStringList> onPaper;
    QStringList strangers;
    QStringList unsent;
    for (const PaperCopy& label : labels) {
        const QString name = QStringLiteral("%1-%2").arg(label.parcel).arg(label.copy);
        const QString row = label.file + QStringLiteral(" | ") + label.text;
        if (label.parcel == 0) {
            if (label.number.isEmpty())
                strangers += row + QStringLiteral(" | no code can be read");
            continue;
        }
        onPaper[name] += row;
        const auto copy = copies.constFind(name);
        if (copy == copies.cend() || copy->number != label.number)
            strangers += row;
        else if (copy->state == u"prepared" || copy->state == u"failed-clean" ||
                 (copy->state == u"void" &&
                  (copy->cause == u"cancelled" || copy->cause == u"not-sent")))
            unsent += row + QStringLiteral(" | ") + copy->state + u' ' + copy->cause;
    }
    QStringList twins;
    for (const QStringList& rows : std::as_const(onPaper))
        if (rows.size() > 1)
            twins += rows;
    QStringList missing;
    for (auto copy = copies.cbegin(); copy != copies.cend(); ++copy) {
        const bool saysPrinted = copy->state == u"printed" || copy->state == u"bound";
        if (saysPrinted && !onPaper.contains(copy.key()))
            missing += copy.key() + QStringLiteral(" | ") + copy->number + u' ' + copy->state;
    }
    QList<Breach> breaches;
    if (!faults.repeats)
        add(breaches, "paper", "two identical labels came out", twins);
    if (!faults.loses)
        add(breaches, "paper", "the ledger says printed, and no such label came out", missing);
    add(breaches, "paper", "a label came out of which the ledger knows nothing", strangers);
    add(breaches, "paper", "a label came out of which the ledger says that nothing was sent",
        unsent);
    return breaches;
}

QList<Breach> breachesOf(LedgerFile& ledger, const Acknowledged& acknowledged) {
    QMap<QString, int> sent;
    QMap<QString, int> answered;
    QMap<QString, int> judgedAs;
    QSet<QString> left;
    for (const QString& text : acknowledged.sent)
        ++sent[text];
    for (const Acknowledged::Answer& answer : acknowledged.answers) {
        ++answered[answer.text];
        if (answer.outcome != u"scan-held" && answer.outcome != u"confirm-remark")
            ++judgedAs[answer.text + u'\t' + answer.outcome];
        const auto mark = readMark(answer.text);
        if (answer.outcome == u"dispatched")
            left += mark ? mark->number : answer.text;
    }
    QMap<QString, int> rows;
    QMap<QString, int> outcomes;
    for (const QStringList& row : ledger.rows("SELECT text, outcome FROM scan")) {
        ++rows[row.value(0)];
        ++outcomes[row.value(0) + u'\t' + row.value(1)];
    }
    QStringList lost;
    for (auto one = answered.cbegin(); one != answered.cend(); ++one)
        if (rows.value(one.key()) < one.value())
            lost += QStringLiteral("%1 | answered %2 times, in the ledger %3 times")
                        .arg(one.key())
                        .arg(one.value())
                        .arg(rows.value(one.key()));
    for (auto one = judgedAs.cbegin(); one != judgedAs.cend(); ++one)
        if (outcomes.value(one.key()) < one.value())
            lost += QStringLiteral("%1 | answered so %2 times, in the ledger %3 times")
                        .arg(one.key())
                        .arg(one.value())
                        .arg(outcomes.value(one.key()));
    QStringList doubled;
    for (auto one = rows.cbegin(); one != rows.cend(); ++one)
        if (one.value() > sent.value(one.key()) && sent.contains(one.key()))
            doubled += QStringLiteral("%1 | scanned %2 times, in the ledger %3 times")
                           .arg(one.key())
                           .arg(sent.value(one.key()))
                           .arg(one.value());
    QStringList stayed(left.cbegin(), left.cend());
    for (const QStringList& row : ledger.rows("SELECT waybill FROM dispatch"))
        stayed.removeAll(row.value(0));
    QList<Breach> breaches;
    add(breaches, "I6", "an acknowledged scan is not in the ledger", lost);
    add(breaches, "I6", "a scan is in the ledger more often than it was made", doubled);
    add(breaches, "I6", "a parcel was told to have left, and is not written down", stayed);
    return breaches;
}

QSet<QString> lastingFacts(LedgerFile& ledger) {
    QSet<QString> facts;
    for (const char* sql : {"SELECT 'number void', number FROM waybill WHERE state = 'void'",
                            "SELECT 'number left', number FROM waybill WHERE state = 'dispatched'",
                            "SELECT 'copy void', id FROM label_copy WHERE state = 'void'",
                            "SELECT 'parcel left', parcel_id, waybill FROM dispatch",
                            "SELECT 'scan', id, text FROM scan"})
        for (const QStringList& row : ledger.rows(sql))
            facts += row.join(u' ');
    return facts;
}

} // namespace packbench::faults
