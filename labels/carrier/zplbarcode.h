#pragma once

#include "labels/carrier/zplstate.h"
#include "labels/carrier/zpltext.h"
#include "labels/symbol.h"

#include <optional>

namespace packbench {

/// A field drawn upright: its dots, the box that ^FO places and the point that ^FT places.
struct ZplDrawing {
    QImage ink;
    QRect box;  ///< in the ink
    QPoint pen; ///< a corner between dots, in the ink
    double advance = 0;
    QString problem;                  ///< why a code could not be made; then there is no ink
    std::optional<SymbolKind> code{}; ///< the kind it is, of a code
};

/// True for the names of bar code commands.
[[nodiscard]] bool isZplBarcode(const QByteArray& name);

/// The code of a field's data, its line for eyes included.
[[nodiscard]] ZplDrawing zplBarcode(const ZplTypes& types, const ZplBarcode& code,
                                    const QByteArray& data, const QString& text, int dotsPerMm);

/// Puts the line for eyes under or above the bars.
void addZplLine(ZplDrawing& drawing, const ZplTypes& types, const QString& text, int narrow,
                bool isAbove);
/// The digits of EAN and UPC stand under their own bars, between the guards; those outside hang
/// nine modules from them.
void addZplDigits(ZplDrawing& drawing, const ZplTypes& types, const QString& text, SymbolKind kind,
                  int narrow);

/// ^BC: the values of Code 128 that data ask for, `readable` what stands beneath.
struct ZplCode128 {
    QList<int> values;
    QString readable;
    QString problem;
};
[[nodiscard]] ZplCode128 zplCode128(const QByteArray& data, char mode);

/// ^BQ: what "QA,…" and "HM,B0004…" hold.
struct ZplQrData {
    char level = 'Q';
    QByteArray data;
};
[[nodiscard]] ZplQrData zplQrData(const QByteArray& data);

} // namespace packbench
