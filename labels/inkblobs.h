#pragma once

#include <QImage>
#include <QList>
#include <QRect>

namespace packbench {

/// Boxes of connected ink on an 8-dot grid that could hold a matrix code: about square, neither a
/// speck nor the whole page; largest first, each padded by a quiet zone. `grey` is Grayscale8.
[[nodiscard]] QList<QRect> inkBlobs(const QImage& grey);

} // namespace packbench
