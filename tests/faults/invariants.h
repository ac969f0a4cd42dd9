#pragma once

#include "printed.h"

#include <QMap>
#include <QSet>
#include <QStringList>

struct sqlite3;

namespace packbench::faults {

/// A promise that was not kept, with the rows that show it.
struct Breach {
    QString invariant; ///< "I1" … "I8", "paper", "R2"
    QString what;
    QStringList rows;
};

/// What the bench told somebody, and what it was told.
struct Acknowledged {
    struct Answer {
        QString text;
        QString outcome;
    };
    QStringList sent;
    QList<Answer> answers;
};

/// A ledger, read only, in plain SQL: nothing of Packbench's own code stands between.
class LedgerFile {
public:
    explicit LedgerFile(const QString& path);
    ~LedgerFile();
    LedgerFile(const LedgerFile&) = delete;
    LedgerFile& operator=(const LedgerFile&) = delete;

    [[nodiscard]] bool isOpen() const { return m_database != nullptr; }
    [[nodiscard]] QString problem() const { return m_problem; }
    /// Each row as its columns; an error is a row that names it.
    [[nodiscard]] QList<QStringList> rows(const char* sql);
    [[nodiscard]] bool hasTable(const char* name);

private:
    sqlite3* m_database = nullptr;
    QString m_problem;
};

/// What is at odds inside the ledger: I1 to I5, I8, and R2.
[[nodiscard]] QList<Breach> breachesIn(LedgerFile& ledger);

/// The printer is known to do more or less than it is told.
struct PrinterFaults {
    bool repeats = false;
    bool loses = false;
};
/// What is at odds between the ledger and the labels that came out.
[[nodiscard]] QList<Breach> breachesOn(LedgerFile& ledger, const QList<PaperCopy>& labels,
                                       const PrinterFaults& faults);

/// What was acknowledged and is not there, or is there twice (I6).
[[nodiscard]] QList<Breach> breachesOf(LedgerFile& ledger, const Acknowledged& acknowledged);

/// What may never come back or go away again (I4, I6), from one judgement to the next.
[[nodiscard]] QSet<QString> lastingFacts(LedgerFile& ledger);

} // namespace packbench::faults
