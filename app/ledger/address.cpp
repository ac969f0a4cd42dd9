#include "ledger/address.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace packbench {
namespace {

QString decoded(const QString& part) {
    return QUrl::fromPercentEncoding(part.toUtf8());
}

QString encoded(const QString& part) {
    return QString::fromLatin1(QUrl::toPercentEncoding(part));
}

bool isFilePath(const QString& path) {
    return !path.isEmpty() && !path.contains(QChar(u'\0')) && path != QLatin1String(":memory:") &&
           !path.endsWith(u'/');
}

std::optional<LedgerAddress> sqliteAddress(QString path) {
    static const QRegularExpression kSlashes(QStringLiteral("^/+"));
    path.replace(kSlashes, QStringLiteral("/")); // sqlite:///srv/x, as other programs write it
    if (!isFilePath(path))
        return std::nullopt;
    LedgerAddress address;
    address.path = path;
    return address;
}

/// "?host=…&port=…&user=…" as libpq takes it; nothing for a word that is none of these.
bool takeQuery(LedgerAddress& address, const QString& text) {
    const QUrlQuery query(text);
    const auto items = query.queryItems(QUrl::FullyDecoded);
    for (const auto& [name, value] : items) {
        bool isNumber = true;
        if (name == QLatin1String("host"))
            address.host = value;
        else if (name == QLatin1String("user"))
            address.user = value;
        else if (name == QLatin1String("password"))
            address.password = value;
        else if (name == QLatin1String("port"))
            address.port = value.toInt(&isNumber);
        else
            return false;
        if (!isNumber)
            return false;
    }
    return true;
}

std::optional<LedgerAddress> postgresAddress(const QString& rest) {
    static const QRegularExpression kForm(QStringLiteral(
        R"(^(?:([^:@/?]*)(?::([^@/?]*))?@)?(\[[0-9A-Fa-f:.]+\]|[^:/?@\[\]]*)(?::(\d+))?/([^/?]+)(?:\?(.*))?$)"));
    const auto match = kForm.match(rest);
    if (!match.hasMatch())
        return std::nullopt;
    LedgerAddress address;
    address.kind = LedgerAddress::Kind::Postgres;
    address.user = decoded(match.captured(1));
    address.password = decoded(match.captured(2));
    address.host = decoded(match.captured(3));
    if (address.host.startsWith(u'['))
        address.host = address.host.mid(1, address.host.size() - 2);
    if (match.hasCaptured(4))
        address.port = match.captured(4).toInt();
    address.database = decoded(match.captured(5));
    if (!takeQuery(address, match.captured(6)) || address.port < 1 || address.port > 65535)
        return std::nullopt;
    return address;
}

} // namespace

std::optional<LedgerAddress> ledgerAddressFromText(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(QLatin1String("sqlite:")))
        return sqliteAddress(trimmed.mid(7));
    for (const auto* scheme : {"postgresql://", "postgres://"}) {
        const QLatin1String start(scheme);
        if (trimmed.startsWith(start))
            return postgresAddress(trimmed.mid(start.size()));
    }
    return std::nullopt;
}

QString text(const LedgerAddress& address) {
    if (address.kind == LedgerAddress::Kind::Sqlite)
        return QStringLiteral("sqlite:") + address.path;
    QString words = QStringLiteral("postgresql://");
    if (!address.user.isEmpty())
        words += encoded(address.user) + u'@';
    const bool isFolder = address.host.startsWith(u'/');
    const bool isSix = address.host.contains(u':');
    if (!isFolder)
        words += isSix ? u'[' + address.host + u']' : encoded(address.host);
    if (address.port != LedgerAddress().port)
        words += QStringLiteral(":%1").arg(address.port);
    words += u'/' + encoded(address.database);
    if (isFolder)
        words += QStringLiteral("?host=") +
                 QString::fromLatin1(QUrl::toPercentEncoding(address.host, "/"));
    return words;
}

} // namespace packbench
