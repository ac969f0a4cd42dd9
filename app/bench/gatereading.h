#pragma once

#include "ledger/records.h"
#include "shipping/gaterule.h"
#include "shipping/scancode.h"

#include <optional>
#include <variant>

namespace packbench {

class Ledger;

/// A scan that says which order a box is of.
struct GateBox {
    BoxIdentity identity = BoxIdentity::Slip;
    QString text; ///< as scanned
    qint64 orderId = 0;
};

/// A scan of a label, with the mark where it has one.
struct GateLabel {
    QString text; ///< as scanned
    QString waybill;
    qint64 parcelId = 0;
    qint64 orderId = 0;
    std::optional<qint64> markedParcel;
    std::optional<int> markedCopy;
    bool isForged = false; ///< the mark was not made with this ledger's key
};

/// Nothing the ledger knows.
struct GateUnknown {
    bool isBox = false;     ///< a tote, slip or box code that no order has
    bool isSeveral = false; ///< an order number that several shops have
};

using GateHalf = std::variant<GateUnknown, GateBox, GateLabel>;

/// The label a scan is of, by its mark or its number, in capitals too. Nothing where no parcel has
/// that number.
[[nodiscard]] std::optional<GateLabel> labelOf(Ledger& ledger, const QString& text,
                                               const QByteArray& markKey);

/// What a scan at the gate is, by what the ledger knows. A waybill number comes before an order
/// number: on a parcel it is the label that is scanned. `markKey` as in the settings.
[[nodiscard]] GateHalf gateHalf(Ledger& ledger, const ScanCode& code, const QByteArray& markKey);

/// All that counts for letting that box leave with that label, read in the caller's transaction.
[[nodiscard]] GateFacts gateFacts(Ledger& ledger, const GateBox& box, const GateLabel& label);

} // namespace packbench
