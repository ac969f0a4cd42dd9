#include "bench/packing.h"

#include "ledger/ledger.h"
#include "shipping/mask.h"

namespace packbench {

ShownItem shownItem(const Item& item, const QString& code) {
    return {item.sku, item.title, specParts(item.spec), item.bin, item.picture, code.right(4)};
}

Packing::Packing(Ledger& ledger, OrderRecord record)
    : m_ledger(ledger), m_record(std::move(record)) {
    for (int i = 0; i < m_record.order.lines.size(); ++i) {
        const OrderLine& line = m_record.order.lines.at(i);
        if (!line.isGoods)
            continue;
        const auto item = m_ledger.items().find(line.sku);
        m_goods.append(i);
        m_lines.append({line.sku, line.quantity, m_record.done.value(i), item && item->asksSerial});
        const Item known =
            item.value_or(Item{line.sku, line.title, line.spec, {}, {}, 0, 0, false});
        const auto codes = m_ledger.items().codesOf(line.sku);
        m_items.append(
            packbench::shownItem(known, codes.isEmpty() ? line.sku : codes.first().code));
        if (!line.spec.isEmpty() && m_items.last().spec.isEmpty())
            m_items.last().spec = specParts(line.spec);
    }
}

bool Packing::isComplete() const {
    return std::all_of(m_lines.cbegin(), m_lines.cend(),
                       [](const LineProgress& line) { return line.missing() <= 0; });
}

bool Packing::hasProgress() const {
    return done() > 0;
}

int Packing::required() const {
    int pieces = 0;
    for (const LineProgress& line : m_lines)
        pieces += line.required;
    return pieces;
}

int Packing::done() const {
    int pieces = 0;
    for (const LineProgress& line : m_lines)
        pieces += line.done;
    return pieces;
}

PickVerdict Packing::judge(const PickOffer& offer) const {
    return judgePick(m_lines, offer);
}

void Packing::count(const PickVerdict& verdict, const Verification& how) {
    Verification verification = how;
    verification.orderId = m_record.id;
    verification.line = orderLine(verdict.line);
    verification.pieces = verdict.pieces;
    m_ledger.orders().verify(verification);
    m_lines[verdict.line].done += verdict.pieces;
    m_record.done[verification.line] += verdict.pieces;
    m_lastCounted = verdict.line;
}

std::optional<Verification> Packing::undo() {
    auto undone = m_ledger.orders().undoLast(m_record.id);
    if (undone) {
        const int pickLine = int(m_goods.indexOf(undone->line));
        m_lines[pickLine].done -= undone->pieces;
        m_record.done[undone->line] -= undone->pieces;
        m_lastCounted = pickLine;
    }
    return undone;
}

QList<Remark> Packing::remarksToConfirm() const {
    return m_record.remarksConfirmed ? QList<Remark>{} : bindingRemarks(m_record.order);
}

int Packing::openLine() const {
    if (m_lastCounted >= 0 && m_lines.at(m_lastCounted).missing() > 0)
        return m_lastCounted;
    for (int i = 0; i < m_lines.size(); ++i) {
        if (m_lines.at(i).missing() > 0)
            return i;
    }
    return -1;
}

ShownOrder Packing::shown() const {
    const ShopOrder& order = m_record.order;
    ShownOrder shown;
    shown.shop = order.key.shop;
    shown.number = order.key.number;
    shown.recipient = maskedName(order.recipient.name);
    shown.place = QStringList{order.recipient.province, order.recipient.city}.join(u' ').trimmed();
    shown.courier = order.courier;
    shown.required = required();
    shown.done = done();
    shown.remarks = remarksToConfirm();
    shown.window = m_record.window;
    const int open = openLine();
    for (int i = 0; i < m_lines.size(); ++i) {
        const LineProgress& line = m_lines.at(i);
        shown.lines.append({m_items.at(i), line.required, line.done, line.asksSerial, i == open});
    }
    return shown;
}

} // namespace packbench
