#pragma once

#include "shipping/dispatchwindow.h"
#include "shipping/order.h"

#include <random>

namespace packbench {

constexpr Instant kImportedAt{1'789'870'500'000};
constexpr Instant kPaidAt{1'789'800'000'000};

/// A plain paid order; every call gives another number.
[[nodiscard]] ShopOrder someOrder();
[[nodiscard]] OrderLine someLine(const QString& sku, int quantity = 1);
[[nodiscard]] ShopOrder someOrderOf(const QList<OrderLine>& lines);
[[nodiscard]] DispatchWindow someWindow(qint64 laterMs = 0);

/// Anything an export may hold, and worse: quotes, SQL, emoji, control characters, empty texts,
/// missing times.
[[nodiscard]] ShopOrder wildOrder(std::mt19937& dice);
[[nodiscard]] QString wildText(std::mt19937& dice);

} // namespace packbench
