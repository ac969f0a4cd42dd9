#include "labels/carrier/zplinterpreter.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace packbench {

namespace {

constexpr double kFarthest = 100'000;

} // namespace

double zplDecimal(const QByteArray& parameter, double otherwise) {
    qsizetype from = 0;
    while (from < parameter.size()) {
        const char c = parameter.at(from);
        const char next = from + 1 < parameter.size() ? parameter.at(from + 1) : '\0';
        const bool isDigit = std::isdigit(static_cast<unsigned char>(c)) != 0;
        const bool isNextDigit = std::isdigit(static_cast<unsigned char>(next)) != 0;
        if (isDigit || ((c == '-' || c == '.' || c == '+') && isNextDigit))
            break;
        ++from;
    }
    qsizetype to = from;
    while (to < parameter.size() && to - from < 24 &&
           (std::isdigit(static_cast<unsigned char>(parameter.at(to))) != 0 ||
            parameter.at(to) == '.' ||
            (to == from && (parameter.at(to) == '-' || parameter.at(to) == '+'))))
        ++to;
    bool isNumber = false;
    const double value = parameter.mid(from, to - from).toDouble(&isNumber);
    return isNumber ? std::clamp(value, -1e9, 1e9) : otherwise;
}

int zplInteger(const QByteArray& parameter, int otherwise) {
    return static_cast<int>(std::lround(zplDecimal(parameter, otherwise)));
}

int ZplInterpreter::dots(const ZplCommand& command, qsizetype index, int otherwise) const {
    const double value = zplDecimal(command.fields().value(index), std::nan(""));
    if (std::isnan(value))
        return otherwise;
    return static_cast<int>(
        std::lround(std::clamp(value * m_settings.unit, -kFarthest, kFarthest)));
}

void ZplInterpreter::setHome(const ZplCommand& command) {
    m_settings.home = {dots(command, 0, 0), dots(command, 1, 0)};
    if (!m_field.isPlaced)
        m_field.at = m_settings.home;
}

void ZplInterpreter::setPage(const ZplCommand& command) {
    const int length = dots(command, 0, 0);
    if (length <= 0)
        return;
    if (command.is("PW"))
        m_settings.page.setWidth(length);
    else
        m_settings.page.setHeight(length);
}

void ZplInterpreter::setShift(const ZplCommand& command) {
    if (command.is("LS"))
        m_settings.shift.setX(-dots(command, 0, 0));
    else
        m_settings.shift.setY(dots(command, 0, 0));
}

// ^CF is followed by the font's letter; a junk letter may stand between it and the height.
void ZplInterpreter::setFont(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    const QByteArray name = fields.value(0).trimmed().toUpper();
    if (!name.isEmpty())
        m_settings.font.name = name.at(0);
    const int height = std::abs(dots(command, 1, 0));
    const int width = std::abs(dots(command, 2, 0));
    if (height > 0 || width > 0 || !name.isEmpty()) {
        m_settings.font.height = height;
        m_settings.font.width = width;
    }
    m_settings.font = snappedFont(m_settings.font);
    m_field.font = m_settings.font;
    m_field.font.degrees = m_settings.degrees;
}

void ZplInterpreter::setTurn(const ZplCommand& command) {
    m_settings.degrees = zplDegrees(command.parameters, m_settings.degrees);
    m_field.font.degrees = m_settings.degrees;
}

void ZplInterpreter::setBars(const ZplCommand& command) {
    const double narrow = zplDecimal(command.fields().value(0), 0) * m_settings.unit;
    if (narrow > 0)
        m_settings.bars.narrow = static_cast<int>(std::clamp(std::lround(narrow), 1L, 100L));
    const double ratio = zplDecimal(command.fields().value(1), 0);
    if (ratio >= 1)
        m_settings.bars.ratio = std::clamp(ratio, 2.0, 3.0);
    const int height = dots(command, 2, 0);
    if (height > 0)
        m_settings.bars.height = height;
}

void ZplInterpreter::setEncoding(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    m_settings.encoding.number = zplInteger(fields.value(0), 0);
    m_settings.encoding.swapped.clear();
    for (qsizetype i = 1; i + 1 < std::min<qsizetype>(fields.size(), 513); i += 2) {
        const int from = zplInteger(fields.at(i), -1);
        const int to = zplInteger(fields.at(i + 1), -1);
        if (from >= 0 && from <= 255 && to >= 0 && to <= 255)
            m_settings.encoding.swapped.insert(static_cast<unsigned char>(from),
                                               static_cast<unsigned char>(to));
    }
}

void ZplInterpreter::setLabel(const ZplCommand& command) {
    const QByteArray value = command.parameters.trimmed().toUpper();
    if (command.is("LR"))
        m_settings.isReversed = value.startsWith('Y');
    else if (command.is("PO"))
        m_settings.isTurned = value.startsWith('I');
    else if (command.is("PM"))
        m_settings.isMirrored = value.startsWith('Y');
    else if (command.is("MC"))
        m_settings.keepsMap = value.startsWith('N');
}

// ^MUu,b,d: dots, inches or millimetres; dots of one resolution drawn at another.
void ZplInterpreter::setUnit(const ZplCommand& command) {
    const QList<QByteArray> fields = command.fields();
    const QByteArray unit = fields.value(0).trimmed().toUpper();
    const double from = zplDecimal(fields.value(1), 0);
    const double to = zplDecimal(fields.value(2), 0);
    if (unit == "M")
        m_settings.unit = m_setup.dotsPerMm;
    else if (unit == "I")
        m_settings.unit = m_setup.dotsPerMm * 25.4;
    else
        m_settings.unit = from > 0 && to > 0 ? std::clamp(to / from, 0.1, 10.0) : 1;
}

void ZplInterpreter::answer(const ZplCommand& command) {
    constexpr qsizetype kMostQueries = 1000;
    QByteArray query = '~' + command.name;
    if (command.name == "HQ")
        query += command.parameters.left(2).toUpper();
    if (m_queries.size() < kMostQueries)
        m_queries.append(query);
}

} // namespace packbench
