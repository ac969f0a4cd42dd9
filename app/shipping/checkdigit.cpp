#include "shipping/checkdigit.h"

#include <QString>

#include <array>

namespace packbench {

namespace {

int digitOf(QChar c) {
    return c.unicode() - u'0';
}

/// Letters stand for (code − 3) mod 10 where a number may hold some (UPS).
int mod10ValueOf(QChar c) {
    return c >= u'0' && c <= u'9' ? digitOf(c) : (c.unicode() - 3) % 10;
}

int mod10(QStringView body, int firstWeight, int secondWeight, bool fromRight) {
    int sum = 0;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const QChar c = fromRight ? body.at(body.size() - 1 - i) : body.at(i);
        sum += mod10ValueOf(c) * (i % 2 == 0 ? firstWeight : secondWeight);
    }
    return (10 - sum % 10) % 10;
}

int mod10After(const char* front, QStringView body, int firstWeight, int secondWeight) {
    return mod10(QString(QLatin1String(front) + body.toString()), firstWeight, secondWeight, false);
}

int luhn(QStringView body) {
    int sum = 0;
    for (qsizetype i = 0; i < body.size(); ++i) {
        const int doubled = digitOf(body.at(body.size() - 1 - i)) * (i % 2 == 0 ? 2 : 1);
        sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return (10 - sum % 10) % 10;
}

template <std::size_t N>
int weighted(QStringView body, const std::array<int, N>& weights) {
    int sum = 0;
    for (qsizetype i = 0; i < body.size(); ++i)
        sum += digitOf(body.at(i)) * weights.at(std::size_t(i) % N);
    return sum;
}

int mod7(QStringView body) {
    int rest = 0;
    for (const QChar c : body)
        rest = (rest * 10 + digitOf(c)) % 7;
    return rest;
}

int s10(QStringView body) {
    const int check = 11 - weighted(body, std::array{8, 6, 4, 2, 3, 5, 9, 7}) % 11;
    return check == 10 ? 0 : check == 11 ? 5 : check;
}

int base36ValueOf(QChar c) {
    return c >= u'0' && c <= u'9' ? digitOf(c) : c.unicode() - u'A' + 10;
}

int mod37_36(QStringView body) {
    int rest = 36;
    for (const QChar c : body) {
        rest += base36ValueOf(c);
        rest = (rest > 36 ? rest - 36 : rest) * 2;
        rest = rest > 36 ? rest - 37 : rest;
    }
    return (37 - rest) % 36;
}

} // namespace

bool checkHolds(CheckMethod method, QStringView body, QChar check) {
    const int value = base36ValueOf(check);
    switch (method) {
    case CheckMethod::None: return true;
    case CheckMethod::Mod10Weights31: return mod10(body, 3, 1, false) == value;
    case CheckMethod::Mod10Weights13: return mod10(body, 1, 3, false) == value;
    case CheckMethod::Mod10Weights12: return mod10(body, 1, 2, false) == value;
    case CheckMethod::Mod10Reversed: return mod10(body, 3, 1, true) == value;
    case CheckMethod::Mod10After4: return mod10After("4", body, 1, 2) == value;
    case CheckMethod::Mod10After5: return mod10After("5", body, 1, 2) == value;
    case CheckMethod::Mod10After91: return mod10After("91", body, 3, 1) == value;
    case CheckMethod::Mod7: return mod7(body) == value;
    case CheckMethod::Luhn: return luhn(body) == value;
    case CheckMethod::Mod37_36: return mod37_36(body) == value;
    case CheckMethod::FedExExpress: return weighted(body, std::array{3, 1, 7}) % 11 % 10 == value;
    case CheckMethod::FedExGround: return weighted(body, std::array{1, 7, 3}) % 11 % 10 == value;
    case CheckMethod::S10: return s10(body) == value;
    }
    Q_UNREACHABLE();
}

} // namespace packbench
