#include "labels/carrier/zplstate.h"

#include <QStringDecoder>

#include <array>

namespace packbench {

namespace {

// Code page 850, 80 to FF.
constexpr char16_t kPage850[] =
    u"ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤"
    u"ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0";
// Windows 1252, 80 to 9F.
constexpr char16_t kPage1252[] = u"€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

// What the national sets ^CI0 to ^CI13 put in place of # @ [ \ ] ^ ` { | } ~
constexpr char kReplaced[] = "#@[\\]^`{|}~";
constexpr std::array<const char16_t*, 14> kNational{
    u"#@[¢]^`{|}~", u"#@⅓¢⅔^`¼½¾~", u"£@[¢]^`{|}~", u"ƒ§[Ĳ]^`{ĳ}~", u"#@ÆØÅ^`æøå¨",
    u"ÜÉÄÖÅÜéäöåü", u"#§ÄÖÜ^`äöüß", u"£à[ç]^`é|ù¨", u"#àâçêîôéùèû", u"£§[çé^ùàòèì",
    u"#§¡Ñ¿^`{ñç~", u"£ÉÄÖÜ^äëïöü", u"#@[¥]^`{|}~", u"#@[\\]^`{|}~"};

/// "\&", "\\" and "\-" of text blocks are commands in every set.
bool isBlockMark(const QByteArray& bytes, qsizetype at) {
    return bytes.at(at) == '\\' && at + 1 < bytes.size() &&
           QByteArray("&\\-").contains(bytes.at(at + 1));
}

QString nationalText(const QByteArray& bytes, int number) {
    const QByteArray replaced(kReplaced);
    QString text;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes.at(at));
        const qsizetype place = isBlockMark(bytes, at) ? -1 : replaced.indexOf(bytes.at(at));
        if (byte >= 0x80)
            text += QChar(kPage850[byte - 0x80]);
        else if (place >= 0)
            text += QChar(kNational.at(static_cast<size_t>(number))[place]);
        else
            text += QChar(byte);
    }
    return text;
}

QString windowsText(const QByteArray& bytes) {
    QString text = QString::fromLatin1(bytes);
    for (QChar& c : text) {
        if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(kPage1252[c.unicode() - 0x80]);
    }
    return text;
}

} // namespace

QString ZplEncoding::text(const QByteArray& given) const {
    QByteArray bytes = given;
    if (!swapped.isEmpty() && number <= 13) {
        for (char& c : bytes) {
            const auto byte = static_cast<unsigned char>(c);
            c = static_cast<char>(swapped.value(byte, byte));
        }
    }
    if (number == 28) {
        const QString text = QString::fromUtf8(bytes);
        return text;
    }
    if (number == 27)
        return windowsText(bytes);
    const char* name = number == 29                                   ? "UTF-16BE"
                       : number == 30                                 ? "UTF-16LE"
                       : number == 14 || number == 24 || number == 26 ? "GB18030"
                       : number == 15                                 ? "Shift_JIS"
                                                                      : nullptr;
    if (name != nullptr) {
        QStringDecoder decoder(name);
        if (decoder.isValid())
            return decoder(bytes);
    }
    return nationalText(bytes, number >= 0 && number <= 13 ? number : 0);
}

QByteArray withoutHexMarks(const QByteArray& data, char mark) {
    if (mark == 0 || !data.contains(mark))
        return data;
    QByteArray result;
    result.reserve(data.size());
    for (qsizetype i = 0; i < data.size(); ++i) {
        bool isHex = false;
        const QByteArray digits = data.mid(i + 1, 2);
        const uint value = data.at(i) == mark && digits.size() == 2 ? digits.toUInt(&isHex, 16) : 0;
        if (isHex && digits.at(0) != '+' && digits.at(0) != ' ') {
            result += static_cast<char>(value);
            i += 2;
        } else {
            result += data.at(i);
        }
    }
    return result;
}

int zplDegrees(const QByteArray& letter, int otherwise) {
    const QByteArray upper = letter.trimmed().toUpper();
    if (upper.startsWith('N'))
        return 0;
    if (upper.startsWith('R'))
        return 90;
    if (upper.startsWith('I'))
        return 180;
    if (upper.startsWith('B'))
        return 270;
    return otherwise;
}

} // namespace packbench
