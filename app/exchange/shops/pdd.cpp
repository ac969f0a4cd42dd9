#include "exchange/shopreader.h"

namespace packbench {

namespace {

std::optional<OrderState> stateOf(QString status) {
    status.replace(u'，', u',');
    if (status == u"待付款") {
        return OrderState::Unpaid;
    }
    if (status == u"待发货") {
        return OrderState::Open;
    }
    if (status.startsWith(u"已发货") || status == u"已收货" || status == u"已签收" ||
        status == u"交易成功") {
        return OrderState::Shipped;
    }
    if (status == u"已取消" || status == u"未发货,退款成功" || status == u"交易已取消" ||
        status == u"退款成功") {
        return OrderState::Cancelled;
    }
    return std::nullopt;
}

class PddReader : public ShopReader {
public:
    PddReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"订单号"}))
        , m_times(times)
        , m_title(header.column({u"商品"}))
        , m_state(header.column({u"订单状态"}))
        , m_quantity(header.column({u"商品数量(件)"}))
        , m_name(header.column({u"收货人"}))
        , m_phone(header.column({u"手机"}))
        , m_province(header.column({u"省"}))
        , m_city(header.column({u"市"}))
        , m_district(header.column({u"区"}))
        , m_town(header.column({u"街道"}))
        , m_address(header.column({u"详细地址", u"收货地址"}))
        , m_paid(header.column({u"支付时间"}))
        , m_promised(header.column({u"承诺发货时间"}))
        , m_spec(header.column({u"商品规格"}))
        , m_sku(header.column({u"商家编码-SKU维度"}))
        , m_waybill(header.column({u"快递单号"}))
        , m_courier(header.column({u"快递公司"}))
        , m_seller(header.column({u"商家备注"}))
        , m_buyer(header.column({u"买家留言"}))
        , m_afterSale(header.column({u"售后状态"})) {}

    void read(const TableRow& row, OrderDraft& draft) const override {
        if (!draft.isFirstRow()) {
            draft.leaveOut(RefusalReason::Duplicate,
                           QStringLiteral("The file names this order a second time; its first row "
                                          "was taken. If the two rows differ, export again."));
            return;
        }
        const QString status = wordText(row.cell(m_state));
        const auto state = stateOf(status);
        if (!state) {
            refuseState(draft, status);
            return;
        }
        const QString afterSale = wordText(row.cell(m_afterSale));
        if (!isNoValue(afterSale) && !afterSale.startsWith(u"无售后")) {
            draft.hold(Hold::Refund);
        }
        readHead(row, draft);
        OrderLine line;
        line.sku = draft.code(row, m_sku);
        line.title = wordText(row.cell(m_title));
        line.spec = wordText(row.cell(m_spec));
        line.quantity = draft.quantity(row, m_quantity);
        draft.addLine(line, *state);
    }

private:
    void readHead(const TableRow& row, OrderDraft& draft) const {
        ShopOrder& order = draft.order;
        if (const auto paid = draft.time(row, m_paid, m_times)) {
            order.paidAt = paid->at;
            order.paidDateOnly = paid->dateOnly;
        }
        if (const auto promised = draft.time(row, m_promised, m_times)) {
            order.promisedAt = promised->at;
        }
        readRecipient(row, draft);
        order.buyerRemark = wordText(row.cell(m_buyer));
        order.sellerRemark = wordText(row.cell(m_seller));
        order.waybill = draft.code(row, m_waybill);
        order.courier = m_couriers.key(wordText(row.cell(m_courier)));
    }

    /// The export stops at the town; the street is the platform's secret.
    void readRecipient(const TableRow& row, OrderDraft& draft) const {
        Recipient& to = draft.order.recipient;
        to.name = wordText(row.cell(m_name));
        to.phone = draft.code(row, m_phone);
        to.province = wordText(row.cell(m_province));
        to.city = wordText(row.cell(m_city));
        to.district = wordText(row.cell(m_district));
        const QString street = wordText(row.cell(m_address));
        const QString town = wordText(row.cell(m_town));
        if (street.isEmpty()) {
            to.district += to.district.isEmpty() || town.isEmpty() ? town : u' ' + town;
        } else {
            to.street = town + street;
        }
    }

    CellTimes m_times;
    CourierNames m_couriers;
    int m_title, m_state, m_quantity, m_name, m_phone, m_province, m_city, m_district, m_town,
        m_address, m_paid, m_promised, m_spec, m_sku, m_waybill, m_courier, m_seller, m_buyer,
        m_afterSale;
};

} // namespace

ShopFormat pddFormat() {
    ShopFormat format;
    format.name = QStringLiteral("pdd");
    format.shop = format.name;
    format.signature = {QStringLiteral("订单号"), QStringLiteral("订单状态"),
                        QStringLiteral("商品数量(件)"), QStringLiteral("商家编码-SKU维度")};
    format.known = columnList(QStringLiteral(
        "商品|订单号|订单状态|商品总价(元)|店铺优惠折扣(元)|平台优惠折扣(元)|邮费(元)|上门安装费("
        "元)|"
        "送货入户费(元)|送货入户并安装费(元)|用户实付金额(元)|商家实收金额(元)|商品数量(件)|"
        "身份证姓名|"
        "身份证号码|收货人|手机|是否异常|省|市|区|街道|详细地址|收货地址|支付时间|拼单成功时间|"
        "订单确认时间|承诺发货时间|发货时间|确认收货时间|商品id|商品规格|用户购买手机号|样式ID|"
        "商家编码-SKU维度|商家编码-商品维度|快递单号|快递公司|海淘清关订单号|支付ID|支付方式|"
        "是否抽奖或0元试用|是否顺丰加价|商家备注|售后状态|买家留言|关联货品编码|货品名称|货品类型|"
        "子货品|仓库名称|仓库所在地址|是否门店自提|门店名称|门店自定义编码"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<PddReader>(header, times);
    };
    return format;
}

} // namespace packbench
