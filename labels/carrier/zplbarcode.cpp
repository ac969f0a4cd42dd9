#include "labels/carrier/zplbarcode.h"

#include "labels/carrier/zplmatrix.h"
#include "labels/sheet.h"

#include <algorithm>
#include <array>

namespace packbench {

namespace {

constexpr int kTallest = 10'000;
constexpr int kMostNarrow = 100;

/// Where a linear bar code's command has its parameters, after the turn; -1 = it has none.
struct Rule {
    const char* name;
    SymbolKind kind;
    int height;
    int line;     ///< the line for eyes: Y or N
    bool hasLine; ///< when not told
    int above;
    int check;
};

// ZPL manual, one row for each command.
constexpr std::array<Rule, 18> kRules{{{"B1", SymbolKind::Code11, 1, 2, true, 3, 0},
                                       {"B2", SymbolKind::Interleaved25, 0, 1, true, 2, 3},
                                       {"B3", SymbolKind::Code39, 1, 2, true, 3, 0},
                                       {"B5", SymbolKind::Planet, 0, 1, false, 2, -1},
                                       {"B8", SymbolKind::Ean8, 0, 1, true, 2, -1},
                                       {"B9", SymbolKind::UpcE, 0, 1, true, 2, 3},
                                       {"BA", SymbolKind::Code93, 0, 1, true, 2, 3},
                                       {"BC", SymbolKind::Code128, 0, 1, true, 2, 3},
                                       {"BE", SymbolKind::Ean13, 0, 1, true, 2, -1},
                                       {"BI", SymbolKind::Industrial25, 0, 1, true, 2, -1},
                                       {"BJ", SymbolKind::Standard25, 0, 1, true, 2, -1},
                                       {"BK", SymbolKind::Codabar, 1, 2, true, 3, -1},
                                       {"BL", SymbolKind::Logmars, 0, -1, true, -1, -1},
                                       {"BM", SymbolKind::Msi, 1, 2, true, 3, 0},
                                       {"BP", SymbolKind::Plessey, 1, 2, true, 3, -1},
                                       {"BS", SymbolKind::UpcEanExtension, 0, 1, true, 2, -1},
                                       {"BU", SymbolKind::UpcA, 0, 1, true, 2, 3},
                                       {"BZ", SymbolKind::Postnet, 0, 1, false, 2, -1}}};
constexpr std::array<const char*, 11> kMatrixNames{"B0", "B4", "B7", "BB", "BD", "BF",
                                                   "BO", "BQ", "BR", "BX", "BT"};

const Rule* ruleOf(const QByteArray& name) {
    const auto found =
        std::find_if(kRules.begin(), kRules.end(), [&](const Rule& r) { return name == r.name; });
    return found == kRules.end() ? nullptr : &*found;
}

bool isYes(const QList<QByteArray>& parameters, int index, bool otherwise) {
    const QByteArray text = index < 0 ? QByteArray() : parameters.value(index).trimmed().toUpper();
    return text.isEmpty() ? otherwise : text.startsWith('Y');
}

QString digitsOnly(const QString& text) {
    QString digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits;
}

struct Linear {
    SymbolKind kind;
    SymbolModules modules;
    QString readable;
};

/// EAN and UPC count their own check digit; one that was sent is replaced, as printers do.
QString checked(const QString& text, int digits) {
    return digitsOnly(text).left(digits).rightJustified(digits, u'0');
}

// Seven digits of a UPC-E: the number system, six digits – or ten of a UPC-A to be squeezed.
QString upcE(const QString& text) {
    const QString digits = digitsOnly(text);
    if (digits.size() < 10)
        return digits.left(7).rightJustified(7, u'0');
    const QString maker = digits.mid(digits.size() - 10, 5);
    const QString goods = digits.right(5);
    const QString system = QStringLiteral("0");
    if (maker.at(2) <= u'2' && maker.endsWith(u"00"))
        return system + maker.left(2) + goods.right(3) + maker.at(2);
    if (maker.endsWith(u"00"))
        return system + maker.left(3) + goods.right(2) + u'3';
    if (maker.endsWith(u'0'))
        return system + maker.left(4) + goods.right(1) + u'4';
    return system + maker + goods.right(1);
}

QChar latin1Letter(const QByteArray& parameter) {
    return parameter.trimmed().isEmpty() ? u'A' : QChar::fromLatin1(parameter.trimmed().at(0));
}

SymbolOptions optionsOf(const ZplBarcode& code, const Rule& rule) {
    SymbolOptions options;
    if (rule.kind == SymbolKind::Msi) {
        const QByteArray check = code.parameters.value(0).trimmed().toUpper();
        options.checkDigits = check == "A" ? 0 : check == "C" ? 2 : check == "D" ? 4 : 1;
    } else if (rule.kind == SymbolKind::Code11) {
        options.checkDigits = isYes(code.parameters, 0, false) ? 1 : 2;
    } else if (rule.kind == SymbolKind::Logmars) {
        options.checkDigits = 1;
    } else if (rule.kind == SymbolKind::Code39 || rule.kind == SymbolKind::Interleaved25) {
        options.checkDigits = isYes(code.parameters, rule.check, false) ? 1 : 0;
    }
    return options;
}

Linear linear(const ZplBarcode& code, const Rule& rule, const QByteArray& data,
              const QString& text) {
    Linear result{rule.kind, {}, text};
    const SymbolOptions options = optionsOf(code, rule);
    if (rule.kind == SymbolKind::Code128) {
        const QByteArray mode = code.parameters.value(4).trimmed().toUpper();
        const ZplCode128 values = zplCode128(data, mode.isEmpty() ? 'N' : mode.at(0));
        result.readable = values.readable;
        result.modules = code128Modules(values.values);
        result.modules.problem = values.problem;
        return result;
    }
    QString content = text;
    switch (rule.kind) {
    case SymbolKind::Ean13: content = checked(text, 12); break;
    case SymbolKind::Ean8: content = checked(text, 7); break;
    case SymbolKind::UpcA: content = checked(text, 11); break;
    case SymbolKind::UpcE: content = upcE(text); break;
    case SymbolKind::UpcEanExtension:
        content = digitsOnly(text);
        content = content.size() <= 2 ? content.rightJustified(2, u'0')
                                      : content.left(5).rightJustified(5, u'0');
        break;
    case SymbolKind::Interleaved25:
        content = digitsOnly(text);
        if ((content.size() + options.checkDigits) % 2 != 0)
            content.prepend(u'0');
        result.readable = content;
        break;
    case SymbolKind::Postnet:
        if (zplNumber(code.parameters, 3, 0) == 1)
            result.kind = SymbolKind::Planet;
        else if (zplNumber(code.parameters, 3, 0) == 3)
            result.kind = SymbolKind::Imb;
        content = digitsOnly(text);
        break;
    case SymbolKind::Planet: content = digitsOnly(text); break;
    case SymbolKind::Codabar: {
        const auto isEnd = [](QChar c) { return c.toUpper() >= u'A' && c.toUpper() <= u'D'; };
        if (content.isEmpty() || !isEnd(content.at(0)))
            content.prepend(latin1Letter(code.parameters.value(4)));
        if (content.size() < 2 || !isEnd(content.back()))
            content.append(latin1Letter(code.parameters.value(5)));
        break;
    }
    default: break;
    }
    result.modules = encodeSymbol(result.kind, content, options);
    const bool isOwnText = rule.kind == SymbolKind::Ean13 || rule.kind == SymbolKind::Ean8 ||
                           rule.kind == SymbolKind::UpcA || rule.kind == SymbolKind::UpcE ||
                           rule.kind == SymbolKind::Logmars || rule.kind == SymbolKind::Code39;
    if (isOwnText && !result.modules.readable.isEmpty())
        result.readable = result.modules.readable;
    if (rule.kind == SymbolKind::Logmars)
        result.readable.remove(u'*');
    return result;
}

/// Larger than any label: refused before there is a picture of it.
QString sizeProblem(const SymbolModules& modules, const SymbolDots& dots) {
    constexpr double kMostDots = 64e6;
    const double width = double(modules.columns) * dots.narrow * 1.5;
    const double tallest = modules.heights.isEmpty()
                               ? 1
                               : *std::max_element(modules.heights.begin(), modules.heights.end());
    const double row = dots.rowHeight > 0 ? dots.rowHeight : tallest * dots.narrow;
    const double height =
        modules.rows == 1 ? std::max<double>(dots.height, row) : modules.rows * row;
    return width * height > kMostDots ? QStringLiteral("It would be larger than any label.")
                                      : QString();
}

ZplDrawing drawingOf(const QImage& ink, const QString& problem) {
    ZplDrawing drawing;
    drawing.ink = ink;
    drawing.box = ink.rect();
    drawing.pen = {0, ink.height()};
    drawing.advance = ink.width();
    drawing.problem = problem;
    return drawing;
}

} // namespace

bool isZplBarcode(const QByteArray& name) {
    return ruleOf(name) != nullptr ||
           std::find(kMatrixNames.begin(), kMatrixNames.end(), name) != kMatrixNames.end();
}

ZplDrawing zplBarcode(const ZplTypes& types, const ZplBarcode& code, const QByteArray& data,
                      const QString& text, int dotsPerMm) {
    if (const auto matrix = zplMatrix(code, data, text)) {
        const bool isMaxi = matrix->kind == SymbolKind::MaxiCode;
        if (!matrix->modules.problem.isEmpty())
            return drawingOf({}, matrix->modules.problem);
        if (const QString problem = sizeProblem(matrix->modules, matrix->dots); !problem.isEmpty())
            return drawingOf({}, problem);
        ZplDrawing drawing =
            drawingOf(isMaxi ? maxiCodeSheet(matrix->modules, dotsPerMm)
                             : symbolSheet(matrix->modules, matrix->kind, matrix->dots),
                      {});
        drawing.code = matrix->kind;
        if (matrix->kind == SymbolKind::Qr) { // hangs lower by the height of ^BY
            const int lower = std::min(code.bars.height, kTallest);
            drawing.box.setTop(drawing.box.top() - lower);
            drawing.pen.ry() += 3 * matrix->dots.narrow; // ^FT counts some quiet zone
        }
        return drawing;
    }
    const Rule* rule = ruleOf(code.name);
    if (rule == nullptr)
        return drawingOf({}, QStringLiteral("This kind of code cannot be drawn."));
    const Linear bars = linear(code, *rule, data, text);
    if (!bars.modules.problem.isEmpty())
        return drawingOf({}, bars.modules.problem);
    SymbolDots dots;
    dots.narrow = std::clamp(code.bars.narrow, 1, kMostNarrow);
    dots.ratio = code.bars.ratio;
    dots.height =
        std::clamp(zplNumber(code.parameters, rule->height, code.bars.height), 1, kTallest);
    const bool hasGuards = bars.kind == SymbolKind::Ean13 || bars.kind == SymbolKind::Ean8 ||
                           bars.kind == SymbolKind::UpcA || bars.kind == SymbolKind::UpcE;
    dots.guardDescent = hasGuards ? qRound(dots.narrow * 6.5) : 0;
    if (const QString problem = sizeProblem(bars.modules, dots); !problem.isEmpty())
        return drawingOf({}, problem);
    ZplDrawing drawing = drawingOf(symbolSheet(bars.modules, bars.kind, dots), {});
    drawing.code = bars.kind;
    drawing.box.setHeight(dots.height);
    drawing.pen = {0, dots.height};
    if (!isYes(code.parameters, rule->line, rule->hasLine))
        return drawing;
    if (hasGuards && !isYes(code.parameters, rule->above, false))
        addZplDigits(drawing, types, bars.readable, bars.kind, dots.narrow);
    else
        addZplLine(drawing, types, bars.readable, dots.narrow,
                   isYes(code.parameters, rule->above, code.name == "BS"));
    return drawing;
}

} // namespace packbench
