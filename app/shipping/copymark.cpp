#include "shipping/copymark.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>

namespace packbench {

namespace {

// No 0 and O, no 1 and I: a person may have to read them out.
constexpr char kSigns[] = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr int kSignsOfMac = 4;

/// 20 bits: whoever guesses is found out by the refusals before he is right. Without case, as a
/// scanner behind CapsLock types.
QString macOf(const QString& waybill, qint64 parcel, int copy, const QByteArray& key) {
    const QString said = QStringLiteral("%1\n%2\n%3").arg(waybill.toUpper()).arg(parcel).arg(copy);
    const QByteArray hash =
        QMessageAuthenticationCode::hash(said.toUtf8(), key, QCryptographicHash::Sha256);
    QString mac;
    for (int at = 0; at < kSignsOfMac; ++at)
        mac += QLatin1Char(kSigns[uchar(hash.at(at)) % 32]);
    return mac;
}

} // namespace

std::optional<CopyMark> copyMark(const QString& text) {
    static const QRegularExpression form(
        QStringLiteral(R"(^(.+)-PBM-(\d{1,18})-(\d{1,6})(?:-([0-9A-Z]{4}))?$)"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return CopyMark{match.captured(1), match.captured(2).toLongLong(), match.captured(3).toInt(),
                    match.captured(4).toUpper()};
}

QString copyMarkTail(const QString& waybill, qint64 parcel, int copy, const QByteArray& key) {
    return QStringLiteral("-PBM-%1-%2-%3")
        .arg(parcel)
        .arg(copy)
        .arg(macOf(waybill, parcel, copy, key));
}

bool isGenuine(const CopyMark& mark, const QByteArray& key) {
    return mark.mac == macOf(mark.waybill, mark.parcel, mark.copy, key);
}

} // namespace packbench
