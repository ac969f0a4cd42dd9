#include "labels/labelcode.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace packbench {

namespace {

constexpr int kMaxiCodeFreeText = 4;
constexpr int kMostPdf417Columns = 12;

LabelCode refused(const QString& sentence) {
    LabelCode code;
    code.problem = sentence;
    return code;
}

bool isAscii(const QString& text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; });
}

bool hasControl(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}

/// From the right, weights 3 and 1 in turn (GS1 General Specifications, 7.9).
QChar checkDigit(const QString& digits) {
    int sum = 0;
    int weight = 3;
    for (auto c = digits.crbegin(); c != digits.crend(); ++c, weight = 4 - weight)
        sum += c->digitValue() * weight;
    return QChar(u'0' + (10 - sum % 10) % 10);
}

LabelCode made(SymbolKind kind, const QString& text, const SymbolOptions& options) {
    LabelCode code;
    static_cast<SymbolModules&>(code) = encodeSymbol(kind, text, options);
    // ISO/IEC 15438: a row is at least three modules high.
    code.heights = QList<double>(code.rows, kind == SymbolKind::Pdf417 ? 3.0 : 1.0);
    return code;
}

LabelCode digitsOnly(Symbology symbology, const QString& text) {
    const qsizetype full = symbology == Symbology::Ean13 ? 13 : 14;
    static const QRegularExpression form(QStringLiteral("\\A[0-9]{12,14}\\z"));
    if (!form.match(text).hasMatch() || text.size() > full || text.size() < full - 1)
        return refused(QStringLiteral("%1 takes %2 digits, or %3 and makes the last one itself.")
                           .arg(nameOf(symbology))
                           .arg(full)
                           .arg(full - 1));
    const QString bare = text.left(full - 1);
    const QString whole = bare + checkDigit(bare);
    if (text.size() == full && text != whole)
        return refused(QStringLiteral("Its check digit should be %1.").arg(whole.back()));
    LabelCode code = made(kindOf(symbology), bare, {});
    code.reads = whole;
    code.caption = symbology == Symbology::Ean13
                       ? whole.left(1) + u' ' + whole.mid(1, 6) + u' ' + whole.mid(7)
                       : whole.left(1) + u' ' + whole.mid(1, 2) + u' ' + whole.mid(3, 5) + u' ' +
                             whole.mid(8, 5) + u' ' + whole.mid(13);
    return code;
}

LabelCode elementString(Symbology symbology, const QString& text) {
    const QString elements = gs1Elements(text);
    if (elements.isEmpty() || !isAscii(text))
        return refused(QStringLiteral("%1 takes application identifiers in brackets, such as "
                                      "[01]09506000134352[10]A1.")
                           .arg(nameOf(symbology)));
    QString bracketed = text;
    static const QRegularExpression form(QStringLiteral("\\(([0-9]{2,4})\\)"));
    bracketed.replace(form, QStringLiteral("[\\1]"));
    SymbolOptions options;
    options.isChecked = true;
    LabelCode code = made(kindOf(symbology), bracketed, options);
    code.reads = elements;
    if (symbology == Symbology::Gs1_128)
        code.caption = bracketed.replace(u'[', u'(').replace(u']', u')');
    return code;
}

LabelCode freeText(Symbology symbology, const QString& text) {
    if (hasControl(text))
        return refused(QStringLiteral("The text contains control characters."));
    SymbolOptions options;
    options.mode = symbology == Symbology::MaxiCode ? kMaxiCodeFreeText : 0;
    LabelCode code = made(kindOf(symbology), text, options);
    code.reads = text;
    return code;
}

} // namespace

LabelCode encodeLabelCode(Symbology symbology, const QString& text) {
    switch (symbology) {
    case Symbology::Code128:
    case Symbology::Qr: {
        LabelCode code;
        static_cast<BarcodeModules&>(code) = encodeBarcode(symbology, text);
        code.reads = text;
        code.caption = symbology == Symbology::Code128 ? text : QString();
        return code;
    }
    case Symbology::Ean13:
    case Symbology::Itf14: return digitsOnly(symbology, text);
    case Symbology::Gs1_128:
    case Symbology::Gs1DataMatrix: return elementString(symbology, text);
    case Symbology::DataMatrix:
    case Symbology::Pdf417:
    case Symbology::MaxiCode: break;
    }
    return freeText(symbology, text);
}

SymbolKind kindOf(Symbology symbology) {
    switch (symbology) {
    case Symbology::Code128: return SymbolKind::Code128;
    case Symbology::Qr: return SymbolKind::Qr;
    case Symbology::Gs1_128: return SymbolKind::Gs1_128;
    case Symbology::Ean13: return SymbolKind::Ean13;
    case Symbology::Itf14: return SymbolKind::Itf14;
    case Symbology::DataMatrix: return SymbolKind::DataMatrix;
    case Symbology::Gs1DataMatrix: return SymbolKind::Gs1DataMatrix;
    case Symbology::Pdf417: return SymbolKind::Pdf417;
    case Symbology::MaxiCode: return SymbolKind::MaxiCode;
    }
    return SymbolKind::Code128;
}

bool isLinear(Symbology symbology) {
    return symbology == Symbology::Code128 || symbology == Symbology::Gs1_128 ||
           symbology == Symbology::Ean13 || symbology == Symbology::Itf14;
}

bool isGs1(Symbology symbology) {
    return symbology == Symbology::Gs1_128 || symbology == Symbology::Gs1DataMatrix;
}

QString nameOf(Symbology symbology) {
    switch (symbology) {
    case Symbology::Code128: return QStringLiteral("Code 128");
    case Symbology::Qr: return QStringLiteral("QR code");
    case Symbology::Gs1_128: return QStringLiteral("GS1-128");
    case Symbology::Ean13: return QStringLiteral("EAN-13");
    case Symbology::Itf14: return QStringLiteral("ITF-14");
    case Symbology::DataMatrix: return QStringLiteral("Data Matrix");
    case Symbology::Gs1DataMatrix: return QStringLiteral("GS1 Data Matrix");
    case Symbology::Pdf417: return QStringLiteral("PDF417");
    case Symbology::MaxiCode: return QStringLiteral("MaxiCode");
    }
    return {};
}

LabelCode fittedPdf417(const QString& text, QSize box) {
    LabelCode best = encodeLabelCode(Symbology::Pdf417, text);
    if (!best.problem.isEmpty())
        return best;
    const auto moduleIn = [box](const LabelCode& code) {
        const double rows = std::accumulate(code.heights.begin(), code.heights.end(), 0.0);
        const int quiet = 2 * quietModules(Symbology::Pdf417);
        return std::min(box.width() / (code.columns + quiet),
                        static_cast<int>(box.height() / (rows + quiet)));
    };
    for (int columns = 1; columns <= kMostPdf417Columns; ++columns) {
        SymbolOptions options;
        options.columns = columns;
        LabelCode code = made(SymbolKind::Pdf417, text, options);
        code.reads = text;
        if (code.problem.isEmpty() && moduleIn(code) > moduleIn(best))
            best = code;
    }
    return best;
}

} // namespace packbench
