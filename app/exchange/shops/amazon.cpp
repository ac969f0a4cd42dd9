#include "exchange/shopreader.h"

namespace packbench {

namespace {

/// Unshipped and new orders: one row an order item, no quoting, times in UTC.
class AmazonReader : public ShopReader {
public:
    AmazonReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"order-id"}))
        , m_times(times)
        , m_item(header.column({u"order-item-id"}))
        , m_created(header.column({u"purchase-date"}))
        , m_paid(header.column({u"payments-date"}))
        , m_promised(header.column({u"promise-date"}))
        , m_sku(header.column({u"sku"}))
        , m_title(header.column({u"product-name"}))
        , m_purchased(header.column({u"quantity-purchased"}))
        , m_shipped(header.column({u"quantity-shipped"}))
        , m_toShip(header.column({u"quantity-to-ship"}))
        , m_name(header.column({u"recipient-name"}))
        , m_address1(header.column({u"ship-address-1"}))
        , m_address2(header.column({u"ship-address-2"}))
        , m_address3(header.column({u"ship-address-3"}))
        , m_city(header.column({u"ship-city"}))
        , m_state(header.column({u"ship-state"}))
        , m_zip(header.column({u"ship-postal-code"}))
        , m_country(header.column({u"ship-country"}))
        , m_phone(header.column({u"ship-phone-number", u"buyer-phone-number"}))
        , m_wish(header.column({u"delivery-Instructions"})) {}

    void read(const TableRow& row, OrderDraft& draft) const override {
        if (draft.isRepeated(draft.code(row, m_item))) {
            return;
        }
        if (draft.isFirstRow()) {
            readHead(row, draft);
        }
        OrderDraft::addRemark(draft.order.buyerRemark, wordText(row.cell(m_wish)));
        OrderLine line;
        line.sku = draft.code(row, m_sku);
        line.title = wordText(row.cell(m_title));
        const bool nothingLeft = codeText(row.cell(m_toShip)) == u"0";
        const bool byWhole = m_toShip < 0 || nothingLeft;
        line.quantity = draft.quantity(row, byWhole ? m_purchased : m_toShip);
        const bool shipped = codeText(row.cell(m_shipped)) != u"0";
        const auto gone = shipped ? OrderState::Shipped : OrderState::Cancelled;
        draft.addLine(line, nothingLeft ? gone : OrderState::Open);
    }

private:
    void readHead(const TableRow& row, OrderDraft& draft) const {
        ShopOrder& order = draft.order;
        if (const auto created = draft.time(row, m_created, m_times)) {
            order.createdAt = created->at;
        }
        if (const auto paid = draft.time(row, m_paid, m_times)) {
            order.paidAt = paid->at;
            order.paidDateOnly = paid->dateOnly;
        }
        if (const auto promised = draft.time(row, m_promised, m_times)) {
            order.promisedAt = promised->at;
        }
        Recipient& to = order.recipient;
        to.name = wordText(row.cell(m_name));
        to.phone = draft.code(row, m_phone);
        to.country = wordText(row.cell(m_country));
        to.province = wordText(row.cell(m_state));
        to.city = wordText(row.cell(m_city));
        to.postcode = draft.code(row, m_zip);
        to.street = joinedAddress({wordText(row.cell(m_address1)), wordText(row.cell(m_address2)),
                                   wordText(row.cell(m_address3))});
    }

    CellTimes m_times;
    int m_item, m_created, m_paid, m_promised, m_sku, m_title, m_purchased, m_shipped, m_toShip,
        m_name, m_address1, m_address2, m_address3, m_city, m_state, m_zip, m_country, m_phone,
        m_wish;
};

} // namespace

ShopFormat amazonFormat() {
    ShopFormat format;
    format.name = QStringLiteral("amazon");
    format.shop = format.name;
    format.quotedTabs = false;
    format.signature = {QStringLiteral("order-id"), QStringLiteral("order-item-id"),
                        QStringLiteral("sku"), QStringLiteral("quantity-purchased"),
                        QStringLiteral("recipient-name")};
    format.known = columnList(QStringLiteral(
        "order-id|order-item-id|purchase-date|payments-date|reporting-date|promise-date|"
        "days-past-promise|buyer-email|buyer-name|buyer-phone-number|sku|product-name|"
        "quantity-purchased|quantity-shipped|quantity-to-ship|ship-service-level|recipient-name|"
        "ship-address-1|ship-address-2|ship-address-3|ship-city|ship-state|ship-postal-code|"
        "ship-country|is-business-order|purchase-order-number|price-designation|is-iba|"
        "verge-of-cancellation|verge-of-lateShipment|currency|item-price|item-tax|shipping-price|"
        "shipping-tax|ship-phone-number|delivery-start-date|delivery-end-date|delivery-time-zone|"
        "delivery-Instructions|sales-channel|bill-address-1|bill-address-2|bill-address-3|"
        "bill-city|bill-state|bill-postal-code|bill-country|item-promotion-discount|"
        "item-promotion-id|ship-promotion-discount|ship-promotion-id"));
    format.reader = [](const TableHeader& header, const CellTimes&) {
        return std::make_unique<AmazonReader>(header, CellTimes(QTimeZone::utc()));
    };
    return format;
}

} // namespace packbench
