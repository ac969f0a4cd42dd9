#pragma once

#include "bench/snapshot.h"
#include "ledger/records.h"
#include "shipping/pick.h"

#include <QHash>

#include <optional>

namespace packbench {

class Ledger;

/// The order open at the bench: its lines, how far each is verified, and how it is shown.
/// Holds what the ledger holds; every change goes to the ledger first.
class Packing {
public:
    Packing(Ledger& ledger, OrderRecord record);

    [[nodiscard]] const OrderRecord& record() const { return m_record; }
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool hasProgress() const;
    [[nodiscard]] int required() const; ///< pieces of goods
    [[nodiscard]] int done() const;

    /// Judges an item scan; changes nothing.
    [[nodiscard]] PickVerdict judge(const PickOffer& offer) const;
    /// Index in the order's lines of a verdict's line.
    [[nodiscard]] int orderLine(int pickLine) const { return m_goods.at(pickLine); }
    [[nodiscard]] LineProgress progress(int pickLine) const { return m_lines.at(pickLine); }

    /// Counts what `judge` accepted, inside the caller's transaction.
    void count(const PickVerdict& verdict, const Verification& how);
    /// Takes the newest count back, inside the caller's transaction.
    [[nodiscard]] std::optional<Verification> undo();
    void remarksConfirmed() { m_record.remarksConfirmed = true; }
    void courierChosen(const QString& courier) { m_record.order.courier = courier; }
    void toteAssigned(const QString& tote) { m_record.tote = tote; }

    [[nodiscard]] QList<Remark> remarksToConfirm() const;
    [[nodiscard]] ShownOrder shown() const;
    [[nodiscard]] ShownItem shownItem(int pickLine) const { return m_items.at(pickLine); }
    /// The line shown large: the last one counted while it has room, else the first with room.
    [[nodiscard]] int openLine() const;

private:
    Ledger& m_ledger;
    OrderRecord m_record;
    QList<int> m_goods;          ///< pick line -> order line
    QList<LineProgress> m_lines; ///< goods only
    QList<ShownItem> m_items;    ///< goods only
    int m_lastCounted = -1;
};

/// An item as screens show it.
[[nodiscard]] ShownItem shownItem(const Item& item, const QString& code);

} // namespace packbench
