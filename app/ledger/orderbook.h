#pragma once

#include "ledger/records.h"

#include <functional>

namespace packbench {

class Database;

/// The orders, their lines and how far each is verified.
class OrderBook {
public:
    explicit OrderBook(Database& database) : m_database(database) {}

    /// Stores a new order. @returns its id. `window` is computed by the caller.
    qint64 add(const ShopOrder& order, const std::optional<DispatchWindow>& window,
               Instant importedAt);
    /// Replaces what the shop told about an order that has no label yet; verified pieces of lines
    /// that stay the same (SKU and quantity) are kept, others start at 0 and their verifications
    /// count as taken back. Holds that the bench set (ByService, ChangedLate) stay; remarks that
    /// changed want to be confirmed again.
    /// @throws LedgerError (Constraint) when it is packed or dispatched, or is another order
    void replace(qint64 id, const ShopOrder& order, const std::optional<DispatchWindow>& window);

    [[nodiscard]] std::optional<OrderRecord> find(const OrderKey& key);
    [[nodiscard]] std::optional<OrderRecord> byId(qint64 id);
    /// Order numbers are unique within a shop only: may be several.
    [[nodiscard]] QList<OrderRecord> byNumber(const QString& number);
    [[nodiscard]] std::optional<OrderRecord> byTote(const QString& tote);
    /// By the waybill number of its parcel or the one that came with the order.
    [[nodiscard]] std::optional<OrderRecord> byWaybill(const QString& number);
    /// Of the open, unheld orders of exactly one piece that need one of these SKUs: the one whose
    /// limit comes first.
    [[nodiscard]] std::optional<OrderRecord> mostUrgentSingle(const QStringList& skus);

    /// Calls `each` for every order, oldest payment first, unpaid ones last; `state` empty = all.
    /// Read in pages: memory stays flat, and `each` may use the ledger.
    void forEach(std::optional<OrderState> state,
                 const std::function<void(const OrderRecord&)>& each);
    /// Open and packed orders that have a window, most urgent (earliest limit) first.
    [[nodiscard]] QList<DueRecord> due(int atMost);
    [[nodiscard]] qint64 countOpen();

    void setState(qint64 id, OrderState state);
    void setHold(qint64 id, Hold hold, bool on);
    /// Lifts a hold, with who said so and why.
    void release(qint64 id, Hold hold, const QString& reason, const QString& badge);
    /// A tote holds one order: one that is no longer open gives it up, an open one does not
    /// (LedgerError::Constraint). An empty text takes the order out of its tote.
    void setTote(qint64 id, const QString& tote);
    void setCourier(qint64 id, const QString& courier);
    void confirmRemarks(qint64 id, const QString& badge, Instant at);
    /// Orders held for UnknownItem whose every goods line is in the catalogue by now: hold taken
    /// off.
    /// @returns how many.
    int releaseKnownItems();

    /// Counts pieces on a line and writes how they were verified. @returns the verification's id.
    /// @throws LedgerError (Constraint) for more than the line has room for, or a used serial
    qint64 verify(const Verification& verification);
    /// Takes the order's newest verification that still counts back; nothing if there is none.
    [[nodiscard]] std::optional<Verification> undoLast(qint64 orderId);
    [[nodiscard]] bool serialUsed(const QString& sku, const QString& serial);
    [[nodiscard]] QList<Verification> verifications(qint64 orderId);

private:
    void addLine(qint64 id, int position, const OrderLine& line);
    void exchangeLines(qint64 id, const QList<OrderLine>& lines);
    [[nodiscard]] std::optional<OrderRecord> firstOf(const QList<qint64>& ids);

    Database& m_database;
};

} // namespace packbench
