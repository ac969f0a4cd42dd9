#include "screens/largewords.h"

#include "screens/glyphpictures.h"

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QQuickWindow>
#include <QSGRenderNode>
#include <QSGRendererInterface>

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

qreal ratioOf(const QQuickWindow* window) {
    return window != nullptr ? window->effectiveDevicePixelRatio() : 1;
}

/// Puts the pictures straight into the frame: a texture of their own would be filled, copied and
/// kept for nothing.
class WordsNode : public QSGRenderNode {
public:
    explicit WordsNode(QQuickWindow& window) : m_window(window) {}

    void show(const QRectF& box, const QPointF& corner, const QList<GlyphPicture>& pictures) {
        m_box = box;
        m_corner = corner;
        m_pictures = pictures;
        markDirty(DirtyMaterial);
    }

    void render(const RenderState* state) override {
        auto* painter = static_cast<QPainter*>(m_window.rendererInterface()->getResource(
            &m_window, QSGRendererInterface::PainterResource));
        if (painter == nullptr)
            return;
        if (const QRegion* region = state->clipRegion(); region != nullptr && !region->isEmpty())
            painter->setClipRegion(*region, Qt::ReplaceClip);
        painter->setTransform(matrix()->toTransform());
        painter->setOpacity(inheritedOpacity());
        painter->translate(m_corner);
        draw(*painter, m_pictures);
    }

    [[nodiscard]] RenderingFlags flags() const override { return BoundedRectRendering; }
    [[nodiscard]] QRectF rect() const override { return m_box; }

private:
    QQuickWindow& m_window;
    QRectF m_box;
    QPointF m_corner;
    QList<GlyphPicture> m_pictures;
};

} // namespace

LargeWords::LargeWords(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
}

void LargeWords::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size())
        fit();
}

void LargeWords::fit() {
    const qreal wanted = QFontMetricsF(bold(m_size)).horizontalAdvance(m_text);
    setImplicitSize(std::ceil(wanted), std::round(m_size * kLine));
    int pixels = m_size;
    m_shown = m_text;
    m_contentWidth = wanted;
    if (width() > 0 && wanted > width()) {
        const int scaled = static_cast<int>(std::floor(m_size * width() / wanted));
        pixels = std::max(std::min(scaled, m_size), std::min(m_minimumSize, m_size));
        const QFontMetricsF metrics(bold(pixels));
        m_shown = metrics.elidedText(m_text, Qt::ElideRight, width());
        m_contentWidth = metrics.horizontalAdvance(m_shown);
    }
    m_layout.setFont(bold(pixels));
    m_layout.setText(m_shown);
    m_layout.beginLayout();
    m_layout.createLine().setNumColumns(static_cast<int>(m_shown.size()));
    m_layout.endLayout();
    update();
    Q_EMIT changed();
}

QPointF LargeWords::corner() const {
    const qreal room = width() - m_contentWidth;
    const bool isRight = m_alignment.testFlag(Qt::AlignRight);
    const bool isCentred = m_alignment.testFlag(Qt::AlignHCenter);
    return {std::round(isRight     ? room
                       : isCentred ? room / 2
                                   : 0),
            std::round((height() - m_layout.boundingRect().height()) / 2)};
}

QList<GlyphPicture> LargeWords::pictures() const {
    if (m_layout.lineCount() == 0)
        return {};
    return glyphPictures(m_layout.lineAt(0), m_color, ratioOf(window()));
}

void LargeWords::paint(QPainter& painter) const {
    painter.translate(corner());
    draw(painter, pictures());
}

QSGNode* LargeWords::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    auto* node = static_cast<WordsNode*>(old);
    if (node == nullptr)
        node = new WordsNode(*window());
    node->show(boundingRect(), corner(), pictures());
    return node;
}

} // namespace packbench
