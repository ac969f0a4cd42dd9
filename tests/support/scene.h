#pragma once

#include <QImage>
#include <QPointF>
#include <QSize>
#include <QString>

namespace packbench::test {

inline constexpr QSize kView(960, 540);

/// A bench from above: grey, with white stickers that have codes on them.
class Scene {
public:
    Scene();
    Scene& bars(const QString& text, const QPointF& centre, qreal degrees = 0);
    Scene& square(const QString& text, const QPointF& centre, qreal degrees = 0);
    [[nodiscard]] QImage image() const { return m_image; }

private:
    Scene& put(const QImage& code, const QPointF& centre, qreal degrees);
    QImage m_image; ///< Format_Grayscale8
};

} // namespace packbench::test
