#pragma once

#include "labels/grade.h"
#include "labels/layout.h"

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QRect>
#include <QString>

#include <optional>

namespace packbench {

/// A code found on a page.
struct ReadCode {
    QString format; ///< "Code128", "QRCode", "EAN-13", … as ZXing names it
    QString text;
    QRect dots;
    std::optional<CodeMeasure> measure{}; ///< where it was asked for: labels/codemeasure.h

    bool operator==(const ReadCode&) const = default;
};

/// Reads every code on a page that is not known beforehand. ZXing 1.4's ReadBarcodes is never
/// called: it can abort the process; see labels/README.md for the loop used.
[[nodiscard]] QList<ReadCode> readCodes(const QImage& page);

/// What one look finds.
struct CodeLook {
    QString text;
    bool isUpright = false; ///< a linear code whose bars lie, read from top to bottom
};

/// One look for a code of this format, "Code128", on a piece of a page (Grayscale8).
[[nodiscard]] std::optional<CodeLook> lookAt(const QImage& grey, const QString& format);

/// A code in front of a camera, with what tells a scanner's code from a label's.
struct CodeInView {
    ReadCode code;
    QString aim;      ///< its AIM id, "]C1"
    QByteArray bytes; ///< what the code holds, before it was taken for text
    /// False for bars: they have a check digit at best, and what lies about can look like them.
    bool isCertain = true;

    bool operator==(const CodeInView&) const = default;
};

/// Reads the codes of goods and parcels in a camera's picture (Format_Grayscale8), several where
/// there are several; as fast as a video needs it, so that not every code is found in every one.
[[nodiscard]] QList<CodeInView> readCodesInView(const QImage& grey);

/// Reads the codes that must be there back from the finished bitmap, each in its own crop, and
/// compares. Empty = proofed; else one finding per code that was not read or read differently.
[[nodiscard]] QList<LabelFinding> proof(const Page& page, const QList<ExpectedCode>& expected);

/// "no-waybill-code" when no code that is read back holds the number: then no scan could ever prove
/// on which parcel the label is. Such a label is not printed.
[[nodiscard]] std::optional<LabelFinding> unprovable(const QList<ExpectedCode>& codes,
                                                     const QString& waybill);

} // namespace packbench
