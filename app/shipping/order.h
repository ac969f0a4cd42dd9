#pragma once

#include "shipping/instant.h"

#include <QList>
#include <QString>

#include <optional>

namespace packbench {

/// What names an order for ever: order numbers are unique within a shop only.
struct OrderKey {
    QString shop;   ///< the shop's key in this warehouse, e.g. "tmall-women"
    QString number; ///< as the platform writes it: text, never a number

    bool operator==(const OrderKey&) const = default;
};

/// Where an order stands on its way from payment to courier.
enum class OrderState {
    Unpaid,     ///< the platform says: not paid yet
    Open,       ///< paid, waiting for the bench (a hold may stop it)
    Packed,     ///< its label exists
    Dispatched, ///< left, recorded by Packbench
    Cancelled,  ///< closed on the platform before it left
    Shipped     ///< the platform says it was shipped elsewhere
};

/// Why an open order must not be packed now. A set of them stands on an order.
enum class Hold {
    UnknownItem,  ///< a line's SKU is not in the catalogue
    ItemsUnknown, ///< Taobao list without its detail list
    JoinedRow,    ///< several SKUs with one sum in one row: quantities must be entered by hand
    Refund,       ///< a refund is asked for or was given in part: customer service decides
    ByService,    ///< customer service or a supervisor stopped it
    ChangedLate   ///< the shop changed or cancelled it after its label was made
};

/// One thing ordered. Lines that are not goods (postage, gift card) have `isGoods` false.
struct OrderLine {
    QString sku; ///< seller's code; empty when the export had none
    QString title;
    QString spec; ///< "颜色分类:黑色;尺码:L" as the shop writes it
    int quantity = 1;
    bool isGoods = true;

    bool operator==(const OrderLine&) const = default;
};

/// Where a parcel goes, as the shop gave it. Masked parts are kept as received.
struct Recipient {
    QString name;
    QString phone;
    QString country; ///< two letters where known, else as given; empty = the warehouse's own
    QString province;
    QString city;
    QString district;
    QString street;   ///< the rest of the address
    QString postcode; ///< text: leading zeros count

    /// True when name, phone or address hold masks or ciphertext, or there is no street at all:
    /// no label of ours can be made from it.
    bool masked = false;

    bool operator==(const Recipient&) const = default;
};

/// An order as a shop's export tells it. Nothing in here is Packbench's own doing.
struct ShopOrder {
    OrderKey key;
    OrderState state = OrderState::Open; ///< only Unpaid, Open, Cancelled or Shipped
    std::optional<Instant> createdAt;
    std::optional<Instant> paidAt;
    bool paidDateOnly = false;         ///< the export gives a date: paidAt is that day's end
    std::optional<Instant> promisedAt; ///< the platform's promised ship time
    Recipient recipient;
    QString buyerRemark;
    QString sellerRemark;
    QString flag;    ///< coloured flag or grade, as the shop writes it
    QString courier; ///< courier key (shipping/courier.h) the order is bound to, if any
    QString waybill; ///< waybill number that came with the order, if any
    QList<OrderLine> lines;
    QList<Hold> holds; ///< only UnknownItem is added later, by the bench

    bool operator==(const ShopOrder&) const = default;
    [[nodiscard]] int pieces() const; ///< goods only
};

/// Stable words, as packctl prints them and the ledger stores them.
[[nodiscard]] QString word(OrderState state);
[[nodiscard]] QString word(Hold hold);
[[nodiscard]] std::optional<OrderState> orderStateFromWord(const QString& word);
[[nodiscard]] std::optional<Hold> holdFromWord(const QString& word);

/// True when the text holds a mask or ciphertext: `*` (also full-width), `##`, `$$`, 密文.
[[nodiscard]] bool looksMasked(const QString& text);

/// A digest over everything the shop told; equal digests mean "unchanged".
[[nodiscard]] QString digest(const ShopOrder& order);

} // namespace packbench
