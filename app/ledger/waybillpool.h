#pragma once

#include "ledger/records.h"

#include <optional>

namespace packbench {

class Database;

/// The waybill numbers: imported pools and numbers that came with orders.
class WaybillPool {
public:
    explicit WaybillPool(Database& database) : m_database(database) {}

    enum class Put { Accepted, Unchanged, OtherCourier };
    [[nodiscard]] Put add(const QString& number, const QString& courier);
    [[nodiscard]] std::optional<Waybill> find(const QString& number);
    /// Takes the oldest free number of the courier (any courier when empty) for the parcel.
    [[nodiscard]] std::optional<Waybill> reserve(const QString& courier, qint64 parcelId);
    /// Takes exactly this number, adding it when unknown. Nothing when another parcel has it.
    [[nodiscard]] std::optional<Waybill> reserveNumber(const QString& number,
                                                       const QString& courier, qint64 parcelId);
    /// Refuses (LedgerError::Constraint) what `mayBecome` does not allow.
    void setState(const QString& number, WaybillState state);
    /// VOID for ever, with who said so and why.
    void giveUp(const QString& number, const QString& reason, const QString& badge, Instant at);
    [[nodiscard]] qint64 countFree(const QString& courier);

private:
    Database& m_database;
};

/// Notes in the audit chain that a number changed its state.
void auditWaybill(Database& database, const QString& number, WaybillState before,
                  WaybillState state, qint64 parcelId);

} // namespace packbench
