#include "labels/layout.h"

#include "labels/drawing.h"
#include "labels/fillin.h"
#include "labels/picture.h"
#include "labels/sheet.h"

#include <QPainter>
#include <QRegion>

#include <array>

namespace packbench {

namespace {

constexpr int kCoarsest = 6;
constexpr int kFinest = 48;
constexpr double kInvertedInsetMm = 0.6;

const char* word(ItemKind kind) {
    switch (kind) {
    case ItemKind::Text: return "text";
    case ItemKind::Barcode: return "barcode";
    case ItemKind::Line: return "line";
    case ItemKind::Box: return "box";
    case ItemKind::Table: return "table";
    case ItemKind::Image: return "image";
    }
    return "";
}

bool hasText(Drawing& drawing, const QString& who, const QString& field) {
    if (!isKnownField(field) && !drawing.fields.values.contains(field))
        drawing.find("missing-field", who, QStringLiteral("no label has a field “%1”.").arg(field));
    return !drawing.fields.values.value(field).trimmed().isEmpty();
}

bool isWanted(Drawing& drawing, const QString& who, const TemplateItem& item) {
    if (!item.onlyIf.isEmpty() && !hasText(drawing, who, item.onlyIf))
        return false;
    if (!item.onlyIfIs.isEmpty() &&
        drawing.fields.values.value(item.onlyIf).trimmed() != item.onlyIfIs)
        return false;
    return item.onlyUnless.isEmpty() || !hasText(drawing, who, item.onlyUnless);
}

/// Greys of an 8 × 8 Bayer matrix, so that an area is as even as dots can make it.
void fillShade(QImage& sheet, const QRect& place, int percent) {
    const auto rank = [](unsigned x, unsigned y) {
        unsigned value = 0;
        for (unsigned bit = 0; bit < 3; ++bit)
            value = value << 2 | ((x ^ y) >> bit & 1U) << 1 | (y >> bit & 1U);
        return static_cast<int>(value);
    };
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            if (rank(unsigned(x) % 8, unsigned(y) % 8) * 100 < percent * 64)
                fillDots(sheet, QRect(x, y, 1, 1), true);
        }
    }
}

/// A filled or outlined rectangle; rounded corners only where asked for.
void drawFrame(Drawing& drawing, const QRect& place, const TemplateItem& item, bool filled) {
    const int line = drawing.scaled(item.lineDots);
    if (filled && item.shade < 100)
        return fillShade(drawing.sheet, place, item.shade);
    if (item.roundMm <= 0) {
        fillDots(drawing.sheet, place, true);
        if (!filled)
            fillDots(drawing.sheet, place.adjusted(line, line, -line, -line), false);
        return;
    }
    const double radius = item.roundMm * drawing.dotsPerMm;
    QPainter painter(&drawing.sheet);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRoundedRect(place, radius, radius);
    if (filled)
        return;
    const double inner = std::max(0.0, radius - line);
    painter.setBrush(Qt::white);
    painter.drawRoundedRect(place.adjusted(line, line, -line, -line), inner, inner);
}

void drawLine(Drawing& drawing, const TemplateItem& item) {
    const QRect place = drawing.dots(item.mm);
    const int line = drawing.scaled(item.lineDots);
    const QSize size =
        place.width() >= place.height() ? QSize(place.width(), line) : QSize(line, place.height());
    fillDots(drawing.sheet, QRect(place.topLeft(), size), true);
}

void drawText(Drawing& drawing, const QString& who, const TemplateItem& item) {
    const PrintableText text = textFor(drawing, who, item.field);
    const QRect place = drawing.dots(item.mm);
    if (item.inverted)
        drawFrame(drawing, place, item, true);
    const int inset = item.inverted ? drawing.dots(kInvertedInsetMm) : 0;
    const QRect inside = place.adjusted(inset, 0, -inset, 0);
    const QSize box = item.rotate % 180 == 0 ? inside.size() : inside.size().transposed();
    const SetText set = drawing.typesetter.set(text, box, styleOf(drawing, item));
    stamp(drawing.sheet, turned(set.ink, item.rotate), inside.topLeft(), !item.inverted);
    if (set.cut)
        drawing.find("text-cut", who, QStringLiteral("“%1” had to be cut to fit.").arg(item.field));
}

void drawImage(Drawing& drawing, const QString& who, const TemplateItem& item) {
    const QRect place = drawing.dots(item.mm);
    const QSize box = item.rotate % 180 == 0 ? place.size() : place.size().transposed();
    const QImage picture = pictureSheet(item, box);
    if (picture.isNull())
        return drawing.find("bad-picture", who,
                            QStringLiteral("its picture cannot be read; it was not drawn."));
    stamp(drawing.sheet, turned(picture, item.rotate), place.topLeft(), true);
}

bool isOnLabel(Drawing& drawing, const QString& who, const TemplateItem& item) {
    QRect place = drawing.dots(item.mm);
    if (item.kind == ItemKind::Line)
        place.setSize(place.size().expandedTo(QSize(1, 1)));
    if (!place.isEmpty() && drawing.sheet.rect().contains(place))
        return true;
    drawing.find("off-label", who,
                 QStringLiteral("it lies outside the label or has no size; it was not drawn."));
    return false;
}

