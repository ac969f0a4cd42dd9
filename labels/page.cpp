#include "labels/page.h"

#include <QBuffer>

namespace packbench {

bool Page::isBlack(int x, int y) const {
    const auto byte = static_cast<unsigned char>(bits.at(qsizetype(y) * bytesPerRow() + x / 8));
    return (byte >> (7 - x % 8)) & 1;
}

Page blankPage(int width, int height, int dotsPerMm) {
    Page page{width, height, dotsPerMm, {}};
    page.bits = QByteArray(qsizetype(page.bytesPerRow()) * height, '\0');
    return page;
}

Page pageFromImage(const QImage& image, int dotsPerMm) {
    QImage grey(image.size(), QImage::Format_RGB32);
    grey.fill(Qt::white);
    if (image.hasAlphaChannel()) {
        const QImage argb = image.convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < argb.height(); ++y) {
            const auto* from = reinterpret_cast<const QRgb*>(argb.constScanLine(y));
            auto* to = reinterpret_cast<QRgb*>(grey.scanLine(y));
            for (int x = 0; x < argb.width(); ++x) {
                const int alpha = qAlpha(from[x]);
                const int value = 255 - alpha + qGray(from[x]) * alpha / 255;
                to[x] = qRgb(value, value, value);
            }
        }
        grey = grey.convertToFormat(QImage::Format_Grayscale8);
    } else {
        grey = image.convertToFormat(QImage::Format_Grayscale8);
    }
    Page page = blankPage(image.width(), image.height(), dotsPerMm);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* from = grey.constScanLine(y);
        char* row = page.bits.data() + qsizetype(y) * page.bytesPerRow();
        for (int x = 0; x < grey.width(); ++x) {
            if (from[x] < 128)
                row[x / 8] = static_cast<char>(row[x / 8] | (0x80 >> (x % 8)));
        }
    }
    return page;
}

QImage imageFromPage(const Page& page) {
    QImage image(page.width, page.height, QImage::Format_Grayscale8);
    for (int y = 0; y < page.height; ++y) {
        uchar* to = image.scanLine(y);
        const auto* row = reinterpret_cast<const uchar*>(page.bits.constData()) +
                          qsizetype(y) * page.bytesPerRow();
        for (int x = 0; x < page.width; ++x)
            to[x] = (row[x / 8] >> (7 - x % 8)) & 1 ? 0 : 255;
    }
    return image;
}

QByteArray pngFromPage(const Page& page) {
    QImage image = imageFromPage(page);
    image.setDotsPerMeterX(page.dotsPerMm * 1000);
    image.setDotsPerMeterY(page.dotsPerMm * 1000);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace packbench
