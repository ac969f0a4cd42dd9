#pragma once

#include "labels/samplelabels.h"
#include "labels/template.h"

#include <QList>

namespace packbench {

/// Something about a template that a person decides on before it is kept. Stable kinds: "overlap",
/// "off-label", "quiet-zone", "module-too-thin", "text-cut", "proof", "no-waybill-code", and what
/// drawing the samples finds besides: "bad-barcode", "bad-picture", "bad-format", "missing-field",
/// "missing-glyph", "no-font".
struct TemplateFinding {
    QString kind;
    QString text;     ///< an English sentence with the items' numbers, from 1
    QList<int> items; ///< from 0

    bool operator==(const TemplateFinding&) const = default;
};

/// Draws the samples at 8 and 12 dots/mm and reads their codes back; each finding once, with the
/// first sample and resolution that showed it. Needs a QGuiApplication, may run in any thread.
[[nodiscard]] QList<TemplateFinding>
checkTemplate(const LabelTemplate& form, const QList<SampleLabel>& samples = sampleLabels());

} // namespace packbench
