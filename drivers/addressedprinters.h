#pragma once

#include "drivers/conversation.h"
#include "drivers/printeraddress.h"

#include <QHash>
#include <QMutex>

#include <mutex>

namespace packbench {

/// Opens the way to one printer. @throws DeviceError
[[nodiscard]] std::unique_ptr<Transport> transportTo(const PrinterAddress& address);
[[nodiscard]] PrinterDescription describe(const PrinterAddress& address);

/// Printers that somebody wrote down, because no bus can find them. Two names for one printer would
/// let two labels into one stream: the first counts, the other is listed with the reason why not.
class AddressedPrinters : public PrinterBus {
public:
    explicit AddressedPrinters(const QList<PrinterAddress>& addresses);

    [[nodiscard]] QList<PrinterDescription> present() override;
    [[nodiscard]] bool knows(const QString& id) override;
    [[nodiscard]] std::unique_ptr<LabelPrinter> open(const QString& id) override;

private:
    /// The id of the one before it that is the same printer; empty: none.
    [[nodiscard]] QString twinOf(const PrinterAddress& address);
    [[nodiscard]] QStringList placesOf(const PrinterAddress& address);
    void lookUpHosts();

    QList<PrinterAddress> m_addresses;
    std::once_flag m_isLookedUp;
    QMutex m_mutex;                       ///< guards what follows
    QHash<QString, QStringList> m_places; ///< by host: its addresses, once somebody knew them
    QHash<QString, std::shared_ptr<Conversation::Memory>> m_memories;
};

} // namespace packbench
