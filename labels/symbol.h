#pragma once

#include "labels/barcode.h"

#include <QByteArray>
#include <QImage>
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
    Gs1DataBarLimited,
    Gs1DataBarExpanded,
    Codablock,
    Code49,
    Pdf417,
    MicroPdf417,
    MaxiCode,
    Qr,
    MicroQr,
    DataMatrix,
    Gs1DataMatrix,
    Aztec,
    Tlc39
};

/// What a language may ask of a code; what it does not ask stays zint's own choice.
struct SymbolOptions {
    bool isBytes = false;           ///< the text holds Latin 1 characters that stand for bytes
    bool hasCheckDigit = false;     ///< add and print one where it is not part of the code anyway
    char startStop[2] = {'A', 'A'}; ///< Codabar
    int rows = 0;
    int columns = 0;
    int level = -1;     ///< of error correction, as zint counts
    int version = 0;    ///< of QR, Data Matrix, Aztec
    int mode = 0;       ///< of MaxiCode
    QByteArray primary; ///< of MaxiCode's modes 2 and 3
};

/// As modules; `heights` of the rows where they differ (stacked codes, postal codes), else empty.
struct SymbolModules : BarcodeModules {
    QList<double> heights; ///< of each row, in modules
    QString readable;      ///< what stands beneath it for eyes
};

[[nodiscard]] SymbolModules encodeSymbol(SymbolKind kind, const QString& text,
                                         const SymbolOptions& options = {});

/// Linear codes: bars `narrow` dots wide, wide ones `ratio` times that where the code has two
/// widths (2.0 to 3.0), `height` dots tall. Others: modules of `narrow` dots, `height` ignored.
[[nodiscard]] QImage symbolSheet(const SymbolModules& modules, SymbolKind kind, int narrow,
                                 double ratio, int height);

} // namespace packbench
