#pragma once

#include "exchange/orderindex.h"
#include "exchange/shopreader.h"
#include "exchange/tablefile.h"

#include <QHash>

namespace packbench {

/// A table whose shop is known: reads it twice, first to judge it as a whole and to learn where
/// each order ends, then to hand on order after order.
class OrderAssembly {
public:
    OrderAssembly(TableSource& source, const ShopFormat& format, const TableHeader& header,
                  const OrderReading& reading);

    /// @returns why nothing of the file may be kept.
    [[nodiscard]] std::optional<Refusal> survey(OrderSink& sink);
    [[nodiscard]] std::optional<Refusal> deliver(OrderSink& sink);

private:
    [[nodiscard]] bool isHeading(const TableRow& row) const;
    [[nodiscard]] std::optional<Refusal> judgeEnd(int lastSize, int leastSize) const;
    void takeRow(const TableRow& row, int number, OrderSink& sink);
    void hand(OrderDraft& draft, OrderSink& sink);
    [[nodiscard]] std::optional<RefusalReason> numberFault(const QString& number) const;
    static void refuseNumber(const TableRow& row, const QString& number, RefusalReason reason,
                             OrderSink& sink);

    TableSource& m_source;
    TableHeader m_header;
    CellTimes m_times;
    std::unique_ptr<ShopReader> m_reader;
    QString m_shop;
    QString m_orderHeading;
    OrderIndex m_index;
    TableCounts m_counts;
    int m_longNumbers = 0;
    int m_roundNumbers = 0;
    QHash<QString, OrderDraft> m_open;
};

} // namespace packbench
