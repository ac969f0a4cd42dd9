#pragma once

#include <QString>
#include <QStringList>

namespace packbench {

/// A statement as the driver takes it, without comments (an apostrophe in one would mislead it).
struct StatementText {
    QString sql;
    QStringList parameters; ///< ":name", each once, in the order of their first places

    bool operator==(const StatementText&) const = default;
};
[[nodiscard]] StatementText statementText(const QString& file);

/// The text of a file in ledger's resources; the PostgreSQL twin ("x.postgres.sql") where wanted
/// and there. Empty when there is none.
[[nodiscard]] QString ledgerText(const QString& path, bool postgres);

} // namespace packbench
