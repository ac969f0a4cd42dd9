#pragma once

#include <QImage>
#include <QString>

namespace packbench {

/// A printer's built-in font, by what it looks like.
enum class PrinterFace {
    Proportional, ///< ZPL 0, TSPL "0": a condensed Helvetica look-alike
    Bitmap,       ///< fixed pitch, from a cell of dots
    Ocr           ///< fixed pitch, OCR-A or OCR-B
};

struct PrinterFont {
    PrinterFace face = PrinterFace::Proportional;
    double height = 30; ///< dots, of the cell; more than 2,000 are drawn as 2,000
    /// Dots, of one cell of a fixed pitch; of the em where proportional; 0 = natural. An ideograph
    /// takes two cells.
    double width = 0;
    double spacing = 0; ///< dots between two cells of a fixed pitch
    bool bold = false;
};

/// No text's sheet is wider than this; what lies further right is cut off.
constexpr int kMostTextDots = 16384;

/// A line of text as a sheet: its height is the font's, its width what the text takes. Chinese and
/// whatever the printer's own face lacks comes from the label fonts; `missing` gets what none has.
[[nodiscard]] QImage textSheet(const QString& text, const PrinterFont& font, QString* missing);
/// The width of that line in dots, without drawing it.
[[nodiscard]] int textWidth(const QString& text, const PrinterFont& font);

} // namespace packbench
