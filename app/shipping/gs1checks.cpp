#include "shipping/gs1checks.h"

#include "shipping/gtin.h"

#include <QDate>

#include <algorithm>
#include <array>

namespace packbench {

namespace {

constexpr std::u16string_view kSet82 = u"!\"%&'()*+,-./0123456789:;<=>?"
                                       u"ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
constexpr std::u16string_view kSet39 = u"#-/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::u16string_view kSetDigits = u"0123456789";
constexpr std::u16string_view kSetBase64 = u"-0123456789=ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                           u"_abcdefghijklmnopqrstuvwxyz";

std::u16string_view characterSet(char letter) {
    switch (letter) {
    case 'X': return kSet82;
    case 'Y': return kSet39;
    case 'Z': return kSetBase64;
    default: return kSetDigits;
    }
}

Gs1Problem unless(bool good, Gs1Problem problem) {
    return good ? Gs1Problem::None : problem;
}

int numberIn(QStringView digits) {
    return digits.toInt();
}

/// Two-digit years stand for this century: only 1900 would have other leap days, and no bench
/// reads codes of that year.
bool isDate(int year, QStringView monthDay, bool dayMayBeZero) {
    const int month = numberIn(monthDay.left(2));
    const int day = numberIn(monthDay.mid(2, 2));
    return QDate::isValid(year, month, dayMayBeZero && day == 0 ? 1 : day);
}

bool isBelow(QStringView digits, int bound) {
    return numberIn(digits) < bound;
}

bool isZero(QStringView digits) {
    return std::all_of(digits.begin(), digits.end(), [](QChar c) { return c == u'0'; });
}

/// Check character pair of GMN and MUDI (GS1 General Specifications, 7.9.5): positions in set 82
/// weighted by primes from the right, modulo 1021, written in base 32.
bool hasValidCheckPair(QStringView text) {
    constexpr std::array kPrimes{2,  3,  5,  7,  11, 13, 17, 19, 23, 29, 31, 37,
                                 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83};
    constexpr std::u16string_view kPairs = u"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    const auto body = text.chopped(std::min<qsizetype>(2, text.size()));
    if (body.isEmpty() || std::size_t(body.size()) > kPrimes.size())
        return false;
    std::size_t sum = 0;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const auto value = kSet82.find(body.at(body.size() - 1 - i).unicode());
        sum += value * std::size_t(kPrimes.at(std::size_t(i)));
    }
    sum %= 1021;
    return text.at(text.size() - 2) == kPairs[sum / 32] && text.back() == kPairs[sum % 32];
}

/// ISO 13616: country and check digits moved behind, letters as 10 to 35, modulo 97 is 1.
bool isIban(QStringView text) {
    if (text.size() < 5)
        return false;
    int rest = 0;
    for (const QChar c : QString(text.mid(4).toString() + text.left(4).toString())) {
        const bool digit = c >= u'0' && c <= u'9';
        if (!digit && !(c >= u'A' && c <= u'Z'))
            return false;
        rest = (digit ? rest * 10 + (c.unicode() - u'0') : rest * 100 + (c.unicode() - u'A' + 10)) %
               97;
    }
    return rest == 1;
}

bool isPieceOfTotal(QStringView text) {
    const int piece = numberIn(text.left(2));
    return piece > 0 && piece <= numberIn(text.mid(2));
}

Gs1Problem judgeTime(QStringView text, std::string_view check) {
    using enum Gs1Problem;
    if (check == "yymmdd")
        return unless(isDate(2000 + numberIn(text.left(2)), text.mid(2), false), BadDate);
    if (check == "yymmd0")
        return unless(isDate(2000 + numberIn(text.left(2)), text.mid(2), true), BadDate);
    if (check == "yyyymmdd")
        return unless(isDate(numberIn(text.left(4)), text.mid(4), false), BadDate);
    if (check == "hhmi")
        return unless(isBelow(text.left(2), 24) && isBelow(text.mid(2), 60), BadDate);
    if (check == "hh")
        return unless(isBelow(text, 24), BadDate);
    if (check == "mi" || check == "ss")
        return unless(isBelow(text, 60), BadDate);
    return None;
}

} // namespace

bool fitsGs1CharacterSet(QStringView text, char set) {
    const auto allowed = characterSet(set);
    return std::all_of(text.begin(), text.end(), [&](QChar c) {
        return allowed.find(c.unicode()) != std::u16string_view::npos;
    });
}

Gs1Problem judgeGs1Content(QStringView text, std::string_view check) {
    using enum Gs1Problem;
    if (check == "csum")
        return unless(hasValidCheckDigit(text.toString()), BadCheckDigit);
    if (check == "csumalpha")
        return unless(hasValidCheckPair(text), BadCheckDigit);
    if (check == "iban")
        return unless(isIban(text), BadCheckDigit);
    if (check == "zero")
        return unless(isZero(text), BadCharacter);
    if (check == "nonzero")
        return unless(!isZero(text), BadCharacter);
    if (check == "yesno")
        return unless(isBelow(text, 2), BadCharacter);
    if (check == "winding")
        return unless(isBelow(text, 2) || text == u"9", BadCharacter);
    if (check == "hyphen")
        return unless(text == u"-", BadCharacter);
    if (check == "pieceoftotal")
        return unless(isPieceOfTotal(text), BadCharacter);
    return judgeTime(text, check);
}

} // namespace packbench
