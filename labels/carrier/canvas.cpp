#include "labels/carrier/canvas.h"

#include "labels/sheet.h"

#include <algorithm>
#include <cmath>

namespace packbench {

namespace {

uchar mixed(uchar there, unsigned bits, unsigned mask, Ink ink) {
    switch (ink) {
    case Ink::Black: return static_cast<uchar>(there | bits);
    case Ink::White: return static_cast<uchar>(there & ~bits);
    case Ink::Invert: return static_cast<uchar>(there ^ bits);
    case Ink::Replace: return static_cast<uchar>((there & ~mask) | bits);
    }
    return there;
}

int floorEighth(int dots) {
    return dots >= 0 ? dots / 8 : -((7 - dots) / 8);
}

/// The dots of a row of the sheet that a byte of the canvas's row may touch.
struct Row {
    uchar* bytes;
    int count;
    unsigned lastMask;

    void mix(int index, unsigned bits, unsigned mask, Ink ink) const {
        if (index < 0 || index >= count)
            return;
        const unsigned allowed = index == count - 1 ? lastMask : 0xFFU;
        bytes[index] = mixed(bytes[index], bits & allowed, mask & allowed, ink);
    }
};

unsigned lastMaskOf(int width) {
    return width % 8 == 0 ? 0xFFU : (0xFF00U >> (width % 8)) & 0xFFU;
}

void mixRow(const Row& to, const uchar* from, int width, int x, Ink ink) {
    const int bytes = (width + 7) / 8;
    const int first = floorEighth(x);
    const auto shift = static_cast<unsigned>(x - first * 8);
    for (int i = 0; i < bytes; ++i) {
        const unsigned mask = i == bytes - 1 ? lastMaskOf(width) : 0xFFU;
        const unsigned bits = from[i] & mask;
        if (bits == 0 && ink != Ink::Replace)
            continue;
        to.mix(first + i, bits >> shift, mask >> shift, ink);
        if (shift > 0)
            to.mix(first + i + 1, (bits << (8 - shift)) & 0xFFU, (mask << (8 - shift)) & 0xFFU,
                   ink);
    }
}

bool hasInkOutside(const QImage& sheet, const QRect& inside) {
    const QRect all = sheet.rect();
    if (inside.isEmpty())
        return hasInk(sheet, all);
    return hasInk(sheet, QRect(0, 0, all.width(), inside.top())) ||
           hasInk(sheet, QRect(QPoint(0, inside.bottom() + 1), all.bottomRight())) ||
           hasInk(sheet, QRect(0, inside.top(), inside.left(), inside.height())) ||
           hasInk(sheet, QRect(QPoint(inside.right() + 1, inside.top()),
                               QPoint(all.right(), inside.bottom())));
}

/// A strip of the plane, low <= a x + b y <= high; what it leaves of an interval of x.
struct Strip {
    double a, b, low, high;

    void narrow(double y, double& from, double& to) const {
        if (std::abs(a) < 1e-9) {
            if (b * y < low || b * y > high)
                to = from - 1;
            return;
        }
        const double one = (low - b * y) / a;
        const double other = (high - b * y) / a;
        from = std::max(from, std::min(one, other));
        to = std::min(to, std::max(one, other));
    }
};

/// Half the width of an ellipse of these half axes, `dy` above its middle.
double halfChord(double halfWidth, double halfHeight, double dy) {
    if (halfWidth <= 0 || halfHeight <= 0 || std::abs(dy) >= halfHeight)
        return -1;
    return halfWidth * std::sqrt(1 - (dy / halfHeight) * (dy / halfHeight));
}

void fillSpan(QImage& sheet, int y, double from, double to, bool black) {
    const int first = static_cast<int>(std::ceil(from - 0.5));
    const int last = static_cast<int>(std::ceil(to - 0.5)) - 1;
    if (first <= last)
        fillDots(sheet, QRect(first, y, last - first + 1, 1), black);
}

void fillEllipse(QImage& sheet, const QRectF& place, bool black) {
    for (int y = 0; y < sheet.height(); ++y) {
        const double dy = y + 0.5 - place.center().y();
        const double half = halfChord(place.width() / 2, place.height() / 2, dy);
        if (half >= 0)
            fillSpan(sheet, y, place.center().x() - half, place.center().x() + half, black);
    }
}

void fillRoundBox(QImage& sheet, const QRectF& place, double radius, bool black) {
    const double r = std::clamp(radius, 0.0, std::min(place.width(), place.height()) / 2);
    for (int y = 0; y < sheet.height(); ++y) {
        const double middle = y + 0.5;
        if (middle < place.top() || middle > place.bottom())
            continue;
        const double into =
            std::max({place.top() + r - middle, middle - (place.bottom() - r), 0.0});
        const double missing = into > 0 ? r - std::max(halfChord(r, r, into), 0.0) : 0;
        fillSpan(sheet, y, place.left() + missing, place.right() - missing, black);
    }
}

} // namespace

Canvas::Canvas(QSize dots, int dotsPerMm) : m_sheet(whiteSheet(dots)), m_dotsPerMm(dotsPerMm) {}

void Canvas::put(const QImage& sheet, QPoint at, Ink ink) {
    const QRect inside = m_sheet.rect().translated(-at) & sheet.rect();
    if (!m_wasCut && ink != Ink::White && inside != sheet.rect())
        m_wasCut = hasInkOutside(sheet, inside);
    if (inside.isEmpty())
        return;
    const int bytes = (m_sheet.width() + 7) / 8;
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        const Row row{m_sheet.scanLine(at.y() + y), bytes, lastMaskOf(m_sheet.width())};
        mixRow(row, sheet.constScanLine(y), sheet.width(), at.x(), ink);
    }
}

