#pragma once

#include "ledger/address.h"
#include "ledger/audittrail.h"
#include "ledger/catalogue.h"
#include "ledger/clockbook.h"
#include "ledger/commandbook.h"
#include "ledger/daybook.h"
#include "ledger/dispatchbook.h"
#include "ledger/gatebook.h"
#include "ledger/handoverbook.h"
#include "ledger/incominglabels.h"
#include "ledger/labelbook.h"
#include "ledger/orderbook.h"
#include "ledger/quarantine.h"
#include "ledger/scanjournal.h"
#include "ledger/settings.h"
#include "ledger/staff.h"
#include "ledger/templatebook.h"
#include "ledger/untilstored.h"
#include "ledger/waybillpool.h"

#include <memory>

namespace packbench {

class Database;

/// Everything a bench must never forget. One thread uses it. Each book is a face on the same
/// database; whatever one scan changes goes between `begin()` and `commit()`.
class Ledger {
public:
    /// Opens an existing ledger; migrates it when it is older.
    /// @throws LedgerError (CannotOpen, AlreadyOpen, NotALedger, SchemaTooNew, Damaged)
    [[nodiscard]] static std::unique_ptr<Ledger> open(const LedgerAddress& address);
    /// Makes a new one, or opens what is there; `created()` says which.
    [[nodiscard]] static std::unique_ptr<Ledger> create(const LedgerAddress& address);
    /// The settings of a ledger that somebody else may be working with; nothing is locked.
    /// @throws LedgerError (CannotOpen, NotALedger)
    [[nodiscard]] static QHash<QString, QString> settingsOf(const LedgerAddress& address);
    ~Ledger();
    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    [[nodiscard]] bool created() const;
    [[nodiscard]] int schema() const;
    [[nodiscard]] const LedgerAddress& address() const;
    /// quick_check and foreign keys (SQLite); findings in words, empty = sound.
    [[nodiscard]] QStringList check();
    /// While it is looked up whether a COMMIT was stored, told before each attempt to open the
    /// ledger again (1, 2, …); gives up when that says false; told 0 when it is known.
    void whenInDoubt(std::function<bool(int attempt)> goOn);

    Catalogue& items();
    OrderBook& orders();
    ScanJournal& scans();
    WaybillPool& waybills();
    LabelBook& labels();
    IncomingLabels& incoming();
    TemplateBook& templates();
    DispatchBook& dispatches();
    GateBook& gate();
    HandoverBook& handovers();
    ClockBook& clock();
    DayBook& days();
    Staff& staff();
    Settings& settings();
    Quarantine& quarantine();
    AuditTrail& audit();
    CommandBook& commands();

private:
    friend class Transaction;
    explicit Ledger(std::unique_ptr<Database> database);
    struct Books;
    std::unique_ptr<Books> m_books; ///< told until the database is closed
    std::unique_ptr<Database> m_database;
    bool m_created = false;
    int m_schema = 0;
};

/// Rolls back unless committed. Not nested.
class Transaction {
public:
    explicit Transaction(Ledger& ledger);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    /// @throws LedgerError::CommitUnknown when the answer is not known.
    void commit();

private:
    Database& m_database;
    bool m_open = true;
};

} // namespace packbench
