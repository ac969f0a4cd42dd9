#pragma once

#include "labels/carrier/interpreter.h"

#include <QSizeF>

namespace packbench {

/// What a label file of others is, told by its bytes, never by its name.
enum class CarrierForm { Unknown, Zpl, Tspl, Epl2, Pdf, Picture };

[[nodiscard]] CarrierForm carrierForm(const QByteArray& file);
/// "zpl", "tspl", "epl2", "pdf", "picture", "unknown".
[[nodiscard]] QString word(CarrierForm form);

/// What a page is wanted for.
struct CarrierWish {
    int dotsPerMm = 8;   ///< of the printer
    QSizeF stockMm;      ///< of the labels in it; empty: any
    int madeForDots = 8; ///< dots/mm of the printer a stream was made for
    bool grades = false; ///< codes are measured in packbench-reader; those nothing reads are named
};

struct CarrierFile {
    CarrierForm form = CarrierForm::Unknown;
    QList<CarrierLabel> labels;
    QString problem; ///< one sentence; then the labels are none, or those before it
};

/// Opens a label file of others as pages of the wished resolution. Trusts nothing in it, but does
/// not bound memory and time of the libraries beneath: call it in packbench-reader only. Needs a
/// QGuiApplication for texts of streams.
[[nodiscard]] CarrierFile openCarrierFile(const QByteArray& file, const CarrierWish& wish);

} // namespace packbench
