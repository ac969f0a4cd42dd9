#pragma once

#include "bench/inboxintake.h"

#include <functional>

namespace packbench {

class BenchPort;
class Clock;
class Desk;
class Ledger;
struct OrderRecord;
struct StationScan;

/// Ready-made labels at a running bench: lets them come, lists those that wait, and does with them
/// what a person says. Of the bench thread.
class InboxDesk : public QObject {
    Q_OBJECT
public:
    /// @param faulted is told when the ledger broke while a label came
    InboxDesk(Ledger& ledger, Desk& desk, Clock& clock, BenchPort& port,
              const std::function<void(const StationFault&)>& faulted);

    void start();
    /// That nobody can print to the bench, if so.
    void tellProblem();
    [[nodiscard]] quint16 port() const { return m_intake.port(); }
    void tellWaiting();
    /// Somebody else may have been quicker: then the list tells it.
    void discard(qint64 id, const QString& reason);
    void use(qint64 id); ///< for its order, in place of another
    /// Orders came in.
    void matchAgain();

    /// The next scan says whose it is; 0 = it does not.
    void nameOrderOf(qint64 id) { m_named = id; }
    /// @returns whether the scan was that answer. A badge or a card means what it always does.
    [[nodiscard]] bool namesOrder(const StationScan& scan);

private:
    void assign(qint64 id, const OrderRecord& order);

    Ledger& m_ledger;
    Desk& m_desk;
    BenchPort& m_port;
    InboxIntake m_intake;
    bool m_isMute = false; ///< nobody can print to it, though the settings say so
    qint64 m_named = 0;
};

} // namespace packbench
