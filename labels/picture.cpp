#include "labels/picture.h"

#include "labels/sheet.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <vector>

namespace packbench {

namespace {

constexpr int kLargestSide = 4000;

QByteArray formOf(const QByteArray& bytes) {
    if (bytes.startsWith("\x89PNG"))
        return "png";
    return bytes.startsWith("\xFF\xD8") ? "jpeg" : QByteArray();
}

/// Transparent counts as white, as on paper.
QImage onWhite(const QImage& picture) {
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, picture);
    return paper.convertToFormat(QImage::Format_Grayscale8);
}

QImage decoded(QByteArray bytes) {
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer, formOf(bytes));
    reader.setAutoTransform(true);
    return reader.read();
}

/// Floyd and Steinberg: 7/16 to the right, 3, 5 and 1 to the row below.
void spread(const QImage& grey, QImage& sheet, QPoint at, int threshold) {
    const auto width = static_cast<size_t>(grey.width());
    std::vector<int> here(width + 2, 0);
    std::vector<int> below(width + 2, 0);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        for (size_t x = 0; x < width; ++x) {
            const int value = row[x] + here[x + 1] / 16;
            const bool black = value < threshold;
            if (black)
                fillDots(sheet, QRect(at.x() + int(x), at.y() + y, 1, 1), true);
            const int error = value - (black ? 0 : 255);
            here[x + 2] += error * 7;
            below[x] += error * 3;
            below[x + 1] += error * 5;
            below[x + 2] += error;
        }
        here.swap(below);
        below.assign(width + 2, 0);
    }
}

void compare(const QImage& grey, QImage& sheet, QPoint at, int threshold) {
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            if (row[x] < threshold)
                fillDots(sheet, QRect(at.x() + x, at.y() + y, 1, 1), true);
        }
    }
}

} // namespace

bool isPicture(const QByteArray& bytes) {
    const QByteArray form = formOf(bytes);
    if (form.isEmpty())
        return false;
    QByteArray copy = bytes;
    QBuffer buffer(&copy);
    const QSize size = QImageReader(&buffer, form).size();
    return !size.isEmpty() && size.width() <= kLargestSide && size.height() <= kLargestSide;
}

QImage pictureSheet(const TemplateItem& item, QSize box) {
    if (!isPicture(item.picture))
        return {};
    const QImage picture = decoded(item.picture);
    if (picture.isNull())
        return {};
    const QImage grey = onWhite(picture)
                            .scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                            .convertToFormat(QImage::Format_Grayscale8);
    QImage sheet = whiteSheet(box);
    const QPoint at((box.width() - grey.width()) / 2, (box.height() - grey.height()) / 2);
    if (item.dither == Dither::Spread)
        spread(grey, sheet, at, item.threshold);
    else
        compare(grey, sheet, at, item.threshold);
    return sheet;
}

} // namespace packbench
