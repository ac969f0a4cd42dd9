#include "ledger/handoverbook.h"

#include "ledger/audittrail.h"
#include "ledger/database.h"

#include <limits>

namespace packbench {
namespace {

Handover readHandover(Rows& rows) {
    Handover handover;
    handover.id = rows.integer();
    handover.courier = rows.text();
    handover.driver = rows.text();
    handover.vehicle = rows.text();
    handover.bench = rows.text();
    handover.badge = rows.text();
    handover.openedAt = rows.instant();
    handover.closedAt = rows.maybeInstant();
    handover.counted = rows.number();
    handover.signedBy = rows.text();
    handover.parcels = rows.number();
    return handover;
}

std::optional<Handover> oneHandover(Rows rows) {
    return rows.next() ? std::optional(readHandover(rows)) : std::nullopt;
}

QList<HandoverParcel> readParcels(Rows rows) {
    QList<HandoverParcel> parcels;
    while (rows.next()) {
        HandoverParcel parcel;
        parcel.parcelId = rows.integer();
        parcel.key.shop = rows.text();
        parcel.key.number = rows.text();
        parcel.waybill = rows.text();
        parcel.courier = rows.text();
        parcel.dispatchedAt = rows.instant();
        parcel.listedAt = rows.maybeInstant();
        parcels += parcel;
    }
    return parcels;
}

QString isSigned(qint64 id) {
    return QStringLiteral("Hand-over %1 is not there or is signed already.").arg(id);
}

} // namespace

qint64 HandoverBook::open(const Handover& handover) {
    return m_database.insert("handover/open", {{"courier", handover.courier},
                                               {"driver", handover.driver},
                                               {"vehicle", handover.vehicle},
                                               {"bench", handover.bench},
                                               {"badge", handover.badge},
                                               {"at", handover.openedAt}});
}

std::optional<Handover> HandoverBook::find(qint64 id) {
    return oneHandover(m_database.ask("handover/find", {{"id", id}}));
}

std::optional<Handover> HandoverBook::openOf(const QString& courier) {
    return oneHandover(m_database.ask("handover/open-of-courier", {{"courier", courier}}));
}

QList<Handover> HandoverBook::list(std::optional<Instant> from, std::optional<Instant> until) {
    using Limits = std::numeric_limits<qint64>;
    QList<Handover> handovers;
    Rows rows = m_database.ask("handover/list", {{"from", from ? from->msUtc : Limits::min()},
                                                 {"until", until ? until->msUtc : Limits::max()}});
    while (rows.next())
        handovers += readHandover(rows);
    return handovers;
}

void HandoverBook::add(qint64 id, qint64 parcelId, Instant at, const QString& badge) {
    Atomic whole(m_database);
    {
        Rows rows = m_database.ask("handover/state", {{"id", id}});
        if (!rows.next() || rows.flag())
            throw LedgerError(LedgerError::Code::Constraint, isSigned(id));
    }
    m_database.change("handover/add-parcel",
                      {{"parcel", parcelId}, {"id", id}, {"at", at}, {"badge", badge}});
    AuditBody body;
    body.with("act", QStringLiteral("onto-vehicle")).with("handover", id);
    audit(m_database, AuditKind::Act, QString::number(parcelId), body, badge);
    whole.commit();
}

qint64 HandoverBook::ofParcel(qint64 parcelId) {
    Rows rows = m_database.ask("handover/of-parcel", {{"parcel", parcelId}});
    return rows.next() ? rows.integer() : 0;
}

QList<HandoverParcel> HandoverBook::parcels(qint64 id) {
    return readParcels(m_database.ask("handover/parcels", {{"id", id}}));
}

QList<HandoverParcel> HandoverBook::missed(const QString& courier, Instant from) {
    return readParcels(m_database.ask("handover/missed", {{"courier", courier}, {"from", from}}));
}

void HandoverBook::close(const Handover& handover) {
    Atomic whole(m_database);
    m_database.changeOne("handover/close",
                         {{"id", handover.id},
                          {"at", handover.closedAt},
                          {"counted", handover.counted},
                          {"signedBy", handover.signedBy},
                          {"driver", handover.driver},
                          {"vehicle", handover.vehicle}},
                         isSigned(handover.id));
    AuditBody body;
    body.with("act", QStringLiteral("handed-over")).with("counted", handover.counted);
    body.with("courier", handover.courier).with("signedBy", handover.signedBy);
    body.with("driver", handover.driver).with("vehicle", handover.vehicle);
    const auto stored = find(handover.id);
    body.with("parcels", stored ? stored->parcels : 0);
    audit(m_database, AuditKind::Act, QString::number(handover.id), body);
    whole.commit();
}

} // namespace packbench
