#pragma once

#include "ledger/ledger.h"
#include "shipping/fault.h"
#include "someorder.h"

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <optional>
#include <ostream>

namespace packbench {

/// Values as a failing test prints them.
void PrintTo(const OrderRecord& order, std::ostream* out);
void PrintTo(Instant instant, std::ostream* out);

/// The code of the LedgerError that `act` throws; nothing when it throws none.
[[nodiscard]] std::optional<LedgerError::Code> faultOf(const std::function<void()>& act);
[[nodiscard]] QString sentenceOf(const std::function<void()>& act);

/// Gives every test an empty ledger on the database that the test runs on.
class LedgerTest : public testing::TestWithParam<LedgerAddress::Kind> {
protected:
    void SetUp() override;
    void TearDown() override { m_ledger.reset(); }

    [[nodiscard]] Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] OrderBook& orders() { return m_ledger->orders(); }
    [[nodiscard]] bool isPostgres() const { return GetParam() == LedgerAddress::Kind::Postgres; }
    [[nodiscard]] const LedgerAddress& address() const { return m_address; }
    void close() { m_ledger.reset(); }
    void reopen();
    /// Runs a statement on the closed ledger's database, past all our code.
    /// @returns the error's text, empty when it worked.
    QString runRaw(const QString& sql);

    /// An order in the ledger; the record as it must come back.
    OrderRecord given(const ShopOrder& order,
                      const std::optional<DispatchWindow>& window = someWindow());
    qint64 givenParcel();

private:
    QTemporaryDir m_folder;
    LedgerAddress m_address;
    std::unique_ptr<Ledger> m_ledger;
};

#define ON_BOTH_DATABASES(suite)                                                                   \
    INSTANTIATE_TEST_SUITE_P(Sqlite, suite, testing::Values(LedgerAddress::Kind::Sqlite));         \
    INSTANTIATE_TEST_SUITE_P(Postgres, suite, testing::Values(LedgerAddress::Kind::Postgres))

} // namespace packbench
