// The only label file that knows ZXing. ReadBarcodes of 1.4.0 must not be called: it compares
// finished linear results and can abort the process (zxing-cpp#740); ReadBarcode does not.
#ifndef ZX_USE_UTF8
#define ZX_USE_UTF8
#endif

#include "labels/proof.h"

#include "labels/greycopy.h"
#include "labels/inkblobs.h"
#include "labels/labelcode.h"

#include <QPainter>
#include <QStringList>
#include <QTransform>

#include <ZXing/ReadBarcode.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <initializer_list>
#include <optional>

namespace packbench {

namespace {

constexpr int kMostPerGroup = 12;
constexpr int kGrowthTolerance =
    8; ///< a row differing in less than 1/8 of its dots is the same bars
constexpr int kBands = 4;
constexpr int kMostInView = 12; ///< looks at one picture of a camera

const std::initializer_list<ZXing::BarcodeFormats> kGroups{
    ZXing::BarcodeFormat::LinearCodes, ZXing::BarcodeFormat::QRCode,
    ZXing::BarcodeFormat::DataMatrix, ZXing::BarcodeFormat::PDF417, ZXing::BarcodeFormat::Aztec};

struct Found {
    ReadCode code;
    QString aim;
    QByteArray bytes;
    bool upright = false; ///< a linear code whose bars lie, read from top to bottom
    bool linear = false;
};

QRect boundsOf(const ZXing::Position& position) {
    QRect bounds(position[0].x, position[0].y, 1, 1);
    for (const auto& corner : position)
        bounds |= QRect(corner.x, corner.y, 1, 1);
    return bounds;
}

/// One call of the reader on a part of a Grayscale8 picture; whatever it throws means "not read".
std::optional<Found> readOne(const QImage& grey, const QRect& part, ZXing::BarcodeFormats formats,
                             ZXing::Binarizer binarizer) {
    ZXing::DecodeHints hints;
    hints.setFormats(formats).setTryHarder(true).setTryRotate(true).setTryDownscale(false);
    hints.setReturnCodabarStartEnd(true);
    hints.setBinarizer(binarizer);
    const QRect inside = part & grey.rect();
    if (inside.isEmpty())
        return {};
    const uchar* from = grey.constScanLine(inside.top()) + inside.left();
    const ZXing::ImageView view(from, inside.width(), inside.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(grey.bytesPerLine()));
    try {
        const ZXing::Result result = ZXing::ReadBarcode(view, hints);
        if (!result.isValid())
            return {};
        Found found;
        found.code.format = QString::fromLatin1(ZXing::ToString(result.format()));
        found.code.text = QString::fromStdString(result.text());
        found.aim = QString::fromStdString(result.symbologyIdentifier());
        found.bytes = QByteArray(reinterpret_cast<const char*>(result.bytes().data()),
                                 static_cast<qsizetype>(result.bytes().size()));
        found.code.dots = boundsOf(result.position()).translated(inside.topLeft());
        found.linear =
            ZXing::BarcodeFormats(ZXing::BarcodeFormat::LinearCodes).testFlag(result.format());
        found.upright = std::abs(result.orientation()) % 180 == 90;
        return found;
    } catch (const std::exception&) {
        return {};
    }
}

/// True when the row (or, for upright codes, the column) shows the same bars as the reference.
bool sameBars(const QImage& grey, const Found& found, int line, int reference) {
    const QRect box = found.code.dots;
    int differing = 0;
    const int length = found.upright ? box.height() : box.width();
    for (int i = 0; i < length; ++i) {
        const QPoint a = found.upright ? QPoint(line, box.top() + i) : QPoint(box.left() + i, line);
        const QPoint b =
            found.upright ? QPoint(reference, box.top() + i) : QPoint(box.left() + i, reference);
        const bool one = grey.constScanLine(a.y())[a.x()] < 128;
        const bool other = grey.constScanLine(b.y())[b.x()] < 128;
        differing += one != other;
    }
    return differing * kGrowthTolerance < length;
}

/// The reader reports one line of a linear code: the box is grown along the bars.
QRect grownAlongBars(const QImage& grey, const Found& found) {
    QRect box = found.code.dots;
    const int middle = found.upright ? box.center().x() : box.center().y();
    const int end = found.upright ? grey.width() : grey.height();
    int low = middle;
    while (low > 0 && sameBars(grey, found, low - 1, middle))
        --low;
    int high = middle;
    while (high + 1 < end && sameBars(grey, found, high + 1, middle))
        ++high;
    if (found.upright) {
        box.setLeft(std::min(box.left(), low));
        box.setRight(std::max(box.right(), high));
    } else {
        box.setTop(std::min(box.top(), low));
        box.setBottom(std::max(box.bottom(), high));
    }
    return box;
}

void paintWhite(QImage& grey, const QRect& place) {
    const QRect inside = place & grey.rect();
    for (int y = inside.top(); y <= inside.bottom(); ++y)
        std::memset(grey.scanLine(y) + inside.left(), 255, static_cast<size_t>(inside.width()));
}

/// Transparent counts as white, as on paper.
QImage greyOf(const QImage& picture) {
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_Grayscale8);
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, picture);
    return paper.convertToFormat(QImage::Format_Grayscale8);
}

