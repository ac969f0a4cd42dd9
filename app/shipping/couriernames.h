#pragma once

#include <QList>
#include <QString>

namespace packbench {

/// A courier's name found in a text.
struct CourierMention {
    qsizetype at = 0;
    qsizetype length = 0;
    QString courier;
};

/// Every courier named in a text, in reading order, longest names first where they overlap.
[[nodiscard]] QList<CourierMention> courierMentions(const QString& text);

} // namespace packbench
