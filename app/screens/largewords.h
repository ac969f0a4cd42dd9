#pragma once

#include <QColor>
#include <QQuickItem>
#include <QTextLayout>
#include <QtQml/qqmlregistration.h>

namespace packbench {

struct GlyphPicture;

/// One line of large, bold words, as large as `size` and its width allow. A glyph above 64 px is a
/// path to Qt's software renderer, filled again in every frame: here each glyph is drawn once and
/// kept as a picture.
class LargeWords : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed)
    Q_PROPERTY(int size READ size WRITE setSize NOTIFY changed)
    Q_PROPERTY(int minimumSize READ minimumSize WRITE setMinimumSize NOTIFY changed)
    Q_PROPERTY(Qt::Alignment alignment READ alignment WRITE setAlignment NOTIFY changed)
    Q_PROPERTY(qreal contentWidth READ contentWidth NOTIFY changed)
    Q_PROPERTY(bool truncated READ isTruncated NOTIFY changed)
public:
    explicit LargeWords(QQuickItem* parent = nullptr);

    [[nodiscard]] const QString& text() const { return m_text; }
    void setText(const QString& text) { set(m_text, text); }
    [[nodiscard]] const QColor& color() const { return m_color; }
    void setColor(const QColor& color) { set(m_color, color); }
    /// Pixels, where the width allows them.
    [[nodiscard]] int size() const { return m_size; }
    void setSize(int size) { set(m_size, size); }
    /// What does not fit at this size ends in "…".
    [[nodiscard]] int minimumSize() const { return m_minimumSize; }
    void setMinimumSize(int size) { set(m_minimumSize, size); }
    /// Left, centre or right.
    [[nodiscard]] Qt::Alignment alignment() const { return m_alignment; }
    void setAlignment(Qt::Alignment alignment) { set(m_alignment, alignment); }
    [[nodiscard]] qreal contentWidth() const { return m_contentWidth; }
    [[nodiscard]] bool isTruncated() const { return m_shown != m_text; }

    /// At the item's own place, from its corner on.
    void paint(QPainter& painter) const;

Q_SIGNALS:
    void changed();

protected:
    void geometryChange(const QRectF& now, const QRectF& before) override;
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData*) override;

private:
    template <typename Value>
    void set(Value& value, const Value& wanted) {
        if (value == wanted)
            return;
        value = wanted;
        fit();
    }
    void fit();
    /// Where the line's upper left corner stands.
    [[nodiscard]] QPointF corner() const;
    [[nodiscard]] QList<GlyphPicture> pictures() const;

    QString m_text;
    QString m_shown; ///< what of it fits
    QColor m_color = Qt::black;
    int m_size = 64;
    int m_minimumSize = 64;
    QTextLayout m_layout; ///< of what fits, at the size that fits
    Qt::Alignment m_alignment = Qt::AlignLeft;
    qreal m_contentWidth = 0;
};

} // namespace packbench
