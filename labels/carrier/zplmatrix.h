#pragma once

#include "labels/carrier/zplbarcode.h"
#include "labels/symbol.h"

namespace packbench {

/// A matrix or stacked code: its modules and how large they are drawn.
struct ZplMatrix {
    SymbolKind kind = SymbolKind::Qr;
    SymbolModules modules;
    SymbolDots dots;
};

/// ^BQ, ^BX, ^BO and ^B0, ^B7, ^BF, ^BB, ^BD, ^BR, ^B4. Nothing for other names.
[[nodiscard]] std::optional<ZplMatrix> zplMatrix(const ZplBarcode& code, const QByteArray& data,
                                                 const QString& text);

/// Those of them that are rows of bars, and MaxiCode.
[[nodiscard]] std::optional<ZplMatrix> zplStacked(const ZplBarcode& code, const QByteArray& data,
                                                  const QString& text);

[[nodiscard]] QString zplLatin(const QByteArray& bytes);
[[nodiscard]] bool isAsciiText(const QString& text);
/// A parameter's first letter as a capital.
[[nodiscard]] char zplLetter(const QList<QByteArray>& parameters, qsizetype index, char otherwise);

/// A parameter as a whole number; `otherwise` where it is empty or no number.
[[nodiscard]] int zplNumber(const QList<QByteArray>& parameters, qsizetype index, int otherwise);

} // namespace packbench
