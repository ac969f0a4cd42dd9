#pragma once

#include "bench/inboxserver.h"
#include "bench/labelfolder.h"

#include <functional>

namespace packbench {

class StationFault;

/// Everything by which ready-made labels come, as the settings say, into the ledger. Of the thread
/// that owns the ledger.
class InboxIntake : public QObject {
    Q_OBJECT
public:
    /// @param faulted is told when the ledger did not take a label
    InboxIntake(Ledger& ledger, Clock& clock, const BenchSettings& settings,
                std::function<void(const StationFault&)> faulted, QObject* parent = nullptr);

    /// @returns a sentence on why nobody can listen, else nothing.
    [[nodiscard]] QString start();
    [[nodiscard]] LabelInbox& inbox() { return m_inbox; }
    [[nodiscard]] quint16 port() const { return m_server ? m_server->port() : quint16(0); }
    void close(); ///< no new connections
    [[nodiscard]] bool isBusy() const { return m_server && m_server->isBusy(); }

Q_SIGNALS:
    void took(const QList<packbench::IncomingLabel>& labels);

private:
    void take(const ArrivedJob& job);

    Ledger& m_ledger;
    LabelInbox m_inbox;
    std::function<void(const StationFault&)> m_faulted;
    std::unique_ptr<InboxServer> m_server;
    std::unique_ptr<LabelFolder> m_folder;
};

/// The orders that may print now.
[[nodiscard]] QList<qint64> matchedOrders(const QList<IncomingLabel>& labels);

} // namespace packbench
