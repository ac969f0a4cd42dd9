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

/// A parameter as a whole number; `otherwise` where it is empty or no number.
[[nodiscard]] int zplNumber(const QList<QByteArray>& parameters, qsizetype index, int otherwise);

} // namespace packbench
