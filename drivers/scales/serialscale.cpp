#include "drivers/scales/serialscale.h"

#include "drivers/scales/weightunit.h"

#include <QList>

namespace packbench {
namespace {

using State = ScaleReading::State;

constexpr qint64 kGram = 1'000'000'000; // nanograms
constexpr qint64 kKilogram = 1000 * kGram;
constexpr qint64 kOunce = 28'349'523'125;
constexpr qint64 kPound = 453'592'370'000;

struct Unit {
    const char* name;
    qint64 nanograms;
};
constexpr Unit kUnits[] = {{"g", kGram}, {"kg", kKilogram}, {"oz", kOunce}, {"lb", kPound}};

std::optional<qint64> unitNamed(const QByteArray& name) {
    for (const Unit& unit : kUnits)
        if (name.trimmed().toLower() == unit.name)
            return unit.nanograms;
    return std::nullopt;
}

/// "-  12.34" as whole number and power of ten.
struct Decimal {
    qint64 raw = 0;
    int power = 0;
};
std::optional<Decimal> decimalFrom(QByteArray text) {
    text.replace(' ', "");
    const qsizetype point = text.indexOf('.');
    const int decimals = point < 0 ? 0 : int(text.size() - point - 1);
    text.remove(point < 0 ? text.size() : point, 1);
    bool isNumber = false;
    const qint64 raw = text.toLongLong(&isNumber);
    if (!isNumber || text.size() > 10 || decimals > 6)
        return std::nullopt;
    return Decimal{raw, -decimals};
}

std::optional<ScaleReading> weighed(const std::optional<Decimal>& value,
                                    const std::optional<qint64>& unit, State state) {
    const auto weight =
        value && unit ? milligramsOf(value->raw, value->power, *unit) : std::nullopt;
    if (!weight)
        return std::nullopt;
    ScaleReading reading;
    reading.milligrams = *weight;
    reading.state = state;
    if (state == State::Stable && *weight == 0)
        reading.state = State::Zero;
    if (state == State::Stable && *weight < 0)
        reading.state = State::UnderZero;
    return reading;
}

// KERN: sign, value (7 or 8), unit (2), S1, S2. A blank status line is a weight in motion.
std::optional<ScaleReading> kernLine(const QByteArray& line) {
    if (line.size() != 12 && line.size() != 13)
        return std::nullopt;
    const qsizetype value = line.size() - 4;
    State state = State::Moving;
    switch (line.back()) {
    case 'S': state = State::Stable; break;
    case 'E': state = State::OverLimit; break;
    case 'U':
    case ' ': break;
    default: return std::nullopt;
    }
    if (state == State::OverLimit)
        return ScaleReading{{}, state, 0};
    return weighed(decimalFrom(line.left(value)), unitNamed(line.mid(value, 2)), state);
}

// Toledo: status A bits 0-2 = decimal point, status B bit 1 negative, bit 2 out of range, bit 3 in
// motion, bit 4 kg. With its checksum on, that byte follows the CR and begins the next line; status
// A is never an STX.
std::optional<ScaleReading> toledoLine(const QByteArray& received) {
    const bool hasChecksum = received.size() > 16 && received[1] == '\x02';
    const QByteArray line = received.mid(hasChecksum ? 1 : 0);
    if (line.size() < 16 || line[0] != '\x02')
        return std::nullopt;
    const auto a = static_cast<unsigned char>(line[1]);
    const auto b = static_cast<unsigned char>(line[2]);
    if ((b & 0x04u) != 0)
        return ScaleReading{{}, State::OverLimit, 0};
    auto value = decimalFrom(line.mid(4, 6));
    if (!value)
        return std::nullopt;
    value->power = 2 - int(a & 7u);
    value->raw = (b & 0x02u) != 0 ? -value->raw : value->raw;
    return weighed(value, (b & 0x10u) != 0 ? kKilogram : kPound,
                   (b & 0x08u) != 0 ? State::Moving : State::Stable);
}

// "ST,GS,+  0.640kg": ST stable, US unstable, OL over load.
std::optional<ScaleReading> commaLine(const QByteArray& line) {
    const QList<QByteArray> parts = line.trimmed().split(',');
    if (parts.first() == "OL")
        return ScaleReading{{}, State::OverLimit, 0};
    if (parts.size() != 3 || (parts[0] != "ST" && parts[0] != "US"))
        return std::nullopt;
    qsizetype unit = parts[2].size();
    while (unit > 0 && (parts[2][unit - 1] >= 'A'))
        --unit;
    return weighed(decimalFrom(parts[2].left(unit)), unitNamed(parts[2].mid(unit)),
                   parts[0] == "ST" ? State::Stable : State::Moving);
}

struct Format {
    const char* name;
    std::optional<ScaleReading> (*read)(const QByteArray& line);
};
constexpr Format kFormats[] = {{"kern", kernLine}, {"toledo", toledoLine}, {"comma", commaLine}};

} // namespace

std::optional<ScaleReading> serialScaleReading(const QString& format, const QByteArray& line) {
    for (const Format& known : kFormats)
        if (format == QLatin1String(known.name))
            return known.read(line);
    return std::nullopt;
}

QStringList serialScaleFormats() {
    QStringList names;
    for (const Format& format : kFormats)
        names.append(QLatin1String(format.name));
    return names;
}

} // namespace packbench
