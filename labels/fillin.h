#pragma once

#include "labels/fields.h"
#include "labels/template.h"

#include <QString>
#include <QStringList>

namespace packbench {

/// A text with its {{placeholders}} replaced, once: what stands in a value is never expanded.
struct FilledText {
    QString text;
    QStringList missing;     ///< known fields that had no value at all
    QStringList unknown;     ///< names no label field has: the template's mistake
    QStringList unformatted; ///< "weight|date yyyy": values that are no number or no date
};

/// "{{name?}}" may be absent without being missing, "{{name|last 4}}" is formatted. Fills from the
/// row first (may be null), then from the label's values: in full what is unmasked.
[[nodiscard]] FilledText fillIn(const QString& form, const LabelFields& fields,
                                const QHash<QString, QString>* row = nullptr,
                                PersonalParts unmasked = {});

/// What is wrong with the placeholders of a template text, as the end of a sentence; else empty.
[[nodiscard]] QString placeholderProblem(const QString& form);

/// The names of fields.h; a template may use others only if the label has them.
[[nodiscard]] bool isKnownField(const QString& name);

} // namespace packbench
