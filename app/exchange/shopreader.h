#pragma once

#include "exchange/orderdraft.h"
#include "exchange/tableheader.h"

#include <functional>
#include <memory>
#include <optional>

namespace packbench {

/// What was counted in a file, to compare with what its footer says.
struct TableCounts {
    int rows = 0;
    int orders = 0;
};

/// Courier keys by the names of one file: a file names few couriers, often.
class CourierNames {
public:
    /// Empty when the name is none that is known.
    [[nodiscard]] QString key(const QString& name) const;

private:
    mutable QHash<QString, QString> m_keys;
};

/// Turns the rows of one shop's export into orders.
class ShopReader {
public:
    /// @param order the column of the order number
    explicit ShopReader(int order) : m_order(order) {}
    ShopReader(const ShopReader&) = delete;
    ShopReader& operator=(const ShopReader&) = delete;
    virtual ~ShopReader() = default;

    [[nodiscard]] QString orderNumber(const TableRow& row) const {
        return codeText(row.cell(m_order));
    }
    /// What rows of one order have in common: the number, with the shop where the file names it.
    [[nodiscard]] virtual QString group(const TableRow& row) const { return orderNumber(row); }
    /// True for a row that is no order at all: a footer.
    [[nodiscard]] virtual bool isAside(const TableRow& row) {
        static_cast<void>(row);
        return false;
    }
    /// Adds a row to its order.
    virtual void read(const TableRow& row, OrderDraft& draft) const = 0;
    /// False when a footer contradicts what was counted: rows are missing.
    [[nodiscard]] virtual bool agrees(const TableCounts& counts) const {
        static_cast<void>(counts);
        return true;
    }

private:
    int m_order;
};

/// One kind of export.
struct ShopFormat {
    QString name; ///< "taobao-list"
    QString shop; ///< "taobao": the shop key where none is given
    /// Columns that tell the format; "a|b" = either.
    QStringList signature;
    /// Every column an export of this kind may have; others are reported.
    QStringList known;
    bool quotedTabs = true; ///< TAB-separated files use quotes
    std::function<std::unique_ptr<ShopReader>(const TableHeader&, const CellTimes&)> reader;

    /// The first entry of the signature that the header lacks; empty = it fits.
    [[nodiscard]] QString missingColumn(const TableHeader& header) const;
    [[nodiscard]] bool fits(const TableHeader& header) const {
        return missingColumn(header).isEmpty();
    }
};

/// "a | b | c" as columns.
[[nodiscard]] QStringList columnList(const QString& text);

/// Every kind of export, in the order in which they are tried.
[[nodiscard]] QList<ShopFormat> shopFormats();

/// Why a table of orders is taken for nothing else, whatever columns it has; nothing = it is none.
[[nodiscard]] std::optional<Refusal> ordersInstead(const TableHeader& header);

[[nodiscard]] ShopFormat taobaoListFormat();
[[nodiscard]] ShopFormat taobaoDetailsFormat();
[[nodiscard]] ShopFormat jdFormat();
[[nodiscard]] ShopFormat pddFormat();
[[nodiscard]] ShopFormat douyinFormat();
[[nodiscard]] ShopFormat shopifyFormat();
[[nodiscard]] ShopFormat amazonFormat();
[[nodiscard]] ShopFormat ebayFormat();
[[nodiscard]] ShopFormat etsyFormat();
[[nodiscard]] ShopFormat wooCommerceFormat();
[[nodiscard]] ShopFormat packbenchFormat();

/// Refuses an order whose status text is not known.
void refuseState(OrderDraft& draft, const QString& status);

/// Two letters of a country's English name; the text itself when it is not in the table.
[[nodiscard]] QString countryCode(const QString& name);

/// Parts of an address joined with ", ", empty ones left out.
[[nodiscard]] QString joinedAddress(const QStringList& parts);

} // namespace packbench
