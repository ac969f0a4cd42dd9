#include "exchange/shopreader.h"

#include <QRegularExpression>

namespace packbench {

namespace {

std::optional<OrderState> stateOf(QString status) {
    status.replace(u'，', u',');
    if (status == u"等待买家付款") {
        return OrderState::Unpaid;
    }
    if (status == u"买家已付款,等待卖家发货") {
        return OrderState::Open;
    }
    if (status == u"卖家已发货,等待买家确认" || status == u"交易成功") {
        return OrderState::Shipped;
    }
    if (status == u"交易关闭") {
        return OrderState::Cancelled;
    }
    return std::nullopt;
}

/// "省 市 区 街道…(000000)": parts by blanks, a postcode at the end; 000000 is none.
void splitAddress(QString address, Recipient& to) {
    static const QRegularExpression postcode(QStringLiteral("[(（](\\d{6})[)）]$"));
    const auto tail = postcode.match(address);
    if (tail.hasMatch()) {
        to.postcode = tail.captured(1) == u"000000" ? QString() : tail.captured(1);
        address.truncate(tail.capturedStart());
    }
    const QStringList parts = address.simplified().split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 4) {
        to.street = parts.join(u' ');
        return;
    }
    to.province = parts[0];
    to.city = parts[1];
    to.district = parts[2];
    to.street = parts.mid(3).join(u' ');
}

class TaobaoList : public ShopReader {
public:
    TaobaoList(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"订单编号"}))
        , m_times(times)
        , m_state(header.column({u"订单状态"}))
        , m_name(header.column({u"收货人姓名"}))
        , m_address(header.column({u"收货地址"}))
        , m_newAddress(header.column({u"修改后的收货地址"}))
        , m_newSku(header.column({u"修改后的sku"}))
        , m_mobile(header.column({u"联系手机"}))
        , m_phone(header.column({u"联系电话"}))
        , m_created(header.column({u"订单创建时间"}))
        , m_paid(header.column({u"订单付款时间"}))
        , m_waybill(header.column({u"物流单号"}))
        , m_courier(header.column({u"物流公司"}))
        , m_buyer(header.column({u"买家留言"}))
        , m_seller(header.column({u"订单备注", u"备注"})) {}

    void read(const TableRow& row, OrderDraft& draft) const override {
        if (!draft.isFirstRow()) {
            draft.leaveOut(RefusalReason::Duplicate,
                           QStringLiteral("The list names this order a second time; its first row "
                                          "was taken. If the two rows differ, export again."));
            return;
        }
        draft.part = FileOrder::Part::HeadOnly;
        draft.hold(Hold::ItemsUnknown);
        const QString status = wordText(row.cell(m_state));
        if (const auto state = stateOf(status)) {
            draft.setState(*state);
        } else {
            refuseState(draft, status);
        }
        readTimes(row, draft);
        readRecipient(row, draft);
        readRemarks(row, draft);
    }

private:
    void readTimes(const TableRow& row, OrderDraft& draft) const {
        if (const auto created = draft.time(row, m_created, m_times)) {
            draft.order.createdAt = created->at;
        }
        if (const auto paid = draft.time(row, m_paid, m_times)) {
            draft.order.paidAt = paid->at;
            draft.order.paidDateOnly = paid->dateOnly;
        }
    }

    void readRecipient(const TableRow& row, OrderDraft& draft) const {
        Recipient& to = draft.order.recipient;
        to.name = wordText(row.cell(m_name));
        to.phone = draft.code(row, m_mobile);
        if (to.phone.isEmpty()) {
            to.phone = draft.code(row, m_phone);
        }
        const QString changed = wordText(row.cell(m_newAddress));
        splitAddress(changed.isEmpty() ? wordText(row.cell(m_address)) : changed, to);
    }

    void readRemarks(const TableRow& row, OrderDraft& draft) const {
        ShopOrder& order = draft.order;
        order.buyerRemark = wordText(row.cell(m_buyer));
        order.sellerRemark = wordText(row.cell(m_seller));
        order.waybill = draft.code(row, m_waybill);
        if (order.waybill.startsWith(u"No:", Qt::CaseInsensitive)) {
            order.waybill = order.waybill.mid(3).trimmed();
        }
        order.courier = m_couriers.key(wordText(row.cell(m_courier)));
        // The list has no SKU to replace: a person has to see what was agreed.
        if (const QString sku = wordText(row.cell(m_newSku)); !sku.isEmpty()) {
            OrderDraft::addRemark(order.sellerRemark, QStringLiteral("修改后的sku：") + sku);
            draft.hold(Hold::ByService);
        }
    }

    CellTimes m_times;
    CourierNames m_couriers;
    int m_state, m_name, m_address, m_newAddress, m_newSku, m_mobile, m_phone, m_created, m_paid,
        m_waybill, m_courier, m_buyer, m_seller;
};

