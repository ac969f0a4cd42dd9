#pragma once

#include "ledger/records.h"

#include <QStringList>

#include <functional>

namespace packbench {

class Desk;
class Ledger;

/// What became of one order's label in a batch.
struct BatchLabel {
    OrderKey key;
    QString waybill; ///< empty while it has none
    QString outcome; ///< stable word: "printed", "waits", "in-doubt", "at-printer", "bound",
                     ///< "not-ready", "refused", "unknown-order", "several-orders", "not-tried"
    QString text;    ///< a sentence where something is to be done
};

/// Prints the labels of orders that are packed and wait for them, one at a time: the next one only
/// when the printer has answered for the one before. A label of which anything may have left is
/// never sent: a batch that was killed goes on with those of which nothing has.
class BatchPrinting {
public:
    /// `settle` returns once the printer has answered everything.
    BatchPrinting(Ledger& ledger, Desk& desk, std::function<void()> settle);

    /// Every order whose label could be printed now, most urgent first.
    [[nodiscard]] QList<OrderRecord> ready();
    /// Stops at the first label that is not certainly out; what is left is "not-tried".
    [[nodiscard]] QList<BatchLabel> print(const QList<OrderRecord>& orders);
    /// Of order numbers, as a person lists them.
    [[nodiscard]] QList<BatchLabel> printNumbers(const QStringList& numbers);

private:
    /// @returns whether it is certainly out, so that the next may follow
    bool printOne(const OrderRecord& order, BatchLabel& label);
    void scan(const QString& text);
    [[nodiscard]] std::optional<LabelCopy> copyOf(qint64 orderId);
    [[nodiscard]] bool mayPrint(const OrderRecord& order, BatchLabel& label);

    Ledger& m_ledger;
    Desk& m_desk;
    std::function<void()> m_settle;
};

} // namespace packbench
