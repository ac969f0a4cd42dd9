#include "exchange/shopreader.h"

namespace packbench {

namespace {

class EtsyReader : public ShopReader {
public:
    EtsyReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"Order ID"}))
        , m_times(times)
        , m_sold(header.column({u"Sale Date"}))
        , m_title(header.column({u"Item Name"}))
        , m_quantity(header.column({u"Quantity"}))
        , m_transaction(header.column({u"Transaction ID"}))
        , m_listing(header.column({u"Listing ID"}))
        , m_paid(header.column({u"Date Paid"}))
        , m_shipped(header.column({u"Date Shipped"}))
        , m_name(header.column({u"Ship Name"}))
        , m_address1(header.column({u"Ship Address1"}))
        , m_address2(header.column({u"Ship Address2"}))
        , m_city(header.column({u"Ship City"}))
        , m_state(header.column({u"Ship State"}))
        , m_zip(header.column({u"Ship Zipcode"}))
        , m_country(header.column({u"Ship Country"}))
        , m_variations(header.column({u"Variations"}))
        , m_sku(header.column({u"SKU"})) {}

    void read(const TableRow& row, OrderDraft& draft) const override {
        if (draft.isRepeated(draft.code(row, m_transaction))) {
            return;
        }
        const auto form = &CellTimes::readMonthFirst;
        const auto paid = draft.time(row, m_paid, m_times, form);
        const auto shipped = draft.time(row, m_shipped, m_times, form);
        if (draft.isFirstRow()) {
            readHead(row, draft);
            if (paid) {
                draft.order.paidAt = paid->at;
                draft.order.paidDateOnly = paid->dateOnly;
            }
        }
        OrderLine line;
        line.spec = wordText(row.cell(m_variations));
        line.title = wordText(row.cell(m_title));
        line.sku = skuOf(row, draft, line.spec);
        line.quantity = draft.quantity(row, m_quantity);
        draft.addLine(line, shipped ? OrderState::Shipped
                            : paid  ? OrderState::Open
                                    : OrderState::Unpaid);
    }

private:
    /// Listings without a SKU go by "etsy:<listing>[:<variations>]"; the catalogue can name that.
    QString skuOf(const TableRow& row, OrderDraft& draft, const QString& variations) const {
        QString sku = draft.code(row, m_sku);
        const QString listing = draft.code(row, m_listing);
        if (!sku.isEmpty() || listing.isEmpty()) {
            return sku;
        }
        return QStringLiteral("etsy:") + listing +
               (variations.isEmpty() ? QString() : u':' + variations);
    }

    void readHead(const TableRow& row, OrderDraft& draft) const {
        const auto sold = draft.time(row, m_sold, m_times, &CellTimes::readMonthFirst);
        if (sold) {
            draft.order.createdAt = sold->at;
        }
        Recipient& to = draft.order.recipient;
        to.name = wordText(row.cell(m_name));
        to.country = countryCode(wordText(row.cell(m_country)));
        to.province = wordText(row.cell(m_state));
        to.city = wordText(row.cell(m_city));
        to.postcode = draft.code(row, m_zip);
        to.street = joinedAddress({wordText(row.cell(m_address1)), wordText(row.cell(m_address2))});
    }

    CellTimes m_times;
    int m_sold, m_title, m_quantity, m_transaction, m_listing, m_paid, m_shipped, m_name,
        m_address1, m_address2, m_city, m_state, m_zip, m_country, m_variations, m_sku;
};

} // namespace

ShopFormat etsyFormat() {
    ShopFormat format;
    format.name = QStringLiteral("etsy");
    format.shop = format.name;
    format.signature = {QStringLiteral("Order ID"), QStringLiteral("Transaction ID"),
                        QStringLiteral("Listing ID"), QStringLiteral("Quantity"),
                        QStringLiteral("Date Paid")};
    format.known = columnList(QStringLiteral(
        "Sale Date|Item Name|Buyer|Quantity|Price|Coupon Code|Coupon Details|Discount Amount|"
        "Shipping Discount|Order Shipping|Order Sales Tax|Item Total|Currency|Transaction ID|"
        "Listing ID|Date Paid|Date Shipped|Ship Name|Ship Address1|Ship Address2|Ship City|"
        "Ship State|Ship Zipcode|Ship Country|Order ID|Variations|Order Type|Listings Type|"
        "Payment Type|InPerson Discount|InPerson Location|VAT Paid by Buyer|SKU"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<EtsyReader>(header, times);
    };
    return format;
}

} // namespace packbench
