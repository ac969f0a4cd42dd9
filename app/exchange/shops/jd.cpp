#include "exchange/shopreader.h"

namespace packbench {

namespace {

/// A cancelled order reads "(删除)等待出库": the open text is part of it, so texts are compared
/// whole.
std::optional<OrderState> stateOf(const QString& status) {
    if (status.startsWith(u"(删除)") || status.startsWith(u"（删除）") || status == u"已取消" ||
        status == u"取消") {
        return OrderState::Cancelled;
    }
    if (status == u"等待付款") {
        return OrderState::Unpaid;
    }
    if (status == u"等待出库" || status == u"(锁定)等待出库") {
        return OrderState::Open;
    }
    if (status == u"等待确认收货" || status == u"完成" || status == u"已完成" ||
        status == u"已出库") {
        return OrderState::Shipped;
    }
    return std::nullopt;
}

class JdReader : public ShopReader {
public:
    JdReader(const TableHeader& header, const CellTimes& times)
        : ShopReader(header.column({u"订单号"}))
        , m_times(times)
        , m_title(header.column({u"商品名称"}))
        , m_quantity(header.column({u"订购数量"}))
        , m_created(header.column({u"下单时间"}))
        , m_paid(header.column({u"付款确认时间"}))
        , m_state(header.column({u"订单状态"}))
        , m_name(header.column({u"客户姓名"}))
        , m_address(header.column({u"客户地址"}))
        , m_phone(header.column({u"联系电话"}))
        , m_buyer(header.column({u"订单备注"}))
        , m_seller(header.column({u"商家备注"}))
        , m_grade(header.column({u"商家备注等级（等级1-5为由高到低）", u"商家备注等级"}))
        , m_sku(header.column({u"货号"})) {}

    void read(const TableRow& row, OrderDraft& draft) const override {
        if (draft.isRepeated(wholeRow(row))) {
            return;
        }
        const QString status = wordText(row.cell(m_state));
        const auto state = stateOf(status);
        if (!state) {
            refuseState(draft, status);
            return;
        }
        if (status.startsWith(u"(锁定)")) {
            draft.hold(Hold::Refund); // the buyer has asked to cancel
        }
        if (draft.isFirstRow()) {
            readHead(row, draft);
        }
        OrderLine line;
        line.sku = draft.code(row, m_sku);
        line.title = wordText(row.cell(m_title));
        line.quantity = draft.quantity(row, m_quantity);
        draft.addLine(line, *state);
    }

private:
    /// JD writes one row per SKU: the same row twice is one row too many.
    static QString wholeRow(const TableRow& row) {
        QString text;
        for (int column = 0; column < row.size(); ++column) {
            text += row.cell(column);
            text += u'\x1f';
        }
        return text;
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
        order.recipient.name = wordText(row.cell(m_name));
        order.recipient.phone = draft.code(row, m_phone);
        order.recipient.street = wordText(row.cell(m_address));
        order.buyerRemark = wordText(row.cell(m_buyer));
        order.sellerRemark = wordText(row.cell(m_seller));
        order.flag = wordText(row.cell(m_grade));
    }

    CellTimes m_times;
    int m_title, m_quantity, m_created, m_paid, m_state, m_name, m_address, m_phone, m_buyer,
        m_seller, m_grade, m_sku;
};

} // namespace

ShopFormat jdFormat() {
    ShopFormat format;
    format.name = QStringLiteral("jd");
    format.shop = format.name;
    format.signature = {QStringLiteral("订单号"), QStringLiteral("货号"),
                        QStringLiteral("订购数量"), QStringLiteral("订单状态")};
    format.known = columnList(QStringLiteral(
        "订单号|商品ID|商品名称|订购数量|支付方式|下单时间|京东价|订单金额|结算金额|余额支付|"
        "应付金额|"
        "订单状态|订单类型|下单帐号|客户姓名|客户地址|联系电话|订单备注|发票类型|发票抬头|发票内容|"
        "商家备注|商家备注等级（等级1-5为由高到低）|商家备注等级|运费金额|付款确认时间|增值税发票|"
        "货号|"
        "订单完成时间|订单来源|订单渠道"));
    format.reader = [](const TableHeader& header, const CellTimes& times) {
        return std::make_unique<JdReader>(header, times);
    };
    return format;
}

} // namespace packbench
