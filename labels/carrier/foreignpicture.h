#pragma once

#include "labels/carrier/carrierfile.h"
#include "labels/carrier/language.h"

#include <QImage>

namespace packbench {

// How pictures of others become pages; used by the readers of pictures and PDF.

/// A side of a label, in mm; what is outside is refused.
constexpr double kShortestLabelMm = 10;
constexpr double kLongestLabelMm = 330;

/// Empty, or why no label is of this size. `what` begins the sentence: "Page 2".
[[nodiscard]] QString sizeProblem(QSizeF mm, const CarrierWish& wish, const QString& what);

/// Turns a picture that fits the labels in the printer only lying on its side.
void turnToFit(QImage& picture, QSizeF& mm, const CarrierWish& wish);

/// The picture at the wished resolution, black where a dot is darker than half. Sizes in mm.
[[nodiscard]] Page pageOfPicture(const QImage& picture, QSizeF mm, int dotsPerMm);

/// "low-contrast" where a picture's dark and light parts hardly differ: what is paler than half
/// grey is lost on the page. Nothing for a white one.
[[nodiscard]] QList<LabelFinding> contrastFindings(const QImage& picture);

/// PNG, JPEG, BMP, GIF, TIFF: one page.
[[nodiscard]] CarrierFile openPicture(const QByteArray& file, const CarrierWish& wish);
[[nodiscard]] CarrierForm formOf(CarrierLanguage language);
/// A printer language: what a printer of `madeForDots` would print.
[[nodiscard]] CarrierFile openStream(CarrierLanguage language, const QByteArray& file,
                                     const CarrierWish& wish);
/// Every page of it.
[[nodiscard]] CarrierFile openPdf(const QByteArray& file, const CarrierWish& wish);

} // namespace packbench
