#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace packbench {

class Database;

/// One numbered step of the schema, applied in one transaction, never taken back.
struct Migration {
    int number = 0;
    QString name;
    QStringList statements;
};

/// Those that come with Packbench, first to last.
[[nodiscard]] QList<Migration> migrations(bool postgres);
/// A statement ends with ";" at a line's end followed by an empty line or the file's end.
[[nodiscard]] QStringList migrationStatements(const QString& file);

/// What a database holds.
enum class Content { Ledger, Nothing, SomethingElse };
[[nodiscard]] Content contentOf(Database& database);
[[nodiscard]] int schemaOf(Database& database); ///< 0 = nothing yet

/// Brings the database up to the last of `steps`. @returns the schema it had before.
/// @throws LedgerError (SchemaTooNew), with nothing touched
int migrate(Database& database, const QList<Migration>& steps);

} // namespace packbench
