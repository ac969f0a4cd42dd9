#pragma once

#include "shipping/order.h"

#include <QList>
#include <QString>

namespace packbench {

/// A remark the packer has to confirm before the label (floor rule 3).
struct Remark {
    enum class From { Buyer, Seller, Flag };
    From from = From::Buyer;
    QString text;
    QString courier; ///< key of the one courier the remark demands ("only STO", "发顺丰"), or empty
    QString notCourier; ///< key of a courier it forbids ("不要发中通"), or empty

    bool operator==(const Remark&) const = default;
};

/// Every remark and flag of the order that binds. Empty texts and "-" do not.
[[nodiscard]] QList<Remark> bindingRemarks(const ShopOrder& order);

} // namespace packbench
