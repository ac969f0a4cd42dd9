#pragma once

#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QString>

#include <optional>

namespace packbench {

/// Where the label inbox listens, and to whom.
struct InboxAddress {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 9100; ///< 0 = any that is free
};

/// "127.0.0.1:9100", "[::1]:9100", or a port alone: every address of the machine where somebody is
/// allowed, else loopback.
[[nodiscard]] std::optional<InboxAddress> inboxAddressFrom(const QString& text, bool allowsOthers);

using InboxAllowed = QList<QPair<QHostAddress, int>>; ///< subnets
/// Addresses and subnets ("192.0.2.7 198.51.100.0/24") with blanks between.
[[nodiscard]] std::optional<InboxAllowed> inboxAllowedFrom(const QString& text);
/// This machine always is; nobody else is unless listed.
[[nodiscard]] bool isAllowed(const QHostAddress& peer, const InboxAllowed& allowed);

} // namespace packbench
