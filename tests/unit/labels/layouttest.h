#pragma once
#include "labels/layout.h"
#include "sample.h"

// Small labels to draw, and what is black on them.
namespace packbench {

inline LabelTemplate formOf(const QList<TemplateItem>& items, QSizeF size = {100, 150}) {
    return {u"test"_qs, size, items};
}

inline TemplateItem text(const QString& field, QRectF mm = {10, 10, 60, 6}) {
    TemplateItem item;
    item.mm = mm;
    item.field = field;
    return item;
}

inline TemplateItem code(Symbology symbology, const QString& field, QRectF mm) {
    TemplateItem item;
    item.kind = ItemKind::Barcode;
    item.symbology = symbology;
    item.field = field;
    item.mm = mm;
    return item;
}

inline TemplateItem plain(ItemKind kind, QRectF mm) {
    TemplateItem item;
    item.kind = kind;
    item.mm = mm;
    return item;
}

inline DrawnLabel drawn(const QList<TemplateItem>& items, const LabelFields& fields = {},
                        int dotsPerMm = 8) {
    return drawLabel(formOf(items), fields, dotsPerMm);
}

inline int ink(const Page& page, QRect place) {
    int count = 0;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x)
            count += page.isBlack(x, y);
    }
    return count;
}

inline QRect all(const Page& page) {
    return {0, 0, page.width, page.height};
}

inline QRect inkBox(const Page& page) {
    QRect box;
    for (int y = 0; y < page.height; ++y) {
        for (int x = 0; x < page.width; ++x) {
            if (page.isBlack(x, y))
                box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

inline QStringList kindsOf(const QList<LabelFinding>& findings) {
    QStringList kinds;
    for (const LabelFinding& finding : findings)
        kinds.append(finding.kind);
    return kinds;
}

} // namespace packbench
