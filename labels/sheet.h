#pragma once

#include "labels/page.h"

#include <QImage>
#include <QRect>
#include <QSize>

namespace packbench {

// A sheet is a label, or a piece of one, while it is being drawn: QImage::Format_Mono in which a
// set bit is a black dot. Everything is drawn in whole dots.

/// An all-white sheet; pens and brushes in Qt::black set dots.
[[nodiscard]] QImage whiteSheet(QSize dots);

/// Makes every dot of `place` black or white; what lies outside the sheet is ignored.
void fillDots(QImage& sheet, QRect place, bool black);

/// Puts the set dots of `mask` onto the sheet in black, or takes them out of it in white.
void stamp(QImage& sheet, const QImage& mask, QPoint at, bool black);

[[nodiscard]] bool hasInk(const QImage& sheet, QRect place);

/// The sheet turned clockwise by 0, 90, 180 or 270 degrees.
[[nodiscard]] QImage turned(const QImage& sheet, int degrees);

/// Where a rectangle of an unturned sheet of `size` lies after turning.
[[nodiscard]] QRect turned(QRect place, QSize size, int degrees);

[[nodiscard]] Page pageFromSheet(const QImage& sheet, int dotsPerMm);

} // namespace packbench
