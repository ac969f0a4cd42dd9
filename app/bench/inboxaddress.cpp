#include "bench/inboxaddress.h"

#include <algorithm>

namespace packbench {

namespace {

constexpr int kWholeV4 = 32;
constexpr int kWholeV6 = 128;

/// An IPv4 peer of a socket that listens on both comes as ::ffff:192.0.2.7.
QHostAddress plain(const QHostAddress& address) {
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return isV4 ? QHostAddress(v4) : address;
}

} // namespace

std::optional<InboxAddress> inboxAddressFrom(const QString& text, bool allowsOthers) {
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const uint port = text.mid(colon + 1).toUInt(&isNumber);
    if (!isNumber || port > 65535)
        return std::nullopt;
    if (colon < 0)
        return InboxAddress{
            QHostAddress(allowsOthers ? QHostAddress::Any : QHostAddress::LocalHost),
            static_cast<quint16>(port)};
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    const QHostAddress address(host);
    if (address.isNull())
        return std::nullopt;
    return InboxAddress{address, static_cast<quint16>(port)};
}

std::optional<InboxAllowed> inboxAllowedFrom(const QString& text) {
    InboxAllowed allowed;
    for (const QString& one : text.split(u' ', Qt::SkipEmptyParts)) {
        QPair<QHostAddress, int> subnet{QHostAddress(one), kWholeV6};
        if (one.contains(u'/'))
            subnet = QHostAddress::parseSubnet(one);
        else if (subnet.first.protocol() == QAbstractSocket::IPv4Protocol)
            subnet.second = kWholeV4;
        if (subnet.first.isNull() || subnet.second < 0)
            return std::nullopt;
        allowed += subnet;
    }
    return allowed;
}

bool isAllowed(const QHostAddress& peer, const InboxAllowed& allowed) {
    const QHostAddress address = plain(peer);
    return address.isLoopback() ||
           std::any_of(allowed.cbegin(), allowed.cend(), [&address](const auto& subnet) {
               return address.protocol() == subnet.first.protocol() && address.isInSubnet(subnet);
           });
}

} // namespace packbench
