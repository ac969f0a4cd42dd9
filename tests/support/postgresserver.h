#pragma once

#include "ledger/address.h"

#include <QProcess>
#include <QString>

#include <memory>

namespace packbench {

/// A PostgreSQL cluster of this test program alone: own folder, own socket, no network. It is
/// stopped and removed when the object goes or the program dies, however it dies.
class PostgresServer {
public:
    /// Nothing when it cannot be started; `why` then says so in one line.
    [[nodiscard]] static std::unique_ptr<PostgresServer> start(QString& why);
    ~PostgresServer();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;

    /// The address of a new database: empty, or a copy of one that nobody is connected to.
    [[nodiscard]] LedgerAddress freshDatabase(const QString& copyOf = {});
    /// Runs a statement as the cluster's owner, beside any ledger. @returns the first value.
    QString run(const QString& database, const QString& sql);

private:
    PostgresServer() = default;
    [[nodiscard]] LedgerAddress address(const QString& database) const;
    QString m_folder;
    QProcess m_keeper;
    int m_databases = 0;
};

/// The one of this program, started when first asked for; null with `why` when there is none.
[[nodiscard]] PostgresServer* sharedPostgres(QString& why);
void stopSharedPostgres();

} // namespace packbench
