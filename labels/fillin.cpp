#include "labels/fillin.h"

#include <algorithm>
#include <array>

namespace packbench {

namespace {

constexpr std::array kFields{
    "tracking",
    "courier",
    "sorting_mark",
    "recipient.name",
    "recipient.phone",
    "recipient.place",
    "recipient.street",
    "recipient.postcode",
    "sender.name",
    "sender.phone",
    "sender.address",
    "order",
    "shop",
    "carton",
    "pieces",
    "weight",
    "remark",
    "operator",
    "bench",
    "printed_at",
    "copy",
    "copy_mark",
    "title",
    "spec",
    "quantity",
    "sku",
    "n",
};

const QString* valueOf(const QString& name, const LabelFields& fields,
                       const QHash<QString, QString>* row) {
    if (row != nullptr) {
        const auto found = row->constFind(name);
        if (found != row->constEnd())
            return &*found;
    }
    const auto found = fields.values.constFind(name);
    return found != fields.values.constEnd() ? &*found : nullptr;
}

} // namespace

bool isKnownField(const QString& name) {
    return std::any_of(kFields.begin(), kFields.end(),
                       [&](const char* known) { return name == QLatin1String(known); });
}

FilledText fillIn(const QString& form, const LabelFields& fields,
                  const QHash<QString, QString>* row) {
    FilledText result;
    qsizetype at = 0;
    while (at < form.size()) {
        const qsizetype open = form.indexOf(u"{{", at);
        const qsizetype close = open < 0 ? -1 : form.indexOf(u"}}", open + 2);
        if (close < 0)
            break;
        result.text += QStringView(form).mid(at, open - at);
        QString name = form.mid(open + 2, close - open - 2).trimmed();
        const bool optional = name.endsWith(u'?');
        name.chop(optional ? 1 : 0);
        if (const QString* value = valueOf(name, fields, row))
            result.text += *value;
        else if (!optional)
            (isKnownField(name) ? result.missing : result.unknown).append(name);
        at = close + 2;
    }
    result.text += QStringView(form).mid(at);
    return result;
}

QString placeholderProblem(const QString& form) {
    qsizetype at = 0;
    while (at < form.size()) {
        const qsizetype open = form.indexOf(u"{{", at);
        const qsizetype close = form.indexOf(u"}}", at);
        if (open < 0 && close < 0)
            return {};
        if (close < 0)
            return QStringLiteral("has a “{{” that is not closed.");
        if (open < 0 || close < open)
            return QStringLiteral("has a “}}” without a “{{” before it.");
        const QString name = form.mid(open + 2, close - open - 2).trimmed();
        if (name.isEmpty() || name.contains(u'{'))
            return QStringLiteral("has a “{{” that is not closed after a field name.");
        at = close + 2;
    }
    return {};
}

} // namespace packbench
