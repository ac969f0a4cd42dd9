#include "exchange/orderassembly.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr int kProgressRows = 512;
constexpr int kSurveyShare = 350; ///< of 1000, the first reading

Refusal stopped() {
    return wholeRefusal(RefusalReason::Stopped,
                        QStringLiteral("The import was stopped. Nothing was imported."));
}

} // namespace

OrderAssembly::OrderAssembly(TableSource& source, const ShopFormat& format,
                             const TableHeader& header, const OrderReading& reading)
    : m_source(source)
    , m_header(header)
    , m_times(reading.zone)
    , m_reader(format.reader(header, m_times))
    , m_shop(reading.shop.isEmpty() ? format.shop : reading.shop) {}

/// A header in the middle: two exports were joined into one file.
bool OrderAssembly::isHeading(const TableRow& row) const {
    const int enough = std::min(m_header.size(), 3);
    int same = 0;
    for (int column = 0; column < row.size() && same < enough; ++column) {
        const QStringView cell = row.cell(column);
        if (cell.isEmpty()) {
            continue;
        }
        if (codeText(cell) != m_header.name(column)) {
            return false;
        }
        ++same;
    }
    return same >= enough;
}

std::optional<Refusal> OrderAssembly::survey(OrderSink& sink) {
    rewindBehind(m_source, m_header);
    TableRow row;
    int leastSize = m_header.size();
    int lastSize = m_header.size();
    for (int number = 0; m_source.next(row); ++number) {
        if (number % kProgressRows == 0 &&
            !sink.progress(m_source.permille() * kSurveyShare / 1000)) {
            return stopped();
        }
        if (m_reader->isAside(row) || isHeading(row)) {
            continue;
        }
        if (m_counts.rows > 0) {
            leastSize = std::min(leastSize, lastSize);
        }
        lastSize = row.size();
        ++m_counts.rows;
        const QString order = m_reader->orderNumber(row);
        m_longNumbers += order.size() > 15 ? 1 : 0;
        m_roundNumbers += looksRounded(order) ? 1 : 0;
        m_index.see(m_reader->group(row), number);
    }
    m_index.close();
    m_counts.orders = m_index.orders();
    return m_source.fault() ? m_source.fault() : judgeEnd(lastSize, leastSize);
}

std::optional<Refusal> OrderAssembly::judgeEnd(int lastSize, int leastSize) const {
    if (!m_source.endsWithLineEnd() && lastSize < leastSize) {
        return wholeRefusal(RefusalReason::CutOff,
                            QStringLiteral("The last row is incomplete (%1 of %2 columns): the "
                                           "file was cut off while it was copied. Nothing was "
                                           "imported; export or copy it again.")
                                .arg(lastSize)
                                .arg(m_header.size()));
    }
    if (!m_reader->agrees(m_counts)) {
        return wholeRefusal(RefusalReason::CutOff,
                            QStringLiteral("The file's last line promises more or fewer orders "
                                           "than the %1 it holds: rows were lost. Nothing was "
                                           "imported; export it again.")
                                .arg(m_counts.orders));
    }
    return std::nullopt;
}

std::optional<Refusal> OrderAssembly::deliver(OrderSink& sink) {
    rewindBehind(m_source, m_header);
    TableRow row;
    for (int number = 0; m_source.next(row); ++number) {
        if (number % kProgressRows == 0 &&
            !sink.progress(kSurveyShare + m_source.permille() * (1000 - kSurveyShare) / 1000)) {
            return stopped();
        }
        if (!m_reader->isAside(row) && !isHeading(row)) {
            takeRow(row, number, sink);
        }
    }
    for (OrderDraft& draft : m_open) { // only where two numbers share a hash
        hand(draft, sink);
    }
    m_open.clear();
    if (!m_source.fault() && !sink.progress(1000)) {
        return stopped();
    }
    return m_source.fault();
}

std::optional<RefusalReason> OrderAssembly::numberFault(const QString& number) const {
    if (number.isEmpty() || isNoValue(number)) {
        return RefusalReason::MissingField;
    }
    const bool rounded =
        looksRounded(number) &&
        (number.size() >= 19 || (m_longNumbers > 1 && m_roundNumbers * 2 > m_longNumbers));
    return looksScientific(number) || rounded ? std::optional(RefusalReason::DamagedNumber)
                                              : std::nullopt;
}

void OrderAssembly::refuseNumber(const TableRow& row, const QString& number, RefusalReason reason,
                                 OrderSink& sink) {
    const bool missing = reason == RefusalReason::MissingField;
    sink.refuse({row.line, missing ? QString() : number, reason,
                 missing ? QStringLiteral("The row has no order number, so it belongs to no order; "
                                          "it was left out. Fill it in and import again.")
                         : QStringLiteral("The order number has lost digits in a spreadsheet; the "
                                          "row was left out. Import the shop's export without "
                                          "opening it in a spreadsheet first.")});
}

void OrderAssembly::takeRow(const TableRow& row, int number, OrderSink& sink) {
    const QString order = m_reader->orderNumber(row);
    if (const auto fault = numberFault(order)) {
        refuseNumber(row, order, *fault, sink);
        return;
    }
    const QString group = m_reader->group(row);
    auto draft = m_open.find(group);
    if (draft == m_open.end()) {
        draft = m_open.insert(group, OrderDraft(m_shop, order, row.line));
    }
    draft->beginRow(row.line);
    m_reader->read(row, *draft);
    const QList<Refusal> refusals = draft->takeRefusals();
    for (const Refusal& refusal : refusals) {
        sink.refuse(refusal);
    }
    if (m_index.isLastRow(group, number)) {
        hand(*draft, sink);
        m_open.erase(draft);
    }
}

void OrderAssembly::hand(OrderDraft& draft, OrderSink& sink) {
    if (draft.isRefused()) {
        return;
    }
    const FileOrder order = draft.settled();
    if (order.part != FileOrder::Part::HeadOnly && order.order.lines.isEmpty()) {
        sink.refuse({order.line, order.order.key.number, RefusalReason::MissingField,
                     QStringLiteral("The order has no article in this file, so there is nothing to "
                                    "pack; it was not taken. Export it again with its articles.")});
        return;
    }
    sink.take(order);
}

} // namespace packbench
