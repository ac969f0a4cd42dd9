#pragma once

#include "labels/barcode.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QString>

namespace packbench {

/// The codes printer languages name; drawn by zint (labels/barcode.cpp has it alone).
enum class SymbolKind {
    Code11,
    Code39,
    Code93,
    Code128,
    Gs1_128,
    Interleaved25,
    Industrial25,
    Standard25,
    Itf14,
    Codabar,
    Logmars,
    Msi,
    Plessey,
    Ean8,
    Ean13,
    UpcA,
    UpcE,
    UpcEanExtension,
    Planet,
    Postnet,
    Imb,
    Gs1DataBar,
    Gs1DataBarStacked,
    Gs1DataBarStackedOmni,
    Gs1DataBarLimited,
    Gs1DataBarExpanded,
    Codablock,
    Code49,
    Pdf417,
    Pdf417Truncated,
    MicroPdf417,
    MaxiCode,
    Qr,
    MicroQr,
    DataMatrix,
    Gs1DataMatrix,
    Aztec,
    AztecRune
};

/// What a language may ask of a code; what it does not ask stays zint's own choice.
struct SymbolOptions {
    bool isBytes = false; ///< the text holds Latin 1 characters that stand for bytes
    int checkDigits =
        0; ///< how many to add where they are not part of the code anyway; Code 11, MSI 2
    int rows = 0;
    int columns = 0;
    int level = -1;           ///< of error correction, as zint counts
    int version = 0;          ///< of QR, Data Matrix, Aztec
    bool isRectangle = false; ///< Data Matrix: a smaller oblong rather than a square
    int mask = -1;            ///< of QR
    int mode = 0;             ///< of MaxiCode
    QByteArray primary;       ///< of MaxiCode's modes 2 and 3
    bool isChecked = false;   ///< GS1: what the AIs do not allow is a problem
};

/// As modules; `heights` of the rows where they differ (stacked codes, postal codes), else empty.
struct SymbolModules : BarcodeModules {
    QList<double> heights; ///< of each row, in modules
    QString readable;      ///< what stands beneath it for eyes
};

/// `text` for a code of GS1: element strings as sent, without brackets, U+001D where FNC1 stands
/// between them; or with AIs in brackets.
[[nodiscard]] SymbolModules encodeSymbol(SymbolKind kind, const QString& text,
                                         const SymbolOptions& options = {});

/// Element strings with U+001D between them as "[01]09…[10]…". Empty when an AI is cut off.
[[nodiscard]] QString bracketedGs1(const QString& elements);

/// The other way round: brackets or parentheses to elements with U+001D where one is needed. Empty
/// when there is no AI at the beginning.
[[nodiscard]] QString gs1Elements(const QString& bracketed);

/// Code 128 of exactly these values (0 to 105, the first one starts, no check value and no stop):
/// what a language that names its subsets asks for.
[[nodiscard]] SymbolModules code128Modules(const QList<int>& values);

/// How large a code is drawn, in dots.
struct SymbolDots {
    int narrow = 2;       ///< a module, or a narrow bar
    double ratio = 3.0;   ///< of wide bars where the code has two widths
    int height = 100;     ///< of the bars of linear codes
    int rowHeight = 0;    ///< of each row of a stacked code; 0 = as the code says
    int guardDescent = 0; ///< how far the guard bars of EAN and UPC go further down
};

[[nodiscard]] QImage symbolSheet(const SymbolModules& modules, SymbolKind kind,
                                 const SymbolDots& dots);

/// MaxiCode has one size: hexagons around rings, about 25 x 24 mm.
[[nodiscard]] QImage maxiCodeSheet(const SymbolModules& modules, int dotsPerMm);

} // namespace packbench
