#include "screens/goodsmodel.h"

#include "screens/shownwords.h"

#include <algorithm>

namespace packbench {

namespace {

/// Width of a text in half-width cells: a Chinese character is as wide as two Latin ones.
int cells(const QString& text) {
    int wide = 0;
    for (const QChar c : text)
        wide += c.unicode() >= 0x2e80 ? 2 : 1;
    return wide;
}

/// A value is drawn more than twice as large as its name.
int weight(const SpecPart& part) {
    return std::max({cells(part.value) * 11, cells(part.name) * 5 + 5, 30});
}

QVariantList shownParts(const QList<SpecPart>& spec, const QStringList& differing) {
    int total = 0;
    for (const SpecPart& part : spec)
        total += weight(part);
    QVariantList out;
    for (const SpecPart& part : spec) {
        out.append(QVariantMap{{QStringLiteral("name"), part.name},
                               {QStringLiteral("value"), part.value},
                               {QStringLiteral("differs"), differing.contains(part.name)},
                               {QStringLiteral("share"), double(weight(part)) / total}});
    }
    return out;
}

} // namespace

QString GoodsModel::line() const {
    return specLine(m_item.spec);
}

void GoodsModel::show(const std::optional<ShownItem>& item, const QStringList& differing) {
    const ShownItem wanted = item.value_or(ShownItem{});
    if (m_known == item.has_value() && m_item == wanted && m_differing == differing)
        return;
    m_known = item.has_value();
    m_item = wanted;
    m_differing = differing;
    m_parts = shownParts(wanted.spec, differing);
    Q_EMIT changed();
}

} // namespace packbench
