#pragma once

#include "labels/symbol.h"

namespace packbench {

/// A code of a template: its modules, what a reader must give back, what stands beneath it.
struct LabelCode : SymbolModules {
    QString reads;   ///< of GS1: the elements, U+001D between them
    QString caption; ///< empty where the code has none
};

/// `text` as a template's field gives it: GS1 with its AIs in brackets or parentheses, EAN-13 and
/// ITF-14 with or without their check digit. A wrong check digit is a problem, never corrected.
[[nodiscard]] LabelCode encodeLabelCode(Symbology symbology, const QString& text);

[[nodiscard]] SymbolKind kindOf(Symbology symbology);
[[nodiscard]] bool isLinear(Symbology symbology);
[[nodiscard]] bool isGs1(Symbology symbology);
/// "Code 128", "GS1 Data Matrix" …, for sentences.
[[nodiscard]] QString nameOf(Symbology symbology);

/// PDF417 with as many columns as let its modules be widest in `box`, quiet zone included.
[[nodiscard]] LabelCode fittedPdf417(const QString& text, QSize box);

} // namespace packbench
