#pragma once

#include <QString>
#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <vector>

namespace packbench {

/// Stands between a PostgreSQL client and its server's socket folder, and cuts the connection at
/// COMMIT when it is told to.
class CuttingProxy {
public:
    explicit CuttingProxy(const QString& serverFolder);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy&) = delete;
    CuttingProxy& operator=(const CuttingProxy&) = delete;

    [[nodiscard]] QString folder() const { return m_folder.path(); } ///< as an address's host

    enum class Cut {
        Nowhere,
        BeforeCommit, ///< the server never hears of it
        AfterCommit   ///< it did, its answer is lost
    };
    void cut(Cut where, int times = 1);
    [[nodiscard]] int cuts() const { return m_cuts; }  ///< so far
    void refuse(bool refuses) { m_refuses = refuses; } ///< new connections

private:
    void listen();
    void forward(int client);
    /// @returns false when the connection ends here.
    [[nodiscard]] bool pass(int client, int server);

    QTemporaryDir m_folder;
    QString m_server;
    int m_listener = -1;
    std::atomic<bool> m_stops = false;
    std::atomic<bool> m_refuses = false;
    std::atomic<Cut> m_where = Cut::Nowhere;
    std::atomic<int> m_times = 0;
    std::atomic<int> m_cuts = 0;
    std::vector<std::thread> m_threads;
    std::thread m_listening;
};

} // namespace packbench
