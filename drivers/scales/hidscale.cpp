#include "drivers/scales/hidscale.h"

#include "drivers/scales/weightunit.h"

namespace packbench {
namespace {

constexpr quint16 kScalePage = 0x8d;
constexpr quint16 kScale = 0x20;
constexpr char kDataReport = 3;
constexpr qsizetype kReport = 6;

using State = ScaleReading::State;

// HID Point of Sale usage tables, scale status 1 to 8.
State stateOf(unsigned status) {
    switch (status) {
    case 1: return State::Fault;
    case 2: return State::Zero;
    case 3: return State::Moving;
    case 4: return State::Stable;
    case 5: return State::UnderZero;
    case 6: return State::OverLimit;
    case 7: return State::NeedsCalibration;
    case 8: return State::NeedsZero;
    default: return State::Unknown;
    }
}

// The units of the same tables, 1 to 12, in nanograms: grains and ounces come out whole there.
constexpr qint64 kNanograms[] = {0,
                                 1'000'000,
                                 1'000'000'000,
                                 1'000'000'000'000,
                                 200'000'000,
                                 37'799'364'167, // Hong Kong tael
                                 64'798'910,
                                 1'555'173'840,
                                 1'000'000'000'000'000,
                                 907'184'740'000'000,
                                 31'103'476'800,
                                 28'349'523'125,
                                 453'592'370'000};

} // namespace

bool isHidScale(const HidReports& reports) {
    return reports.page == kScalePage && reports.usage == kScale;
}

std::optional<ScaleReading> scaleReadingFrom(const QByteArray& report) {
    if (report.size() < kReport || report[0] != kDataReport)
        return std::nullopt;
    const auto at = [&report](qsizetype index) {
        return static_cast<unsigned char>(report[index]);
    };
    ScaleReading reading;
    reading.state = stateOf(at(1));
    const unsigned unit = at(2);
    const auto power = static_cast<signed char>(report[3]);
    const int raw = at(4) | at(5) << 8;
    const bool isKnown = unit > 0 && unit < std::size(kNanograms);
    const auto weight = isKnown ? milligramsOf(raw, power, kNanograms[unit]) : std::nullopt;
    if (!weight) {
        // A weight in a unit nobody can read is no weight.
        if (reading.state == State::Stable)
            reading.state = State::Unknown;
        return reading;
    }
    reading.milligrams = reading.state == State::UnderZero ? -*weight : *weight;
    return reading;
}

} // namespace packbench
