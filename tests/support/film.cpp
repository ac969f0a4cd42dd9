#include "support/film.h"

#include <QBuffer>

namespace packbench::test {
namespace {

QByteArray number(quint32 value, int bytes = 4) {
    QByteArray little;
    for (int byte = 0; byte < bytes; ++byte)
        little.append(static_cast<char>(value >> (8 * byte) & 0xff));
    return little;
}

QByteArray numbers(std::initializer_list<quint32> values) {
    QByteArray all;
    for (const quint32 value : values)
        all += number(value);
    return all;
}

QByteArray chunk(const char* name, const QByteArray& content) {
    return name + number(quint32(content.size())) + content +
           (content.size() % 2 == 1 ? QByteArray(1, '\0') : QByteArray());
}

QByteArray list(const char* name, const QByteArray& content) {
    return chunk("LIST", name + content);
}

QByteArray jpeg(const QImage& picture) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPG", 90);
    return bytes;
}

constexpr quint32 kMicrosecondsPerPicture = 40000;
constexpr quint32 kPerSecond = 25;

// AVIMAINHEADER, AVISTREAMHEADER and BITMAPINFOHEADER of the AVI RIFF file reference.
QByteArray headers(quint32 count, const QSize& size) {
    const auto width = quint32(size.width());
    const auto height = quint32(size.height());
    const QByteArray main =
        numbers({kMicrosecondsPerPicture, 0, 0, 0, count, 0, 1, 0, width, height, 0, 0, 0, 0});
    const QByteArray stream =
        "vidsMJPG" + numbers({0, 0, 0, 1, kPerSecond, 0, count, 0, 0xffffffff, 0, 0, 0});
    const QByteArray format = numbers({40, width, height}) + number(1, 2) + number(24, 2) + "MJPG" +
                              numbers({width * height * 3, 0, 0, 0, 0});
    return chunk("avih", main) + list("strl", chunk("strh", stream) + chunk("strf", format));
}

} // namespace

QByteArray film(const QList<QImage>& pictures) {
    QByteArray movie;
    for (const QImage& picture : pictures)
        movie += chunk("00dc", jpeg(picture));
    return chunk("RIFF",
                 "AVI " + list("hdrl", headers(quint32(pictures.size()), pictures.first().size())) +
                     list("movi", movie));
}

} // namespace packbench::test
