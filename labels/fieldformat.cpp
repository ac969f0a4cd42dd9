#include "labels/fieldformat.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace packbench {

namespace {

constexpr int kGroup = 4;
constexpr qsizetype kShortestGrouped = 8;
constexpr int kMostCharacters = 100;
constexpr int kMostDecimals = 6;

using Answer = std::optional<QString>;

/// The number a value begins with; what follows it ("kg") is kept.
Answer number(const QString& value, const QString& decimals) {
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*([-+]?[0-9]{1,15}(?:\\.[0-9]{1,15})?)(.*)\\z"),
        QRegularExpression::DotMatchesEverythingOption);
    const auto match = form.match(value);
    if (!match.hasMatch())
        return {};
    return QString::number(match.captured(1).toDouble(), 'f', decimals.toInt()) + match.captured(2);
}

/// Times come as "2026-11-21T15:21" or "2026-11-21".
Answer date(const QString& value, const QString& pattern) {
    const QDateTime time = QDateTime::fromString(value.trimmed(), Qt::ISODate);
    if (!time.isValid())
        return {};
    return time.toString(pattern);
}

struct Format {
    const char* name;
    bool (*fits)(const QString& argument);
    Answer (*apply)(const QString& value, const QString& argument);
    const char* takes;
};

bool isNothing(const QString& argument) {
    return argument.isEmpty();
}

bool isWhole(const QString& argument, int most) {
    bool ok = false;
    const int value = argument.toInt(&ok);
    return ok && value >= 0 && value <= most;
}

bool isCount(const QString& argument) {
    return isWhole(argument, kMostCharacters) && argument.toInt() > 0;
}

bool isDecimals(const QString& argument) {
    return isWhole(argument, kMostDecimals);
}

/// Numbers and punctuation only: names of months and days depend on the machine's language.
bool isPattern(const QString& argument) {
    static const QRegularExpression form(
        QStringLiteral("\\A[yMdHhmsAPap .:/年月日时分-]{1,40}\\z"));
    return form.match(argument).hasMatch() && !argument.contains(QStringLiteral("MMM")) &&
           !argument.contains(QStringLiteral("ddd"));
}

const Format kFormats[] = {
    {"upper", isNothing, [](const QString& v, const QString&) -> Answer { return v.toUpper(); },
     "nothing"},
    {"lower", isNothing, [](const QString& v, const QString&) -> Answer { return v.toLower(); },
     "nothing"},
    {"fours", isNothing, [](const QString& v, const QString&) -> Answer { return inFours(v); },
     "nothing"},
    {"first", isCount,
     [](const QString& v, const QString& n) -> Answer { return v.left(n.toInt()); },
     "how many characters"},
    {"last", isCount,
     [](const QString& v, const QString& n) -> Answer { return v.right(n.toInt()); },
     "how many characters"},
    {"number", isDecimals, number, "how many decimals, 0 to 6"},
    {"date", isPattern, date, "a pattern such as MM-dd HH:mm"},
};

const Format* formatOf(const QString& format) {
    const QString name = format.trimmed().section(u' ', 0, 0);
    const auto* found =
        std::find_if(std::begin(kFormats), std::end(kFormats),
                     [&](const auto& one) { return name == QLatin1String(one.name); });
    return found == std::end(kFormats) ? nullptr : found;
}

QString argumentOf(const QString& format) {
    return format.trimmed().section(u' ', 1).trimmed();
}

} // namespace

QString formatProblem(const QString& format) {
    const Format* known = formatOf(format);
    if (known == nullptr) {
        QStringList names;
        for (const Format& one : kFormats)
            names.append(QLatin1String(one.name));
        return QStringLiteral("has a format “%1” that is none of %2.")
            .arg(format.trimmed(), names.join(QStringLiteral(", ")));
    }
    if (!known->fits(argumentOf(format)))
        return QStringLiteral("has “%1”, but “%2” takes %3.")
            .arg(format.trimmed(), QLatin1String(known->name), QLatin1String(known->takes));
    return {};
}

std::optional<QString> formatted(const QString& value, const QString& format) {
    const Format* known = formatOf(format);
    if (known == nullptr || !known->fits(argumentOf(format)))
        return {};
    return value.trimmed().isEmpty() ? value : known->apply(value, argumentOf(format));
}

QString inFours(const QString& text) {
    const bool plain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.isLetterOrNumber(); });
    if (!plain || text.size() < kShortestGrouped)
        return text;
    QString result = text;
    qsizetype last = (text.size() - 1) / kGroup * kGroup;
    if (text.size() - last == 1)
        last -= kGroup;
    for (qsizetype at = last; at > 0; at -= kGroup)
        result.insert(at, u' ');
    return result;
}

} // namespace packbench
