#include "labels/carrier/zplmatrix.h"

#include <algorithm>
#include <cmath>

namespace packbench {

namespace {

ZplMatrix pdf417(const ZplBarcode& code, const QByteArray& data, const QString& text) {
    ZplMatrix matrix;
    matrix.kind = zplLetter(code.parameters, 4, 'N') == 'Y' ? SymbolKind::Pdf417Truncated
                                                            : SymbolKind::Pdf417;
    SymbolOptions options;
    options.isBytes = isAsciiText(text);
    options.level = std::clamp(zplNumber(code.parameters, 1, 0), 0, 8);
    options.columns = std::clamp(zplNumber(code.parameters, 2, 0), 0, 30);
    options.rows = std::clamp(zplNumber(code.parameters, 3, 0), 0, 90);
    if (options.rows > 0 && options.rows < 3)
        options.rows = 3;
    const QString whole = options.isBytes ? zplLatin(data) : text;
    const bool isFree = options.columns == 0 && options.rows == 0;
    if (isFree) { // about twice as wide as tall, by the number of its codewords
        options.columns = 1;
        matrix.modules = encodeSymbol(matrix.kind, whole, options);
        const int words = matrix.modules.rows;
        options.columns = words > 0 ? std::max(1, qRound(std::sqrt(words / 6.0))) : 0;
    }
    matrix.modules = encodeSymbol(matrix.kind, whole, options);
    if (!matrix.modules.problem.isEmpty()) {
        options.rows = 0;
        options.columns = 0;
        matrix.modules = encodeSymbol(matrix.kind, whole, options);
    }
    const int rows = std::max(1, matrix.modules.rows);
    matrix.dots.narrow = code.bars.narrow;
    matrix.dots.rowHeight =
        std::clamp(zplNumber(code.parameters, 0, std::max(1, code.bars.height / rows)), 1, 1000);
    return matrix;
}

ZplMatrix microPdf(const ZplBarcode& code, const QString& text) {
    ZplMatrix matrix;
    matrix.kind = SymbolKind::MicroPdf417;
    const int mode = zplNumber(code.parameters, 1, 0);
    SymbolOptions options;
    options.columns = mode <= 5 ? 1 : mode <= 12 ? 2 : mode <= 22 ? 3 : 4;
    matrix.modules = encodeSymbol(matrix.kind, text, options);
    if (!matrix.modules.problem.isEmpty())
        matrix.modules = encodeSymbol(matrix.kind, text);
    matrix.dots.narrow = code.bars.narrow;
    matrix.dots.rowHeight =
        std::clamp(zplNumber(code.parameters, 0, 2 * code.bars.narrow), 1, 1000);
    return matrix;
}

ZplMatrix codablock(const ZplBarcode& code, const QString& text) {
    ZplMatrix matrix;
    matrix.kind = SymbolKind::Codablock;
    SymbolOptions options;
    options.rows = zplNumber(code.parameters, 3, 0);
    matrix.modules = encodeSymbol(matrix.kind, text, options);
    if (!matrix.modules.problem.isEmpty())
        matrix.modules = encodeSymbol(matrix.kind, text);
    matrix.dots.narrow = code.bars.narrow;
    matrix.dots.rowHeight = std::clamp(zplNumber(code.parameters, 0, 8), 1, 1000);
    return matrix;
}

ZplMatrix code49(const ZplBarcode& code, const QString& text) {
    ZplMatrix matrix;
    matrix.kind = SymbolKind::Code49;
    matrix.modules = encodeSymbol(matrix.kind, text);
    matrix.dots.narrow = code.bars.narrow;
    return matrix;
}

// ^FD of modes 2 and 3: class of service (3), country (3), postal code, then the message. zint
// wants postal code, country, class.
ZplMatrix maxiCode(const ZplBarcode& code, const QByteArray& data) {
    ZplMatrix matrix;
    matrix.kind = SymbolKind::MaxiCode;
    SymbolOptions options;
    options.isBytes = true;
    options.mode = std::clamp(zplNumber(code.parameters, 0, 2), 2, 6);
    QByteArray message = data;
    if (options.mode <= 3) {
        const QByteArray service = data.left(3);
        const QByteArray country = data.mid(3, 3);
        const qsizetype length = options.mode == 2 ? 9 : 6;
        const QByteArray postal = data.mid(6, length);
        options.primary = postal + country + service;
        message = data.mid(6 + length);
    }
    matrix.modules = encodeSymbol(matrix.kind, zplLatin(message), options);
    return matrix;
}

ZplMatrix dataBar(const ZplBarcode& code, const QByteArray& data) {
    ZplMatrix matrix;
    const int type = zplNumber(code.parameters, 0, 1);
    QByteArray content = data.split('|').first();
    matrix.dots.narrow = std::clamp(zplNumber(code.parameters, 1, 6), 1, 20);
    const double separator = std::clamp(zplNumber(code.parameters, 2, 1), 1, 2);
    double height = 33;
    switch (type) {
    case 2:
        matrix.kind = SymbolKind::Gs1DataBar;
        height = 13;
        break;
    case 3: matrix.kind = SymbolKind::Gs1DataBarStacked; break;
    case 4: matrix.kind = SymbolKind::Gs1DataBarStackedOmni; break;
    case 5:
        matrix.kind = SymbolKind::Gs1DataBarLimited;
        height = 10;
        break;
    case 6:
        matrix.kind = SymbolKind::Gs1DataBarExpanded;
        height = 34;
        break;
    default: matrix.kind = SymbolKind::Gs1DataBar; break;
    }
    matrix.modules = encodeSymbol(matrix.kind, zplLatin(content));
    QList<double>& heights = matrix.modules.heights;
    for (double& one : heights)
        one = heights.size() == 1 ? height : one <= 1.01 ? separator : one;
    if (heights.size() == 1)
        matrix.dots.rowHeight = qRound(height * matrix.dots.narrow);
    return matrix;
}

} // namespace

std::optional<ZplMatrix> zplStacked(const ZplBarcode& code, const QByteArray& data,
                                    const QString& text) {
    const QByteArray& name = code.name;
    if (name == "B7")
        return pdf417(code, data, text);
    if (name == "BF")
        return microPdf(code, text);
    if (name == "BB")
        return codablock(code, text);
    if (name == "B4")
        return code49(code, text);
    if (name == "BD")
        return maxiCode(code, data);
    if (name == "BR")
        return dataBar(code, data);
    return std::nullopt;
}

} // namespace packbench
