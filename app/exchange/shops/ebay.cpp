#include "exchange/shopreader.h"

#include <QRegularExpression>

namespace packbench {

namespace {

/// Orders report: blank lines and a preamble before the header, a footer behind the rows. An order
/// of several items has a summary row without an item, whose quantity is the sum.
class EbayReader : public ShopReader {
public:
    EbayReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"Order Number"}))
        , m_times(times)
        , m_name(header.column({u"Ship To Name", u"Post to name"}))
        , m_phone(header.column({u"Ship To Phone", u"Post to phone"}))
        , m_address1(header.column({u"Ship To Address 1", u"Post to address 1"}))
        , m_address2(header.column({u"Ship To Address 2", u"Post to address 2"}))
        , m_city(header.column({u"Ship To City", u"Post to city"}))
        , m_state(header.column({u"Ship To State", u"Post to state", u"Post to county"}))
        , m_zip(header.column({u"Ship To Zip", u"Post to zip", u"Post to postcode"}))
        , m_country(header.column({u"Ship To Country", u"Post to country"}))
        , m_note(header.column({u"Buyer Note"}))
        , m_ownNote(header.column({u"My Item Note"}))
        , m_item(header.column({u"Item Number"}))
        , m_title(header.column({u"Item Title"}))
        , m_sku(header.column({u"Custom Label", u"Custom label (SKU)"}))
        , m_variation(header.column({u"Variation Details"}))
        , m_quantity(header.column({u"Quantity"}))
        , m_sold(header.column({u"Sale Date"}))
        , m_paid(header.column({u"Paid On Date"}))
        , m_promised(header.column({u"Ship By Date", u"Post by date", u"Dispatch by date"}))
        , m_shipped(header.column({u"Shipped On Date", u"Posted on date", u"Dispatched on date"}))
        , m_service(header.column({u"Shipping Service", u"Delivery service"}))
        , m_waybill(header.column({u"Tracking Number"}))
        , m_transaction(header.column({u"Transaction ID"})) {}

    bool isAside(const TableRow& row) override {
        if (row.filled(2) > 1) {
            return false;
        }
        static const QRegularExpression count(QStringLiteral("^(\\d+) record\\(s\\)"));
        for (int column = 0; column < row.size(); ++column) {
            const QString text = wordText(row.cell(column));
            if (const auto found = count.match(text); found.hasMatch()) {
                m_records = found.captured(1).toInt();
                return true;
            }
            if (text.startsWith(u"Seller ID", Qt::CaseInsensitive)) {
                return true;
            }
        }
        return false;
    }

    /// What the footer counts is not written anywhere: orders in the files seen, maybe rows.
    [[nodiscard]] bool agrees(const TableCounts& counts) const override {
        return m_records < 0 || m_records == counts.orders || m_records == counts.rows ||
               (m_records > counts.orders && m_records < counts.rows);
    }

    void read(const TableRow& row, OrderDraft& draft) const override {
        const QString item = draft.code(row, m_item);
        if (!wordText(row.cell(m_name)).isEmpty() || draft.isFirstRow()) {
            readHead(row, draft);
        }
        OrderDraft::addRemark(draft.order.buyerRemark, wordText(row.cell(m_note)));
        OrderDraft::addRemark(draft.order.sellerRemark, wordText(row.cell(m_ownNote)));
        const QString transaction = draft.code(row, m_transaction);
        if (item.isEmpty() || (!transaction.isEmpty() && draft.isRepeated(item + transaction))) {
            return;
        }
        OrderLine line;
        line.sku = draft.code(row, m_sku);
        line.spec = wordText(row.cell(m_variation));
        if (line.sku.isEmpty()) {
            line.sku = QStringLiteral("ebay:") + item;
            line.sku += line.spec.isEmpty() ? QString() : u':' + line.spec;
        }
        line.title = wordText(row.cell(m_title));
        line.quantity = draft.quantity(row, m_quantity);
        draft.addLine(line, draft.order.state);
    }

