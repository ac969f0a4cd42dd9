#include "exchange/orderdraft.h"

#include <algorithm>

namespace packbench {

OrderDraft::OrderDraft(QString shop, QString number, int line) : m_firstLine(line) {
    order.key = {std::move(shop), std::move(number)};
}

void OrderDraft::beginRow(int line) {
    m_line = line;
    m_rowRefused = false;
    ++m_rows;
}

void OrderDraft::leaveOut(RefusalReason reason, const QString& text) {
    m_refusals.append({m_line, order.key.number, reason, text});
}

void OrderDraft::refuse(RefusalReason reason, const QString& text) {
    m_refused = true;
    if (!std::exchange(m_rowRefused, true)) {
        leaveOut(reason, text);
    }
}

bool OrderDraft::isRepeated(const QString& rowId) {
    if (rowId.isEmpty() || !m_rowIds.contains(rowId)) {
        m_rowIds.insert(rowId);
        return false;
    }
    leaveOut(RefusalReason::Duplicate,
             QStringLiteral("This row repeats an earlier row of the same order; it was counted "
                            "once. Nothing needs to be done."));
    return true;
}

QString OrderDraft::code(const TableRow& row, int column) {
    QString text = codeText(row.cell(column));
    if (looksScientific(text)) {
        refuse(RefusalReason::DamagedNumber,
               QStringLiteral("A number in this row was turned into \"%1\" by a spreadsheet and "
                              "has lost digits; the order was not taken. Import the shop's export "
                              "without opening it in a spreadsheet first.")
                   .arg(text.left(24)));
    }
    return text;
}

int OrderDraft::quantity(const TableRow& row, int column) {
    const QString text = codeText(row.cell(column));
    const auto value = quantityOf(text);
    if (value) {
        return *value;
    }
    refuse(text.isEmpty() ? RefusalReason::MissingField : RefusalReason::BadQuantity,
           text.isEmpty()
               ? QStringLiteral("The row gives no quantity, so nobody could know how many to pack; "
                                "the order was not taken. Fill it in and import again.")
               : QStringLiteral("The quantity \"%1\" is no whole number from 1 to 99999; the order "
                                "was not taken. Correct it in the shop and export again.")
                     .arg(text.left(24)));
    return 0;
}

std::optional<CellTime> OrderDraft::time(const TableRow& row, int column, const CellTimes& times,
                                         TimeForm form) {
    const QString text = codeText(row.cell(column));
    if (isNoValue(text)) {
        return std::nullopt;
    }
    const auto value = (times.*form)(text);
    if (!value) {
        refuse(RefusalReason::BadTime,
               QStringLiteral("\"%1\" is no time, so no dispatch window can be told; the order was "
                              "not taken. Export the file again without opening it in a "
                              "spreadsheet.")
                   .arg(text.left(32)));
    }
    return value;
}

void OrderDraft::addLine(OrderLine line, OrderState state) {
    if (line.sku.isEmpty() && line.isGoods) {
        refuse(RefusalReason::MissingField,
               QStringLiteral("The row has no seller code (SKU), so nobody could know what to "
                              "pack; the order was not taken. Give the article its code in the "
                              "shop and export again."));
        return;
    }
    m_lines.push_back({std::move(line), state});
}

void OrderDraft::hold(Hold hold) {
    if (!order.holds.contains(hold)) {
        order.holds.append(hold);
    }
}

void OrderDraft::addRemark(QString& remarks, const QString& text) {
    if (text.isEmpty() || remarks.split(u'\n').contains(text) || remarks == text) {
        return;
    }
    remarks += remarks.isEmpty() ? text : u'\n' + text;
}

void OrderDraft::settleLines() {
    for (const DraftLine& line : m_lines) {
        m_states.push_back(line.state);
    }
    const auto any = [this](OrderState state) {
        return std::find(m_states.begin(), m_states.end(), state) != m_states.end();
    };
    for (const OrderState state :
         {OrderState::Open, OrderState::Unpaid, OrderState::Shipped, OrderState::Cancelled}) {
        if (any(state)) {
            order.state = state;
            break;
        }
    }
    if (order.state == OrderState::Open && any(OrderState::Cancelled)) {
        hold(Hold::Refund);
    }
    for (DraftLine& line : m_lines) {
        if (order.state != OrderState::Open || line.state == OrderState::Open) {
            order.lines.append(std::move(line.line));
        }
    }
}

FileOrder OrderDraft::settled() {
    settleLines();
    if (order.state != OrderState::Open) {
        order.holds.removeAll(Hold::Refund);
    }
    Recipient& to = order.recipient;
    to.masked = looksMasked(to.name) || looksMasked(to.phone) || looksMasked(to.street) ||
                looksMasked(to.province) || looksMasked(to.city) || looksMasked(to.district) ||
                to.street.isEmpty();
    if (part == FileOrder::Part::LinesOnly) {
        to = {};
    }
    return {part, m_firstLine, std::move(order)};
}

} // namespace packbench
