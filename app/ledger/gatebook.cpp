#include "ledger/gatebook.h"

#include "ledger/audittrail.h"
#include "ledger/database.h"

namespace packbench {

void GateBook::assignBox(const QString& code, qint64 orderId, Instant at, const QString& badge) {
    Atomic whole(m_database);
    m_database.change("gate/add-box",
                      {{"code", code}, {"order", orderId}, {"at", at}, {"badge", badge}});
    auditBeside(m_database, QStringLiteral("box-assigned"), code,
                AuditBody().with("boxCode", code).with("boxOrder", orderId));
    whole.commit();
}

std::optional<qint64> GateBook::orderOfBox(const QString& code) {
    Rows rows = m_database.ask("gate/order-of-box", {{"code", code}});
    return rows.next() ? std::optional(rows.integer()) : std::nullopt;
}

void GateBook::add(const GatePass& pass) {
    Atomic whole(m_database);
    m_database.change("gate/add-pass", {{"parcel", pass.parcelId},
                                        {"identity", pass.identity},
                                        {"box", pass.box},
                                        {"label", pass.label},
                                        {"copyNo", pass.copyNo}});
    AuditBody body;
    body.with("act", QStringLiteral("gate-passed")).with("box", pass.box);
    body.with("label", pass.label).with("copyNo", pass.copyNo);
    audit(m_database, AuditKind::Act, QString::number(pass.parcelId), body);
    whole.commit();
}

std::optional<GatePass> GateBook::ofParcel(qint64 parcelId) {
    Rows rows = m_database.ask("gate/pass-of", {{"parcel", parcelId}});
    if (!rows.next())
        return std::nullopt;
    GatePass pass;
    pass.parcelId = rows.integer();
    pass.identity = rows.text();
    pass.box = rows.text();
    pass.label = rows.text();
    pass.copyNo = rows.number();
    return pass;
}

qint64 GateBook::countSince(Instant from) {
    Rows rows = m_database.ask("gate/count-since", {{"from", from}});
    return rows.next() ? rows.integer() : 0;
}

} // namespace packbench