void drawItem(Drawing& drawing, const QString& who, const TemplateItem& item) {
    if (!isWanted(drawing, who, item) || !isOnLabel(drawing, who, item))
        return;
    switch (item.kind) {
    case ItemKind::Text: drawText(drawing, who, item); break;
    case ItemKind::Barcode: drawBarcode(drawing, who, item); break;
    case ItemKind::Line: drawLine(drawing, item); break;
    case ItemKind::Box: drawFrame(drawing, drawing.dots(item.mm), item, item.filled); break;
    case ItemKind::Table: drawTable(drawing, who, item); break;
    case ItemKind::Image: drawImage(drawing, who, item); break;
    }
}

/// Only when all is drawn can be seen whether another item stands in a quiet zone.
void checkQuietZones(Drawing& drawing) {
    const auto quiet = drawing.quiet;
    for (const auto& [who, region, item] : quiet) {
        drawing.item = item;
        for (const QRect& part : region) {
            if (hasInk(drawing.sheet, part)) {
                drawing.find("quiet-zone", who,
                             QStringLiteral("another item stands in the code's quiet zone."));
                break;
            }
        }
    }
}

DrawnLabel refused(int dotsPerMm, const QString& sentence) {
    return {blankPage(0, 0, dotsPerMm), {}, {{QStringLiteral("off-label"), sentence}}};
}

} // namespace

PrintableText textFor(Drawing& drawing, const QString& who, const QString& form,
                      const QHash<QString, QString>* row) {
    const FilledText filled = fillIn(form, drawing.fields, row, drawing.unmasked);
    PrintableText text = drawing.typesetter.printable(filled.text);
    sayUnformatted(drawing, who, filled);
    for (const QString& name : filled.unknown)
        drawing.find("missing-field", who, QStringLiteral("no label has a field “%1”.").arg(name));
    if (text.text.isEmpty() && !filled.missing.isEmpty())
        drawing.find("missing-field", who,
                     QStringLiteral("this label has no “%1”, and nothing else stands there.")
                         .arg(filled.missing.join(QStringLiteral("”, “"))));
    if (!text.missing.isEmpty())
        drawing.find("missing-glyph", who,
                     QStringLiteral("“%1” has characters no label font can print (%2); □ stands "
                                    "in their place.")
                         .arg(form, text.missing.mid(0, 8).join(u' ')));
    return text;
}

void sayUnformatted(Drawing& drawing, const QString& who, const FilledText& filled) {
    for (const QString& placeholder : filled.unformatted)
        drawing.find("bad-format", who,
                     QStringLiteral("the value is no number or no date, so “{{%1}}” shows it as it "
                                    "came.")
                         .arg(placeholder));
}

TextStyle styleOf(const Drawing& drawing, const TemplateItem& item) {
    TextStyle style;
    style.lineDots = drawing.dots(item.fontMm);
    style.leastLineDots = drawing.dots(item.minFontMm);
    style.bold = item.bold;
    style.face = item.face;
    style.vertical = item.vertical;
    style.fit = item.fit;
    style.align = item.align;
    style.verticalAlign = item.verticalAlign;
    return style;
}

bool mustNotPrint(const LabelFinding& finding) {
    static constexpr std::array kStopping{
        "bad-barcode", "quiet-zone", "off-label", "not-read", "read-differs", "no-font",
        "no-waybill-code",
        // of carriers' streams: a part that they ask for is not on the page
        "bad-graphic", "missing-graphic", "missing-format", "unknown-picture", "unknown-form",
        "cut-stream", "too-much"};
    return std::any_of(kStopping.begin(), kStopping.end(),
                       [&](const char* kind) { return finding.kind == QLatin1String(kind); });
}

DrawnLabel drawLabel(const LabelTemplate& form, const LabelFields& fields, int dotsPerMm) {
    if (dotsPerMm < kCoarsest || dotsPerMm > kFinest || form.sizeMm.isEmpty() ||
        form.sizeMm.width() > 300 || form.sizeMm.height() > 300)
        return refused(dotsPerMm, QStringLiteral("The label is larger than 300 mm, or the "
                                                 "resolution is not 6 to 48 dots per mm."));
    Drawing drawing{fields, dotsPerMm, {}, {}, {}, {}, {}, {}, -1};
    drawing.sheet =
        whiteSheet(QSize(drawing.dots(form.sizeMm.width()), drawing.dots(form.sizeMm.height())));
    if (labelFontFamily().isEmpty())
        drawing.find("no-font", QStringLiteral("Label"),
                     QStringLiteral("no label font is installed, so no text can be printed; "
                                    "install fonts-noto-cjk."));
    for (qsizetype i = 0; i < form.items.size(); ++i) {
        const TemplateItem& item = form.items.at(i);
        const auto who =
            QStringLiteral("Item %1 (%2)").arg(i + 1).arg(QLatin1String(word(item.kind)));
        drawing.item = static_cast<int>(i);
        drawing.unmasked = form.unmasked | item.unmasked;
        drawItem(drawing, who, item);
    }
    checkQuietZones(drawing);
    return {pageFromSheet(drawing.sheet, dotsPerMm), drawing.codes, drawing.findings};
}

} // namespace packbench
