#include "support/postgresserver.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <grp.h>
#include <pwd.h>
#include <stdexcept>
#include <unistd.h>

namespace packbench {
namespace {

constexpr int kPatienceMs = 120'000;

/// Keeps the server while its standard input is open, and cleans up after it. The server itself
/// dies with this shell, should somebody kill that.
const QString kKeeper = QStringLiteral(R"(
set -e
umask 077
folder="$1"
programs="$2"
clean() { rm -rf "$folder"; }
trap clean EXIT
trap '' INT TERM HUP
"$programs/initdb" -D "$folder/data" -U packbench --auth=trust --encoding=UTF8 \
    --locale=C.UTF-8 --no-sync > "$folder/log" 2>&1 || { cat "$folder/log"; exit 1; }
setpriv --pdeathsig QUIT "$programs/postgres" -D "$folder/data" -k "$folder" \
    -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=40 \
    -c shared_buffers=32MB > "$folder/log" 2>&1 < /dev/null &
server=$!
until "$programs/pg_isready" -q -h "$folder"; do
    kill -0 $server 2>/dev/null || { cat "$folder/log"; exit 1; }
    sleep 0.05
done
echo ready
cat > /dev/null
kill -QUIT $server
wait $server || true
)");

QString programFolder() {
    QString wanted = qEnvironmentVariable("PACKBENCH_POSTGRES_BIN");
    if (!wanted.isEmpty())
        return wanted;
    const QString folder = QStringLiteral("/usr/lib/postgresql/15/bin");
    return QFile::exists(folder + QStringLiteral("/initdb")) ? folder : QString();
}

QString makeFolder() {
    QTemporaryDir folder(QStringLiteral("/tmp/packbench-pg-XXXXXX")); // short: a socket goes in
    folder.setAutoRemove(false);
    return folder.path();
}

/// PostgreSQL refuses to run as root: its package's user runs it then.
bool lendToPostgres(QProcess& process, const QString& folder) {
    if (::geteuid() != 0)
        return true;
    const passwd* user = ::getpwnam("postgres");
    if (!user)
        return false;
    const uid_t uid = user->pw_uid;
    const gid_t gid = user->pw_gid;
    if (::chown(QFile::encodeName(folder).constData(), uid, gid) != 0)
        return false;
    process.setChildProcessModifier([uid, gid] {
        if (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0)
            ::_exit(126);
    });
    return true;
}

std::unique_ptr<PostgresServer>& shared() {
    static std::unique_ptr<PostgresServer> server;
    return server;
}

} // namespace

std::unique_ptr<PostgresServer> PostgresServer::start(QString& why) {
    const QString programs = programFolder();
    if (programs.isEmpty()) {
        why = QStringLiteral("PostgreSQL 15 is not installed (package postgresql-15)");
        return nullptr;
    }
    std::unique_ptr<PostgresServer> server(new PostgresServer);
    server->m_folder = makeFolder();
    QProcess& keeper = server->m_keeper;
    if (!lendToPostgres(keeper, server->m_folder)) {
        why = QStringLiteral("there is no user postgres to run PostgreSQL as");
        return nullptr;
    }
    keeper.setWorkingDirectory(server->m_folder);
    keeper.setProcessChannelMode(QProcess::MergedChannels);
    keeper.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), kKeeper,
                                             QStringLiteral("keeper"), server->m_folder, programs});
    QByteArray said;
    while (!said.contains("ready\n") && keeper.waitForReadyRead(kPatienceMs))
        said += keeper.readAll();
    if (!said.contains("ready\n")) {
        why = QStringLiteral("PostgreSQL did not start: ") + QString::fromUtf8(said).simplified();
        return nullptr;
    }
    return server;
}

PostgresServer::~PostgresServer() {
    m_keeper.closeWriteChannel();
    m_keeper.waitForFinished(kPatienceMs);
    QDir(m_folder).removeRecursively();
}

LedgerAddress PostgresServer::address(const QString& database) const {
    LedgerAddress address;
    address.kind = LedgerAddress::Kind::Postgres;
    address.host = m_folder;
    address.user = QStringLiteral("packbench");
    address.database = database;
    return address;
}

QString PostgresServer::run(const QString& database, const QString& sql) {
    const QString connection = QStringLiteral("postgres-owner");
    QString value;
    {
        QSqlDatabase owner = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), connection);
        owner.setHostName(m_folder);
        owner.setUserName(QStringLiteral("packbench"));
        owner.setDatabaseName(database);
        if (!owner.open())
            throw std::runtime_error(owner.lastError().text().toStdString());
        QSqlQuery query(owner);
        if (!query.exec(sql))
            throw std::runtime_error(query.lastError().text().toStdString());
        if (query.next())
            value = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(connection);
    return value;
}

LedgerAddress PostgresServer::freshDatabase(const QString& copyOf) {
    const QString name = QStringLiteral("ledger_%1").arg(++m_databases);
    run(QStringLiteral("postgres"),
        QStringLiteral("CREATE DATABASE %1 TEMPLATE %2")
            .arg(name, copyOf.isEmpty() ? QStringLiteral("template1") : copyOf));
    return address(name);
}

PostgresServer* sharedPostgres(QString& why) {
    static QString reason;
    static bool tried = false;
    if (!tried)
        shared() = PostgresServer::start(reason);
    tried = true;
    why = reason;
    return shared().get();
}

void stopSharedPostgres() {
    shared().reset();
}

} // namespace packbench
