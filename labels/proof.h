#pragma once

#include "labels/layout.h"

#include <QImage>
#include <QList>
#include <QRect>
#include <QString>

namespace packbench {

/// A code found on a page.
struct ReadCode {
    QString format; ///< "Code128", "QRCode", "EAN-13", … as ZXing names it
    QString text;
    QRect dots;

    bool operator==(const ReadCode&) const = default;
};

/// Reads every code on a page that is not known beforehand. ZXing 1.4's ReadBarcodes is never
/// called: it can abort the process; see labels/README.md for the loop used.
[[nodiscard]] QList<ReadCode> readCodes(const QImage& page);

/// Reads the codes that must be there back from the finished bitmap, each in its own crop, and
/// compares. Empty = proofed; else one finding per code that was not read or read differently.
[[nodiscard]] QList<LabelFinding> proof(const Page& page, const QList<ExpectedCode>& expected);

} // namespace packbench
