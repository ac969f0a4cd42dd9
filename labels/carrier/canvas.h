#pragma once

#include "labels/page.h"

#include <QImage>
#include <QPoint>
#include <QRect>
#include <QString>

namespace packbench {

/// How an item's dots meet those that are there already.
enum class Ink { Black, White, Invert, Replace };

/// The paper of an interpreted label. Everything in whole dots; what lies outside is cut off.
class Canvas {
public:
    Canvas(QSize dots, int dotsPerMm);

    [[nodiscard]] QSize size() const { return m_sheet.size(); }
    /// The set dots of a picture (a sheet, see labels/sheet.h); with Replace its white ones, too.
    void put(const QImage& sheet, QPoint at, Ink ink = Ink::Black);
    /// The same, turned clockwise by 0, 90, 180 or 270 degrees about its own top left corner, which
    /// lies at `at`: TSPL's and EPL2's way of turning.
    void putTurned(const QImage& sheet, QPoint at, int degrees, Ink ink = Ink::Black);
    void fill(const QRect& place, Ink ink = Ink::Black);
    /// A straight line between two points, `thick` dots across.
    void line(QPoint from, QPoint to, int thick, Ink ink = Ink::Black);
    /// True when black or inverted dots were cut off at the paper's edge since the canvas was made.
    [[nodiscard]] bool wasCut() const { return m_wasCut; }
    [[nodiscard]] const QImage& sheet() const { return m_sheet; }
    [[nodiscard]] Page page() const;

private:
    QImage m_sheet;
    int m_dotsPerMm = 8;
    bool m_wasCut = false;
};

// Shapes as sheets, to be put and turned.
[[nodiscard]] QImage boxSheet(QSize size, int thick, int rounding); ///< rounding 0 to 8, as ^GB
[[nodiscard]] QImage roundBoxSheet(QSize size, int thick, double radius); ///< radius in dots
[[nodiscard]] QImage ellipseSheet(QSize size, int thick);
/// From corner to corner as ^GD: a parallelogram, `thick` dots wide in every row.
[[nodiscard]] QImage diagonalSheet(QSize size, int thick, bool isRising);

} // namespace packbench