private:
    void readHead(const TableRow& row, OrderDraft& draft) const {
        ShopOrder& order = draft.order;
        const auto form = &CellTimes::readNamedMonth;
        if (const auto sold = draft.time(row, m_sold, m_times, form)) {
            order.createdAt = sold->at;
        }
        const auto paid = draft.time(row, m_paid, m_times, form);
        order.state = paid ? OrderState::Open : OrderState::Unpaid;
        if (paid) {
            order.paidAt = paid->at;
            order.paidDateOnly = paid->dateOnly;
        }
        if (const auto promised = draft.time(row, m_promised, m_times, form)) {
            order.promisedAt = promised->at;
        }
        if (draft.time(row, m_shipped, m_times, form)) {
            order.state = OrderState::Shipped;
        }
        order.waybill = draft.code(row, m_waybill);
        order.courier = m_couriers.key(wordText(row.cell(m_service)));
        readRecipient(row, draft);
    }

    void readRecipient(const TableRow& row, OrderDraft& draft) const {
        Recipient& to = draft.order.recipient;
        to.name = wordText(row.cell(m_name));
        to.phone = draft.code(row, m_phone);
        to.country = countryCode(wordText(row.cell(m_country)));
        to.province = wordText(row.cell(m_state));
        to.city = wordText(row.cell(m_city));
        to.postcode = draft.code(row, m_zip);
        to.street = joinedAddress({wordText(row.cell(m_address1)), wordText(row.cell(m_address2))});
    }

    CellTimes m_times;
    CourierNames m_couriers;
    int m_name, m_phone, m_address1, m_address2, m_city, m_state, m_zip, m_country, m_note,
        m_ownNote, m_item, m_title, m_sku, m_variation, m_quantity, m_sold, m_paid, m_promised,
        m_shipped, m_service, m_waybill, m_transaction;
    int m_records = -1;
};

} // namespace

ShopFormat ebayFormat() {
    ShopFormat format;
    format.name = QStringLiteral("ebay");
    format.shop = format.name;
    format.signature = {QStringLiteral("Order Number"), QStringLiteral("Item Number"),
                        QStringLiteral("Quantity"),
                        QStringLiteral("Custom Label|Custom label (SKU)"),
                        QStringLiteral("Ship To Name|Post to name")};
    format.known = columnList(QStringLiteral(
        "Sales Record Number|Order Number|Buyer Username|Buyer Name|Buyer Email|Buyer Note|"
        "Buyer Address 1|Buyer Address 2|Buyer City|Buyer State|Buyer Zip|Buyer Country|"
        "Ship To Name|Ship To Phone|Ship To Address 1|Ship To Address 2|Ship To City|"
        "Ship To State|Ship To Zip|Ship To Country|Item Number|Item Title|Custom Label|"
        "Sold Via Promoted Listings|Quantity|Sold For|Shipping And Handling|"
        "Seller Collected Tax|eBay Collected Tax|Total Price|"
        "eBay Collected Tax Included in Total|Payment Method|Sale Date|Paid On Date|Ship By Date|"
        "Minimum Estimated Delivery Date|Maximum Estimated Delivery Date|Shipped On Date|"
        "Feedback Left|Feedback Received|My Item Note|PayPal Transaction ID|Shipping Service|"
        "Tracking Number|Transaction ID|Variation Details|Global Shipping Program|"
        "Global Shipping Reference ID|Click And Collect|Click And Collect Reference Number|"
        "eBay Plus|Custom label (SKU)|Post to name|Post to phone|Post to address 1|"
        "Post to address 2|Post to city|Post to state|Post to county|Post to zip|"
        "Post to postcode|Post to country|Postage and packaging|Post by date|Dispatch by date|"
        "Posted on date|Dispatched on date|Delivery service|Buyer county|Buyer postcode"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<EbayReader>(header, times);
    };
    return format;
}

} // namespace packbench
