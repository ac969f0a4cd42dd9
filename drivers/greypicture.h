#pragma once

#include <QImage>

QT_BEGIN_NAMESPACE
class QVideoFrame;
QT_END_NAMESPACE

namespace packbench {

/// The brightness of a video's picture as Format_Grayscale8, a copy; null when it cannot be read.
/// Knows the layouts in which V4L2 cameras send and films come.
[[nodiscard]] QImage greyPicture(const QVideoFrame& frame);

} // namespace packbench
