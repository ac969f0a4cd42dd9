#pragma once

#include "exchange/orderfile.h"
#include "shipping/item.h"

#include <functional>

namespace packbench {

/// Catalogue file (CSV, TSV, XLSX): sku, title, gtin, property, price and, where given, bin,
/// picture, weight_g, serial (yes/no), pack_code:n, more codes. See exchange/README.md. `line` =
/// where it stands.
struct FileItem {
    /// Which columns the file has: what it does not name is left as it is known.
    struct Named {
        bool spec = true;
        bool bin = true;
        bool picture = true;
        bool weight = true;
        bool price = true;
        bool serial = true;
        bool codes = true;
    };
    int line = 0;
    Item item;
    QList<ItemCode> codes;
    Named named;
};
[[nodiscard]] FileVerdict readItems(const QString& path,
                                    const std::function<void(const FileItem&)>& take,
                                    const std::function<void(const Refusal&)>& refuse);

/// Waybill pool file: one number a line, or a table with waybill (运单号, 快递单号) and courier
/// (快递公司).
struct FileWaybill {
    int line = 0;
    QString number;
    QString courier; ///< key; empty = none given
};
[[nodiscard]] FileVerdict readWaybills(const QString& path,
                                       const std::function<void(const FileWaybill&)>& take,
                                       const std::function<void(const Refusal&)>& refuse);

} // namespace packbench
