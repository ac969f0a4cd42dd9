#include "exchange/shopreader.h"

namespace packbench {

namespace {

std::optional<OrderState> stateOf(const QString& status) {
    if (status == u"待支付" || status == u"待付款") {
        return OrderState::Unpaid;
    }
    if (status == u"待发货" || status == u"备货中") {
        return OrderState::Open;
    }
    if (status == u"已发货" || status == u"已完成" || status == u"已签收") {
        return OrderState::Shipped;
    }
    return status == u"已关闭" || status == u"已取消" ? std::optional(OrderState::Cancelled)
                                                      : std::nullopt;
}

/// "-" stands for nothing.
QString value(const TableRow& row, int column) {
    const QString text = wordText(row.cell(column));
    return isNoValue(text) ? QString() : text;
}

class DouyinReader : public ShopReader {
public:
    DouyinReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"主订单编号"}))
        , m_times(times)
        , m_subOrder(header.column({u"子订单编号"}))
        , m_title(header.column({u"选购商品"}))
        , m_spec(header.column({u"商品规格"}))
        , m_quantity(header.column({u"商品数量"}))
        , m_sku(header.column({u"商家编码"}))
        , m_name(header.column({u"收件人"}))
        , m_phone(header.column({u"收件人手机号"}))
        , m_address(header.column({u"详细地址"}))
        , m_province(header.column({u"省"}))
        , m_city(header.column({u"市"}))
        , m_district(header.column({u"区"}))
        , m_created(header.column({u"订单提交时间"}))
        , m_paid(header.column({u"支付完成时间"}))
        , m_promised(header.column({u"承诺发货时间"}))
        , m_seller(header.column({u"商家备注"}))
        , m_buyer(header.column({u"买家留言"}))
        , m_state(header.column({u"订单状态"}))
        , m_afterSale(header.column({u"售后状态"}))
        , m_parcel(header.column({u"快递信息"})) {}

    void read(const TableRow& row, OrderDraft& draft) const override {
        if (draft.isRepeated(draft.code(row, m_subOrder))) {
            return;
        }
        const QString status = value(row, m_state);
        const auto state = stateOf(status);
        if (!state) {
            refuseState(draft, status);
            return;
        }
        const QString afterSale = value(row, m_afterSale);
        if (!afterSale.isEmpty() && afterSale != u"无售后" && afterSale != u"售后关闭") {
            draft.hold(Hold::Refund);
        }
        if (draft.isFirstRow()) {
            readHead(row, draft);
        }
        OrderDraft::addRemark(draft.order.sellerRemark, value(row, m_seller));
        OrderDraft::addRemark(draft.order.buyerRemark, value(row, m_buyer));
        readParcel(row, draft);
        readLines(row, *state, draft);
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
        order.recipient.name = value(row, m_name);
        order.recipient.phone = draft.code(row, m_phone);
        order.recipient.province = value(row, m_province);
        order.recipient.city = value(row, m_city);
        order.recipient.district = value(row, m_district);
        order.recipient.street = value(row, m_address);
    }

    /// "SF6128783703450-顺丰速运"
    void readParcel(const TableRow& row, OrderDraft& draft) const {
        const QString parcel = value(row, m_parcel).section(u';', 0, 0);
        const qsizetype dash = parcel.lastIndexOf(u'-');
        if (dash > 0 && draft.order.waybill.isEmpty()) {
            draft.order.waybill = parcel.left(dash).trimmed();
            draft.order.courier = m_couriers.key(parcel.mid(dash + 1).trimmed());
        }
    }

    /// One row may join several articles with one summed quantity. Only when the sum equals the
    /// number of articles is it clear how many of each.
    void readLines(const TableRow& row, OrderState state, OrderDraft& draft) const {
        const QStringList skus = draft.code(row, m_sku).split(u';');
        const QStringList titles = value(row, m_title).split(u';');
        const QStringList specs = value(row, m_spec).split(u';');
        const int quantity = draft.quantity(row, m_quantity);
        if (skus.size() == 1) {
            draft.addLine({isNoValue(skus[0]) ? QString() : skus[0], titles.join(u';'),
                           specs.join(u';'), quantity, true},
                          state);
            return;
        }
        if (quantity != skus.size()) {
            draft.refuse(RefusalReason::JoinedRow,
                         QStringLiteral("The row joins %1 articles with one sum of %2 pieces, so "
                                        "nobody can know how many of each; the order was not "
                                        "taken. Enter it as a Packbench CSV, one row an article.")
                             .arg(skus.size())
                             .arg(quantity));
            return;
        }
        for (qsizetype at = 0; at < skus.size(); ++at) {
            draft.addLine({skus[at].trimmed(),
                           titles.size() == skus.size() ? titles[at].trimmed() : titles.join(u';'),
                           specs.size() == skus.size() ? specs[at].trimmed() : QString(), 1, true},
                          state);
        }
    }

    CellTimes m_times;
    CourierNames m_couriers;
    int m_subOrder, m_title, m_spec, m_quantity, m_sku, m_name, m_phone, m_address, m_province,
        m_city, m_district, m_created, m_paid, m_promised, m_seller, m_buyer, m_state, m_afterSale,
        m_parcel;
};

} // namespace

ShopFormat douyinFormat() {
    ShopFormat format;
    format.name = QStringLiteral("douyin");
    format.shop = format.name;
    format.signature = {QStringLiteral("主订单编号"), QStringLiteral("商家编码"),
                        QStringLiteral("商品数量"), QStringLiteral("订单状态")};
    format.known = columnList(QStringLiteral(
        "主订单编号|子订单编号|选购商品|商品规格|商品数量|商家编码|商品ID|达人ID|订单应付金额|运费|"
        "收件人|收件人手机号|省|市|区|详细地址|订单提交时间|支付完成时间|承诺发货时间|商家备注|"
        "买家留言|"
        "订单完成时间|订单状态|售后状态|取消原因|发货时间|平台实际承担优惠金额|"
        "商家实际承担优惠金额|"
        "达人实际承担优惠金额|快递信息"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<DouyinReader>(header, times);
    };
    return format;
}

} // namespace packbench
