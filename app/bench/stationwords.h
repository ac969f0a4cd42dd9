#pragma once

#include "bench/snapshot.h"
#include "shipping/scancode.h"

#include <optional>

namespace packbench {

/// "亚麻短袖衬衫 雾灰 M": how notices name an item.
[[nodiscard]] QString shownName(const ShownItem& item);
/// The text, or a dash where there is none.
[[nodiscard]] QString orDash(const QString& text);

/// The private mark in a label's QR code, "<waybill>-PBM-<parcel>-<copy>": tells an older copy of
/// the same number.
struct CopyMark {
    QString waybill;
    qint64 parcel = 0;
    int copy = 0;
};
[[nodiscard]] std::optional<CopyMark> copyMark(const QString& text);

/// Whether a code has the form of a courier's number, as waybill pools come in, too: 8 to 40
/// letters and digits, and no goods' code.
[[nodiscard]] bool mayBeWaybill(const ScanCode& code);

} // namespace packbench
