#pragma once

#include "labels/layout.h"
#include "labels/typesetter.h"

namespace packbench {

/// What must stay white, and around which item's code.
struct QuietZone {
    QString who;
    QRegion dots;
    int item;
};

/// A label while it is being drawn: what it is filled from, and what has become of it so far.
struct Drawing {
    const LabelFields& fields;
    int dotsPerMm;
    QImage sheet;
    Typesetter typesetter;
    QList<ExpectedCode> codes;
    QList<QuietZone> quiet;
    QList<LabelFinding> findings;
    PersonalParts unmasked; ///< of the item being drawn
    int item = -1;          ///< it

    void find(const char* kind, const QString& who, const QString& sentence) {
        findings.append({QLatin1String(kind), QStringLiteral("%1: %2").arg(who, sentence), item});
    }
    [[nodiscard]] int dots(double mm) const { return qRound(mm * dotsPerMm); }
    [[nodiscard]] QRect dots(QRectF mm) const {
        const QPoint from(dots(mm.left()), dots(mm.top()));
        return {from, QSize(dots(mm.right()) - from.x(), dots(mm.bottom()) - from.y())};
    }
    /// Dots of an 8 dots/mm printer as dots of this one, at least one.
    [[nodiscard]] int scaled(int dotsAt8) const {
        return std::max(1, qRound(dotsAt8 * dotsPerMm / 8.0));
    }
};

/// Fills one text of an item and makes it printable; says what is missing in it.
[[nodiscard]] PrintableText textFor(Drawing& drawing, const QString& who, const QString& form,
                                    const QHash<QString, QString>* row = nullptr);

struct FilledText;
void sayUnformatted(Drawing& drawing, const QString& who, const FilledText& filled);

[[nodiscard]] TextStyle styleOf(const Drawing& drawing, const TemplateItem& item);

void drawBarcode(Drawing& drawing, const QString& who, const TemplateItem& item);
void drawTable(Drawing& drawing, const QString& who, const TemplateItem& item);

} // namespace packbench