void Canvas::putTurned(const QImage& sheet, QPoint at, int degrees, Ink ink) {
    Q_ASSERT(degrees % 90 == 0 && degrees >= 0 && degrees < 360);
    const QImage lying = turned(sheet, degrees);
    const QPoint corner{degrees == 90 || degrees == 180 ? at.x() - lying.width() + 1 : at.x(),
                        degrees == 180 || degrees == 270 ? at.y() - lying.height() + 1 : at.y()};
    put(lying, corner, ink);
}

void Canvas::fill(const QRect& place, Ink ink) {
    const QRect inside = place & m_sheet.rect();
    m_wasCut = m_wasCut || (ink != Ink::White && place.isValid() && inside != place);
    if (inside.isEmpty())
        return;
    if (ink != Ink::Invert) {
        fillDots(m_sheet, inside, ink != Ink::White);
        return;
    }
    QImage strip = whiteSheet(QSize(inside.width(), 1));
    fillDots(strip, strip.rect(), true);
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        put(strip, QPoint(inside.left(), y), ink);
}

void Canvas::line(QPoint from, QPoint to, int thick, Ink ink) {
    const double dx = to.x() - from.x();
    const double dy = to.y() - from.y();
    const double length = std::hypot(dx, dy);
    const double half = std::max(thick, 1) / 2.0;
    if (length < 0.5) {
        fill(QRect(from, QSize(std::max(thick, 1), std::max(thick, 1))), ink);
        return;
    }
    const int margin = static_cast<int>(std::ceil(half));
    const QRect box = QRect(from, to).normalized().adjusted(-margin, -margin, margin, margin);
    const QRect inside = box & m_sheet.rect();
    m_wasCut = m_wasCut || !m_sheet.rect().contains(QRect(from, to).normalized());
    const double x0 = from.x() + 0.5;
    const double y0 = from.y() + 0.5;
    const double along = (dx * x0 + dy * y0) / length;
    const double across = (-dy * x0 + dx * y0) / length;
    const Strip strips[] = {{dx / length, dy / length, along - 0.5, along + length + 0.5},
                            {-dy / length, dx / length, across - half, across + half}};
    for (int y = inside.top(); y <= inside.bottom(); ++y) {
        double left = inside.left();
        double right = inside.right() + 1;
        for (const Strip& strip : strips)
            strip.narrow(y + 0.5, left, right);
        const int first = static_cast<int>(std::ceil(left - 0.5));
        const int last = static_cast<int>(std::ceil(right - 0.5)) - 1;
        if (first <= last)
            fill(QRect(first, y, last - first + 1, 1), ink);
    }
}

Page Canvas::page() const {
    return pageFromSheet(m_sheet, m_dotsPerMm);
}

QImage boxSheet(QSize size, int thick, int rounding) {
    const double shorter = std::min(size.width(), size.height());
    return roundBoxSheet(size, thick, std::clamp(rounding, 0, 8) / 8.0 * shorter / 2);
}

QImage roundBoxSheet(QSize size, int thick, double radius) {
    QImage sheet = whiteSheet(size);
    const QRectF outer(QPointF(0, 0), QSizeF(sheet.size()));
    fillRoundBox(sheet, outer, radius, true);
    const QRectF inner = outer.adjusted(thick, thick, -thick, -thick);
    if (inner.width() > 0 && inner.height() > 0)
        fillRoundBox(sheet, inner, std::max(radius - thick, 0.0), false);
    return sheet;
}

QImage ellipseSheet(QSize size, int thick) {
    QImage sheet = whiteSheet(size);
    const QRectF outer(QPointF(0, 0), QSizeF(sheet.size()));
    fillEllipse(sheet, outer, true);
    const QRectF inner = outer.adjusted(thick, thick, -thick, -thick);
    if (inner.width() > 0 && inner.height() > 0)
        fillEllipse(sheet, inner, false);
    return sheet;
}

QImage diagonalSheet(QSize size, int thick, bool isRising) {
    QImage sheet = whiteSheet(size);
    const int wide = std::clamp(thick, 1, sheet.width());
    const double room = sheet.width() - wide;
    for (int y = 0; y < sheet.height(); ++y) {
        const double share = (y + 0.5) / sheet.height();
        const double left = room * (isRising ? 1 - share : share);
        fillDots(sheet, QRect(static_cast<int>(std::lround(left)), y, wide, 1), true);
    }
    return sheet;
}

} // namespace packbench
