#include "labels/barcode.h"
#include "labels/drawing.h"
#include "labels/fillin.h"
#include "labels/sheet.h"

#include <QRegion>

#include <algorithm>

namespace packbench {

namespace {

constexpr int kNarrowestAt8 = 2; ///< 0.25 mm, what thermal heads and hand scanners both manage
constexpr double kLowestBarsMm = 4;
constexpr double kCaptionGapMm = 0.5;
constexpr int kCaptionGroup = 4;
constexpr qsizetype kShortestGrouped = 8;

/// The symbol inside the item's unturned box.
struct Placed {
    int module = 0;
    QRect symbol; ///< dark and light modules, without quiet zone
    QRect zone;   ///< with quiet zone
};

int captionDots(const Drawing& drawing, const TemplateItem& item) {
    if (!item.caption || item.symbology != Symbology::Code128)
        return 0;
    return drawing.dots(item.fontMm) + drawing.dots(kCaptionGapMm);
}

/// The widest module not above the template's at which the symbol and its quiet zone fit; 0 = none.
int moduleFor(const Drawing& drawing, const TemplateItem& item, QSize modules, QSize box) {
    const int widest = std::max(1, item.moduleDots * drawing.dotsPerMm / 8);
    const int narrowest = (kNarrowestAt8 * drawing.dotsPerMm + 7) / 8;
    const int byWidth = box.width() / modules.width();
    const int byHeight = modules.height() > 1 ? box.height() / modules.height() : byWidth;
    const int module = std::min({widest, byWidth, byHeight});
    return module >= std::min(narrowest, widest) ? module : 0;
}

Placed placed(const BarcodeModules& code, int module, int quiet, QSize box) {
    const bool linear = code.rows == 1;
    Placed result;
    result.module = module;
    const QSize symbol(code.columns * module, linear ? box.height() : code.rows * module);
    const int margin = quiet * module;
    const int x = (box.width() - symbol.width()) / 2;
    const int y = linear ? 0 : (box.height() - symbol.height()) / 2;
    result.symbol = QRect(QPoint(x, y), symbol);
    result.zone =
        result.symbol.adjusted(-margin, linear ? 0 : -margin, margin, linear ? 0 : margin);
    return result;
}

void paintModules(QImage& mask, const BarcodeModules& code, const Placed& place) {
    const int height = code.rows == 1 ? place.symbol.height() : place.module;
    for (int row = 0; row < code.rows; ++row) {
        for (int column = 0; column < code.columns; ++column) {
            if (code.isDark(column, row))
                fillDots(mask,
                         QRect(place.symbol.left() + column * place.module,
                               place.symbol.top() + row * place.module, place.module, height),
                         true);
        }
    }
}

/// "773020148806215" as "7730 2014 8806 215": people compare numbers in fours. No group of one.
QString grouped(const QString& text) {
    const bool plain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (!plain || text.size() < kShortestGrouped)
        return text;
    QString result = text;
    qsizetype last = (text.size() - 1) / kCaptionGroup * kCaptionGroup;
    if (text.size() - last == 1)
        last -= kCaptionGroup;
    for (qsizetype at = last; at > 0; at -= kCaptionGroup)
        result.insert(at, u' ');
    return result;
}

void paintCaption(Drawing& drawing, QImage& mask, const TemplateItem& item, const QString& text) {
    const int height = drawing.dots(item.fontMm);
    TextStyle style = styleOf(drawing, item);
    style.fit = Fit::Shrink;
    style.leastLineDots = drawing.dots(1.5);
    style.align = Align::Centre;
    const SetText caption = drawing.typesetter.set(drawing.typesetter.printable(grouped(text)),
                                                   QSize(mask.width(), height), style);
    stamp(mask, caption.ink, QPoint(0, mask.height() - height), true);
}

/// The text to encode; nothing when a field is missing, for half a number is a wrong number.
QString codeText(Drawing& drawing, const QString& who, const TemplateItem& item) {
    const FilledText filled = fillIn(item.field, drawing.fields);
    const QStringList absent = filled.missing + filled.unknown;
    if (absent.isEmpty())
        return filled.text.trimmed();
    drawing.find("missing-field", who,
                 QStringLiteral("the code needs “%1”, which this label does not have.")
                     .arg(absent.join(QStringLiteral("”, “"))));
    return {};
}

} // namespace

void drawBarcode(Drawing& drawing, const QString& who, const TemplateItem& item) {
    const QString text = codeText(drawing, who, item);
    const BarcodeModules code = encodeBarcode(item.symbology, text);
    if (!code.problem.isEmpty())
        return drawing.find("bad-barcode", who,
                            QStringLiteral("no code was made. %1").arg(code.problem));
    const QRect place = drawing.dots(item.mm);
    const QSize box = item.rotate % 180 == 0 ? place.size() : place.size().transposed();
    const QSize bars(box.width(), box.height() - captionDots(drawing, item));
    const int quiet = quietModules(item.symbology);
    const bool linear = code.rows == 1;
    if (linear && bars.height() < drawing.dots(kLowestBarsMm))
        return drawing.find("bad-barcode", who,
                            QStringLiteral("its bars would be too low to scan."));
    const QSize modules(code.columns + 2 * quiet, linear ? 1 : code.rows + 2 * quiet);
    const int module = moduleFor(drawing, item, modules, bars);
    if (module == 0) {
        const QSize bare(code.columns, code.rows);
        const bool bareFits = moduleFor(drawing, item, bare, bars) > 0;
        return drawing.find(
            bareFits ? "quiet-zone" : "bad-barcode", who,
            bareFits ? QStringLiteral("the code fits, its quiet zone does not; it was not drawn.")
                     : QStringLiteral("the code is too long for its place; it was not drawn."));
    }
    QImage mask = whiteSheet(box);
    const Placed at = placed(code, module, quiet, bars);
    paintModules(mask, code, at);
    if (captionDots(drawing, item) > 0)
        paintCaption(drawing, mask, item, text);
    const QRect zone = turned(at.zone, box, item.rotate).translated(place.topLeft());
    const QRect symbol = turned(at.symbol, box, item.rotate).translated(place.topLeft());
    drawing.quiet.append({who, QRegion(zone).subtracted(symbol)});
    if (item.verify)
        drawing.codes.append({item.symbology, text, zone});
    stamp(drawing.sheet, turned(mask, item.rotate), place.topLeft(), true);
}

} // namespace packbench