bool isBlackAndWhite(const QImage& grey) {
    for (int y = 0; y < grey.height(); ++y) {
        const uchar* row = grey.constScanLine(y);
        if (std::any_of(row, row + grey.width(), [](uchar v) { return v != 0 && v != 255; }))
            return false;
    }
    return true;
}

/// A linear code that lies askew is found on one line of it after the other: each time it comes
/// back, twice as much of its height is covered.
QRect coverOf(const QImage& grey, const Found& found, int timesSeen) {
    const int more = timesSeen == 0 ? 1 : 4 << std::min(timesSeen, 8);
    if (!found.linear)
        return found.code.dots.adjusted(-1, -1, 1, 1);
    const QRect box = grownAlongBars(grey, found);
    return found.upright ? box.adjusted(-more, -1, more, 1) : box.adjusted(-1, -more, 1, more);
}

/// A line across a part of an interleaved 2 of 5 code reads as a shorter one. On goods it has the
/// 14 digits of a case's GTIN.
bool mayBeAPiece(const Found& found) {
    constexpr qsizetype kCaseDigits = 14;
    return found.code.format == QLatin1String("ITF") && found.code.text.size() != kCaseDigits;
}

/// Collects what is found on one picture and its copies, each code once by format and text.
class Search {
public:
    explicit Search(const QImage& grey)
        : m_grey(grey)
        , m_binarizer(isBlackAndWhite(grey) ? ZXing::Binarizer::FixedThreshold
                                            : ZXing::Binarizer::LocalAverage) {}

    void lookAt(const QImage& copy, int scale) {
        for (const ZXing::BarcodeFormats formats : kGroups)
            lookFor(formats, copy, scale);
    }

    void lookFor(ZXing::BarcodeFormats formats, QImage copy, int scale) {
        for (int i = 0; i < kMostPerGroup; ++i) {
            auto found = readOne(copy, copy.rect(), formats, m_binarizer);
            if (!found)
                return;
            if (found->linear)
                found->code.dots = grownAlongBars(copy, *found);
            paintWhite(copy, found->code.dots.adjusted(-1, -1, 1, 1));
            keep(found->code, scale);
        }
    }

    /// 1.4.0 sees these two only across the middle of the picture it is given.
    void lookIntoBlobs() {
        for (const QRect& blob : inkBlobs(m_grey)) {
            for (const auto format :
                 {ZXing::BarcodeFormat::DataMatrix, ZXing::BarcodeFormat::Aztec}) {
                if (const auto found = readOne(m_grey, blob, format, m_binarizer))
                    keep(found->code, 1);
            }
        }
    }

