#include "labels/carrier/zplbarcode.h"

#include <algorithm>
#include <cctype>

namespace packbench {

namespace {

enum Subset { A, B, C };

constexpr int kFnc1 = 102;
constexpr qsizetype kLongest = 200;

bool isDigit(char c) {
    return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

int valueOf(char c, Subset subset) {
    const auto byte = static_cast<unsigned char>(c);
    if (subset == A)
        return byte < 32 ? byte + 64 : byte < 96 ? byte - 32 : -1;
    return byte >= 32 && byte < 128 ? byte - 32 : -1;
}

qsizetype digitsFrom(const QByteArray& data, qsizetype at) {
    qsizetype end = at;
    while (end < data.size() && isDigit(data.at(end)))
        ++end;
    return end - at;
}

/// The values a ">" and a letter stand for; what they do to the subset is in follow().
int escaped(char c) {
    switch (c) {
    case '<': return 62;
    case '0': return 30;
    case '=': return 94;
    case '1': return 95;
    case '2': return 96;
    case '3': return 97;
    case '4': return 98;
    case '5': return 99;
    case '6': return 100;
    case '7': return 101;
    case '8': return kFnc1;
    case '9': return 103;
    case ':': return 104;
    case ';': return 105;
    default: return -1;
    }
}

void follow(int value, Subset& subset) {
    if (value == 99 || value == 105)
        subset = C;
    else if ((value == 100 && subset != B) || value == 104)
        subset = B;
    else if ((value == 101 && subset != A) || value == 103)
        subset = A;
}

/// As the data say: B until an escape changes it, A and C in pairs of digits.
class AsWritten {
public:
    ZplCode128 read(const QByteArray& data) {
        for (qsizetype i = 0; i < data.size();) {
            const int value =
                data.at(i) == '>' && i + 1 < data.size() ? escaped(data.at(i + 1)) : -1;
            if (value >= 0) {
                obey(value, data.at(i + 1));
                i += 2;
            } else if (m_subset != B && i + 1 < data.size() && isDigit(data.at(i)) &&
                       isDigit(data.at(i + 1))) {
                addPair(data.mid(i, 2));
                i += 2;
            } else {
                addCharacter(data.at(i));
                ++i;
            }
        }
        start();
        return m_code;
    }

private:
    void start() {
        if (m_code.values.isEmpty())
            m_code.values.append(m_subset == A ? 103 : m_subset == B ? 104 : 105);
    }
    void obey(int value, char letter) {
        const bool isStart = value >= 103;
        if (isStart && !m_code.values.isEmpty())
            return; // a start character in the middle means nothing
        if (!isStart)
            start();
        const bool isText = value < 95 || (value == 95 && m_subset == B);
        if (isText && m_subset == C)
            return;
        m_code.values.append(value);
        if (isText && value != 95)
            m_code.readable += letter == '0' ? u'>' : letter == '<' ? u'^' : u'~';
        follow(value, m_subset);
    }
    // Two digits are a value, in A as in C; in A it stands for a character.
    void addPair(const QByteArray& digits) {
        start();
        const int value = digits.toInt();
        m_code.values.append(value);
        if (m_subset == C)
            m_code.readable += QString::fromLatin1(digits);
        else
            m_code.readable += value < 64 ? QChar(char16_t(value + 32)) : QChar(u' ');
        follow(value, m_subset);
    }
    void addCharacter(char c) {
        start();
        // In C a digit alone and a letter have no value: a printer leaves them out.
        const int value = m_subset == C ? -1 : valueOf(c, m_subset);
        if (value < 0)
            return;
        m_code.values.append(value);
        m_code.readable += QChar::fromLatin1(c);
    }

    Subset m_subset = B;
    ZplCode128 m_code;
};

/// Subset C for runs of digits worth it, as the standard's annex proposes; 0x1D asks for FNC1.
QList<int> automaticValues(const QByteArray& data, bool startsWithFnc1) {
    const qsizetype first = digitsFrom(data, 0);
    Subset subset = first >= 4 || (first == data.size() && first == 2) ? C : B;
    QList<int> values{subset == C ? 105 : 104};
    if (startsWithFnc1)
        values.append(kFnc1);
    for (qsizetype i = 0; i < data.size();) {
        const qsizetype run = digitsFrom(data, i);
        if (data.at(i) == '\x1D') {
            values.append(kFnc1);
            ++i;
        } else if (subset == C && run >= 2) {
            values.append(data.mid(i, 2).toInt());
            i += 2;
        } else if (subset != C && (run >= 6 || (run >= 4 && i + run == data.size()))) {
            if (run % 2 != 0)
                values.append(valueOf(data.at(i++), subset));
            values.append(99);
            subset = C;
        } else {
            const bool needsA = static_cast<unsigned char>(data.at(i)) < 32;
            const Subset needed = needsA ? A : B;
            if (subset == C || (subset != needed && valueOf(data.at(i), subset) < 0)) {
                values.append(needed == A ? 101 : 100);
                subset = needed;
            }
            if (const int value = valueOf(data.at(i), subset); value >= 0)
                values.append(value);
            ++i;
        }
    }
    return values;
}

int modulo10(const QByteArray& digits) {
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i)
        sum += (digits.at(digits.size() - 1 - i) - '0') * (i % 2 == 0 ? 3 : 1);
    return (10 - sum % 10) % 10;
}

ZplCode128 serialContainer(const QByteArray& data) {
    QByteArray digits;
    std::copy_if(data.begin(), data.end(), std::back_inserter(digits), isDigit);
    digits = digits.left(19).rightJustified(19, '0');
    digits += QByteArray::number(modulo10(digits));
    return {automaticValues(digits, true), QString::fromLatin1(digits), {}};
}

ZplCode128 gs1(const QByteArray& data) {
    ZplCode128 code;
    QByteArray elements;
    for (qsizetype i = 0; i < data.size(); ++i) {
        const char c = data.at(i);
        if (c == '>' && i + 1 < data.size()) {
            if (data.at(++i) == '8' && !elements.isEmpty())
                elements += '\x1D';
            continue;
        }
        code.readable += QChar::fromLatin1(c);
        if (c != '(' && c != ')' && c != ' ')
            elements += c;
    }
    code.values = automaticValues(elements, true);
    return code;
}

} // namespace

ZplCode128 zplCode128(const QByteArray& given, char mode) {
    const QByteArray data = given.left(kLongest);
    ZplCode128 code;
    switch (mode) {
    case 'A': code = {automaticValues(data, false), QString::fromLatin1(data), {}}; break;
    case 'D': code = gs1(data); break;
    case 'U': code = serialContainer(data); break;
    default: code = AsWritten().read(data); break;
    }
    if (code.values.size() < 2)
        code.problem = QStringLiteral("There is nothing to encode.");
    return code;
}

} // namespace packbench
