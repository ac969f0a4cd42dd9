#pragma once

#include <QImage>

namespace packbench {

// Copies of a black and white picture (Grayscale8) as worse printing or reading would make it.

/// Half the resolution: each dot the mean of four.
[[nodiscard]] QImage halved(const QImage& grey);
/// Every black stroke one dot wider, to the right and down.
[[nodiscard]] QImage burnt(const QImage& grey);
/// Every black stroke one dot narrower.
[[nodiscard]] QImage faded(const QImage& grey);

} // namespace packbench
