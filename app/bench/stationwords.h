#pragma once

#include "bench/snapshot.h"
#include "shipping/copymark.h"
#include "shipping/scancode.h"

#include <optional>

namespace packbench {

/// "亚麻短袖衬衫 雾灰 M": how notices name an item.
[[nodiscard]] QString shownName(const ShownItem& item);
/// The text, or a dash where there is none.
[[nodiscard]] QString orDash(const QString& text);

/// Whether a code has the form of a courier's number, as waybill pools come in, too: 8 to 40
/// letters and digits, and no goods' code.
[[nodiscard]] bool mayBeWaybill(const ScanCode& code);
/// Whether it may be the label of an order of this courier, "" for any: no goods' code, unless it
/// has that courier's form, and no number whose form decides another courier.
[[nodiscard]] bool mayBeWaybillOf(const QString& courier, const ScanCode& code);
/// The courier whose form alone decides the number; empty where none does.
[[nodiscard]] QString courierOfForm(const QString& number);

} // namespace packbench
