#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace packbench {

/// One parcel for the shop's "batch ship" page.
struct ShippedParcel {
    QString shop;
    QString order;
    QString waybill;
    QString courier;      ///< key
    QString dispatchedAt; ///< ISO 8601 with offset
    QString operatorName;
    QString bench;
    bool inGoal = true;
    bool inLimit = true;
    QString lateReason;
};

/// "packbench" (all columns, UTF-8 with BOM, for spreadsheets), "taobao", "pdd", "amazon",
/// "shopify".
[[nodiscard]] QStringList dispatchFormats();
/// The file's bytes. Cells that a spreadsheet would run as a formula are neutralised.
[[nodiscard]] QByteArray dispatchFile(const QString& format, const QList<ShippedParcel>& parcels);

} // namespace packbench
