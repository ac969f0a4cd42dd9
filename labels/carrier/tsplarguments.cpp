#include "labels/carrier/tsplarguments.h"

#include <algorithm>
#include <cmath>

namespace packbench {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\0';
}

bool isLetter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// TSPL writes a quote within a text as \["], CR as \[R], LF as \[L] or \[A].
std::optional<char> escaped(QByteArrayView rest) {
    if (rest.size() < 4 || rest[0] != '\\' || rest[1] != '[' || rest[3] != ']')
        return std::nullopt;
    switch (rest[2]) {
    case '"': return '"';
    case 'R': return '\r';
    case 'L':
    case 'A': return '\n';
    default: return std::nullopt;
    }
}

class Splitter {
public:
    explicit Splitter(QByteArrayView text) : m_text(text) {}

    QList<TsplArgument> all() {
        QList<TsplArgument> result;
        skipBlanks();
        if (m_at >= m_text.size())
            return result;
        for (;;) {
            result.append(one());
            if (m_at >= m_text.size())
                return result;
            ++m_at; // the comma
        }
    }

private:
    void skipBlanks() {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }

    TsplArgument one() {
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return text();
        const qsizetype from = m_at;
        bool isInText = false;
        while (m_at < m_text.size() && (isInText || m_text[m_at] != ',')) {
            isInText ^= m_text[m_at] == '"';
            ++m_at;
        }
        return plainTsplArgument(m_text.sliced(from, m_at - from).trimmed().toByteArray());
    }

    TsplArgument text() {
        TsplArgument argument;
        argument.kind = TsplArgument::Kind::Unclosed;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '"') {
                ++m_at;
                argument.kind = TsplArgument::Kind::Text;
                break;
            }
            const auto special = escaped(m_text.sliced(m_at));
            argument.text += special.value_or(m_text[m_at]);
            if (special)
                m_at += 3;
        }
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] != ',') {
            argument.kind = TsplArgument::Kind::Expression;
            while (m_at < m_text.size() && m_text[m_at] != ',')
                ++m_at;
        }
        return argument;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

TsplArgument plainTsplArgument(const QByteArray& text) {
    TsplArgument argument;
    argument.text = text;
    if (text.isEmpty())
        return argument;
    qsizetype end = text[0] == '-' || text[0] == '+' ? 1 : 0;
    while (end < text.size() && (isDigit(text[end]) || text[end] == '.'))
        ++end;
    bool isNumber = false;
    argument.number = text.left(end).toDouble(&isNumber);
    argument.unit = text.mid(end).trimmed().toLower();
    const bool isPlainUnit = argument.unit.isEmpty() || argument.unit == "mm" ||
                             argument.unit == "dot" || argument.unit == "dots" ||
                             argument.unit == "inch" || argument.unit == "cm";
    if (isNumber && isPlainUnit) {
        argument.kind = TsplArgument::Kind::Number;
        return argument;
    }
    argument.unit.clear();
    const bool isWord = std::all_of(text.begin(), text.end(), [](char c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '_' || c == '-' || c == ' ';
    });
    argument.kind = isWord ? TsplArgument::Kind::Word : TsplArgument::Kind::Expression;
    return argument;
}

QList<TsplArgument> tsplArguments(QByteArrayView text) {
    return Splitter(text).all();
}

std::optional<double> TsplValues::number(qsizetype index) {
    if (!has(index)) {
        complain(QStringLiteral("its value %1 is missing").arg(index + 1));
        return std::nullopt;
    }
    const TsplArgument& argument = m_command.arguments.at(index);
    if (argument.kind == TsplArgument::Kind::Number)
        return std::clamp(argument.number, -1e8, 1e8);
    if (argument.kind == TsplArgument::Kind::Word ||
        argument.kind == TsplArgument::Kind::Expression)
        m_isVariable = true;
    complain(QStringLiteral("its value %1 is no number").arg(index + 1));
    return std::nullopt;
}

int TsplValues::whole(qsizetype index) {
    return static_cast<int>(number(index).value_or(0));
}

int TsplValues::whole(qsizetype index, int otherwise) {
    return has(index) ? whole(index) : otherwise;
}

int TsplValues::dots(qsizetype index) {
    const double value = number(index).value_or(0);
    const QByteArray unit = has(index) ? m_command.arguments.at(index).unit : QByteArray();
    const double scale = unit == "mm"     ? m_dotsPerMm
                         : unit == "cm"   ? 10.0 * m_dotsPerMm
                         : unit == "inch" ? 25.4 * m_dotsPerMm
                                          : 1;
    constexpr double kMost = 100'000;
    return static_cast<int>(std::lround(std::clamp(value * scale, -kMost, kMost)));
}

int TsplValues::among(qsizetype index, const QList<int>& allowed) {
    const int value = whole(index);
    if (!allowed.contains(value))
        complain(QStringLiteral("its value %1 is not one that TSPL knows").arg(index + 1));
    return value;
}

QByteArray TsplValues::text(qsizetype index) {
    if (index < 0 || index >= m_command.arguments.size()) {
        complain(QStringLiteral("its text is missing"));
        return {};
    }
    const TsplArgument& argument = m_command.arguments.at(index);
    switch (argument.kind) {
    case TsplArgument::Kind::Text:
    case TsplArgument::Kind::Number: return argument.text;
    case TsplArgument::Kind::Empty: complain(QStringLiteral("its text is missing")); break;
    case TsplArgument::Kind::Unclosed:
        complain(QStringLiteral("its text has no closing quote"));
        break;
    case TsplArgument::Kind::Word:
    case TsplArgument::Kind::Expression:
        m_isVariable = true;
        complain(QStringLiteral("its text is a variable"));
        break;
    }
    return {};
}

QByteArray TsplValues::word(qsizetype index) const {
    return has(index) ? m_command.arguments.at(index).text.toUpper() : QByteArray();
}

bool TsplValues::has(qsizetype index) const {
    return index >= 0 && index < m_command.arguments.size() &&
           m_command.arguments.at(index).kind != TsplArgument::Kind::Empty;
}

void TsplValues::complain(const QString& what) {
    if (m_complaint.isEmpty())
        m_complaint = what;
}

} // namespace packbench
