#pragma once

#include "shipping/labelstate.h"
#include "shipping/order.h"

#include <QSet>
#include <QString>

#include <optional>

namespace packbench {

/// What says which order a box belongs to, besides its label.
enum class BoxIdentity { Tote, Slip, Box };

/// Everything the gate knows of one box identity and one label, scanned together.
struct GateFacts {
    qint64 boxOrder = 0;   ///< order that the identity names
    qint64 labelOrder = 0; ///< order of the label's parcel
    qint64 labelParcel = 0;
    std::optional<qint64> markedParcel; ///< what the label's own mark says, where it has one
    std::optional<int> markedCopy;
    bool isForged = false; ///< this warehouse did not make that mark
    int currentCopy = 0;   ///< the copy that counts, 0 = the label was not printed here
    bool copyIsBound = false;
    bool hasMark = false; ///< that copy carries a mark
    std::optional<WaybillState> number;
    OrderState order = OrderState::Open;
    bool isHeld = false;
    bool isDispatched = false;
    int missingCartons = 0; ///< others of the order whose label nobody scanned on them yet
};

/// What the gate says to a box and its label. One row of the table in gaterule.cpp each, in the
/// order in which they are looked at.
enum class GateVerdict {
    Pass,
    WrongBox,    ///< the label is another order's
    WrongLabel,  ///< the label's mark is not that number's
    NumberVoid,  ///< its number was given up
    OldCopy,     ///< a newer copy counts
    AlreadyGone, ///< this parcel left before
    Cancelled,
    Held,
    NotBound,     ///< nobody scanned this label on its parcel
    MarkNeeded,   ///< several copies were printed: only the mark tells which this is
    CartonMissing ///< another carton of the order is not labelled yet: it leaves whole
};

[[nodiscard]] GateVerdict gateVerdict(const GateFacts& facts);

[[nodiscard]] QString word(GateVerdict verdict);
[[nodiscard]] QString word(BoxIdentity identity);
/// "tote slip box" → which identities count; nothing when a word is none of them or none is there.
[[nodiscard]] std::optional<QSet<BoxIdentity>> boxIdentitiesFrom(const QString& text);

} // namespace packbench
