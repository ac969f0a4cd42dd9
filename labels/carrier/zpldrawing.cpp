#include "labels/carrier/zplinterpreter.h"

#include "labels/codemeasure.h"
#include "labels/sheet.h"

#include <QFont>

#include <algorithm>

namespace packbench {

namespace {

/// A corner between dots of an upright sheet, after turning.
QPoint turnedCorner(QPoint corner, QSize size, int degrees) {
    switch (degrees) {
    case 90: return {size.height() - corner.y(), corner.x()};
    case 180: return {size.width() - corner.x(), size.height() - corner.y()};
    case 270: return {corner.y(), size.width() - corner.x()};
    default: return corner;
    }
}

QPoint turnedStep(double advance, int degrees) {
    const int step = qRound(advance);
    switch (degrees) {
    case 90: return {0, step};
    case 180: return {-step, 0};
    case 270: return {0, -step};
    default: return {step, 0};
    }
}

QRect turnedBox(const QRect& box, QSize size, int degrees) {
    const QPoint one = turnedCorner(box.topLeft(), size, degrees);
    const QPoint other =
        turnedCorner(box.topLeft() + QPoint(box.width(), box.height()), size, degrees);
    return {QPoint(std::min(one.x(), other.x()), std::min(one.y(), other.y())),
            QSize(std::abs(one.x() - other.x()), std::abs(one.y() - other.y()))};
}

ZplDrawing pictureDrawing(const QImage& picture) {
    ZplDrawing drawing;
    drawing.ink = picture;
    drawing.box = picture.rect();
    drawing.pen = {0, picture.height()};
    drawing.advance = picture.width();
    return drawing;
}

// ^GS: the letters A to E stand for these marks; the last two are of testing houses and have no
// character.
QString symbolText(const QString& letters) {
    QString text;
    for (const QChar letter : letters) {
        switch (letter.unicode()) {
        case u'A': text += u'®'; break;
        case u'B': text += u'©'; break;
        case u'C': text += u'™'; break;
        case u' ': text += u' '; break;
        default: break;
        }
    }
    return text;
}

} // namespace

ZplDrawing ZplInterpreter::drawingOf(const ZplField& field) {
    if (!field.picture.isNull())
        return pictureDrawing(field.picture);
    const QString text = field.encoding.text(field.data);
    if (field.barcode)
        return zplBarcode(m_types, *field.barcode, field.data, text, m_setup.dotsPerMm);
    const ZplLine line = zplTextSheet(m_types, field.isSymbol ? symbolText(text) : text, field.font,
                                      field.block, &m_missing);
    if (line.isCut)
        find(QStringLiteral("text-cut"), QStringLiteral("FB"),
             QStringLiteral("A text has more lines than its block may have; those too many are "
                            "left out."));
    ZplDrawing drawing;
    drawing.ink = line.ink;
    // ^FT is the baseline of the last line that a block may have.
    const bool isBlock = field.block.width > 0 && field.block.height == 0;
    const int below =
        isBlock ? (field.block.lines - 1) * (field.font.height + field.block.spacing) : 0;
    drawing.pen = line.origin + QPoint(0, below);
    drawing.advance = line.advance;
    const QPoint top = line.origin - QPoint(0, zplAscent(field.font));
    drawing.box = QRect(top, QSize(qRound(line.advance), zplBlockHeight(field.font, field.block)));
    return drawing;
}

void ZplInterpreter::draw(Canvas& canvas, const ZplField& field) {
    constexpr qint64 kDotsOfCharacter = 500;
    constexpr qint64 kDotsOfCode = 500'000;
    const qint64 size = field.data.size();
    const qint64 cost =
        field.barcode ? kDotsOfCode + 4 * kDotsOfCharacter * size : kDotsOfCharacter * size;
    if (field.picture.isNull() && !maySpend(cost)) {
        fail(QStringLiteral("A label of the stream holds far more text than its paper; no "
                            "printer's label does. It was not drawn."));
        return;
    }
    const ZplDrawing upright = drawingOf(field);
    const int degrees = !field.picture.isNull() ? 0
                        : field.barcode         ? field.barcode->degrees
                                                : field.font.degrees;
    if (!upright.problem.isEmpty()) {
        find(QStringLiteral("bad-barcode"), QString::fromLatin1(field.barcode->name),
             QStringLiteral("A code of the label (^%1) cannot be drawn and is missing: %2")
                 .arg(QString::fromLatin1(field.barcode->name), upright.problem));
        return;
    }
    if (upright.ink.isNull() || !mayDraw(upright.ink.size()))
        return;
    const QSize dots = upright.ink.size();
    const QRect box = turnedBox(upright.box, dots, degrees);
    const QPoint pen = turnedCorner(upright.pen, dots, degrees);
    const QPoint at = field.followsLast ? m_last : field.at + m_settings.shift;
    QPoint corner = at - (field.isBaseline ? pen : box.topLeft());
    if (field.isRightAligned)
        corner -= field.isBaseline ? turnedStep(upright.advance, degrees) : QPoint(box.width(), 0);
    const Ink ink = field.isReversed ? Ink::Invert : field.isWhite ? Ink::White : Ink::Black;
    canvas.put(turned(upright.ink, degrees), corner, ink);
    m_last = corner + pen + turnedStep(upright.advance, degrees);
    const auto unread =
        m_setup.tellsUnprovable && upright.code ? notProvable(*upright.code) : std::nullopt;
    if (unread)
        find(unread->kind, unreadKind(*upright.code), unread->text);
}

} // namespace packbench
