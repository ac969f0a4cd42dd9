#pragma once

#include "labels/objectreader.h"
#include "labels/template.h"

namespace packbench {

/// Where an item of a template file stands.
struct ItemPlace {
    QString who;    ///< "Item 3", before every problem
    QSizeF label;   ///< in mm
    QString folder; ///< of the template, for its pictures; empty = it has none
};

/// Reads one item of a template file; what is wrong with it becomes sentences.
[[nodiscard]] TemplateItem readItem(const QJsonObject& object, const ItemPlace& place,
                                    QStringList& problems);

/// The key "unmasked" of a template or an item.
void readUnmasked(ObjectReader& reader, PersonalParts& parts);

} // namespace packbench
