#pragma once

#include "shipping/scancode.h"

#include <QList>
#include <QString>

namespace packbench {

/// A courier the warehouse ships with.
struct Courier {
    QString
        key; ///< "sf", "sto", "yto", "zto", "yunda", "jt", "jd", "ems", "chinapost", "deppon", …
    QString nameZh;
    QString nameEn;
};

/// Every courier Packbench knows, one table.
[[nodiscard]] const QList<Courier>& couriers();

/// The courier named by a shop's export ("申通快递", "STO", "圆通速递(...)"); empty when unknown.
[[nodiscard]] QString courierFromName(const QString& name);

/// Name for a person; the key itself when unknown.
[[nodiscard]] QString courierName(const QString& key, bool chinese);

/// Couriers whose number form fits, best first. International forms with check digits included.
[[nodiscard]] QList<CourierProposal> proposeCouriers(const QString& number);

} // namespace packbench
