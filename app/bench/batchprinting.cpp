#include "bench/batchprinting.h"

#include "bench/desk.h"
#include "bench/labelling.h"
#include "bench/packing.h"
#include "bench/parcels.h"
#include "ledger/ledger.h"

namespace packbench {

namespace {

const QString kDevice = QStringLiteral("batch");

/// What a copy says that may have left; nothing for one that has not.
void tellLeft(const LabelCopy& copy, BatchLabel& label) {
    switch (copy.state) {
    case CopyState::Sending:
    case CopyState::Uncertain:
        label.outcome = QStringLiteral("in-doubt");
        label.text = QStringLiteral("It is not certain whether this label came out: look for it, "
                                    "then scan it or say at the bench that none came.");
        break;
    case CopyState::Sent:
    case CopyState::Printed:
        label.outcome = QStringLiteral("at-printer");
        label.text = copy.cause.isEmpty()
                         ? QString()
                         : QStringLiteral("The printer has it and waits: %1.").arg(copy.cause);
        break;
    case CopyState::Bound: label.outcome = QStringLiteral("bound"); break;
    case CopyState::Prepared:
    case CopyState::FailedClean:
    case CopyState::Void: break;
    }
}

} // namespace

BatchPrinting::BatchPrinting(Ledger& ledger, Desk& desk, std::function<void()> settle)
    : m_ledger(ledger), m_desk(desk), m_settle(std::move(settle)) {}

std::optional<LabelCopy> BatchPrinting::copyOf(qint64 orderId) {
    const auto parcel = openParcel(m_ledger, orderId);
    return parcel ? m_ledger.labels().current(parcel->id) : std::nullopt;
}

bool BatchPrinting::mayPrint(const OrderRecord& order, BatchLabel& label) {
    if (const auto copy = copyOf(order.id)) {
        label.waybill = copy->waybill;
        tellLeft(*copy, label);
        if (!label.outcome.isEmpty())
            return false;
    }
    const bool isLive =
        order.order.state == OrderState::Open || order.order.state == OrderState::Packed;
    const Packing packing(m_ledger, order);
    if (isLive && order.order.holds.isEmpty() && packing.isComplete() &&
        packing.remarksToConfirm().isEmpty())
        return true;
    label.outcome = QStringLiteral("not-ready");
    label.text = QStringLiteral("Its label comes when every piece is scanned, its remarks are "
                                "confirmed and nothing holds it: open it at the bench.");
    return false;
}

QList<OrderRecord> BatchPrinting::ready() {
    constexpr int kMost = 1'000'000;
    QList<OrderRecord> orders;
    for (const DueRecord& due : m_ledger.orders().due(kMost)) {
        if (!due.holds.isEmpty() || due.done < due.pieces)
            continue;
        const auto order = m_ledger.orders().byId(due.id);
        BatchLabel label;
        if (order && mayPrint(*order, label))
            orders.append(*order);
    }
    return orders;
}

QList<BatchLabel> BatchPrinting::print(const QList<OrderRecord>& orders) {
    QList<BatchLabel> labels;
    bool goesOn = true;
    for (const OrderRecord& order : orders) {
        BatchLabel label;
        label.key = order.order.key;
        if (!goesOn) {
            label.outcome = QStringLiteral("not-tried");
            label.text = QStringLiteral("Run it again once the label before is dealt with.");
        } else if (mayPrint(order, label)) {
            goesOn = printOne(order, label);
        }
        labels.append(label);
    }
    return labels;
}

QList<BatchLabel> BatchPrinting::printNumbers(const QStringList& numbers) {
    QList<BatchLabel> labels;
    QList<OrderRecord> orders;
    for (const QString& number : numbers) {
        const auto found = m_ledger.orders().byNumber(number);
        if (found.size() == 1)
            orders.append(found.first());
        else
            labels.append({{{}, number},
                           {},
                           found.isEmpty() ? QStringLiteral("unknown-order")
                                           : QStringLiteral("several-orders"),
                           found.isEmpty()
                               ? QStringLiteral("There is no such order.")
                               : QStringLiteral("Several shops have an order of that number: "
                                                "print it at the bench.")});
    }
    return labels + print(orders);
}

void BatchPrinting::scan(const QString& text) {
    m_desk.scan({text, {}, kDevice, 0, false});
    m_settle();
}

/// By way of the bench: whatever it would refuse is refused here, too.
bool BatchPrinting::printOne(const OrderRecord& order, BatchLabel& label) {
    scan(QStringLiteral("PBS-%1/%2").arg(order.order.key.shop, order.order.key.number));
    const auto copy = copyOf(order.id);
    if (copy) {
        label.waybill = copy->waybill;
        tellLeft(*copy, label);
    }
    const bool isOut = label.outcome == u"at-printer" && copy->cause.isEmpty();
    if (isOut)
        label.outcome = QStringLiteral("printed");
    else if (label.outcome.isEmpty() || label.outcome == u"at-printer")
        label.outcome = copy ? QStringLiteral("waits") : QStringLiteral("refused");
    if (!isOut && label.text.isEmpty())
        label.text = words(m_desk.station().snapshot().notice, Language::English);
    if (m_desk.station().snapshot().refusal)
        scan(QStringLiteral("PBC-OK"));
    scan(QStringLiteral("PBC-ASIDE"));
    return isOut;
}

} // namespace packbench
