#include "screens/largewords.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace packbench {
namespace {

constexpr qreal kLine = 1.36; ///< height of a line, of its size

QFont bold(int pixels) {
    QFont font = QGuiApplication::font();
    font.setBold(true);
    font.setPixelSize(std::max(pixels, 1));
    return font;
}

} // namespace

LargeWords::LargeWords(QQuickItem* parent) : QQuickPaintedItem(parent) {}

void LargeWords::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickPaintedItem::geometryChange(now, before);
    if (now.size() != before.size())
        fit();
}

void LargeWords::fit() {
    const qreal wanted = QFontMetricsF(bold(m_size)).horizontalAdvance(m_text);
    setImplicitSize(std::ceil(wanted), std::round(m_size * kLine));
    m_pixels = m_size;
    m_shown = m_text;
    m_contentWidth = wanted;
    if (width() > 0 && wanted > width()) {
        const int scaled = static_cast<int>(std::floor(m_size * width() / wanted));
        m_pixels = std::max(std::min(scaled, m_size), std::min(m_minimumSize, m_size));
        const QFontMetricsF metrics(bold(m_pixels));
        m_shown = metrics.elidedText(m_text, Qt::ElideRight, width());
        m_contentWidth = metrics.horizontalAdvance(m_shown);
    }
    update();
    Q_EMIT changed();
}

QString LargeWords::pictureKey(qreal ratio) const {
    return QStringLiteral("large words %1 %2 %3 %4x%5 %6 %7")
        .arg(m_pixels)
        .arg(m_color.rgba(), 8, 16)
        .arg(m_alignment.toInt())
        .arg(width())
        .arg(height())
        .arg(ratio)
        .arg(m_shown);
}

QPixmap LargeWords::drawn(qreal ratio) const {
    QPixmap picture((QSizeF(width(), height()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setFont(bold(m_pixels));
    painter.setPen(m_color);
    painter.drawText(QRectF(0, 0, width(), height()),
                     static_cast<int>(m_alignment | Qt::AlignVCenter) | Qt::TextSingleLine,
                     m_shown);
    return picture;
}

void LargeWords::paint(QPainter* painter) {
    const qreal ratio = window() != nullptr ? window()->effectiveDevicePixelRatio() : 1;
    const QString key = pictureKey(ratio);
    QPixmap picture;
    if (!QPixmapCache::find(key, &picture)) {
        picture = drawn(ratio);
        QPixmapCache::insert(key, picture);
    }
    painter->drawPixmap(0, 0, picture);
}

} // namespace packbench
