#include "labels/greycopy.h"

#include <algorithm>

namespace packbench {

namespace {

/// Each dot becomes the one of itself and its neighbours to the left and above that `choice` takes.
template <typename Choice>
QImage ofNeighbours(const QImage& grey, Choice choice) {
    QImage copy(grey.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        const uchar* above = grey.constScanLine(std::max(y - 1, 0));
        uchar* to = copy.scanLine(y);
        for (int x = 0; x < grey.width(); ++x) {
            const int left = std::max(x - 1, 0);
            to[x] = choice({row[x], row[left], above[x], above[left]});
        }
    }
    return copy;
}

} // namespace

QImage halved(const QImage& grey) {
    QImage half(std::max(1, grey.width() / 2), std::max(1, grey.height() / 2),
                QImage::Format_Grayscale8);
    half.fill(255);
    for (int y = 0; y < grey.height() / 2; ++y) {
        const uchar* upper = grey.constScanLine(2 * y);
        const uchar* lower = grey.constScanLine(2 * y + 1);
        uchar* to = half.scanLine(y);
        for (int x = 0; x < half.width() && 2 * x + 1 < grey.width(); ++x, upper += 2, lower += 2)
            to[x] = static_cast<uchar>((upper[0] + upper[1] + lower[0] + lower[1]) / 4);
    }
    return half;
}

QImage burnt(const QImage& grey) {
    return ofNeighbours(grey, [](std::initializer_list<uchar> dots) { return std::min(dots); });
}

QImage faded(const QImage& grey) {
    return ofNeighbours(grey, [](std::initializer_list<uchar> dots) { return std::max(dots); });
}

} // namespace packbench
