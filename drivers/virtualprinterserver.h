#pragma once

#include "drivers/virtualprinter.h"

#include <QHostAddress>
#include <QObject>

#include <set>

class QTcpServer;
class QTcpSocket;

namespace packbench {

/// The virtual printer in the network: raw bytes in, status answers out, as a label printer does on
/// port 9100. Whoever connects prints; several at once print label by label, each from its own
/// stream, however long it pauses in the middle of one.
class VirtualPrinterServer : public QObject {
    Q_OBJECT
public:
    static constexpr size_t kMostClients = 32;  ///< more of them wait until one leaves
    static constexpr int kPatienceMs = 300'000; ///< one that says nothing so long is sent away

    /// @param printer must outlive the server.
    explicit VirtualPrinterServer(VirtualPrinter& printer, int patienceMs = kPatienceMs,
                                  QObject* parent = nullptr);
    ~VirtualPrinterServer() override;
    VirtualPrinterServer(const VirtualPrinterServer&) = delete;
    VirtualPrinterServer& operator=(const VirtualPrinterServer&) = delete;

    /// @param port 0 = any that is free. @returns a sentence on why not, else nothing.
    [[nodiscard]] QString listen(const QHostAddress& address, quint16 port);
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] size_t clients() const { return m_clients.size(); }

private:
    class Client;
    void welcome();
    void leave(Client& client);

    VirtualPrinter& m_printer;
    int m_patienceMs;
    QTcpServer* m_server;
    std::set<Client*> m_clients;
    VirtualPrinter::Stream m_lastStream = 0;
};

} // namespace packbench
