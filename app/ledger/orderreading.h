#pragma once

#include "ledger/records.h"

namespace packbench {

class Database;
class Rows;

/// Where an order stands in the sequence by payment.
struct PaymentPlace {
    qint64 rank;
    qint64 id;
};

/// An order's own columns (sql/order/by-id.sql, page.sql), without lines and holds.
[[nodiscard]] OrderRecord readOrder(Rows& rows);
void readLine(Rows& rows, OrderRecord& order); ///< adds one of sql/order/lines.sql
[[nodiscard]] Hold readHold(Rows& rows);

/// A page of orders, complete; `last` moves to the page's end. `state` empty = all.
[[nodiscard]] QList<OrderRecord> readPage(Database& database, const QString& state,
                                          PaymentPlace& last);

} // namespace packbench
