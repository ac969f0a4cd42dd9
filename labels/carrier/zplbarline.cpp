#include "labels/carrier/zplbarcode.h"

#include "labels/sheet.h"

#include <QMargins>

#include <algorithm>

namespace packbench {

namespace {

constexpr int kGapBelow = 6;
constexpr int kGapAbove = 7;

ZplFont lineFont(int narrow) {
    const int step = std::min(narrow, 10);
    return snappedFont({'A', 0, 9 * step, 5 * step});
}

/// More paper around a drawing.
void widen(ZplDrawing& drawing, const QMargins& by) {
    QImage whole = whiteSheet(drawing.ink.size().grownBy(by));
    const QPoint move(by.left(), by.top());
    stamp(whole, drawing.ink, move, true);
    drawing.ink = whole;
    drawing.box.translate(move);
    drawing.pen += move;
}

} // namespace

void addZplLine(ZplDrawing& drawing, const ZplTypes& types, const QString& text, int narrow,
                bool isAbove) {
    const ZplFont font = lineFont(narrow);
    const ZplLine line = types.line(text, font, nullptr);
    const int height = font.height + kGapAbove + 4;
    const int aside = std::max(0, static_cast<int>(line.advance - drawing.ink.width()) / 2 + 2);
    widen(drawing, {aside, isAbove ? height : 0, aside, isAbove ? 0 : height});
    const QRect bars = drawing.box;
    const int x = bars.left() + static_cast<int>((bars.width() - line.advance) / 2);
    const int y = isAbove ? bars.top() - kGapAbove - font.height + zplAscent(font)
                          : bars.bottom() + 1 + kGapBelow + zplAscent(font);
    stamp(drawing.ink, line.ink, QPoint(x, y) - line.origin, true);
}

void addZplDigits(ZplDrawing& drawing, const ZplTypes& types, const QString& text, SymbolKind kind,
                  int narrow) {
    QList<double> middles; // in modules
    const auto group = [&](double from, int digits) {
        for (int i = 0; i < digits; ++i)
            middles.append(from + 7 * i + 3.5);
    };
    switch (kind) {
    case SymbolKind::Ean8:
        group(3, 4);
        group(36, 4);
        break;
    case SymbolKind::UpcA:
        middles.append(-9);
        group(10, 5);
        group(50, 5);
        middles.append(104);
        break;
    case SymbolKind::UpcE:
        middles.append(-9);
        group(3, 6);
        middles.append(60);
        break;
    default:
        middles.append(-9);
        group(3, 6);
        group(50, 6);
        break;
    }
    const ZplFont font = lineFont(narrow);
    widen(drawing, {14 * narrow, 0, 14 * narrow, font.height});
    const int y = drawing.box.bottom() + 1 + 4 + zplAscent(font);
    for (qsizetype i = 0; i < std::min(text.size(), middles.size()); ++i) {
        const ZplLine digit = types.line(text.mid(i, 1), font, nullptr);
        const double x = drawing.box.left() + middles.at(i) * narrow - digit.advance / 2;
        stamp(drawing.ink, digit.ink, QPoint(qRound(x), y) - digit.origin, true);
    }
}

} // namespace packbench
