#include "bench/foreignpage.h"

#include "labels/carrier/foreignpicture.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace packbench {

namespace {

/// Where a stretch of `length` begins so that the ink is in it and as little is moved as can be.
int firstOf(int inkFirst, int inkLast, int length) {
    return std::clamp(0, std::max(0, inkLast - length + 1), inkFirst);
}

Page cutOut(const Page& page, const QRect& part) {
    const QImage picture = imageFromPage(page).copy(part);
    return pageFromImage(picture, page.dotsPerMm);
}

} // namespace

QRect inkBox(const Page& page) {
    int left = page.width;
    int right = -1;
    int top = -1;
    int bottom = -1;
    for (int y = 0; y < page.height; ++y) {
        const QByteArrayView row =
            QByteArrayView(page.bits).sliced(qsizetype(y) * page.bytesPerRow(), page.bytesPerRow());
        for (int at = 0; at < page.bytesPerRow(); ++at) {
            const auto byte = static_cast<unsigned char>(row.at(at));
            if (byte == 0)
                continue;
            left = std::min(left, at * 8 + std::countl_zero(byte));
            right = std::max(right, at * 8 + 7 - std::countr_zero(byte));
            top = top < 0 ? y : top;
            bottom = y;
        }
    }
    return right < 0 ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

std::optional<Page> onLabelOf(const Page& page, QSizeF largestMm) {
    const int width = int(std::floor(largestMm.width() * page.dotsPerMm));
    const int height = int(std::floor(largestMm.height() * page.dotsPerMm));
    if (page.width <= width && page.height <= height)
        return page;
    const QRect ink = inkBox(page);
    if (ink.width() > width || ink.height() > height)
        return std::nullopt;
    const int partWidth = std::min(width, page.width);
    const int partHeight = std::min(height, page.height);
    return cutOut(page, QRect(firstOf(ink.left(), ink.right(), partWidth),
                              firstOf(ink.top(), ink.bottom(), partHeight), partWidth, partHeight));
}

bool isSameInk(const Page& one, const Page& other) {
    if (one.dotsPerMm != other.dotsPerMm)
        return false;
    const QRect ink = inkBox(one);
    const QRect otherInk = inkBox(other);
    if (ink.isEmpty() || ink.size() != otherInk.size())
        return false;
    return cutOut(one, ink).bits == cutOut(other, otherInk).bits;
}

Page atResolution(const Page& page, int dotsPerMm) {
    if (page.dotsPerMm == dotsPerMm)
        return page;
    const QSizeF mm(double(page.width) / page.dotsPerMm, double(page.height) / page.dotsPerMm);
    return pageOfPicture(imageFromPage(page), mm, dotsPerMm);
}

} // namespace packbench
