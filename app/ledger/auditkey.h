#pragma once

#include "ledger/address.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace packbench {

/// The secret of one bench's audit chain and that chain's name. It is kept in a file for its owner
/// only, never in the ledger: beside an SQLite ledger, in the folder of the settings
/// (~/.config/packbench) for PostgreSQL.
struct AuditKey {
    QString chain; ///< bench's name and the secret's fingerprint: another secret is another chain
    QByteArray secret;

    bool operator==(const AuditKey&) const = default;
};

[[nodiscard]] QString auditKeyPath(const LedgerAddress& address);
/// Nothing when there is no such file. @throws LedgerError (CannotOpen) for one that is no key
[[nodiscard]] std::optional<AuditKey> readAuditKey(const QString& path);
/// Reads it, or makes one for this bench. @throws LedgerError (CannotOpen)
[[nodiscard]] AuditKey takeAuditKey(const QString& path, const QString& bench);
/// Somebody else than its owner may read the file.
[[nodiscard]] bool isForAllEyes(const QString& path);

} // namespace packbench
