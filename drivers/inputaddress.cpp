#include "drivers/inputaddress.h"

#include "drivers/scales/serialscale.h"

#include <QDir>
#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace packbench {
namespace {

InputAddressReading refused(const QString& text, const QString& why) {
    return {std::nullopt,
            QStringLiteral("The device address '%1' cannot be used: %2.").arg(text, why)};
}

bool takeLayout(const QString& word, KeyLayout& layout) {
    if (word == u"us")
        layout = KeyLayout::Us;
    else if (word == u"de")
        layout = KeyLayout::German;
    else if (word == u"fr")
        layout = KeyLayout::French;
    else
        return false;
    return true;
}

InputAddressReading keyboardFrom(const QString& text) {
    static const QRegularExpression kForm(
        QStringLiteral("^(usb:[0-9a-f]{4}:[0-9a-f]{4}[:@][^?\\s]+)(?:\\?layout=(\\w+))?$"));
    const auto match = kForm.match(text);
    InputAddress address;
    address.way = InputAddress::Way::Keyboard;
    // The list of inputs is cut at blanks; a serial number may hold one.
    address.id = QUrl::fromPercentEncoding(match.captured(1).toUtf8());
    if (!match.hasMatch())
        return refused(
            text,
            QStringLiteral("a keyboard is written as the devices page lists it, a blank as %20"));
    if (!match.captured(2).isEmpty() && !takeLayout(match.captured(2), address.layout))
        return refused(text, QStringLiteral("layout is us, de or fr"));
    return {address, {}};
}

InputAddressReading serialFrom(const QString& text) {
    const QUrl url(text, QUrl::StrictMode);
    InputAddress address;
    address.path = QDir::cleanPath(url.path(QUrl::FullyDecoded));
    address.id = QStringLiteral("serial://") + address.path;
    if (!url.host().isEmpty() || !address.path.startsWith(u'/'))
        return refused(text, QStringLiteral("it is written serial:///dev/…"));
    for (const auto& [name, value] : QUrlQuery(url).queryItems(QUrl::FullyDecoded)) {
        if (name == u"scale" && serialScaleFormats().contains(value)) {
            address.way = InputAddress::Way::SerialScale;
            address.scaleFormat = value;
        } else if (name == u"baud" && value.toInt() >= 300 && value.toInt() <= 921600) {
            address.baud = value.toInt();
        } else {
            return refused(text, QStringLiteral("'%1=%2' is no setting; baud is a number, scale is "
                                                "one of %3")
                                     .arg(name, value, serialScaleFormats().join(u'|')));
        }
    }
    return {address, {}};
}

InputAddressReading cameraFrom(const QString& text) {
    InputAddress address;
    address.way = InputAddress::Way::Camera;
    address.path = QDir::cleanPath(text.mid(text.indexOf(u':') + 1));
    address.id = QStringLiteral("camera:") + address.path;
    if (!address.path.startsWith(u'/') || address.path == u"/")
        return refused(text, QStringLiteral("a camera is written as 'packctl devices' lists it, "
                                            "such as camera:/dev/video0"));
    return {address, {}};
}

} // namespace

InputAddressReading inputAddressFrom(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u"usb:"))
        return keyboardFrom(trimmed);
    if (trimmed.startsWith(u"serial://"))
        return serialFrom(trimmed);
    if (trimmed.startsWith(u"camera:"))
        return cameraFrom(trimmed);
    return refused(text, QStringLiteral("it begins with usb:, serial:// or camera:"));
}

} // namespace packbench
