#include "show.h"

#include "drivers/scales/hidscale.h"
#include "drivers/scales/serialscale.h"
#include "drivers/scales/weightunit.h"

#include <random>

namespace packbench {

inline void PrintTo(ScaleReading::State state, std::ostream* out) {
    *out << qPrintable(word(state));
}

namespace {

using State = ScaleReading::State;

ScaleReading read(const char* hex) {
    return scaleReadingFrom(QByteArray::fromHex(hex)).value_or(ScaleReading{});
}

TEST(HidScale, TheFactsExamplesAreRead) {
    EXPECT_EQ(read("03040bff3419").state, State::Stable);
    EXPECT_EQ(read("03040bff3419").milligrams, 18'291'112); // 645.2 oz
    EXPECT_EQ(read("030402001400").milligrams, 20'000);     // 20 g
}

TEST(HidScale, EachStatusIsUnderstood) {
    EXPECT_EQ(read("030102001400").state, State::Fault);
    EXPECT_EQ(read("030202000000").state, State::Zero);
    EXPECT_EQ(read("030302001400").state, State::Moving);
    EXPECT_EQ(read("030502001400").state, State::UnderZero);
    EXPECT_EQ(read("030502001400").milligrams, -20'000);
    EXPECT_EQ(read("030602001400").state, State::OverLimit);
    EXPECT_EQ(read("030702001400").state, State::NeedsCalibration);
    EXPECT_EQ(read("030802001400").state, State::NeedsZero);
    EXPECT_EQ(read("030902001400").state, State::Unknown);
}

TEST(HidScale, EachUnitIsMilligrams) {
    const auto ten = [](int unit) {
        QByteArray bytes = QByteArray::fromHex("030400000a00");
        bytes[2] = static_cast<char>(unit);
        return scaleReadingFrom(bytes)->milligrams;
    };
    EXPECT_EQ(ten(1), 10);
    EXPECT_EQ(ten(2), 10'000);
    EXPECT_EQ(ten(3), 10'000'000);
    EXPECT_EQ(ten(4), 2'000);
    EXPECT_EQ(ten(6), 648);
    EXPECT_EQ(ten(7), 15'552);
    EXPECT_EQ(ten(8), 10'000'000'000);
    EXPECT_EQ(ten(9), 9'071'847'400);
    EXPECT_EQ(ten(10), 311'035);
    EXPECT_EQ(ten(11), 283'495);
    EXPECT_EQ(ten(12), 4'535'924);
}

TEST(HidScale, AWeightInAUnitNobodyKnowsIsNoWeight) {
    EXPECT_EQ(read("0304ff001400").state, State::Unknown);
    EXPECT_EQ(read("030400001400").state, State::Unknown);
    EXPECT_EQ(read("030402401400").state, State::Unknown); // ten to the 64th
}

TEST(HidScale, OtherOrShortReportsAreNothing) {
    EXPECT_FALSE(scaleReadingFrom({}));
    EXPECT_FALSE(scaleReadingFrom(QByteArray::fromHex("0304020014")));
    EXPECT_FALSE(scaleReadingFrom(QByteArray::fromHex("040402001400")));
    EXPECT_TRUE(scaleReadingFrom(QByteArray::fromHex("030402001400ffffff")));
}

TEST(WeightUnit, RoundsToTheNearestMilligram) {
    EXPECT_EQ(milligramsOf(15, -1, 1'000'000), 2);
    EXPECT_EQ(milligramsOf(14, -1, 1'000'000), 1);
    EXPECT_EQ(milligramsOf(-15, -1, 1'000'000), -2);
    EXPECT_EQ(milligramsOf(1, 10, 1), std::nullopt);
    EXPECT_EQ(milligramsOf(65535, 9, 1'000'000'000'000'000), std::nullopt);
}

ScaleReading serial(const char* format, const QByteArray& line) {
    return serialScaleReading(QLatin1String(format), line).value_or(ScaleReading{});
}

TEST(SerialScale, KernLinesAreRead) {
    EXPECT_EQ(serial("kern", "+  640.00 G S").state, State::Stable);
    EXPECT_EQ(serial("kern", "+  640.00 G S").milligrams, 640'000);
    EXPECT_EQ(serial("kern", "+  640.00 G U").state, State::Moving);
    EXPECT_EQ(serial("kern", "-    5.00 G S").state, State::UnderZero);
    EXPECT_EQ(serial("kern", "+    0.00 G S").state, State::Zero);
    EXPECT_EQ(serial("kern", "+    0.00 G E").state, State::OverLimit);
}

TEST(SerialScale, ToledoLinesAreRead) {
    // Status A: two decimals (4); status B: kg, stable.
    EXPECT_EQ(serial("toledo", "\x02\x24\x30\x20   640     0").milligrams, 6'400'000);
    EXPECT_EQ(serial("toledo", "\x02\x24\x38\x20   640     0").state, State::Moving);
    EXPECT_EQ(serial("toledo", "\x02\x24\x32\x20   640     0").state, State::UnderZero);
    EXPECT_EQ(serial("toledo", "\x02\x24\x34\x20   640     0").state, State::OverLimit);
}

TEST(SerialScale, TheChecksumOfTheToledoLineBeforeIsNoPartOfTheNext) {
    // Whatever it is, even an STX.
    for (const char* checksum : {"\x5b", "\x01", "\x02", " ", "0"})
        EXPECT_EQ(
            serial("toledo", checksum + QByteArray("\x02\x24\x30\x20   640     0")).milligrams,
            6'400'000);
    EXPECT_EQ(serial("toledo", "\x5b\x01\x02\x24\x30\x20   640     0").state, State::Unknown);
}

TEST(SerialScale, CommaLinesAreRead) {
    EXPECT_EQ(serial("comma", "ST,GS,+  0.640kg").milligrams, 640'000);
    EXPECT_EQ(serial("comma", "ST,GS,+  0.640kg").state, State::Stable);
    EXPECT_EQ(serial("comma", "US,GS,+  0.640kg").state, State::Moving);
    EXPECT_EQ(serial("comma", "ST,NT,-  0.010kg").state, State::UnderZero);
    EXPECT_EQ(serial("comma", "OL").state, State::OverLimit);
}

TEST(SerialScale, AnyLineIsReadOrRefused) {
    std::mt19937 random(3);
    for (int round = 0; round < 5000; ++round) {
        QByteArray line(int(random() % 20), Qt::Uninitialized);
        for (char& byte : line)
            byte = random() % 2 == 0 ? static_cast<char>(random())
                                     : "ST,GU +-.0123kg\x02"[random() % 16];
        for (const QString& format : serialScaleFormats())
            (void)serialScaleReading(format, line);
    }
    EXPECT_FALSE(serialScaleReading(QStringLiteral("nobody's"), "ST,GS,+  0.640kg"));
    EXPECT_FALSE(serialScaleReading(QStringLiteral("comma"), "ST,GS,heavy"));
}

} // namespace
} // namespace packbench
