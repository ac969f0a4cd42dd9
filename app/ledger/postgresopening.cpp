#include "ledger/opening.h"

namespace packbench {
namespace {

using Code = LedgerError::Code;

constexpr int kOldestServer = 150000;

[[noreturn]] void refuse(const Database& database, const QString& why) {
    throw LedgerError(Code::CannotOpen,
                      QStringLiteral("The ledger %1 cannot be used: %2. Nothing was changed.")
                          .arg(text(database.address()), why));
}

void setUp(Database& database) {
    for (const char* set :
         {"SET client_min_messages = warning", "SET synchronous_commit = on",
          "SET lock_timeout = '5s'", "SET TIME ZONE 'UTC'",
          "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL READ COMMITTED"})
        database.runText(QString::fromLatin1(set));
    const auto show = [&](const char* what) {
        return database.valueOf(QStringLiteral("SHOW ") + QLatin1String(what)).toString();
    };
    if (show("server_version_num").toInt() < kOldestServer)
        refuse(database, QStringLiteral("its PostgreSQL is %1, at least 15 is needed")
                             .arg(show("server_version")));
    if (show("server_encoding") != QLatin1String("UTF8"))
        refuse(database, QStringLiteral("its encoding is %1, make the database with UTF8")
                             .arg(show("server_encoding")));
    if (show("transaction_read_only") != QLatin1String("off"))
        refuse(database, QStringLiteral("the server may only be read (a standby?)"));
    if (show("synchronous_commit") != QLatin1String("on"))
        refuse(database, QStringLiteral("the server does not flush before it answers COMMIT"));
}

} // namespace

std::unique_ptr<Database> openPostgres(const LedgerAddress& address, bool mayCreate) {
    auto database = std::make_unique<Database>(address);
    database->connect(QStringLiteral("connect_timeout=5;application_name=packbench"));
    setUp(*database);
    database->setUpWith(setUp);
    refuseForeign(*database, mayCreate);
    return database;
}

} // namespace packbench
