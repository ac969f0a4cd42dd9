#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace packbench {

/// What a label may show: field names to ready text, copied out of order and carton by the bench.
/// Fields in use: tracking, courier, sorting_mark, recipient.name, recipient.phone,
/// recipient.place (province city district), recipient.street, recipient.postcode, sender.name,
/// sender.phone, sender.address, order, shop, carton ("1/2"), pieces, weight, remark, operator,
/// bench, printed_at, copy ("" or "第2次打印 2nd print"), copy_mark. Rows: "goods" with title,
/// spec, quantity, sku.
struct LabelFields {
    QHash<QString, QString> values;
    QHash<QString, QList<QHash<QString, QString>>> rows;

    bool operator==(const LabelFields&) const = default;
};

} // namespace packbench
