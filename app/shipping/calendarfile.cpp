#include "shipping/calendarfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace packbench {

namespace {

constexpr qsizetype kLargestFile = 1 << 20;
constexpr int kFirstYear = 1970;
constexpr int kLastYear = 2199;

using Answer = std::variant<CalendarDates, QString>;

QString refusal(const QString& what) {
    return QStringLiteral("The calendar was not taken: %1. Correct the file and give it again.")
        .arg(what);
}

QString shown(const QJsonValue& value) {
    const QString text = value.isString() ? value.toString() : value.toVariant().toString();
    return text.left(40);
}

std::optional<QDate> dateIn(const QJsonValue& value) {
    const QString text = value.toString();
    const QDate date = QDate::fromString(text, QStringLiteral("yyyy-MM-dd"));
    if (text.size() != 10 || !date.isValid() || date.year() < kFirstYear || date.year() > kLastYear)
        return std::nullopt;
    return date;
}

std::optional<int> yearIn(const QJsonValue& value) {
    const int year = value.toInt();
    return year >= kFirstYear && year <= kLastYear ? std::optional(year) : std::nullopt;
}

/// @returns a refusal, empty when every entry is a date.
QString takeDates(const QJsonObject& file, const QString& field, QSet<QDate>& into) {
    const QJsonValue list = file.value(field);
    if (!list.isArray() && !list.isUndefined())
        return refusal(QStringLiteral("\"%1\" is not a list of dates").arg(field));
    for (const QJsonValue& entry : list.toArray()) {
        const auto date = dateIn(entry);
        if (!date)
            return refusal(QStringLiteral("\"%1\" under \"%2\" is no date as 2026-12-31")
                               .arg(shown(entry), field));
        into.insert(*date);
    }
    return {};
}

QString contradictionIn(const CalendarDates& dates) {
    for (const QDate& date : dates.off) {
        if (dates.work.contains(date))
            return refusal(QStringLiteral("%1 is said to be off and a working day")
                               .arg(date.toString(Qt::ISODate)));
    }
    return {};
}

Answer readOwnForm(const QJsonObject& file) {
    CalendarDates dates;
    const QJsonArray years = file.value(QLatin1String("years")).toArray();
    if (years.isEmpty())
        return refusal(QStringLiteral("\"years\" does not list the years it announces"));
    for (const QJsonValue& entry : years) {
        const auto year = yearIn(entry);
        if (!year)
            return refusal(QStringLiteral("\"%1\" under \"years\" is no year").arg(shown(entry)));
        dates.years.insert(*year);
    }
    for (auto [field, into] : {std::pair{"off", &dates.off}, std::pair{"work", &dates.work}}) {
        const QString wrong = takeDates(file, QLatin1String(field), *into);
        if (!wrong.isEmpty())
            return wrong;
    }
    return dates;
}

/// NateScarlet/holiday-cn, one file a year; no days at all means "not announced yet".
Answer readHolidayCn(const QJsonObject& file) {
    CalendarDates dates;
    const auto year = yearIn(file.value(QLatin1String("year")));
    if (!year || !file.value(QLatin1String("days")).isArray())
        return refusal(QStringLiteral("it has no \"year\" or no list of \"days\""));
    for (const QJsonValue& entry : file.value(QLatin1String("days")).toArray()) {
        const QJsonObject day = entry.toObject();
        const auto date = dateIn(day.value(QLatin1String("date")));
        const QJsonValue isOff = day.value(QLatin1String("isOffDay"));
        if (!date || !isOff.isBool())
            return refusal(QStringLiteral("a day of %1 lacks its date or isOffDay").arg(*year));
        (isOff.toBool() ? dates.off : dates.work).insert(*date);
        dates.years.insert(*year);
    }
    return dates;
}

/// vacanza/holidays snapshots: date → name, all of them off.
Answer readDateNames(const QJsonObject& file) {
    CalendarDates dates;
    for (auto it = file.begin(); it != file.end(); ++it) {
        const auto date = dateIn(it.key());
        if (!date || !it.value().isString())
            return refusal(QStringLiteral("it is in none of the forms that are known (\"%1\" is no "
                                          "date with a name)")
                               .arg(it.key().left(40)));
        dates.off.insert(*date);
        dates.years.insert(date->year());
    }
    return dates;
}

Answer readObject(const QJsonObject& file) {
    if (file.contains(QLatin1String("years")))
        return readOwnForm(file);
    if (file.contains(QLatin1String("days")) || file.contains(QLatin1String("year")))
        return readHolidayCn(file);
    return readDateNames(file);
}

} // namespace

Answer readCalendarFile(const QByteArray& json) {
    if (json.size() > kLargestFile)
        return refusal(QStringLiteral("it is larger than 1 MB, which no calendar is"));
    QJsonParseError error;
    const QByteArray bare = json.startsWith("\xEF\xBB\xBF") ? json.mid(3) : json;
    const QJsonDocument document = QJsonDocument::fromJson(bare, &error);
    if (error.error != QJsonParseError::NoError)
        return refusal(QStringLiteral("it is no JSON (%1 at byte %2)")
                           .arg(error.errorString())
                           .arg(error.offset));
    if (!document.isObject() || document.object().isEmpty())
        return refusal(QStringLiteral("it holds no dates"));
    Answer answer = readObject(document.object());
    if (const auto* dates = std::get_if<CalendarDates>(&answer)) {
        const QString wrong = contradictionIn(*dates);
        if (!wrong.isEmpty())
            return wrong;
    }
    return answer;
}

} // namespace packbench
