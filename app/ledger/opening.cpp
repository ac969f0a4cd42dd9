#include "ledger/opening.h"

#include "ledger/migrations.h"

namespace packbench {

std::unique_ptr<Database> openDatabase(const LedgerAddress& address, bool mayCreate) {
    return address.kind == LedgerAddress::Kind::Sqlite ? openSqlite(address, mayCreate)
                                                       : openPostgres(address, mayCreate);
}

std::unique_ptr<Database> openForReading(const LedgerAddress& address) {
    return address.kind == LedgerAddress::Kind::Sqlite ? openSqliteForReading(address)
                                                       : openPostgres(address, false);
}

void refuseForeign(Database& database, bool mayCreate) {
    const QString where = text(database.address());
    switch (contentOf(database)) {
    case Content::Ledger: return;
    case Content::Nothing:
        if (mayCreate)
            return;
        throw LedgerError(
            LedgerError::Code::NotALedger,
            QStringLiteral("%1 is empty, so there is no ledger to open. Make one with "
                           "\"packctl init --ledger %1\".")
                .arg(where));
    case Content::SomethingElse:
        throw LedgerError(
            LedgerError::Code::NotALedger,
            QStringLiteral("%1 holds something else than a Packbench ledger; nothing was touched. "
                           "Name another place for the ledger.")
                .arg(where));
    }
}

} // namespace packbench
