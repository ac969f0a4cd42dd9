#include "exchange/shopreader.h"

namespace packbench {

namespace {

std::optional<OrderState> stateOf(QString status) {
    status = status.toLower();
    status.remove(QLatin1String("wc-"));
    status.replace(u' ', u'-');
    if (status == u"processing") {
        return OrderState::Open;
    }
    if (status == u"pending" || status == u"pending-payment" || status == u"on-hold" ||
        status == u"checkout-draft" || status == u"draft") {
        return OrderState::Unpaid;
    }
    if (status == u"completed" || status == u"shipped") {
        return OrderState::Shipped;
    }
    return status == u"cancelled" || status == u"refunded" || status == u"failed"
               ? std::optional(OrderState::Cancelled)
               : std::nullopt;
}

/// Default columns of the plug-in Advanced Order Export. Order-level cells may stand on the first
/// row only. Where there is no shipping address, the billing one counts.
class WooCommerceReader : public ShopReader {
public:
    WooCommerceReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"Order Number"}))
        , m_times(times)
        , m_state(header.column({u"Order Status"}))
        , m_created(header.column({u"Order Date"}))
        , m_paid(header.column({u"Paid Date"}))
        , m_note(header.column({u"Customer Note"}))
        , m_phone(header.column({u"Phone (Shipping)", u"Phone (Billing)"}))
        , m_item(header.column({u"Item #"}))
        , m_sku(header.column({u"SKU"}))
        , m_title(header.column({u"Name", u"Item Name"}))
        , m_spec(header.column({u"Product Variation"}))
        , m_quantity(header.column({u"Quantity"}))
        , m_kept(header.column({u"Quantity (- Refund)"}))
        , m_method(header.column({u"Shipping Method Title"})) {
        for (const QString& side : {QStringLiteral("(Shipping)"), QStringLiteral("(Billing)")}) {
            const auto at = [&](const char* name) {
                return header.column(QLatin1String(name) + u' ' + side);
            };
            m_places.push_back({at("First Name"), at("Last Name"), at("Company"), at("Address 1&2"),
                                at("City"), at("State Code"), at("Postcode"), at("Country Code")});
        }
    }

    void read(const TableRow& row, OrderDraft& draft) const override {
        const QString item = codeText(row.cell(m_item));
        if (draft.isRepeated(item)) {
            return;
        }
        const QString status = wordText(row.cell(m_state));
        if (!status.isEmpty() || draft.isFirstRow()) {
            const auto state = stateOf(status);
            if (!state) {
                refuseState(draft, status);
                return;
            }
            draft.order.state = *state;
        }
        if (draft.isFirstRow()) {
            readHead(row, draft);
        }
        readLine(row, draft);
    }

private:
    struct Place {
        int firstName, lastName, company, street, city, state, postcode, country;
    };

    void readLine(const TableRow& row, OrderDraft& draft) const {
        OrderLine line;
        line.sku = draft.code(row, m_sku);
        line.title = wordText(row.cell(m_title));
        line.spec = wordText(row.cell(m_spec));
        const QString kept = codeText(row.cell(m_kept));
        const bool refunded = kept == u"0";
        line.quantity = draft.quantity(row, kept.isEmpty() || refunded ? m_quantity : m_kept);
        if (!kept.isEmpty() && kept != codeText(row.cell(m_quantity))) {
            draft.hold(Hold::Refund);
        }
        draft.addLine(line, refunded && draft.order.state == OrderState::Open
                                ? OrderState::Cancelled
                                : draft.order.state);
    }

    void readHead(const TableRow& row, OrderDraft& draft) const {
        ShopOrder& order = draft.order;
        if (const auto created = draft.time(row, m_created, m_times)) {
            order.createdAt = created->at;
        }
        if (const auto paid = draft.time(row, m_paid, m_times)) {
            order.paidAt = paid->at;
            order.paidDateOnly = paid->dateOnly;
        }
        order.buyerRemark = wordText(row.cell(m_note));
        order.courier = m_couriers.key(wordText(row.cell(m_method)));
        order.recipient.phone = draft.code(row, m_phone);
        for (const Place& place : m_places) {
            if (order.recipient.street.isEmpty()) {
                readRecipient(row, place, draft);
            }
        }
    }

    static void readRecipient(const TableRow& row, const Place& place, OrderDraft& draft) {
        const QString street = wordText(row.cell(place.street));
        if (street.isEmpty()) {
            return;
        }
        Recipient& to = draft.order.recipient;
        to.name = (wordText(row.cell(place.firstName)) + u' ' + wordText(row.cell(place.lastName)))
                      .trimmed();
        to.street = joinedAddress({wordText(row.cell(place.company)), street});
        to.city = wordText(row.cell(place.city));
        to.province = wordText(row.cell(place.state));
        to.postcode = draft.code(row, place.postcode);
        to.country = countryCode(wordText(row.cell(place.country)));
    }

    CellTimes m_times;
    CourierNames m_couriers;
    int m_state, m_created, m_paid, m_note, m_phone, m_item, m_sku, m_title, m_spec, m_quantity,
        m_kept, m_method;
    std::vector<Place> m_places;
};

} // namespace

ShopFormat wooCommerceFormat() {
    ShopFormat format;
    format.name = QStringLiteral("woocommerce");
    format.shop = format.name;
    format.signature = {QStringLiteral("Order Number"), QStringLiteral("Order Status"),
                        QStringLiteral("SKU"), QStringLiteral("Quantity"),
                        QStringLiteral("Address 1&2 (Shipping)|Address 1&2 (Billing)")};
    format.known = columnList(QStringLiteral(
        "Order Number|Order Status|Order Date|Paid Date|Customer Note|First Name (Billing)|"
        "Last Name (Billing)|Company (Billing)|Address 1&2 (Billing)|City (Billing)|"
        "State Code (Billing)|Postcode (Billing)|Country Code (Billing)|Email (Billing)|"
        "Phone (Billing)|First Name (Shipping)|Last Name (Shipping)|Company (Shipping)|"
        "Address 1&2 (Shipping)|City (Shipping)|State Code (Shipping)|Postcode (Shipping)|"
        "Country Code (Shipping)|Phone (Shipping)|Item #|SKU|Name|Item Name|Product Variation|"
        "Quantity|Quantity (- Refund)|Item Cost|Order Line (w/o tax)|Order Line Tax|"
        "Order Line Total|Order Line Total Refunded|Order Line Total (- Refund)|Image URL|"
        "Coupon Code|Discount Amount|Discount Amount Tax|Payment Method Title|"
        "Shipping Method Title|Coupons Used|Cart Discount Amount|Order Subtotal Amount|"
        "Order Tax Amount|Order Shipping Amount|Order Refund Amount|Order Total Amount|"
        "Order Total Tax Amount|Total items|Total products"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<WooCommerceReader>(header, times);
    };
    return format;
}

} // namespace packbench
