#pragma once

#include "ledger/records.h"

#include <optional>

namespace packbench {

class Ledger;

/// Whether the parcel's label was scanned on it, or it has left.
[[nodiscard]] bool isBound(Ledger& ledger, const ParcelRecord& parcel);

/// The carton the bench works at: the order's first whose label is not on it yet; its last when all
/// are. Nothing while the order has none.
[[nodiscard]] std::optional<ParcelRecord> openParcel(Ledger& ledger, qint64 orderId);

/// Cartons whose label is not on them yet, without `besides`: while there is one, the order does
/// not leave.
[[nodiscard]] QList<ParcelRecord> missingParcels(Ledger& ledger, qint64 orderId,
                                                 qint64 besides = 0);

/// A further carton (2 of m …) for which no label was made yet.
[[nodiscard]] std::optional<ParcelRecord> parcelWithoutLabel(Ledger& ledger, qint64 orderId);

/// The order's last further carton that has not left, or the one of that number: what can be taken
/// back.
[[nodiscard]] std::optional<ParcelRecord> extraCarton(Ledger& ledger, qint64 orderId, int carton);

/// The parcel a waybill number belongs to, now or before the number was given up.
[[nodiscard]] std::optional<ParcelRecord> parcelOfNumber(Ledger& ledger, const QString& number);

} // namespace packbench
