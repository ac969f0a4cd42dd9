#include "bench/stationwords.h"

namespace packbench {

QString shownName(const ShownItem& item) {
    QStringList words{item.title};
    for (const SpecPart& part : item.spec)
        words.append(part.value);
    return words.join(u' ');
}

QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("—") : text;
}

} // namespace packbench
