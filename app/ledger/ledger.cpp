#include "ledger/ledger.h"

#include "ledger/database.h"
#include "ledger/migrations.h"
#include "ledger/opening.h"

namespace packbench {

struct Ledger::Books {
    explicit Books(Database& database)
        : items(database)
        , orders(database)
        , scans(database)
        , waybills(database)
        , labels(database)
        , incoming(database)
        , templates(database)
        , dispatches(database)
        , gate(database)
        , handovers(database)
        , clock(database)
        , days(database)
        , staff(database)
        , settings(database) {}

    Catalogue items;
    OrderBook orders;
    ScanJournal scans;
    WaybillPool waybills;
    LabelBook labels;
    IncomingLabels incoming;
    TemplateBook templates;
    DispatchBook dispatches;
    GateBook gate;
    HandoverBook handovers;
    ClockBook clock;
    DayBook days;
    Staff staff;
    Settings settings;
};

Ledger::Ledger(std::unique_ptr<Database> database)
    : m_database(std::move(database)), m_books(std::make_unique<Books>(*m_database)) {
    const auto steps = migrations(m_database->dialect() == Database::Dialect::Postgres);
    m_created = migrate(*m_database, steps) == 0;
    m_schema = steps.constLast().number;
}

Ledger::~Ledger() = default;

std::unique_ptr<Ledger> Ledger::open(const LedgerAddress& address) {
    return std::unique_ptr<Ledger>(new Ledger(openDatabase(address, false)));
}

std::unique_ptr<Ledger> Ledger::create(const LedgerAddress& address) {
    return std::unique_ptr<Ledger>(new Ledger(openDatabase(address, true)));
}

QHash<QString, QString> Ledger::settingsOf(const LedgerAddress& address) {
    const auto database = openForReading(address);
    return Settings(*database).all();
}

bool Ledger::created() const {
    return m_created;
}

int Ledger::schema() const {
    return m_schema;
}

const LedgerAddress& Ledger::address() const {
    return m_database->address();
}

QStringList Ledger::check() {
    if (m_database->dialect() == Database::Dialect::Postgres)
        return {};
    QStringList findings = m_database->column(QStringLiteral("PRAGMA quick_check(20)"));
    if (findings == QStringList{QStringLiteral("ok")})
        findings.clear();
    const QStringList strays = m_database->column(QStringLiteral("PRAGMA foreign_key_check"));
    for (const QString& table : strays)
        findings += QStringLiteral("a row of %1 points at nothing").arg(table);
    return findings;
}

Catalogue& Ledger::items() {
    return m_books->items;
}

OrderBook& Ledger::orders() {
    return m_books->orders;
}

ScanJournal& Ledger::scans() {
    return m_books->scans;
}

WaybillPool& Ledger::waybills() {
    return m_books->waybills;
}

LabelBook& Ledger::labels() {
    return m_books->labels;
}

IncomingLabels& Ledger::incoming() {
    return m_books->incoming;
}

TemplateBook& Ledger::templates() {
    return m_books->templates;
}

DispatchBook& Ledger::dispatches() {
    return m_books->dispatches;
}

GateBook& Ledger::gate() {
    return m_books->gate;
}

HandoverBook& Ledger::handovers() {
    return m_books->handovers;
}

ClockBook& Ledger::clock() {
    return m_books->clock;
}

DayBook& Ledger::days() {
    return m_books->days;
}

Staff& Ledger::staff() {
    return m_books->staff;
}

Settings& Ledger::settings() {
    return m_books->settings;
}

Transaction::Transaction(Ledger& ledger) : m_database(*ledger.m_database) {
    m_database.begin();
}

Transaction::~Transaction() {
    if (m_open)
        m_database.rollback();
}

void Transaction::commit() {
    m_open = false;
    m_database.commit();
}

} // namespace packbench
