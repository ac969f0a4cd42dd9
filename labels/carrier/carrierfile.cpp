#include "labels/carrier/carrierfile.h"

#include "labels/carrier/foreignpicture.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <array>

namespace packbench {
namespace {

constexpr qsizetype kHead = 4096; ///< a stream names itself early

bool hasLineThatBegins(const QByteArray& head, std::initializer_list<const char*> words) {
    const QList<QByteArray> lines = QByteArray(head).replace('\r', '\n').split('\n');
    return std::any_of(lines.begin(), lines.end(), [&](const QByteArray& line) {
        const QByteArray upper = line.trimmed().toUpper();
        return std::any_of(words.begin(), words.end(),
                           [&](const char* word) { return upper.startsWith(word); });
    });
}

bool isEpl2(const QByteArray& head) {
    const QList<QByteArray> lines = QByteArray(head).replace('\r', '\n').split('\n');
    const bool isCleared =
        std::any_of(lines.begin(), lines.end(), [](const QByteArray& line) { return line == "N"; });
    return isCleared && hasLineThatBegins(head, {"A", "B", "GW", "LO", "Q", "Q0", "P"});
}

bool isPicture(const QByteArray& file) {
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    static const std::array<QByteArray, 6> kFormats{"png", "jpeg", "bmp", "gif", "tiff", "webp"};
    return std::find(kFormats.begin(), kFormats.end(), reader.format()) != kFormats.end();
}

} // namespace

CarrierForm carrierForm(const QByteArray& file) {
    const QByteArray head = file.left(kHead);
    if (head.contains("%PDF-"))
        return CarrierForm::Pdf;
    if (isPicture(file))
        return CarrierForm::Picture;
    if (head.toUpper().contains("^XA") || head.toUpper().contains("~DG"))
        return CarrierForm::Zpl;
    if (hasLineThatBegins(head, {"SIZE ", "CLS", "BITMAP ", "GAP ", "DIRECTION "}))
        return CarrierForm::Tspl;
    return isEpl2(head) ? CarrierForm::Epl2 : CarrierForm::Unknown;
}

QString word(CarrierForm form) {
    switch (form) {
    case CarrierForm::Zpl: return QStringLiteral("zpl");
    case CarrierForm::Tspl: return QStringLiteral("tspl");
    case CarrierForm::Epl2: return QStringLiteral("epl2");
    case CarrierForm::Pdf: return QStringLiteral("pdf");
    case CarrierForm::Picture: return QStringLiteral("picture");
    case CarrierForm::Unknown: break;
    }
    return QStringLiteral("unknown");
}

CarrierFile openCarrierFile(const QByteArray& file, const CarrierWish& wish) {
    switch (const CarrierForm form = carrierForm(file)) {
    case CarrierForm::Pdf: return openPdf(file, wish);
    case CarrierForm::Picture: return openPicture(file, wish);
    case CarrierForm::Zpl:
    case CarrierForm::Tspl:
    case CarrierForm::Epl2: return openStream(form, file, wish);
    case CarrierForm::Unknown: break;
    }
    return {CarrierForm::Unknown,
            {},
            QStringLiteral("This is no label file: not ZPL, TSPL, EPL2, PDF or a picture.")};
}

} // namespace packbench
