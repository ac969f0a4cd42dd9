#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace packbench {

/// A statement as the driver takes it: no comments, every ":name" a "?".
struct StatementText {
    QString sql;
    QList<QByteArray> parameters; ///< names, one for every "?"

    bool operator==(const StatementText&) const = default;
};
[[nodiscard]] StatementText statementText(const QString& file);

/// The text of a file in ledger's resources; the PostgreSQL twin ("x.postgres.sql") where wanted
/// and there. Empty when there is none.
[[nodiscard]] QString ledgerText(const QString& path, bool postgres);

} // namespace packbench
