#include "labels/carrier/carrierfile.h"

#include "labels/carrier/foreignpicture.h"

#include <QBuffer>
#include <QImageReader>

#include <algorithm>
#include <array>

namespace packbench {
namespace {

constexpr qsizetype kHead = 4096; ///< a PDF names itself early

bool isPicture(const QByteArray& file) {
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    static const std::array<QByteArray, 6> kFormats{"png", "jpeg", "bmp", "gif", "tiff", "webp"};
    return std::find(kFormats.begin(), kFormats.end(), reader.format()) != kFormats.end();
}

} // namespace

CarrierForm formOf(CarrierLanguage language) {
    switch (language) {
    case CarrierLanguage::Zpl: return CarrierForm::Zpl;
    case CarrierLanguage::Tspl: return CarrierForm::Tspl;
    case CarrierLanguage::Epl2: return CarrierForm::Epl2;
    }
    return CarrierForm::Unknown;
}

CarrierForm carrierForm(const QByteArray& file) {
    const QByteArray head = file.left(kHead);
    if (head.contains("%PDF-"))
        return CarrierForm::Pdf;
    if (isPicture(file))
        return CarrierForm::Picture;
    const auto language = recognisedLanguage(file);
    return language ? formOf(*language) : CarrierForm::Unknown;
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
    switch (carrierForm(file)) {
    case CarrierForm::Pdf: return openPdf(file, wish);
    case CarrierForm::Picture: return openPicture(file, wish);
    case CarrierForm::Zpl: return openStream(CarrierLanguage::Zpl, file, wish);
    case CarrierForm::Tspl: return openStream(CarrierLanguage::Tspl, file, wish);
    case CarrierForm::Epl2: return openStream(CarrierLanguage::Epl2, file, wish);
    case CarrierForm::Unknown: break;
    }
    return {CarrierForm::Unknown,
            {},
            QStringLiteral("This is no label file: not ZPL, TSPL, EPL2, PDF or a picture.")};
}

} // namespace packbench
