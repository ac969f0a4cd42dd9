#include "ledgertest.h"

#include "support/postgresserver.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <stdexcept>

namespace packbench {

void PrintTo(const OrderRecord& order, std::ostream* out) {
    *out << "order " << order.id << " " << order.order.key.number.toStdString() << " "
         << word(order.order.state).toStdString() << " lines " << order.order.lines.size();
}

void PrintTo(Instant instant, std::ostream* out) {
    *out << instant.msUtc << " ms";
}

std::optional<LedgerError::Code> faultOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const LedgerError& fault) {
        return fault.code();
    }
    return std::nullopt;
}

QString sentenceOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const LedgerError& fault) {
        return fault.sentence();
    }
    return {};
}

void LedgerTest::SetUp() {
    if (isPostgres()) {
        QString why;
        PostgresServer* server = sharedPostgres(why);
        if (!server)
            GTEST_SKIP() << why.toStdString();
        // Made once and copied: the schema costs more than a test.
        static const QString kMade = [server] {
            const LedgerAddress address = server->freshDatabase();
            (void)Ledger::create(address);
            return address.database;
        }();
        m_address = server->freshDatabase(kMade);
    } else {
        m_address.path = m_folder.filePath(QStringLiteral("shop.ledger"));
    }
    m_ledger = Ledger::create(m_address);
}

void LedgerTest::reopen() {
    m_ledger.reset();
    m_ledger = Ledger::open(m_address);
}

QString LedgerTest::runRaw(const QString& sql) {
    const QString connection = QStringLiteral("raw");
    QString error;
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(
            isPostgres() ? QStringLiteral("QPSQL") : QStringLiteral("QSQLITE"), connection);
        raw.setDatabaseName(isPostgres() ? m_address.database : m_address.path);
        raw.setHostName(m_address.host);
        raw.setUserName(m_address.user);
        if (!raw.open())
            throw std::runtime_error(raw.lastError().text().toStdString());
        QSqlQuery query(raw);
        if (!query.exec(sql))
            error = query.lastError().text();
    }
    QSqlDatabase::removeDatabase(connection);
    return error;
}

OrderRecord LedgerTest::given(const ShopOrder& order, const std::optional<DispatchWindow>& window) {
    OrderRecord record;
    record.order = order;
    record.window = window;
    record.done = QList<int>(order.lines.size(), 0);
    record.digest = digest(order);
    record.importedAt = kImportedAt;
    record.id = orders().add(order, window, kImportedAt);
    return record;
}

qint64 LedgerTest::givenParcel() {
    const auto order = given(someOrder());
    ParcelRecord parcel;
    parcel.orderId = order.id;
    return ledger().labels().addParcel(parcel);
}

} // namespace packbench
