#pragma once

#include <QColor>
#include <QImage>
#include <QList>
#include <QPoint>

QT_BEGIN_NAMESPACE
class QPainter;
class QTextLine;
QT_END_NAMESPACE

namespace packbench {

/// A glyph as it was drawn once, and where its corner stands.
struct GlyphPicture {
    QPointF at;
    QImage picture;
};

/// The glyphs of a laid-out line from its own pictures: each is drawn once a font, colour and
/// ratio of device pixels, and kept, 8 MB at most. To be asked by one thread.
[[nodiscard]] QList<GlyphPicture> glyphPictures(const QTextLine& line, QColor color, qreal ratio);

void draw(QPainter& painter, const QList<GlyphPicture>& pictures);

} // namespace packbench
