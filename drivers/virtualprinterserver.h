#pragma once

#include "drivers/virtualprinter.h"

#include <QElapsedTimer>
#include <QHostAddress>
#include <QObject>

class QTcpServer;
class QTcpSocket;

namespace packbench {

/// The virtual printer in the network: raw bytes in, status answers out, as a label printer does on
/// port 9100. Whoever connects prints; two at once print label by label, each from its own stream.
class VirtualPrinterServer : public QObject {
    Q_OBJECT
public:
    /// @param printer must outlive the server.
    explicit VirtualPrinterServer(VirtualPrinter& printer, QObject* parent = nullptr);
    ~VirtualPrinterServer() override;
    VirtualPrinterServer(const VirtualPrinterServer&) = delete;
    VirtualPrinterServer& operator=(const VirtualPrinterServer&) = delete;

    /// @param port 0 = any that is free. @returns a sentence on why not, else nothing.
    [[nodiscard]] QString listen(const QHostAddress& address, quint16 port);
    [[nodiscard]] quint16 port() const;

private:
    void welcome();
    void read(QTcpSocket& client);
    void speakerLeft();

    VirtualPrinter& m_printer;
    QTcpServer* m_server;
    QTcpSocket* m_speaker = nullptr; ///< whose label is being read; the others wait
    QElapsedTimer m_heard;           ///< since the speaker's last bytes
};

} // namespace packbench
