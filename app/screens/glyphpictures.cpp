#include "screens/glyphpictures.h"

#include <QCache>
#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QTextLine>

#include <cmath>

namespace packbench {
namespace {

constexpr int kKeptBytes = 8 * 1024 * 1024;

struct Key {
    QRawFont font;
    quint32 glyph = 0;
    QRgb color = 0;
    qreal ratio = 1;

    bool operator==(const Key& other) const = default;
};

size_t qHash(const Key& key, size_t seed) {
    return qHashMulti(seed, key.font, key.glyph, key.color, key.ratio);
}

struct Drawn {
    QPoint corner; ///< from the pen
    QImage picture;
};

Drawn drawn(const Key& key) {
    const QRect box = key.font.boundingRect(key.glyph).toAlignedRect().adjusted(-1, -1, 1, 1);
    QImage picture((QSizeF(box.size()) * key.ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(key.ratio);
    picture.fill(Qt::transparent);
    QGlyphRun run;
    run.setRawFont(key.font);
    run.setGlyphIndexes({key.glyph});
    run.setPositions({QPointF(0, 0)});
    QPainter painter(&picture);
    painter.setPen(QColor::fromRgba(key.color));
    painter.drawGlyphRun(-QPointF(box.topLeft()), run);
    return {box.topLeft(), picture};
}

const Drawn& kept(const Key& key) {
    static QCache<Key, Drawn> pictures(kKeptBytes);
    if (const Drawn* known = pictures.object(key))
        return *known;
    auto* fresh = new Drawn(drawn(key));
    // One that is larger than all that may be kept would be refused and deleted at once.
    pictures.insert(
        key, fresh,
        static_cast<int>(std::min<qsizetype>(fresh->picture.sizeInBytes(), kKeptBytes)));
    return *fresh;
}

} // namespace

QList<GlyphPicture> glyphPictures(const QTextLine& line, QColor color, qreal ratio) {
    QList<GlyphPicture> pictures;
    const auto runs = line.glyphRuns();
    for (const QGlyphRun& run : runs) {
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i) {
            const Drawn& glyph = kept({run.rawFont(), glyphs[i], color.rgba(), ratio});
            const QPointF at = positions[i] + glyph.corner;
            pictures.append(
                {{std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio},
                 glyph.picture});
        }
    }
    return pictures;
}

void draw(QPainter& painter, const QList<GlyphPicture>& pictures) {
    for (const GlyphPicture& glyph : pictures)
        painter.drawImage(glyph.at, glyph.picture);
}

} // namespace packbench
