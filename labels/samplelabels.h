#pragma once

#include "labels/fields.h"

#include <QList>
#include <QString>

namespace packbench {

/// A label to try a template with.
struct SampleLabel {
    QString name; ///< "chinese", "long", "latin"
    LabelFields fields;
};

/// Every field filled: a usual parcel, one with the longest of everything, one abroad. No person.
[[nodiscard]] QList<SampleLabel> sampleLabels();

} // namespace packbench
