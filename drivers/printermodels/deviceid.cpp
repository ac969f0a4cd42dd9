#include "drivers/printermodels/deviceid.h"

#include <algorithm>

namespace packbench {
namespace {

constexpr qsizetype kShortestId = 14;
constexpr qsizetype kLongestValue = 80;

// Bytes that are not UTF-8 are read as Latin-1; control characters never reach a screen.
QString cleaned(const QByteArray& bytes) {
    QString text = QString::fromUtf8(bytes);
    if (text.contains(QChar::ReplacementCharacter))
        text = QString::fromLatin1(bytes);
    for (QChar& c : text)
        if (!c.isPrint())
            c = u' ';
    return text.simplified().left(kLongestValue);
}

void setOnce(QString& field, const QString& value) {
    if (field.isEmpty())
        field = value;
}

QStringList commandsIn(const QString& value) {
    QStringList commands;
    for (const QString& part : value.split(u','))
        if (const QString command = part.trimmed();
            !command.isEmpty() && command.compare(u"none", Qt::CaseInsensitive) != 0)
            commands.append(command);
    return commands;
}

void setField(DeviceId& id, const QString& key, const QString& value) {
    if (key == u"MFG" || key == u"MANUFACTURER")
        setOnce(id.maker, value);
    else if (key == u"MDL" || key == u"MODEL")
        setOnce(id.model, value);
    else if ((key == u"CMD" || key == u"COMMAND SET") && id.commands.isEmpty())
        id.commands = commandsIn(value);
    else if (key == u"SN" || key == u"SERN" || key == u"SERIALNUMBER")
        setOnce(id.serial, value);
    else if (key == u"DES" || key == u"DESCRIPTION")
        setOnce(id.description, value);
}

} // namespace

QByteArray deviceIdText(const QByteArray& answer) {
    if (answer.size() <= 2)
        return {};
    const auto high = static_cast<unsigned char>(answer[0]);
    const auto low = static_cast<unsigned char>(answer[1]);
    qsizetype length = high << 8 | low;
    if (length < kShortestId || length > answer.size())
        length = low << 8 | high;
    if (length < kShortestId || length > answer.size())
        length = answer.size();
    // A length that does not count its own two bytes cuts the last value.
    if (answer[length - 1] != ';')
        length = std::min(length + 2, answer.size());
    const qsizetype end = answer.indexOf('\0', 2);
    return answer.mid(2, (end < 0 ? length : std::min(end, length)) - 2);
}

DeviceId deviceIdFrom(const QByteArray& text) {
    DeviceId id;
    for (const QByteArray& pair : text.split(';')) {
        const qsizetype colon = pair.indexOf(':');
        if (colon > 0)
            setField(id, cleaned(pair.left(colon)).toUpper(), cleaned(pair.mid(colon + 1)));
    }
    return id;
}

} // namespace packbench
