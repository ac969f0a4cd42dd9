#include "drivers/usbidentity.h"

#include <algorithm>

namespace packbench {
namespace {

constexpr qsizetype kHeader = 2;
constexpr qsizetype kShortestSerial = 10; // bytes of the descriptor: four characters

QString unitsOf(const QByteArray& descriptor, bool swapped) {
    QString text;
    for (qsizetype at = kHeader; at + 1 < descriptor.size(); at += 2) {
        const auto first = static_cast<unsigned char>(descriptor[at]);
        const auto second = static_cast<unsigned char>(descriptor[at + 1]);
        text += QChar(static_cast<char16_t>(swapped ? first << 8 | second : second << 8 | first));
    }
    while (text.endsWith(QChar(0)))
        text.chop(1);
    return text;
}

bool isPlain(const QString& text) {
    return !text.isEmpty() &&
           std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u' ' && c <= u'~'; });
}

QString prefix(quint16 vendor, quint16 product) {
    return QStringLiteral("usb:%1:%2")
        .arg(vendor, 4, 16, QLatin1Char('0'))
        .arg(product, 4, 16, QLatin1Char('0'));
}

} // namespace

QString textFromDescriptor(const QByteArray& descriptor) {
    QString text = unitsOf(descriptor, false);
    if (const QString swapped = unitsOf(descriptor, true); !isPlain(text) && isPlain(swapped))
        text = swapped;
    text.removeIf([](QChar c) { return !c.isPrint(); });
    return text.trimmed();
}

QString serialFromDescriptor(const QByteArray& descriptor) {
    if (descriptor.size() < kShortestSerial)
        return {};
    for (const bool swapped : {false, true})
        if (const QString text = unitsOf(descriptor, swapped); isPlain(text))
            return text.trimmed();
    const QByteArray units = descriptor.mid(kHeader);
    const bool isBlank = units.count('\0') == units.size();
    return isBlank ? QString() : QString::fromLatin1(units.toHex());
}

QString usbIdBySerial(quint16 vendor, quint16 product, const QString& serial) {
    return prefix(vendor, product) + u':' + serial;
}

QString usbIdByPath(quint16 vendor, quint16 product, const QString& path) {
    return prefix(vendor, product) + u'@' + path;
}

} // namespace packbench
