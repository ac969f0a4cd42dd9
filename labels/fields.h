#pragma once

#include <QHash>
#include <QList>
#include <QString>

namespace packbench {

/// What a label may show: field names to ready text, copied out of order and carton by the bench.
/// Fields in use: tracking, courier, sorting_mark (大头笔), sorting_code (三段码), hub (集包地),
/// service, payment, cod, insured, recipient.name, recipient.phone, recipient.place (province city
/// district), recipient.street, recipient.postcode, recipient.country, sender.name, sender.phone,
/// sender.address, order, shop, carton ("1/2"), pieces, weight, remark, operator, bench,
/// printed_at, printed_time ("2026-11-21T15:21", for date formats), copy ("" or "第2次打印 2nd
/// print"), copy_mark. Rows: "goods" with title, spec, quantity, sku.
struct LabelFields {
    QHash<QString, QString> values; ///< names, phones and streets of persons masked
    QHash<QString, QString> clear;  ///< the same in full: shown only where a template unmasks them
    QHash<QString, QList<QHash<QString, QString>>> rows;

    bool operator==(const LabelFields&) const = default;
};

} // namespace packbench
