#pragma once

#include <QObject>

namespace packbench {

class BenchPort;
class Desk;
class Ledger;

/// Printed labels at a running bench: lists the newest, and what a start found unfinished until
/// every label in doubt has its answer. Of the bench thread.
class LabelDesk : public QObject {
    Q_OBJECT
public:
    LabelDesk(Ledger& ledger, Desk& desk, BenchPort& port);

    void tellLabels();
    void tellStartUp();
    /// One more carton for the order of that label.
    void extraParcel(qint64 copyId, const QString& reason);

private:
    Ledger& m_ledger;
    Desk& m_desk;
    BenchPort& m_port;
    bool m_hasUncertain = false; ///< as last told
};

} // namespace packbench
