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

    [[nodiscard]] QSize size() const;
    /// The set dots of a picture (a sheet, see labels/sheet.h); with Replace its white ones, too.
    void put(const QImage& sheet, QPoint at, Ink ink = Ink::Black);
    void fill(const QRect& place, Ink ink = Ink::Black);
    /// True when something was cut off at the paper's edge since the canvas was made.
    [[nodiscard]] bool wasCut() const;
    [[nodiscard]] Page page() const;

private:
    QImage m_sheet;
    int m_dotsPerMm = 8;
    bool m_wasCut = false;
};

// Shapes as sheets, to be put and turned.
[[nodiscard]] QImage boxSheet(QSize size, int thick, int rounding); ///< rounding 0 to 8, as ^GB
[[nodiscard]] QImage ellipseSheet(QSize size, int thick);
[[nodiscard]] QImage diagonalSheet(QSize size, int thick, bool isRising);

/// A printer's built-in font, by what it looks like.
enum class PrinterFace {
    Proportional, ///< ZPL 0, TSPL "0": a condensed Helvetica look-alike
    Bitmap,       ///< fixed pitch, from a cell of dots
    Ocr           ///< fixed pitch, OCR-A or OCR-B
};

struct PrinterFont {
    PrinterFace face = PrinterFace::Proportional;
    double height = 30; ///< dots, of the cell
    double width =
        0; ///< dots, of one cell of a fixed pitch; of the em where proportional; 0 = natural
    bool bold = false;
};

/// A line of text as a sheet: its height is the font's, its width what the text takes. Chinese and
/// whatever the printer's own face lacks comes from the label fonts; `missing` gets what none has.
[[nodiscard]] QImage textSheet(const QString& text, const PrinterFont& font, QString* missing);
/// The width of that line in dots, without drawing it.
[[nodiscard]] int textWidth(const QString& text, const PrinterFont& font);

} // namespace packbench