    [[nodiscard]] const QList<ReadCode>& codes() const { return m_codes; }

private:
    void keep(ReadCode code, int scale) {
        code.dots = QRect(code.dots.topLeft() * scale, code.dots.size() * scale);
        const bool known = std::any_of(m_codes.begin(), m_codes.end(), [&](const ReadCode& other) {
            return other.format == code.format && other.text == code.text;
        });
        if (!known)
            m_codes.append(code);
    }

    const QImage& m_grey;
    ZXing::Binarizer m_binarizer;
    QList<ReadCode> m_codes;
};

/// The piece of a page around a code, as the reader takes it.
QImage crop(const Page& page, const QRect& place) {
    const QRect inside = place & QRect(0, 0, page.width, page.height);
    QImage grey(inside.size(), QImage::Format_Grayscale8);
    for (int y = 0; y < inside.height(); ++y) {
        uchar* to = grey.scanLine(y);
        for (int x = 0; x < inside.width(); ++x)
            to[x] = page.isBlack(inside.left() + x, inside.top() + y) ? 0 : 255;
    }
    return grey;
}

QList<QRect> bandsOf(const QSize& size, bool upright) {
    QList<QRect> bands;
    for (int i = 0; i < kBands; ++i) {
        const int length = upright ? size.width() : size.height();
        const int from = length * i / kBands;
        const int to = length * (i + 1) / kBands;
        bands.append(upright ? QRect(from, 0, to - from, size.height())
                             : QRect(0, from, size.width(), to - from));
    }
    return bands;
}

ZXing::BarcodeFormat formatOf(Symbology symbology) {
    switch (symbology) {
    case Symbology::Code128:
    case Symbology::Gs1_128: return ZXing::BarcodeFormat::Code128;
    case Symbology::Ean13: return ZXing::BarcodeFormat::EAN13;
    case Symbology::Itf14: return ZXing::BarcodeFormat::ITF;
    case Symbology::Qr: return ZXing::BarcodeFormat::QRCode;
    case Symbology::DataMatrix:
    case Symbology::Gs1DataMatrix: return ZXing::BarcodeFormat::DataMatrix;
    case Symbology::Pdf417: return ZXing::BarcodeFormat::PDF417;
    case Symbology::MaxiCode: return ZXing::BarcodeFormat::MaxiCode;
    }
    return ZXing::BarcodeFormat::None;
}

/// What a scanner would send: of GS1 the elements, without the FNC1 in front that its AIM id tells.
QString textOf(const Found& found, Symbology symbology) {
    if (!isGs1(symbology))
        return found.code.text;
    const bool saysGs1 = found.aim == QLatin1String("]C1") || found.aim == QLatin1String("]d2");
    return saysGs1 ? QString::fromLatin1(found.bytes)
                   : QStringLiteral("no GS1: ") + found.code.text;
}

/// One scan line is enough for the reader, not for a scanner on the floor: a linear code must read
/// in every quarter of its height.
bool readsInEveryBand(const QImage& grey, const ExpectedCode& expected, bool upright) {
    const auto bands = bandsOf(grey.size(), upright);
    return std::all_of(bands.begin(), bands.end(), [&](const QRect& band) {
        const auto found =
            readOne(grey, band, formatOf(expected.symbology), ZXing::Binarizer::FixedThreshold);
        return found && textOf(*found, expected.symbology) == expected.text;
    });
}

/// MaxiCode is read upright only (zxing-cpp#354), so its piece is turned back first.
QImage pieceOf(const Page& page, const ExpectedCode& expected) {
    const QImage grey = crop(page, expected.dots);
    if (expected.symbology != Symbology::MaxiCode || expected.rotate == 0)
        return grey;
    return grey.transformed(QTransform().rotate(-expected.rotate))
        .convertToFormat(QImage::Format_Grayscale8);
}

