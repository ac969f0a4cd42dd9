#include "ledger/audittrail.h"
#include "ledger/database.h"
#include "ledger/orderbook.h"
#include "ledger/verificationfacts.h"

namespace packbench {
namespace {

Verification readVerification(Rows& rows) {
    Verification verification;
    verification.id = rows.integer();
    verification.scanId = rows.integer();
    verification.orderId = rows.integer();
    verification.line = rows.isNull() ? -1 : static_cast<int>(rows.number());
    if (verification.line < 0)
        rows.skip();
    verification.pieces = rows.number();
    verification.serial = rows.text();
    verification.how = rows.text();
    verification.badge = rows.text();
    verification.at = rows.instant();
    verification.undone = rows.flag();
    return verification;
}

} // namespace

void auditTakenBack(Database& database, qint64 verification) {
    auditBeside(database, QStringLiteral("taken-back"), QString::number(verification),
                AuditBody().with("undone", verification));
}

qint64 OrderBook::verify(const Verification& verification) {
    Atomic whole(m_database);
    m_database.changeOne("order/count-pieces",
                         {{"order", verification.orderId},
                          {"line", verification.line},
                          {"pieces", verification.pieces}},
                         QStringLiteral("Line %1 of order %2 has no room for %3 pieces; nothing "
                                        "was counted.")
                             .arg(verification.line)
                             .arg(verification.orderId)
                             .arg(verification.pieces));
    qint64 id = 0;
    AuditBody body;
    {
        Rows rows = m_database.ask("order/verify", {Bind::reference("scan", verification.scanId),
                                                    {"order", verification.orderId},
                                                    {"line", verification.line},
                                                    {"pieces", verification.pieces},
                                                    {"serial", verification.serial},
                                                    {"how", verification.how},
                                                    {"badge", verification.badge},
                                                    {"at", verification.at}});
        static_cast<void>(rows.next()); // it was counted, so its line is there
        id = rows.integer();
        body.with("verified", id).with("facts", verificationFacts(rows));
        rows.finish();
    }
    auditBeside(m_database, QStringLiteral("verified"), QString::number(id), body);
    whole.commit();
    return id;
}

std::optional<Verification> OrderBook::undoLast(qint64 orderId) {
    Atomic whole(m_database);
    std::optional<Verification> last;
    qint64 line = 0;
    {
        Rows rows = m_database.ask("order/last-verification", {{"order", orderId}});
        if (rows.next()) {
            last = readVerification(rows);
            line = rows.integer();
        }
    }
    if (last) {
        m_database.changeOne("order/undo", {{"id", last->id}},
                             QStringLiteral("The last scan was taken back already."));
        m_database.change("order/uncount-pieces", {{"line", line}, {"pieces", last->pieces}});
        auditTakenBack(m_database, last->id);
        last->undone = true;
    }
    whole.commit();
    return last;
}

bool OrderBook::serialUsed(const QString& sku, const QString& serial) {
    return m_database.ask("order/serial-used", {{"sku", sku}, {"serial", serial}}).next();
}

QList<Verification> OrderBook::verifications(qint64 orderId) {
    QList<Verification> verifications;
    Rows rows = m_database.ask("order/verifications", {{"order", orderId}});
    while (rows.next())
        verifications += readVerification(rows);
    return verifications;
}

} // namespace packbench
