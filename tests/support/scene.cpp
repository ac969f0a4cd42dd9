#include "support/scene.h"

#include "labels/barcode.h"

#include <QPainter>

namespace packbench::test {
namespace {

QImage drawn(Symbology symbology, const QString& text, int module, int height) {
    const BarcodeModules modules = encodeBarcode(symbology, text);
    const int rows = modules.rows == 1 ? height : modules.rows * module;
    QImage image(modules.columns * module, rows, QImage::Format_Grayscale8);
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < image.width(); ++x) {
            const int row = modules.rows == 1 ? 0 : y / module;
            image.scanLine(y)[x] = modules.isDark(x / module, row) ? 20 : 235;
        }
    return image;
}

} // namespace

Scene::Scene() : m_image(kView, QImage::Format_Grayscale8) {
    m_image.fill(150);
}

Scene& Scene::bars(const QString& text, const QPointF& centre, qreal degrees) {
    return put(drawn(Symbology::Code128, text, 2, 60), centre, degrees);
}

Scene& Scene::square(const QString& text, const QPointF& centre, qreal degrees) {
    return put(drawn(Symbology::Qr, text, 5, 0), centre, degrees);
}

Scene& Scene::put(const QImage& code, const QPointF& centre, qreal degrees) {
    QPainter painter(&m_image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.translate(centre);
    painter.rotate(degrees);
    const QRectF place(QPointF(-code.width() / 2.0, -code.height() / 2.0), code.size());
    painter.fillRect(place.adjusted(-25, -20, 25, 20), QColor(235, 235, 235));
    painter.drawImage(place.topLeft(), code);
    return *this;
}

} // namespace packbench::test
