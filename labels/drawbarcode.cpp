#include "labels/drawing.h"
#include "labels/fieldformat.h"
#include "labels/fillin.h"
#include "labels/labelcode.h"
#include "labels/sheet.h"

#include <QRegion>

#include <algorithm>
#include <numeric>

namespace packbench {

namespace {

constexpr int kNarrowestAt8 = 2; ///< 0.25 mm, what thermal heads and hand scanners both manage
constexpr double kLowestBarsMm = 4;
constexpr double kCaptionGapMm = 0.5;

/// The symbol inside the item's unturned box.
struct Placed {
    int module = 0;
    QRect symbol; ///< dark and light modules, without quiet zone
    QRect zone;   ///< with quiet zone
};

int captionDots(const Drawing& drawing, const TemplateItem& item) {
    if (!item.caption || !isLinear(item.symbology))
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

/// How tall the rows are together, in modules.
int unitsHigh(const LabelCode& code, bool linear) {
    if (linear || code.heights.isEmpty())
        return code.rows;
    return qRound(std::accumulate(code.heights.begin(), code.heights.end(), 0.0));
}

Placed placed(const LabelCode& code, bool linear, int module, int quiet, QSize box) {
    Placed result;
    result.module = module;
    const QSize symbol(code.columns * module,
                       linear ? box.height() : unitsHigh(code, linear) * module);
    const int margin = quiet * module;
    const int x = (box.width() - symbol.width()) / 2;
    const int y = linear ? 0 : (box.height() - symbol.height()) / 2;
    result.symbol = QRect(QPoint(x, y), symbol);
    result.zone =
        result.symbol.adjusted(-margin, linear ? 0 : -margin, margin, linear ? 0 : margin);
    return result;
}

void paintModules(QImage& mask, const LabelCode& code, const Placed& place, bool linear) {
    int top = place.symbol.top();
    for (int row = 0; row < code.rows; ++row) {
        const int units = linear ? 1 : qRound(code.heights.value(row, 1));
        const int height = linear ? place.symbol.height() : units * place.module;
        for (int column = 0; column < code.columns; ++column) {
            if (code.isDark(column, row))
                fillDots(
                    mask,
                    QRect(place.symbol.left() + column * place.module, top, place.module, height),
                    true);
        }
        top += height;
    }
}

void paintCaption(Drawing& drawing, QImage& mask, const TemplateItem& item, const QString& text) {
    const int height = drawing.dots(item.fontMm);
    TextStyle style = styleOf(drawing, item);
    style.fit = Fit::Shrink;
    style.leastLineDots = drawing.dots(1.5);
    style.align = Align::Centre;
    const SetText caption = drawing.typesetter.set(drawing.typesetter.printable(text),
                                                   QSize(mask.width(), height), style);
    stamp(mask, caption.ink, QPoint(0, mask.height() - height), true);
}

/// The text to encode; nothing when a field is missing, for half a number is a wrong number.
QString codeText(Drawing& drawing, const QString& who, const TemplateItem& item) {
    const FilledText filled = fillIn(item.field, drawing.fields, nullptr, drawing.unmasked);
    sayUnformatted(drawing, who, filled);
    const QStringList absent = filled.missing + filled.unknown;
    if (absent.isEmpty())
        return filled.text.trimmed();
    drawing.find("missing-field", who,
                 QStringLiteral("the code needs “%1”, which this label does not have.")
                     .arg(absent.join(QStringLiteral("”, “"))));
    return {};
}

/// The code, its caption and its place are decided: what is left is ink.
void stampCode(Drawing& drawing, const QString& who, const TemplateItem& item, const QString& reads,
               const QImage& mask, const Placed& at) {
    const QPoint corner = drawing.dots(item.mm).topLeft();
    const QRect zone = turned(at.zone, mask.size(), item.rotate).translated(corner);
    const QRect symbol = turned(at.symbol, mask.size(), item.rotate).translated(corner);
    drawing.quiet.append({who, QRegion(zone).subtracted(symbol), drawing.item});
    if (item.verify)
        drawing.codes.append({item.symbology, reads, zone, item.rotate, drawing.item});
    stamp(drawing.sheet, turned(mask, item.rotate), corner, true);
}

void refuseForRoom(Drawing& drawing, const QString& who, bool bareFits) {
    drawing.find(bareFits ? "quiet-zone" : "bad-barcode", who,
                 bareFits
                     ? QStringLiteral("the code fits, its quiet zone does not; it was not drawn.")
                     : QStringLiteral("the code is too long for its place; it was not drawn."));
}

/// MaxiCode has one size, whatever its place.
void drawMaxiCode(Drawing& drawing, const QString& who, const TemplateItem& item,
                  const LabelCode& code, QSize box) {
    const QImage symbol = maxiCodeSheet(code, drawing.dotsPerMm);
    const int margin = drawing.dots(1);
    Placed at;
    at.symbol =
        QRect(QPoint((box.width() - symbol.width()) / 2, (box.height() - symbol.height()) / 2),
              symbol.size());
    at.zone = at.symbol.adjusted(-margin, -margin, margin, margin);
    if (!QRect(QPoint(), box).contains(at.zone))
        return refuseForRoom(drawing, who, QRect(QPoint(), box).contains(at.symbol));
    QImage mask = whiteSheet(box);
    stamp(mask, symbol, at.symbol.topLeft(), true);
    stampCode(drawing, who, item, code.reads, mask, at);
}

void drawModules(Drawing& drawing, const QString& who, const TemplateItem& item,
                 const LabelCode& code, QSize box) {
    const QSize bars(box.width(), box.height() - captionDots(drawing, item));
    const int quiet = quietModules(item.symbology);
    const bool linear = isLinear(item.symbology);
    if (linear && bars.height() < drawing.dots(kLowestBarsMm))
        return drawing.find("bad-barcode", who,
                            QStringLiteral("its bars would be too low to scan."));
    const int high = unitsHigh(code, linear);
    const QSize modules(code.columns + 2 * quiet, linear ? 1 : high + 2 * quiet);
    const int module = moduleFor(drawing, item, modules, bars);
    if (module == 0) {
        const QSize bare(code.columns, linear ? 1 : high);
        return refuseForRoom(drawing, who, moduleFor(drawing, item, bare, bars) > 0);
    }
    QImage mask = whiteSheet(box);
    const Placed at = placed(code, linear, module, quiet, bars);
    paintModules(mask, code, at, linear);
    if (captionDots(drawing, item) > 0)
        paintCaption(drawing, mask, item,
                     item.symbology == Symbology::Code128 ? inFours(code.caption) : code.caption);
    stampCode(drawing, who, item, code.reads, mask, at);
}

} // namespace

void drawBarcode(Drawing& drawing, const QString& who, const TemplateItem& item) {
    const QString text = codeText(drawing, who, item);
    const QRect place = drawing.dots(item.mm);
    const QSize box = item.rotate % 180 == 0 ? place.size() : place.size().transposed();
    const LabelCode code = item.symbology == Symbology::Pdf417
                               ? fittedPdf417(text, box)
                               : encodeLabelCode(item.symbology, text);
    if (!code.problem.isEmpty())
        return drawing.find("bad-barcode", who,
                            QStringLiteral("no code was made. %1").arg(code.problem));
    if (item.symbology == Symbology::MaxiCode)
        drawMaxiCode(drawing, who, item, code, box);
    else
        drawModules(drawing, who, item, code, box);
}

} // namespace packbench
