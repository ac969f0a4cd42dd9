#pragma once

#include <QString>

#include <optional>

namespace packbench {

/// Where a ledger is: "sqlite:PATH" (one bench) or "postgresql://user@host:port/name" (several).
struct LedgerAddress {
    enum class Kind { Sqlite, Postgres };
    Kind kind = Kind::Sqlite;
    QString path; ///< SQLite file
    QString host; ///< PostgreSQL: host name, address or socket folder
    int port = 5432;
    QString database;
    QString user;
    QString password;

    bool operator==(const LedgerAddress&) const = default;
};

[[nodiscard]] std::optional<LedgerAddress> ledgerAddressFromText(const QString& text);
[[nodiscard]] QString text(const LedgerAddress& address); ///< without the password

} // namespace packbench
