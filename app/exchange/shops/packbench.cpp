#include "exchange/shopreader.h"

namespace packbench {

namespace {

/// Packbench's own table, one row a line; see README.md beside. Chinese headings are taken too, so
/// that the furniture seller's order sheet is one of these tables.
class PackbenchReader : public ShopReader {
public:
    PackbenchReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"order", u"订单号", u"订单编号"}))
        , m_times(times)
        , m_shop(header.column({u"shop", u"店铺"}))
        , m_state(header.column({u"state", u"状态"}))
        , m_sku(header.column({u"sku", u"货号", u"商家编码"}))
        , m_title(header.column({u"title", u"商品名称", u"标题"}))
        , m_spec(header.column({u"spec", u"规格"}))
        , m_quantity(header.column({u"quantity", u"数量", u"件数"}))
        , m_goods(header.column({u"goods", u"是否实物"}))
        , m_name(header.column({u"name", u"收货人", u"客户"}))
        , m_phone(header.column({u"phone", u"联系电话", u"电话"}))
        , m_country(header.column({u"country", u"国家"}))
        , m_province(header.column({u"province", u"省"}))
        , m_city(header.column({u"city", u"市"}))
        , m_district(header.column({u"district", u"区"}))
        , m_street(header.column({u"street", u"address", u"地址"}))
        , m_postcode(header.column({u"postcode", u"邮编"}))
        , m_created(header.column({u"created_at", u"下单时间"}))
        , m_paid(header.column({u"paid_at", u"付款时间"}))
        , m_promised(header.column({u"promised_at", u"承诺发货时间"}))
        , m_appointment(header.column({u"appointment", u"预约日期"}))
        , m_buyer(header.column({u"buyer_remark", u"remark", u"买家留言", u"备注"}))
        , m_seller(header.column({u"seller_remark", u"商家备注"}))
        , m_flag(header.column({u"flag", u"旗标"}))
        , m_courier(header.column({u"courier", u"快递公司"}))
        , m_waybill(header.column({u"waybill", u"运单号", u"快递单号"})) {}

    [[nodiscard]] QString group(const TableRow& row) const override {
        return orderNumber(row) + u'\x1f' + codeText(row.cell(m_shop));
    }

    void read(const TableRow& row, OrderDraft& draft) const override {
        if (draft.isFirstRow())
            readHead(row, draft);
        else
            compareRecipient(row, draft);
        OrderDraft::addRemark(draft.order.buyerRemark, wordText(row.cell(m_buyer)));
        OrderDraft::addRemark(draft.order.sellerRemark, wordText(row.cell(m_seller)));
        OrderLine line;
        line.sku = draft.code(row, m_sku);
        line.title = wordText(row.cell(m_title));
        line.spec = wordText(row.cell(m_spec));
        line.isGoods = !isNo(wordText(row.cell(m_goods)));
        line.quantity = draft.quantity(row, m_quantity);
        draft.addLine(line, draft.order.state);
    }

private:
    static bool isNo(const QString& text) {
        return text == u"no" || text == u"false" || text == u"0" || text == u"否";
    }

    void readHead(const TableRow& row, OrderDraft& draft) const {
        ShopOrder& order = draft.order;
        if (const QString shop = codeText(row.cell(m_shop)); !shop.isEmpty()) {
            order.key.shop = shop;
        }
        if (const QString state = wordText(row.cell(m_state)); !state.isEmpty()) {
            const auto known = orderStateFromWord(state);
            const bool fits =
                known && *known != OrderState::Packed && *known != OrderState::Dispatched;
            if (!fits) {
                refuseState(draft, state);
            }
            order.state = fits ? *known : OrderState::Open;
        }
        readTimes(row, draft);
        readRecipient(row, draft);
        order.flag = wordText(row.cell(m_flag));
        order.waybill = draft.code(row, m_waybill);
        readCourier(row, draft);
    }

    void readCourier(const TableRow& row, OrderDraft& draft) const {
        const QString name = wordText(row.cell(m_courier));
        draft.order.courier = m_couriers.key(name);
        if (draft.order.courier.isEmpty()) {
            OrderDraft::addRemark(draft.order.sellerRemark,
                                  name.isEmpty() ? name : QStringLiteral("快递：") + name);
        }
    }

    void readTimes(const TableRow& row, OrderDraft& draft) const {
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
        // An appointment with the customer binds the packer: it is read before the label.
        const QString appointment = wordText(row.cell(m_appointment));
        if (!isNoValue(appointment)) {
            OrderDraft::addRemark(order.sellerRemark, QStringLiteral("预约：") + appointment);
        }
    }

    void readRecipient(const TableRow& row, OrderDraft& draft) const {
        Recipient& to = draft.order.recipient;
        to.name = wordText(row.cell(m_name));
        to.phone = draft.code(row, m_phone);
        to.country = countryCode(wordText(row.cell(m_country)));
        to.province = wordText(row.cell(m_province));
        to.city = wordText(row.cell(m_city));
        to.district = wordText(row.cell(m_district));
        to.street = wordText(row.cell(m_street));
        to.postcode = draft.code(row, m_postcode);
    }

    /// Two places for one parcel: nobody may guess which of them the buyer meant.
    void compareRecipient(const TableRow& row, OrderDraft& draft) const {
        const Recipient& to = draft.order.recipient;
        const auto differs = [&row](int column, const QString& first) {
            const QString here = wordText(row.cell(column));
            return !here.isEmpty() && here != first;
        };
        if (differs(m_name, to.name) || differs(m_province, to.province) ||
            differs(m_city, to.city) || differs(m_district, to.district) ||
            differs(m_street, to.street) ||
            (!codeText(row.cell(m_phone)).isEmpty() && codeText(row.cell(m_phone)) != to.phone))
            draft.refuse(RefusalReason::Contradiction,
                         QStringLiteral("This row names another recipient or address than the "
                                        "order's first row, so nobody could know where the parcel "
                                        "goes; the order was not taken. Correct the table and "
                                        "import again."));
    }

    CellTimes m_times;
    CourierNames m_couriers;
    int m_shop, m_state, m_sku, m_title, m_spec, m_quantity, m_goods, m_name, m_phone, m_country,
        m_province, m_city, m_district, m_street, m_postcode, m_created, m_paid, m_promised,
        m_appointment, m_buyer, m_seller, m_flag, m_courier, m_waybill;
};

} // namespace

ShopFormat packbenchFormat() {
    ShopFormat format;
    format.name = QStringLiteral("packbench");
    format.shop = format.name;
    format.signature = {QStringLiteral("order|订单号|订单编号"),
                        QStringLiteral("sku|货号|商家编码"), QStringLiteral("quantity|数量|件数")};
    format.known = columnList(QStringLiteral(
        "order|订单号|订单编号|shop|店铺|state|状态|sku|货号|商家编码|title|商品名称|标题|spec|"
        "规格|"
        "quantity|数量|件数|goods|是否实物|name|收货人|客户|phone|联系电话|电话|country|国家|"
        "province|省|city|市|district|区|street|address|地址|postcode|邮编|created_at|下单时间|"
        "paid_at|付款时间|promised_at|承诺发货时间|appointment|预约日期|buyer_remark|remark|"
        "买家留言|"
        "备注|seller_remark|商家备注|flag|旗标|courier|快递公司|waybill|运单号|快递单号|contact|"
        "联系人|"
        "volume|体积"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<PackbenchReader>(header, times);
    };
    return format;
}

} // namespace packbench
