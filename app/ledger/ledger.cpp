#include "ledger/ledger.h"

#include "ledger/backup.h"
#include "ledger/database.h"
#include "ledger/migrations.h"
#include "ledger/opening.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace packbench {

namespace {

/// A damaged or missing ledger can be had back from a backup; nothing is made in its place.
QString offerOf(const LedgerError& fault, const LedgerAddress& address) {
    const bool isLost =
        fault.code() == LedgerError::Code::Damaged ||
        (address.kind == LedgerAddress::Kind::Sqlite && !QFile::exists(address.path));
    return isLost ? backupOffer(address) : QString();
}

/// The ledger reads no clock: a chain begins when its key was made.
Instant madeAt(const QString& keyPath) {
    return {QFileInfo(keyPath).lastModified().toMSecsSinceEpoch()};
}

} // namespace

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
        , settings(database)
        , quarantine(database)
        , commands(database)
        , audit(database, takeAuditKey(auditKeyPath(database.address()),
                                       settings.value(QStringLiteral("bench.name"),
                                                      QStringLiteral("bench-1")))) {}

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
    Quarantine quarantine;
    CommandBook commands;
    AuditTrail audit;
};

Ledger::Ledger(std::unique_ptr<Database> database) : m_database(std::move(database)) {
    const auto steps = migrations(m_database->dialect() == Database::Dialect::Postgres);
    m_created = migrate(*m_database, steps) == 0;
    m_schema = steps.constLast().number;
    m_books = std::make_unique<Books>(*m_database);
    m_database->addPart(m_books->commands);
    m_database->addPart(m_books->audit);
    m_database->useTrail(&m_books->audit);
    m_books->audit.begin(madeAt(auditKeyPath(m_database->address())));
    m_books->audit.keepHeadIn(settings().value(QLatin1String(kAuditHeadFile)));
}

Ledger::~Ledger() {
    m_books->audit.writeHead();
}

void Ledger::whenInDoubt(std::function<bool(int)> goOn) {
    m_database->whenInDoubt(std::move(goOn));
}

std::unique_ptr<Ledger> Ledger::open(const LedgerAddress& address) {
    try {
        return std::unique_ptr<Ledger>(new Ledger(openDatabase(address, false)));
    } catch (const LedgerError& fault) {
        throw LedgerError(fault.code(), fault.sentence() + offerOf(fault, address));
    }
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
    try {
        QStringList findings = m_database->column(QStringLiteral("PRAGMA quick_check(20)"));
        if (findings == QStringList{QStringLiteral("ok")})
            findings.clear();
        const QStringList strays = m_database->column(QStringLiteral("PRAGMA foreign_key_check"));
        for (const QString& table : strays)
            findings += QStringLiteral("a row of %1 points at nothing").arg(table);
        return findings;
    } catch (const LedgerError& fault) { // so damaged that it cannot even be looked over
        if (fault.code() != LedgerError::Code::Damaged)
            throw;
        return {fault.sentence()};
    }
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

Quarantine& Ledger::quarantine() {
    return m_books->quarantine;
}

AuditTrail& Ledger::audit() {
    return m_books->audit;
}

CommandBook& Ledger::commands() {
    return m_books->commands;
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
