#pragma once

#include "drivers/conversation.h"
#include "drivers/printeraddress.h"

#include <QHash>
#include <QMutex>

namespace packbench {

/// Opens the way to one printer. @throws DeviceError
[[nodiscard]] std::unique_ptr<Transport> transportTo(const PrinterAddress& address);
[[nodiscard]] PrinterDescription describe(const PrinterAddress& address);

/// Printers that somebody wrote down, because no bus can find them.
class AddressedPrinters : public PrinterBus {
public:
    explicit AddressedPrinters(const QList<PrinterAddress>& addresses);

    [[nodiscard]] QList<PrinterDescription> present() override;
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString& id) override;

private:
    QList<PrinterAddress> m_addresses;
    QMutex m_mutex;
    QHash<QString, std::shared_ptr<Conversation::Memory>> m_memories;
};

} // namespace packbench
