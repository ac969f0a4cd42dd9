#pragma once

#include "bench/inboxaddress.h"
#include "bench/labelinbox.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

namespace packbench {

struct BenchSettings;
class StationFault;

/// The bench as a label printer in the network: takes what programs print to it, answers their
/// status queries, opens each label in packbench-reader and hands it on. Sockets and reading have
/// threads of their own; when labels come faster than they are taken, senders wait.
class InboxServer : public QObject {
    Q_OBJECT
public:
    struct Setup {
        InboxAddress at;
        InboxAllowed allowed;
        bool isTspl = false;
        int dotsPerMm = 8;
        int idleMs = 120'000; ///< who says nothing so long is sent away
        QString reader;       ///< another packbench-reader, for tests
    };
    static constexpr int kMostClients = 16;
    static constexpr int kMostPending = 32; ///< labels cut off the streams and not taken yet

    explicit InboxServer(Setup setup, QObject* parent = nullptr);
    ~InboxServer() override;
    InboxServer(const InboxServer&) = delete;
    InboxServer& operator=(const InboxServer&) = delete;

    /// As the settings say; nothing when the inbox is off.
    [[nodiscard]] static std::optional<Setup> setupFrom(const BenchSettings& settings);

    /// @returns a sentence on why nobody can listen there, else nothing.
    [[nodiscard]] QString start();
    [[nodiscard]] quint16 port() const { return m_port; }
    /// No new connections, nothing more is read; what was taken off the streams still arrives.
    void close();
    /// Labels are on their way to `arrived`, or arrived and not said to be taken.
    [[nodiscard]] bool isBusy() const { return m_pending > 0; }
    /// The ledger has it: to be called once for every `arrived`.
    void taken() { --m_pending; }

Q_SIGNALS:
    void arrived(const packbench::ArrivedJob& job);

private:
    class Client;
    class Door;
    class Reading;

    Setup m_setup;
    QThread m_network;
    QThread m_reading;
    std::unique_ptr<Door> m_door;
    std::unique_ptr<Reading> m_reader;
    std::atomic<int> m_pending = 0;
    std::atomic<bool> m_isEnding = false;
    quint16 m_port = 0;
};

} // namespace packbench

Q_DECLARE_METATYPE(packbench::ArrivedJob)
