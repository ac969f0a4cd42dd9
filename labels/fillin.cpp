#include "labels/fillin.h"

#include "labels/fieldformat.h"

#include <algorithm>
#include <array>

namespace packbench {

namespace {

constexpr std::array kFields{
    "tracking",
    "courier",
    "sorting_mark",
    "sorting_code",
    "hub",
    "service",
    "payment",
    "cod",
    "insured",
    "recipient.name",
    "recipient.phone",
    "recipient.place",
    "recipient.street",
    "recipient.postcode",
    "recipient.country",
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
    "printed_time",
    "copy",
    "copy_mark",
    "title",
    "spec",
    "quantity",
    "sku",
    "n",
};

PersonalParts partOf(const QString& name) {
    if (name.endsWith(QLatin1String(".phone")))
        return Personal::Phone;
    if (name.endsWith(QLatin1String(".name")))
        return Personal::Name;
    return name == QLatin1String("recipient.street") ? PersonalParts(Personal::Address)
                                                     : PersonalParts();
}

/// What a form is filled from.
struct Source {
    const LabelFields& fields;
    const QHash<QString, QString>* row;
    PersonalParts unmasked;

    [[nodiscard]] const QString* valueOf(const QString& name) const {
        if (row != nullptr) {
            const auto found = row->constFind(name);
            if (found != row->constEnd())
                return &*found;
        }
        const bool inFull = (partOf(name) & unmasked) != PersonalParts();
        const auto clear = fields.clear.constFind(name);
        if (inFull && clear != fields.clear.constEnd())
            return &*clear;
        const auto found = fields.values.constFind(name);
        return found != fields.values.constEnd() ? &*found : nullptr;
    }
};

/// One placeholder: "name?|last 4|fours".
void fillOne(const QString& placeholder, const Source& source, FilledText& result) {
    QStringList formats = placeholder.split(u'|');
    QString name = formats.takeFirst().trimmed();
    const bool optional = name.endsWith(u'?');
    name.chop(optional ? 1 : 0);
    const QString* found = source.valueOf(name);
    if (found == nullptr) {
        if (!optional)
            (isKnownField(name) ? result.missing : result.unknown).append(name);
        return;
    }
    QString value = *found;
    for (const QString& format : formats) {
        const auto changed = formatted(value, format);
        if (!changed)
            result.unformatted.append(placeholder);
        value = changed.value_or(value);
    }
    result.text += value;
}

QString nameProblem(const QString& placeholder) {
    QStringList formats = placeholder.split(u'|');
    const QString name = formats.takeFirst().trimmed();
    if (name.isEmpty() || name.contains(u'{'))
        return QStringLiteral("has a “{{” that is not closed after a field name.");
    for (const QString& format : formats) {
        const QString problem = formatProblem(format);
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

} // namespace

bool isKnownField(const QString& name) {
    return std::any_of(kFields.begin(), kFields.end(),
                       [&](const char* known) { return name == QLatin1String(known); });
}

FilledText fillIn(const QString& form, const LabelFields& fields,
                  const QHash<QString, QString>* row, PersonalParts unmasked) {
    FilledText result;
    const Source source{fields, row, unmasked};
    qsizetype at = 0;
    while (at < form.size()) {
        const qsizetype open = form.indexOf(u"{{", at);
        const qsizetype close = open < 0 ? -1 : form.indexOf(u"}}", open + 2);
        if (close < 0)
            break;
        result.text += QStringView(form).mid(at, open - at);
        fillOne(form.mid(open + 2, close - open - 2), source, result);
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
        const QString problem = nameProblem(form.mid(open + 2, close - open - 2));
        if (!problem.isEmpty())
            return problem;
        at = close + 2;
    }
    return {};
}

} // namespace packbench
