#pragma once

#include "labels/page.h"
#include "labels/template.h"

#include <QList>
#include <QRect>
#include <QString>

namespace packbench {

/// A code that must be readable on the finished page.
struct ExpectedCode {
    Symbology symbology = Symbology::Code128;
    QString text;   ///< of GS1: elements with U+001D between them
    QRect dots;     ///< where it stands, quiet zone included
    int rotate = 0; ///< clockwise, as its item; MaxiCode is read upright only
    int item = -1;  ///< of the template, from 0

    bool operator==(const ExpectedCode&) const = default;
};

/// Something about a label that a person should know. Stable kinds: "missing-glyph", "text-cut",
/// "off-label", "quiet-zone", "bad-barcode", "missing-field", "not-read", "read-differs",
/// "no-font", "bad-format" (a value that is no number or no date), "bad-picture",
/// "no-waybill-code".
struct LabelFinding {
    QString kind;
    QString text;
    int item = -1; ///< of the template, from 0; -1 = none

    bool operator==(const LabelFinding&) const = default;
};

/// True for findings with which a label must not be printed: a code is missing, unreadable or
/// wrong, something lies off the label, a part of a carrier's stream is missing, or there is no
/// font. The others are for a person to look at.
[[nodiscard]] bool mustNotPrint(const LabelFinding& finding);

/// A template filled in and drawn.
struct DrawnLabel {
    Page page;
    QList<ExpectedCode> codes;
    QList<LabelFinding> findings;
};

/// Fills the template and draws it as one bitmap at `dotsPerMm` (8, 12, 24). Needs a
/// QGuiApplication (any platform) for its fonts; may run in any thread.
[[nodiscard]] DrawnLabel drawLabel(const LabelTemplate& form, const LabelFields& fields,
                                   int dotsPerMm);

/// The family labels are set in; empty when neither Noto Sans CJK SC nor a fallback is installed.
[[nodiscard]] QString labelFontFamily();

} // namespace packbench
