#include "ledger/daybook.h"

#include "ledger/columns.h"
#include "ledger/database.h"

namespace packbench {

QList<CopyTrace> DayBook::copies(qint64 parcelId) {
    QList<CopyTrace> copies;
    Rows rows = m_database.ask("day/copies", {{"parcel", parcelId}});
    while (rows.next()) {
        CopyTrace copy;
        copy.copyNo = rows.number();
        const QString state = rows.text();
        copy.state = known(copyStateFromWord(state), state);
        copy.stateAt = rows.instant();
        copy.sentAt = rows.maybeInstant();
        copy.boundAt = rows.maybeInstant();
        copy.waybill = rows.text();
        copies += copy;
    }
    return copies;
}

std::optional<ParcelTrace> DayBook::parcel(qint64 id) {
    ParcelTrace parcel;
    {
        Rows rows = m_database.ask("day/parcel", {{"parcel", id}});
        if (!rows.next())
            return std::nullopt;
        parcel.parcelId = rows.integer();
        parcel.key.shop = rows.text();
        parcel.key.number = rows.text();
        parcel.waybill = rows.text();
        parcel.courier = rows.text();
        parcel.number = waybillStateFromWord(rows.text());
        parcel.dispatchedAt = rows.maybeInstant();
        parcel.listedAt = rows.maybeInstant();
        parcel.handoverId = rows.integer();
        parcel.scannedBackAt = rows.maybeInstant();
    }
    parcel.copies = copies(id);
    // Without a label of ours only the scan at the bench says that it is on the parcel.
    const bool isOn = parcel.number == WaybillState::Bound || parcel.dispatchedAt;
    if (!parcel.copies.isEmpty() || !isOn)
        parcel.scannedBackAt.reset();
    return parcel;
}

QList<ParcelTrace> DayBook::parcels(Instant since, Instant from, Instant until) {
    QList<qint64> ids;
    {
        Rows rows =
            m_database.ask("day/parcels", {{"since", since}, {"from", from}, {"until", until}});
        while (rows.next())
            ids += rows.integer();
    }
    QList<ParcelTrace> parcels;
    for (const qint64 id : ids) {
        if (const auto one = parcel(id))
            parcels += *one;
    }
    return parcels;
}

} // namespace packbench
