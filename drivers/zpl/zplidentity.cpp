#include "drivers/zpl/zplidentity.h"

#include "drivers/resolution.h"

#include <QList>

#include <algorithm>

namespace packbench {
namespace {

constexpr char kStx = '\x02';
constexpr char kEtx = '\x03';
constexpr qsizetype kLeastFields = 3;
constexpr qsizetype kLongestAnswer = 256;

bool isPrintable(const QByteArray& field) {
    return std::all_of(field.cbegin(), field.cend(), [](char c) { return c >= ' ' && c <= '~'; });
}

// The third field: dots/mm, or the name of a resolution in dpi; else the model's text tells.
int resolutionOf(const QByteArray& field, const QString& model) {
    const int number = field.trimmed().toInt();
    for (const int dotsPerMm : {6, 8, 12, 24})
        if (number == dotsPerMm)
            return dotsPerMm;
    if (const int dotsPerMm = dotsPerMmOfDpi(number); dotsPerMm > 0)
        return dotsPerMm;
    return dotsPerMmNamedIn(model);
}

} // namespace

std::optional<ZplIdentity> zplIdentityFrom(const QByteArray& answer) {
    const qsizetype end = answer.lastIndexOf(kEtx);
    const qsizetype start = end < 0 ? -1 : answer.lastIndexOf(kStx, end);
    if (start < 0 || end - start > kLongestAnswer)
        return std::nullopt;
    const QByteArray inner = answer.mid(start + 1, end - start - 1).trimmed();
    const QList<QByteArray> fields = inner.split(',');
    if (fields.size() < kLeastFields || !isPrintable(inner) || fields.first().trimmed().isEmpty())
        return std::nullopt;
    ZplIdentity identity;
    identity.model = QString::fromLatin1(fields.at(0).trimmed());
    identity.firmware = QString::fromLatin1(fields.at(1).trimmed());
    identity.dotsPerMm = resolutionOf(fields.at(2), identity.model);
    return identity;
}

} // namespace packbench
