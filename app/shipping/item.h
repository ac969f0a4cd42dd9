#pragma once

#include <QList>
#include <QString>

namespace packbench {

/// One thing the warehouse keeps, by its SKU.
struct Item {
    QString sku;
    QString title;
    QString spec;        ///< "颜色分类:黑色;尺码:L"
    QString bin;         ///< shelf place, e.g. "B-03-2"
    QString picture;     ///< file name of its picture, may be empty
    int weightGrams = 0; ///< 0 = unknown
    qint64 priceCents = 0;
    bool asksSerial = false; ///< every piece is scanned with its own serial number

    bool operator==(const Item&) const = default;
};

/// A code that means an item. GTINs are stored padded to 14 digits, other codes as they are.
struct ItemCode {
    QString code;
    QString sku;
    int pieces = 1; ///< one scan of this code = so many pieces (ITF-14 case, pack code)

    bool operator==(const ItemCode&) const = default;
};

/// What one scanned code may mean: several SKUs can share a GTIN.
struct ItemMatch {
    Item item;
    int pieces = 1;

    bool operator==(const ItemMatch&) const = default;
};

/// One property of an item's spec, "颜色分类" and "黑色".
struct SpecPart {
    QString name;
    QString value;

    bool operator==(const SpecPart&) const = default;
};

/// Splits "颜色分类:黑色;尺码:L" into its parts; a text without a colon is one nameless part.
[[nodiscard]] QList<SpecPart> specParts(const QString& spec);

} // namespace packbench
