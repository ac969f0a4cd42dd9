#pragma once

#include "labels/template.h"

#include <QByteArray>
#include <QString>

namespace packbench {

/// A code as exact modules, drawn by zint.
struct BarcodeModules {
    int columns = 0;
    int rows = 0;    ///< 1 for linear codes
    QByteArray dark; ///< columns * rows bytes, 1 = dark
    QString problem; ///< zint's words when it could not be made; then no modules

    [[nodiscard]] bool isDark(int column, int row) const {
        return dark.at(row * columns + column) != 0;
    }
};

/// Code 128 (subsets chosen automatically) or QR (UTF-8) of `text`; the others: labelcode.h.
[[nodiscard]] BarcodeModules encodeBarcode(Symbology symbology, const QString& text);

/// Quiet zone a reader needs, in modules on each side.
[[nodiscard]] int quietModules(Symbology symbology);

} // namespace packbench
