#pragma once

#include "shipping/item.h"

#include <QList>
#include <QString>

namespace packbench {

/// How far one order line has been verified.
struct LineProgress {
    QString sku;
    int required = 0;
    int done = 0;
    bool asksSerial = false;

    [[nodiscard]] int missing() const { return required - done; }
    bool operator==(const LineProgress&) const = default;
};

enum class PickOutcome {
    Accepted,      ///< counted, the line wants more
    LineComplete,  ///< counted, the line is full
    OrderComplete, ///< counted, nothing is missing any more
    WrongItem,     ///< known item, not on this order
    TooMany,       ///< on this order, but more than ordered
    SerialNeeded,  ///< the item asks for a serial number and the scan has none: scan it next
    SerialUsed     ///< that serial has been packed before
};

/// What a scan offers to the open order.
struct PickOffer {
    QList<ItemMatch> candidates; ///< never empty: an unknown code never gets here
    int multiplier = 1;          ///< QTY command or count in the code
    QString serial;
    bool serialUsed = false; ///< the ledger knows this serial on an order already
};

struct PickVerdict {
    PickOutcome outcome = PickOutcome::WrongItem;
    int line = -1;  ///< index of the line counted or offended, -1 for none
    int pieces = 0; ///< pieces counted (or that would have been)

    bool operator==(const PickVerdict&) const = default;
};

/// Judges one item scan against the open order; changes nothing. Of the lines that fit, the first
/// with room for all pieces is taken. Serial items count one piece a scan.
[[nodiscard]] PickVerdict judgePick(const QList<LineProgress>& lines, const PickOffer& offer);

[[nodiscard]] QString word(PickOutcome outcome);

} // namespace packbench
