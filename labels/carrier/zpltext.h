#pragma once

#include "labels/carrier/zplstate.h"

#include <QHash>
#include <QPainterPath>
#include <QRawFont>

namespace packbench {

/// A line of text in a printer's font.
struct ZplLine {
    QImage ink;    ///< a sheet
    QPoint origin; ///< of the pen on the baseline, in the sheet
    double advance = 0;
    bool isCut = false; ///< a block has more lines than it may
};

/// The printer's fonts, as near as the system's come: 0 and everything scalable condensed and bold,
/// the others of fixed pitch. One thread.
class ZplTypes {
public:
    /// Characters that no font has are added to `missing`.
    [[nodiscard]] ZplLine line(const QString& text, const ZplFont& font, QString* missing) const;
    [[nodiscard]] double width(const QString& text, const ZplFont& font) const;

private:
    struct Glyph {
        QPainterPath path; ///< of an em of 1, baseline at 0
        double advance = 0;
    };
    struct Measure {
        double scaleX = 1;
        double scaleY = 1;
        double pitch = 0; ///< 0 = proportional
        bool isUpper = false;
        bool isBold = false;
    };
    [[nodiscard]] static Measure measure(const ZplFont& font);
    [[nodiscard]] const Glyph& glyph(char32_t character, bool isFixed, bool isBold) const;

    /// Opened when first needed: most labels need two of them.
    [[nodiscard]] const QRawFont& face(const QString& family, bool isBold) const;

    mutable QHash<QString, QRawFont> m_faces;
    mutable QHash<quint64, Glyph> m_glyphs;
};

/// ^A's cell, scaled as a printer scales it: bitmap fonts in whole steps.
[[nodiscard]] ZplFont snappedFont(ZplFont font);
/// From the top of the cell to the baseline.
[[nodiscard]] int zplAscent(const ZplFont& font);

/// How tall a field is: its cell, or all lines that a block may have.
[[nodiscard]] int zplBlockHeight(const ZplFont& font, const ZplBlock& block);

/// A field's text, one line or a block, unturned; the pen's start in it and where it stopped.
[[nodiscard]] ZplLine zplTextSheet(const ZplTypes& types, const QString& text, const ZplFont& font,
                                   const ZplBlock& block, QString* missing);

} // namespace packbench
