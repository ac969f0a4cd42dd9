#pragma once

#include <QHash>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace packbench {

class BenchPort;
class Desk;
class Ledger;
struct LabelRow;

/// Printed labels at a running bench: lists the newest, and what a start found unfinished until
/// every label in doubt has its answer. Of the bench thread.
class LabelDesk : public QObject {
    Q_OBJECT
public:
    LabelDesk(Ledger& ledger, Desk& desk, BenchPort& port);
    ~LabelDesk() override;
    LabelDesk(const LabelDesk&) = delete;
    LabelDesk& operator=(const LabelDesk&) = delete;

    void tellLabels();
    void tellStartUp();
    /// One more carton for the order of that label.
    void extraParcel(qint64 copyId, const QString& reason);

private:
    void measure(const LabelRow& row);

    Ledger& m_ledger;
    Desk& m_desk;
    BenchPort& m_port;
    bool m_hasUncertain = false;     ///< as last told
    QHash<qint64, QString> m_grades; ///< by copy
    QSet<qint64> m_measured;         ///< or being so
    QThreadPool m_measuring;
};

} // namespace packbench
