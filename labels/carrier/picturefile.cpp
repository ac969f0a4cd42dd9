#include "labels/carrier/foreignpicture.h"

#include <QBuffer>
#include <QImageReader>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace packbench {
namespace {

constexpr int kMostMegabytes = 256;
constexpr qint64 kLeastContrast = 55; ///< of 100, as grade B of ISO/IEC 15416 asks of a code
constexpr double kMetre = 1000.0;
/// Programs that do not know write the resolution of a screen.
constexpr double kScreenDotsPerMm = 4;
constexpr double kLikeness = 0.03;
constexpr std::array<double, 4> kPrinterDotsPerMm{8, 8 * 300.0 / 203.2, 12, 24};
/// Widths of the labels in use.
constexpr std::array<double, 5> kUsualWidthsMm{100, 101.6, 102, 76, 50};

CarrierFile refused(const QString& sentence) {
    return {CarrierForm::Picture, {}, sentence};
}

/// Qt draws grey where a JPEG breaks off.
bool isCutJpeg(const QByteArray& file) {
    constexpr qsizetype kBehindEnd = 1024; ///< cameras and shops write things behind it
    return file.startsWith("\xff\xd8") && !file.right(kBehindEnd).contains("\xff\xd9");
}

bool isLike(double value, double wanted) {
    return std::abs(value - wanted) <= wanted * kLikeness;
}

/// Dots/mm of a picture: as it says, else that which makes it as wide as a usual label; 0 when
/// nothing tells.
double resolutionOf(const QImage& picture, const CarrierWish& wish) {
    const double said = picture.dotsPerMeterX() / kMetre;
    if (said > kScreenDotsPerMm)
        return said;
    if (!wish.stockMm.isEmpty()) {
        for (const double dots : kPrinterDotsPerMm)
            if (isLike(picture.width() / dots, wish.stockMm.width()))
                return dots;
        return 0;
    }
    for (const double width : kUsualWidthsMm)
        for (const double dots : kPrinterDotsPerMm)
            if (isLike(picture.width() / dots, width))
                return dots;
    return 0;
}

/// How many dots of a picture are dark and light, and their greys together.
struct Tones {
    qint64 dark = 0, darkSum = 0, light = 0, lightSum = 0;
};

/// Looks at a part of the dots where they are many. Transparent is paper.
Tones tonesOf(const QImage& picture) {
    constexpr int kLooks = 800; ///< a row and a column
    const int across = std::max(1, picture.width() / kLooks);
    const int down = std::max(1, picture.height() / kLooks);
    Tones tones;
    for (int y = 0; y < picture.height(); y += down) {
        for (int x = 0; x < picture.width(); x += across) {
            const QRgb dot = picture.pixel(x, y);
            const int grey = 255 - (255 - qGray(dot)) * qAlpha(dot) / 255;
            const bool isDark = grey < 128;
            (isDark ? tones.dark : tones.light) += 1;
            (isDark ? tones.darkSum : tones.lightSum) += grey;
        }
    }
    return tones;
}

} // namespace

QString sizeProblem(QSizeF mm, const CarrierWish& wish, const QString& what) {
    const double shorter = std::min(mm.width(), mm.height());
    const double longer = std::max(mm.width(), mm.height());
    const QString size = QStringLiteral("%1 is %2 × %3 mm")
                             .arg(what)
                             .arg(mm.width(), 0, 'f', 1)
                             .arg(mm.height(), 0, 'f', 1);
    if (!(shorter >= kShortestLabelMm) || !(longer <= kLongestLabelMm))
        return QStringLiteral("%1: no label is. Have it exported as a label, not as a sheet.")
            .arg(size);
    constexpr double kMoreMm = 3;
    if (!wish.stockMm.isEmpty() && (mm.width() > wish.stockMm.width() + kMoreMm ||
                                    mm.height() > wish.stockMm.height() + kMoreMm))
        return QStringLiteral("%1, the labels in the printer are %2 × %3: it would be cut off. Put "
                              "in larger labels or have it exported smaller.")
            .arg(size)
            .arg(wish.stockMm.width())
            .arg(wish.stockMm.height());
    return {};
}

void turnToFit(QImage& picture, QSizeF& mm, const CarrierWish& wish) {
    const QString what;
    if (sizeProblem(mm, wish, what).isEmpty() ||
        !sizeProblem(mm.transposed(), wish, what).isEmpty())
        return;
    picture = picture.transformed(QTransform().rotate(90));
    mm.transpose();
}

Page pageOfPicture(const QImage& picture, QSizeF mm, int dotsPerMm) {
    const QSize dots(qRound(mm.width() * dotsPerMm), qRound(mm.height() * dotsPerMm));
    QImage white(picture.size(), QImage::Format_RGB32);
    white.fill(Qt::white);
    QPainter(&white).drawImage(0, 0, picture);
    const bool isExact = picture.size() == dots;
    return pageFromImage(
        isExact ? white : white.scaled(dots, Qt::IgnoreAspectRatio, Qt::SmoothTransformation),
        dotsPerMm);
}

QList<LabelFinding> contrastFindings(const QImage& picture) {
    const Tones tones = tonesOf(picture);
    if (tones.dark == 0 || tones.light == 0)
        return {};
    const qint64 contrast = (tones.lightSum / tones.light - tones.darkSum / tones.dark) * 100 / 255;
    if (contrast >= kLeastContrast)
        return {};
    return {
        {QStringLiteral("low-contrast"),
         QStringLiteral("The picture is pale: dark and light differ by %1 of 100. What is paler "
                        "than half grey is not printed.")
             .arg(contrast)}};
}

CarrierFile openPicture(const QByteArray& file, const CarrierWish& wish) {
    QBuffer buffer;
    buffer.setData(file);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAllocationLimit(kMostMegabytes);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    constexpr int kMostDots = static_cast<int>(kLongestLabelMm * 24);
    if (size.width() > kMostDots || size.height() > kMostDots)
        return refused(QStringLiteral("The picture has %1 × %2 dots: no label has so many.")
                           .arg(size.width())
                           .arg(size.height()));
    QImage picture = reader.read();
    if (isCutJpeg(file))
        return refused(QStringLiteral("The picture is damaged: its end is missing."));
    if (picture.isNull())
        return refused(QStringLiteral("The picture is damaged: %1.").arg(reader.errorString()));
    const double dots = resolutionOf(picture, wish);
    if (dots <= 0)
        return refused(QStringLiteral("The picture of %1 × %2 dots does not say how large it is. "
                                      "Save it with its resolution (203 or 300 dpi).")
                           .arg(picture.width())
                           .arg(picture.height()));
    QSizeF mm(picture.width() / dots, picture.height() / dots);
    turnToFit(picture, mm, wish);
    if (const QString problem = sizeProblem(mm, wish, QStringLiteral("The picture"));
        !problem.isEmpty())
        return refused(problem);
    return {CarrierForm::Picture,
            {{pageOfPicture(picture, mm, wish.dotsPerMm), 1, contrastFindings(picture)}},
            {}};
}

} // namespace packbench
