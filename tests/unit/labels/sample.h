#pragma once

#include "labels/fields.h"

namespace packbench {

/// Invented parcels, as the bench would hand them over.
[[nodiscard]] LabelFields chineseParcel();
[[nodiscard]] LabelFields latinParcel();
/// Every field in use, long address, more goods than lines.
[[nodiscard]] LabelFields denseParcel();
/// Texts as long as they have ever been seen, all in one parcel.
[[nodiscard]] LabelFields overfullParcel();

} // namespace packbench
