#pragma once

#include "bench/snapshot.h"

namespace packbench {

/// "亚麻短袖衬衫 雾灰 M": how notices name an item.
[[nodiscard]] QString shownName(const ShownItem& item);
/// The text, or a dash where there is none.
[[nodiscard]] QString orDash(const QString& text);

} // namespace packbench