class TaobaoDetails : public ShopReader {
public:
    explicit TaobaoDetails(const TableHeader& header)
        : ShopReader(header.column({u"订单编号"}))
        , m_title(header.column({u"标题", u"宝贝标题"}))
        , m_quantity(header.column({u"购买数量"}))
        , m_spec(header.column({u"商品属性", u"规格名称"}))
        , m_state(header.column({u"订单状态"}))
        , m_sku(header.column({u"商家编码"})) {}

    void read(const TableRow& row, OrderDraft& draft) const override {
        draft.part = FileOrder::Part::LinesOnly;
        const QString status = wordText(row.cell(m_state));
        const auto state = m_state < 0 ? OrderState::Open : stateOf(status);
        if (!state) {
            refuseState(draft, status);
            return;
        }
        OrderLine line;
        line.sku = draft.code(row, m_sku);
        line.title = wordText(row.cell(m_title));
        line.spec = wordText(row.cell(m_spec));
        line.quantity = draft.quantity(row, m_quantity);
        draft.addLine(line, *state);
    }

private:
    int m_title, m_quantity, m_spec, m_state, m_sku;
};

} // namespace

ShopFormat taobaoListFormat() {
    ShopFormat format;
    format.name = QStringLiteral("taobao-list");
    format.shop = QStringLiteral("taobao");
    format.signature = {QStringLiteral("订单编号"), QStringLiteral("订单状态"),
                        QStringLiteral("收货人姓名"), QStringLiteral("收货地址")};
    format.known = columnList(QStringLiteral(
        "订单编号|买家会员名|买家支付宝账号|买家应付货款|买家应付邮费|买家支付积分|总金额|返点积分|"
        "买家实际支付金额|买家实际支付积分|订单状态|买家留言|收货人姓名|收货地址|运送方式|联系电话|"
        "联系手机|订单创建时间|订单付款时间|宝贝标题|宝贝种类|物流单号|物流公司|订单备注|备注|"
        "宝贝总数量|分销商Id|分销商店铺名称|订单关闭原因|卖家服务费|买家服务费|发票抬头|定金排名|"
        "修改后的sku|修改后的收货地址|异常信息|卡券抵扣|积分抵扣|是否是O2O交易"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<TaobaoList>(header, times);
    };
    return format;
}

ShopFormat taobaoDetailsFormat() {
    ShopFormat format;
    format.name = QStringLiteral("taobao-details");
    format.shop = QStringLiteral("taobao");
    format.signature = {QStringLiteral("订单编号"), QStringLiteral("标题|宝贝标题"),
                        QStringLiteral("购买数量"), QStringLiteral("商家编码")};
    format.known = columnList(QStringLiteral("订单编号|标题|宝贝标题|价格|购买数量|外部系统编号|"
                                             "商品属性|规格名称|套餐信息|备注|订单状态|商家编码"));
    format.reader = [](const TableHeader& header, const CellTimes&) {
        return std::make_unique<TaobaoDetails>(header);
    };
    return format;
}

} // namespace packbench
