#pragma once

#include "labels/template.h"

#include <QImage>

namespace packbench {

/// True for a PNG or JPEG of bearable size; nothing is decoded but its head.
[[nodiscard]] bool isPicture(const QByteArray& bytes);

/// A picture scaled into a box, its proportions kept, as a 1-bit sheet of the box's size. Null
/// when the bytes are no picture.
[[nodiscard]] QImage pictureSheet(const TemplateItem& item, QSize box);

} // namespace packbench
