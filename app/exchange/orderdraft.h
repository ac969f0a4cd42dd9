#pragma once

#include "exchange/cell.h"
#include "exchange/orderfile.h"
#include "exchange/tablerow.h"

#include <QSet>

#include <utility>
#include <vector>

namespace packbench {

/// An order while its rows come in. One bad row keeps the whole order out: half an order is
/// never packed.
class OrderDraft {
public:
    OrderDraft(QString shop, QString number, int line);

    ShopOrder order;
    FileOrder::Part part = FileOrder::Part::Whole;

    /// Called before each row of the order.
    void beginRow(int line);
    [[nodiscard]] bool isFirstRow() const { return m_rows == 1; }

    /// The order stays out. Said once a row at most: the first reason counts.
    void refuse(RefusalReason reason, const QString& text);
    /// The row was left out, the order stays.
    void leaveOut(RefusalReason reason, const QString& text);
    [[nodiscard]] bool isRefused() const { return m_refused; }
    [[nodiscard]] QList<Refusal> takeRefusals() { return std::exchange(m_refusals, {}); }

    /// True when a row of this id came before; the row is then reported as a duplicate.
    [[nodiscard]] bool isRepeated(const QString& rowId);

    /// A code that must not have lost digits; the order stays out when it has.
    [[nodiscard]] QString code(const TableRow& row, int column);
    /// The number of pieces in the cell; 0 when there is none, and the order stays out.
    [[nodiscard]] int quantity(const TableRow& row, int column);
    using TimeForm = std::optional<CellTime> (CellTimes::*)(QStringView) const;
    /// The time in the cell, if any; the order stays out when it is no time.
    [[nodiscard]] std::optional<CellTime>
    time(const TableRow& row, int column, const CellTimes& times, TimeForm form = &CellTimes::read);

    /// What the row says of the order where it has no lines of its own.
    void setState(OrderState state) { m_states.push_back(state); }
    /// A line and where it stands. A line without a SKU keeps the order out.
    void addLine(OrderLine line, OrderState state);
    void hold(Hold hold);
    /// Adds a remark where it is not there yet.
    static void addRemark(QString& remarks, const QString& text);

    /// Makes one order of its rows: what is closed or gone is not packed again.
    [[nodiscard]] FileOrder settled();

private:
    struct DraftLine {
        OrderLine line;
        OrderState state;
    };
    void settleLines();

    std::vector<DraftLine> m_lines;
    std::vector<OrderState> m_states;
    QSet<QString> m_rowIds;
    QList<Refusal> m_refusals;
    int m_firstLine = 0;
    int m_line = 0;
    int m_rows = 0;
    bool m_refused = false;
    bool m_rowRefused = false;
};

} // namespace packbench
