#include "labels/sheet.h"

#include <algorithm>
#include <cstring>

namespace packbench {

namespace {

bool isSet(const uchar* row, int x) {
    return (row[x / 8] >> (7 - x % 8)) & 1;
}

void setDot(uchar* row, int x, bool black) {
    const auto bit = static_cast<uchar>(0x80U >> (x % 8));
    row[x / 8] = static_cast<uchar>(black ? row[x / 8] | bit : row[x / 8] & ~bit);
}

void stampByte(uchar* row, QRect sheet, int x, unsigned bits, bool black) {
    for (int i = 0; i < 8; ++i) {
        if ((bits & (0x80U >> i)) != 0 && x + i >= 0 && x + i < sheet.width())
            setDot(row, x + i, black);
    }
}

QPoint turnedDot(int x, int y, QSize size, int degrees) {
    switch (degrees) {
    case 90: return {size.height() - 1 - y, x};
    case 180: return {size.width() - 1 - x, size.height() - 1 - y};
    case 270: return {y, size.width() - 1 - x};
    default: return {x, y};
    }
}

} // namespace

QImage whiteSheet(QSize dots) {
    QImage sheet(dots.expandedTo(QSize(1, 1)), QImage::Format_Mono);
    sheet.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    sheet.fill(0);
    return sheet;
}

void fillDots(QImage& sheet, QRect place, bool black) {
    const QRect inside = place & sheet.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        uchar* row = sheet.scanLine(y);
        int x = inside.left();
        for (; x <= inside.right() && x % 8 != 0; ++x)
            setDot(row, x, black);
        const int whole = (inside.right() + 1 - x) / 8;
        if (whole > 0) {
            std::memset(row + x / 8, black ? 0xFF : 0, static_cast<size_t>(whole));
            x += whole * 8;
        }
        for (; x <= inside.right(); ++x)
            setDot(row, x, black);
    }
}

void stamp(QImage& sheet, const QImage& mask, QPoint at, bool black) {
    const int bytes = (mask.width() + 7) / 8;
    for (int y = 0; y < mask.height(); ++y) {
        if (at.y() + y < 0 || at.y() + y >= sheet.height())
            continue;
        const uchar* from = mask.constScanLine(y);
        uchar* to = sheet.scanLine(at.y() + y);
        for (int byte = 0; byte < bytes; ++byte) {
            if (from[byte] == 0)
                continue;
            const int used = std::min(8, mask.width() - byte * 8);
            const unsigned bits = from[byte] & (0xFF00U >> used) & 0xFFU;
            stampByte(to, sheet.rect(), at.x() + byte * 8, bits, black);
        }
    }
}

bool hasInk(const QImage& sheet, QRect place) {
    const QRect inside = place & sheet.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const uchar* row = sheet.constScanLine(y);
        for (int x = inside.left(); x <= inside.right(); ++x) {
            if (isSet(row, x))
                return true;
        }
    }
    return false;
}

QImage turned(const QImage& sheet, int degrees) {
    if (degrees != 90 && degrees != 180 && degrees != 270)
        return sheet;
    QImage result = whiteSheet(degrees == 180 ? sheet.size() : sheet.size().transposed());
    for (int y = 0; y < sheet.height(); ++y) {
        const uchar* row = sheet.constScanLine(y);
        for (int x = 0; x < sheet.width(); ++x) {
            if (row[x / 8] == 0) {
                x |= 7;
                continue;
            }
            if (isSet(row, x)) {
                const QPoint to = turnedDot(x, y, sheet.size(), degrees);
                setDot(result.scanLine(to.y()), to.x(), true);
            }
        }
    }
    return result;
}

QRect turned(QRect place, QSize size, int degrees) {
    const QPoint one = turnedDot(place.left(), place.top(), size, degrees);
    const QPoint other = turnedDot(place.right(), place.bottom(), size, degrees);
    // QRect::normalized() makes a rectangle of swapped corners a dot smaller on each side.
    return {QPoint(std::min(one.x(), other.x()), std::min(one.y(), other.y())),
            QPoint(std::max(one.x(), other.x()), std::max(one.y(), other.y()))};
}

Page pageFromSheet(const QImage& sheet, int dotsPerMm) {
    Page page = blankPage(sheet.width(), sheet.height(), dotsPerMm);
    const int bytes = page.bytesPerRow();
    for (int y = 0; y < page.height; ++y) {
        char* row = page.bits.data() + qsizetype(y) * bytes;
        std::memcpy(row, sheet.constScanLine(y), static_cast<size_t>(bytes));
        if (page.width % 8 != 0)
            row[bytes - 1] = static_cast<char>(row[bytes - 1] & (0xFF00 >> (page.width % 8)));
    }
    return page;
}

} // namespace packbench