std::optional<LabelFinding> proofOne(const Page& page, const ExpectedCode& expected) {
    const QString name = nameOf(expected.symbology);
    const auto notRead = LabelFinding{
        QStringLiteral("not-read"),
        QStringLiteral("The %1 at %2, %3 dots cannot be read back from the finished label.")
            .arg(name)
            .arg(expected.dots.x())
            .arg(expected.dots.y())};
    if (expected.dots.isEmpty() || !QRect(0, 0, page.width, page.height).contains(expected.dots))
        return notRead;
    const QImage grey = pieceOf(page, expected);
    const auto found =
        readOne(grey, grey.rect(), formatOf(expected.symbology), ZXing::Binarizer::FixedThreshold);
    if (!found)
        return notRead;
    const QString text = textOf(*found, expected.symbology);
    if (text != expected.text)
        return LabelFinding{QStringLiteral("read-differs"),
                            QStringLiteral("The %1 reads “%2” but should read “%3”.")
                                .arg(name, text, expected.text)};
    if (isLinear(expected.symbology) && !readsInEveryBand(grey, expected, found->upright))
        return notRead;
    return {};
}

} // namespace

QList<ReadCode> readCodes(const QImage& page) {
    if (page.isNull())
        return {};
    const QImage grey = greyOf(page);
    Search search(grey);
    search.lookAt(grey, 1);
    QImage inverted = grey;
    inverted.invertPixels();
    search.lookFor(ZXing::BarcodeFormat::QRCode, inverted, 1);
    search.lookAt(halved(grey), 2);
    search.lookIntoBlobs();
    return search.codes();
}

QList<CodeInView> readCodesInView(const QImage& grey) {
    using Format = ZXing::BarcodeFormat;
    constexpr auto kGoodsAndParcels =
        ZXing::BarcodeFormats(Format::EAN13) | Format::EAN8 | Format::UPCA | Format::UPCE |
        Format::Code128 | Format::Code39 | Format::ITF | Format::QRCode | Format::DataMatrix;
    if (grey.format() != QImage::Format_Grayscale8)
        return {};
    QImage copy = grey;
    QList<CodeInView> codes;
    QStringList seen;
    for (int look = 0; look < kMostInView; ++look) {
        const auto found =
            readOne(copy, copy.rect(), kGoodsAndParcels, ZXing::Binarizer::LocalAverage);
        if (!found)
            break;
        const QString name = found->aim + found->code.text;
        if (!seen.contains(name) && !mayBeAPiece(*found))
            codes.append({found->code, found->aim, found->bytes, !found->linear});
        paintWhite(copy, coverOf(copy, *found, static_cast<int>(seen.count(name))));
        seen.append(name);
    }
    return codes;
}

std::optional<CodeLook> lookAt(const QImage& grey, const QString& format) {
    const auto wanted = ZXing::BarcodeFormatFromString(format.toStdString());
    if (grey.isNull() || wanted == ZXing::BarcodeFormat::None)
        return {};
    auto found = readOne(grey, grey.rect(), wanted, ZXing::Binarizer::FixedThreshold);
    if (!found && !isBlackAndWhite(grey))
        found = readOne(grey, grey.rect(), wanted, ZXing::Binarizer::LocalAverage);
    if (!found)
        return {};
    return CodeLook{found->code.text, found->upright};
}

QList<LabelFinding> proof(const Page& page, const QList<ExpectedCode>& expected) {
    QList<LabelFinding> findings;
    for (const ExpectedCode& code : expected) {
        if (const auto finding = proofOne(page, code))
            findings.append(*finding);
    }
    return findings;
}

std::optional<LabelFinding> unprovable(const QList<ExpectedCode>& codes, const QString& waybill) {
    const bool isShown =
        std::any_of(codes.cbegin(), codes.cend(),
                    [&waybill](const ExpectedCode& code) { return code.text.contains(waybill); });
    if (isShown)
        return {};
    return LabelFinding{QStringLiteral("no-waybill-code"),
                        QStringLiteral("The label has no code with the waybill number: no scan "
                                       "could prove it.")};
}

} // namespace packbench
