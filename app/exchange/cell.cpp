#include "exchange/cell.h"

#include <QDateTime>

#include <array>

namespace packbench {

namespace {

bool isPadding(QChar character) {
    const char16_t code = character.unicode();
    return code <= 0x20 || code == 0x7F || code == 0xA0 || code == 0x3000 || code == 0xFEFF ||
           (code >= 0x200B && code <= 0x200F);
}

QStringView stripped(QStringView text) {
    while (!text.isEmpty() && isPadding(text.front())) {
        text = text.mid(1);
    }
    while (!text.isEmpty() && isPadding(text.back())) {
        text.chop(1);
    }
    return text;
}

/// Characters that print nothing, or turn the writing around, have no place on a label.
bool isHidden(QChar character) {
    const char16_t code = character.unicode();
    return (code < 0x20 && code != u'\n' && code != u'\t') || code == 0x7F ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
           code == 0xFEFF;
}

QString shown(QStringView text) {
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        if (!isHidden(character)) {
            result.append(character);
        }
    }
    return result;
}

bool isLatin(QChar character) {
    return character.isLetter() && character.unicode() < 0x250;
}

QString cleaned(QStringView cell, bool keepsApostrophe) {
    QStringView text = stripped(cell);
    QString unwrapped;
    if (text.size() >= 3 && text.startsWith(QLatin1String("=\"")) && text.endsWith(u'"')) {
        unwrapped = text.mid(2, text.size() - 3)
                        .toString()
                        .replace(QLatin1String("\"\""), QLatin1String("\""));
        text = stripped(unwrapped);
    }
    if (text.startsWith(u'\'') && !(keepsApostrophe && text.size() > 1 && isLatin(text[1]))) {
        text = stripped(text.mid(1));
    }
    return shown(text);
}

/// Reads the numbers of a time one by one.
class Digits {
public:
    explicit Digits(QStringView text) : m_text(text) {}
    [[nodiscard]] bool isEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar peek() const { return isEnd() ? QChar() : m_text[m_at]; }
    [[nodiscard]] QStringView rest() const { return m_text.mid(m_at); }
    void skip() { ++m_at; }
    bool take(QStringView anyOf) {
        if (isEnd() || !anyOf.contains(m_text[m_at])) {
            return false;
        }
        ++m_at;
        return true;
    }
    /// A number of at most `most` digits; -1 when there is none.
    int number(int most, int* count = nullptr) {
        int value = 0;
        int digits = 0;
        while (digits < most && !isEnd() && m_text[m_at] >= u'0' && m_text[m_at] <= u'9') {
            value = value * 10 + (m_text[m_at++].unicode() - u'0');
            ++digits;
        }
        if (count) {
            *count = digits;
        }
        return digits > 0 ? value : -1;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

struct ZoneOffset {
    bool given = false;
    bool valid = true;
    int seconds = 0;
};

ZoneOffset readOffset(Digits& digits) {
    while (digits.take(u" ")) {
    }
    const QStringView rest = digits.rest();
    if (rest.isEmpty()) {
        return {};
    }
    if (rest == u"Z" || rest == u"UTC" || rest == u"GMT") {
        return {true, true, 0};
    }
    const bool minus = digits.peek() == u'-';
    if (!digits.take(u"+-")) {
        return {true, false, 0};
    }
    const int hours = digits.number(2);
    digits.take(u":");
    const int minutes = digits.isEnd() ? 0 : digits.number(2);
    const bool valid = hours >= 0 && hours <= 14 && minutes >= 0 && minutes < 60 && digits.isEnd();
    return {true, valid, (minus ? -1 : 1) * (hours * 3600 + minutes * 60)};
}

std::optional<QTime> readClock(Digits& digits) {
    const int hour = digits.number(2);
    if (!digits.take(u":")) {
        return std::nullopt;
    }
    const int minute = digits.number(2);
    const int second = digits.take(u":") ? digits.number(2) : 0;
    if (digits.take(u".,")) {
        digits.number(9); // fractions of a second bind nobody
    }
    const QTime time(hour, minute, second);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

int fullYear(int year, int digits) {
    return digits <= 2 && year >= 0 ? 2000 + year : year;
}

int monthNamed(QStringView name) {
    static constexpr std::array kMonths{u"jan", u"feb", u"mar", u"apr", u"may", u"jun",
                                        u"jul", u"aug", u"sep", u"oct", u"nov", u"dec"};
    for (size_t month = 0; month < kMonths.size(); ++month) {
        if (name.compare(QStringView(kMonths[month]), Qt::CaseInsensitive) == 0) {
            return int(month) + 1;
        }
    }
    return 0;
}

} // namespace

QString codeText(QStringView cell) {
    return cleaned(cell, false);
}

QString wordText(QStringView cell) {
    return cleaned(cell, true);
}

QString headingText(QStringView cell) {
    QString text = codeText(cell).normalized(QString::NormalizationForm_KC).toCaseFolded();
    text.remove(u' ');
    text.remove(u'\n');
    text.remove(u'"');
    return text;
}

bool looksScientific(QStringView code) {
    const qsizetype exponent = code.indexOf(u'E', 0, Qt::CaseInsensitive);
    if (exponent < 1 || exponent + 2 >= code.size() || code[exponent + 1] != u'+') {
        return false;
    }
    for (qsizetype at = 0; at < code.size(); ++at) {
        const bool digit = code[at] >= u'0' && code[at] <= u'9';
        const bool point = at == 1 && code[at] == u'.';
        if (!digit && !point && at != exponent && at != exponent + 1) {
            return false;
        }
    }
    return true;
}

bool looksRounded(QStringView code) {
    if (code.size() <= 15) {
        return false;
    }
    for (qsizetype at = 0; at < code.size(); ++at) {
        if (code[at] < u'0' || code[at] > u'9' || (at >= 15 && code[at] != u'0')) {
            return false;
        }
    }
    return true;
}

std::optional<int> quantityOf(QStringView text) {
    Digits digits(text);
    const int value = digits.number(5);
    if (digits.take(u".")) {
        while (digits.take(u"0")) {
        }
    }
    return digits.isEnd() && value >= 1 ? std::optional(value) : std::nullopt;
}

bool isNoValue(QStringView text) {
    return text.isEmpty() || text == u"-" || text == u"--" || text == u"/" ||
           text.startsWith(u"0000-00-00");
}

CellTimes::CellTimes(const QTimeZone& zone) : m_zone(zone.isValid() ? zone : QTimeZone(8 * 3600)) {}

std::optional<CellTime> CellTimes::endOfDay(int year, int month, int day) const {
    const QDate date(year, month, day);
    if (!date.isValid() || year < 2000 || year > 2199) {
        return std::nullopt;
    }
    return CellTime{{QDateTime(date, QTime(23, 59, 59), m_zone).toMSecsSinceEpoch()}, true};
}

std::optional<CellTime> CellTimes::read(QStringView text) const {
    Digits digits(text);
    int yearDigits = 0;
    const int year = digits.number(4, &yearDigits);
    if (yearDigits != 4 || !digits.take(u"-/.年")) {
        return std::nullopt;
    }
    const int month = digits.number(2);
    if (!digits.take(u"-/.月")) {
        return std::nullopt;
    }
    const int day = digits.number(2);
    digits.take(u"日");
    if (digits.isEnd()) {
        return endOfDay(year, month, day);
    }
    if (!digits.take(u"T ")) {
        return std::nullopt;
    }
    while (digits.take(u" ")) {
    }
    const auto clock = readClock(digits);
    const ZoneOffset offset = readOffset(digits);
    const QDate date(year, month, day);
    if (!clock || !offset.valid || !date.isValid() || year < 2000 || year > 2199) {
        return std::nullopt;
    }
    if (!offset.given) {
        return CellTime{{QDateTime(date, *clock, m_zone).toMSecsSinceEpoch()}, false};
    }
    const qint64 days = QDate(1970, 1, 1).daysTo(date);
    const qint64 ms = days * 86'400'000LL + clock->msecsSinceStartOfDay();
    return CellTime{{ms - offset.seconds * 1000LL}, false};
}

std::optional<CellTime> CellTimes::readMonthFirst(QStringView text) const {
    Digits digits(text);
    const int month = digits.number(2);
    if (month < 1 || !digits.take(u"/")) {
        return read(text);
    }
    const int day = digits.number(2);
    int yearDigits = 0;
    const int year = digits.take(u"/") ? digits.number(4, &yearDigits) : -1;
    if (!digits.isEnd() || (yearDigits != 2 && yearDigits != 4)) {
        return std::nullopt;
    }
    return endOfDay(fullYear(year, yearDigits), month, day);
}

std::optional<CellTime> CellTimes::readNamedMonth(QStringView text) const {
    const auto parts = text.split(u'-');
    if (parts.size() != 3) {
        return read(text);
    }
    const bool monthFirst = monthNamed(parts[0].left(3)) > 0;
    const int month = monthNamed((monthFirst ? parts[0] : parts[1]).left(3));
    if (month == 0) {
        return read(text);
    }
    bool dayGood = false;
    bool yearGood = false;
    const int day = (monthFirst ? parts[1] : parts[0]).toInt(&dayGood);
    const int year = parts[2].toInt(&yearGood);
    if (!dayGood || !yearGood || (parts[2].size() != 2 && parts[2].size() != 4)) {
        return std::nullopt;
    }
    return endOfDay(fullYear(year, int(parts[2].size())), month, day);
}

} // namespace packbench
