#pragma once

#include "labels/fields.h"

namespace packbench {

/// Invented parcels, as the bench would hand them over.
[[nodiscard]] LabelFields chineseParcel();
[[nodiscard]] LabelFields latinParcel();
/// Everything as full and as long as it comes.
[[nodiscard]] LabelFields denseParcel();

} // namespace packbench
