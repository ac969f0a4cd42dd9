#include "exchange/shopreader.h"

namespace packbench {

namespace {

std::optional<OrderState> stateOfPayment(const QString& status) {
    if (status == u"paid" || status == u"partially_refunded") {
        return OrderState::Open;
    }
    if (status == u"pending" || status == u"authorized" || status == u"partially_paid" ||
        status == u"unpaid") {
        return OrderState::Unpaid;
    }
    return status == u"refunded" || status == u"voided" || status == u"expired"
               ? std::optional(OrderState::Cancelled)
               : std::nullopt;
}

/// Order-level cells stand on an order's first row only; blank below means "as above".
class ShopifyReader : public ShopReader {
public:
    ShopifyReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"Name"}))
        , m_times(times)
        , m_payment(header.column({u"Financial Status"}))
        , m_paid(header.column({u"Paid at"}))
        , m_fulfilled(header.column({u"Fulfillment Status"}))
        , m_method(header.column({u"Shipping Method"}))
        , m_created(header.column({u"Created at"}))
        , m_quantity(header.column({u"Lineitem quantity"}))
        , m_title(header.column({u"Lineitem name"}))
        , m_sku(header.column({u"Lineitem sku"}))
        , m_ships(header.column({u"Lineitem requires shipping"}))
        , m_lineFulfilled(header.column({u"Lineitem fulfillment status"}))
        , m_name(header.column({u"Shipping Name"}))
        , m_street(header.column({u"Shipping Street"}))
        , m_address1(header.column({u"Shipping Address1"}))
        , m_address2(header.column({u"Shipping Address2"}))
        , m_company(header.column({u"Shipping Company"}))
        , m_city(header.column({u"Shipping City"}))
        , m_zip(header.column({u"Shipping Zip"}))
        , m_province(header.column({u"Shipping Province"}))
        , m_country(header.column({u"Shipping Country"}))
        , m_phone(header.column({u"Shipping Phone"}))
        , m_notes(header.column({u"Notes"}))
        , m_attributes(header.column({u"Note Attributes"}))
        , m_cancelled(header.column({u"Cancelled at"})) {}

    void read(const TableRow& row, OrderDraft& draft) const override {
        // The head row tells the state; rows below inherit it, line by line.
        if (!wordText(row.cell(m_payment)).isEmpty() || draft.isFirstRow()) {
            readHead(row, draft);
        }
        OrderLine line;
        line.sku = draft.code(row, m_sku);
        line.title = wordText(row.cell(m_title));
        line.isGoods = wordText(row.cell(m_ships)).compare(u"false", Qt::CaseInsensitive) != 0;
        line.quantity = draft.quantity(row, m_quantity);
        draft.addLine(line, stateOfLine(row, draft.order.state));
    }

private:
    OrderState stateOfLine(const TableRow& row, OrderState order) const {
        const QString fulfilled = wordText(row.cell(m_lineFulfilled)).toLower();
        return order == OrderState::Open && fulfilled == u"fulfilled" ? OrderState::Shipped : order;
    }

    void readState(const TableRow& row, OrderDraft& draft) const {
        const QString payment = wordText(row.cell(m_payment)).toLower();
        const auto state = stateOfPayment(payment);
        if (!state) {
            refuseState(draft, payment);
            return;
        }
        draft.order.state = *state;
        if (payment == u"partially_refunded") {
            draft.hold(Hold::Refund);
        }
        if (wordText(row.cell(m_fulfilled)).compare(u"fulfilled", Qt::CaseInsensitive) == 0) {
            draft.order.state = OrderState::Shipped;
        }
        if (!isNoValue(wordText(row.cell(m_cancelled)))) {
            draft.order.state = OrderState::Cancelled;
        }
    }

    void readHead(const TableRow& row, OrderDraft& draft) const {
        readState(row, draft);
        ShopOrder& order = draft.order;
        if (const auto created = draft.time(row, m_created, m_times)) {
            order.createdAt = created->at;
        }
        if (const auto paid = draft.time(row, m_paid, m_times)) {
            order.paidAt = paid->at;
            order.paidDateOnly = paid->dateOnly;
        }
        order.buyerRemark = wordText(row.cell(m_notes));
        OrderDraft::addRemark(order.buyerRemark, wordText(row.cell(m_attributes)));
        order.courier = m_couriers.key(wordText(row.cell(m_method)));
        readRecipient(row, draft);
    }

    void readRecipient(const TableRow& row, OrderDraft& draft) const {
        Recipient& to = draft.order.recipient;
        to.name = wordText(row.cell(m_name));
        to.phone = draft.code(row, m_phone);
        to.country = wordText(row.cell(m_country));
        to.province = wordText(row.cell(m_province));
        to.city = wordText(row.cell(m_city));
        to.postcode = draft.code(row, m_zip);
        QString street =
            joinedAddress({wordText(row.cell(m_address1)), wordText(row.cell(m_address2))});
        if (street.isEmpty()) {
            street = wordText(row.cell(m_street));
        }
        to.street =
            street.isEmpty() ? QString() : joinedAddress({wordText(row.cell(m_company)), street});
    }

    CellTimes m_times;
    CourierNames m_couriers;
    int m_payment, m_paid, m_fulfilled, m_method, m_created, m_quantity, m_title, m_sku, m_ships,
        m_lineFulfilled, m_name, m_street, m_address1, m_address2, m_company, m_city, m_zip,
        m_province, m_country, m_phone, m_notes, m_attributes, m_cancelled;
};

} // namespace

ShopFormat shopifyFormat() {
    ShopFormat format;
    format.name = QStringLiteral("shopify");
    format.shop = format.name;
    format.signature = {QStringLiteral("Name"), QStringLiteral("Financial Status"),
                        QStringLiteral("Lineitem quantity"), QStringLiteral("Lineitem sku")};
    format.known = columnList(QStringLiteral(
        "Name|Email|Financial Status|Paid at|Fulfillment Status|Fulfilled at|Accepts Marketing|"
        "Currency|Subtotal|Shipping|Taxes|Total|Discount Code|Discount Amount|Shipping Method|"
        "Created at|Lineitem quantity|Lineitem name|Lineitem price|Lineitem compare at price|"
        "Lineitem sku|Lineitem requires shipping|Lineitem taxable|Lineitem fulfillment status|"
        "Billing Name|Billing Street|Billing Address1|Billing Address2|Billing Company|"
        "Billing City|Billing Zip|Billing Province|Billing Country|Billing Phone|Shipping Name|"
        "Shipping Street|Shipping Address1|Shipping Address2|Shipping Company|Shipping City|"
        "Shipping Zip|Shipping Province|Shipping Country|Shipping Phone|Notes|Note Attributes|"
        "Cancelled at|Payment Method|Payment Reference|Refunded Amount|Vendor|"
        "Outstanding Balance|Employee|Location|Device ID|Id|Tags|Risk Level|Source|"
        "Lineitem discount|Tax 1 Name|Tax 1 Value|Tax 2 Name|Tax 2 Value|Tax 3 Name|Tax 3 Value|"
        "Tax 4 Name|Tax 4 Value|Tax 5 Name|Tax 5 Value|Phone|Receipt Number|Duties|"
        "Billing Province Name|Shipping Province Name|Payment ID|Payment Terms Name|"
        "Next Payment Due At|Payment References"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<ShopifyReader>(header, times);
    };
    return format;
}

} // namespace packbench
