#include "show.h"

#include "drivers/scanners/hidposscanner.h"
#include "drivers/scanners/keyreports.h"
#include "drivers/scanners/lineassembler.h"

namespace packbench {
namespace {

/// As Honeywell and Access-IS lay it out: id, length, AIM id, 56 bytes, maker's id, reserved, more.
QByteArray report(const QByteArray& data, bool more = false, const QByteArray& aim = "]X0") {
    QByteArray bytes(64, '\0');
    bytes[0] = 2;
    bytes[1] = static_cast<char>(data.size());
    bytes.replace(2, 3, aim);
    bytes.replace(5, data.size(), data);
    bytes[63] = more ? 1 : 0;
    return bytes;
}

class HidPosTest : public testing::Test {
protected:
    std::optional<ScannedCode> take(const QByteArray& bytes, qint64 now = 0) {
        return m_assembler.take(bytes, now);
    }
    HidPosAssembler m_assembler{HidReports{}};
};

TEST_F(HidPosTest, AShortCodeIsOneReport) {
    const auto code = take(report("6901234500417\r", false, "]E0"));
    ASSERT_TRUE(code);
    EXPECT_EQ(code->text, QStringLiteral("6901234500417"));
    EXPECT_EQ(code->aim, QStringLiteral("]E0"));
    EXPECT_EQ(code->raw, "]E06901234500417\r");
}

TEST_F(HidPosTest, ALongCodeComesInThreeParts) {
    EXPECT_FALSE(take(report(QByteArray(56, 'a'), true)));
    EXPECT_FALSE(take(report(QByteArray(56, 'b'), true)));
    const auto code = take(report("c"));
    ASSERT_TRUE(code);
    EXPECT_EQ(code->text.size(), 113);
}

TEST_F(HidPosTest, AHalfCodeIsDroppedByAPauseAnotherKindOrAnUnplug) {
    EXPECT_FALSE(take(report("half", true), 0));
    EXPECT_EQ(take(report("whole"), 5000)->text, QStringLiteral("whole"));
    EXPECT_FALSE(take(report("half", true), 6000));
    EXPECT_EQ(take(report("whole", false, "]C0"), 6001)->text, QStringLiteral("whole"));
    EXPECT_FALSE(take(report("half", true), 7000));
    m_assembler.forget();
    EXPECT_EQ(take(report("whole"), 7001)->text, QStringLiteral("whole"));
}

TEST_F(HidPosTest, ALengthBeyondTheReportIsClamped) {
    QByteArray bytes = report("abc");
    bytes[1] = static_cast<char>(200);
    const auto code = take(bytes);
    ASSERT_TRUE(code);
    EXPECT_LE(code->raw.size(), 61);
}

TEST_F(HidPosTest, TheAimIdMayStandOneByteLater) {
    QByteArray bytes(64, '\0');
    bytes[0] = 2;
    bytes[1] = 3;
    bytes.replace(3, 6, "]C1abc");
    const auto code = take(bytes);
    ASSERT_TRUE(code);
    EXPECT_EQ(code->text, QStringLiteral("abc"));
    EXPECT_EQ(code->aim, QStringLiteral("]C1"));
}

TEST_F(HidPosTest, TheGroupSeparatorIsDataAndOneSuffixIsNot) {
    EXPECT_EQ(take(report("01\x1d"
                          "10\r\n"))
                  ->text,
              QStringLiteral("01\x1d"
                             "10"));
    EXPECT_EQ(take(report("a\r\r"))->text, QStringLiteral("a\r"));
}

TEST_F(HidPosTest, ReportsTooShortOrEmptyAreNothing) {
    for (qsizetype size = 0; size < 6; ++size)
        EXPECT_FALSE(take(report("abc").left(size))) << size;
    EXPECT_FALSE(take(QByteArray(64, '\0')));
}

TEST(HidPosDescriptor, TheDescriptorsPlacesCountWhereItHasThem) {
    const HidReports reports = hidReportsFrom(QByteArray::fromHex(
        "058c0902a10185020501093b750895018102058c09fb09fc09fd95037508810209fe953875088202010"
        "9ff950175018102c0"));
    ASSERT_TRUE(isHidPosScanner(reports));
    HidPosAssembler assembler(reports);
    QByteArray bytes(62, '\0');
    bytes[0] = 2;
    bytes[1] = 3;
    bytes.replace(2, 6, "]Q1abc");
    EXPECT_EQ(assembler.take(bytes, 0)->text, QStringLiteral("abc"));
    bytes[61] = 1; // the flag follows the data at once, without the maker's bytes
    EXPECT_FALSE(assembler.take(bytes, 1));
    EXPECT_FALSE(assembler.take("\x07other report", 2));
    bytes[61] = 0;
    EXPECT_EQ(assembler.take(bytes, 3)->text, QStringLiteral("abcabc"));
}

/// Types a key of the US layout: a report with it, a report without.
class KeysTest : public testing::Test {
protected:
    std::optional<ScannedCode> press(unsigned key, unsigned modifiers = 0) {
        QByteArray bytes(8, '\0');
        bytes[0] = static_cast<char>(modifiers);
        bytes[2] = static_cast<char>(key);
        const auto code = m_keys.take(bytes, m_now += 2);
        (void)m_keys.take(QByteArray(8, '\0'), m_now += 2);
        return code;
    }
    void type(const char* digits) {
        for (; *digits != '\0'; ++digits)
            (void)press(*digits == '0' ? 0x27u : 0x1eu + unsigned(*digits - '1'));
    }
    KeyReports m_keys;
    qint64 m_now = 1000;
};

TEST_F(KeysTest, DigitsAndEnterAreACode) {
    type("6901234500417");
    const auto code = press(0x28);
    ASSERT_TRUE(code);
    EXPECT_EQ(code->text, QStringLiteral("6901234500417"));
    EXPECT_EQ(code->raw, "6901234500417\r");
}

TEST_F(KeysTest, ARepeatedCharacterNeedsAReportWithoutIt) {
    QByteArray held(8, '\0');
    held[2] = 0x04;
    (void)m_keys.take(held, 1);
    (void)m_keys.take(held, 2);
    EXPECT_EQ(press(0x28)->text, QStringLiteral("a"));
    (void)press(0x04, 0x02);
    (void)press(0x04, 0x02);
    (void)press(0x1e);
    EXPECT_EQ(press(0x2b)->text, QStringLiteral("AA1"));
}

TEST_F(KeysTest, TheGroupSeparatorIsTypedWithControl) {
    type("01");
    (void)press(0x30, 0x01);
    type("10");
    EXPECT_EQ(press(0x28)->text, QStringLiteral("01\x1d"
                                                "10"));
}

TEST_F(KeysTest, RolloverAndEnterInFrontAreIgnored) {
    EXPECT_FALSE(press(0x28));
    type("12");
    (void)m_keys.take(QByteArray::fromHex("0000010101010101"), m_now);
    type("3");
    EXPECT_EQ(press(0x28)->text, QStringLiteral("123"));
}

TEST_F(KeysTest, WithoutASuffixSilenceEndsTheCode) {
    type("12345");
    EXPECT_FALSE(m_keys.takeAfterSilence(m_now + 50));
    EXPECT_EQ(m_keys.takeAfterSilence(m_now + 200)->text, QStringLiteral("12345"));
    EXPECT_FALSE(m_keys.takeAfterSilence(m_now + 900));
}

TEST_F(KeysTest, OtherLayoutsTypeOtherCharacters) {
    m_keys = KeyReports(KeyLayout::German);
    (void)press(0x1c);
    (void)press(0x1d);
    (void)press(0x38);
    EXPECT_EQ(press(0x28)->text, QStringLiteral("zy-"));
    m_keys = KeyReports(KeyLayout::French);
    (void)press(0x14);
    (void)press(0x1e, 0x02);
    (void)press(0x27, 0x20);
    EXPECT_EQ(press(0x28)->text, QStringLiteral("a10"));
}

TEST_F(KeysTest, ATypedAimIdIsTakenOff) {
    (void)press(0x30);       // ]
    (void)press(0x06, 0x02); // C
    type("1012345");
    const auto code = press(0x28);
    EXPECT_EQ(code->aim, QStringLiteral("]C1"));
    EXPECT_EQ(code->text, QStringLiteral("012345"));
}

TEST_F(KeysTest, ReportsTooShortAreNothing) {
    EXPECT_FALSE(m_keys.take({}, 1));
    EXPECT_FALSE(m_keys.take(QByteArray(7, '\x04'), 1));
    EXPECT_FALSE(m_keys.isHolding());
}

QStringList texts(const QList<ScannedCode>& codes) {
    QStringList all;
    for (const ScannedCode& code : codes)
        all.append(code.text);
    return all;
}

TEST(LineAssembler, EverySuffixEndsACode) {
    for (const char* suffix : {"\r", "\n", "\r\n", "\t"}) {
        LineAssembler lines;
        EXPECT_EQ(texts(lines.take(QByteArray("A1") + suffix + "B2" + suffix, 0)),
                  (QStringList{QStringLiteral("A1"), QStringLiteral("B2")}));
    }
}

TEST(LineAssembler, ACodeMayComeInPiecesAndTwoInOne) {
    LineAssembler lines;
    EXPECT_TRUE(lines.take("69", 0).isEmpty());
    EXPECT_TRUE(lines.take("0123", 1).isEmpty());
    EXPECT_TRUE(lines.take("45004", 2).isEmpty());
    EXPECT_EQ(texts(lines.take("17\rX\r", 3)),
              (QStringList{QStringLiteral("6901234500417"), QStringLiteral("X")}));
}

TEST(LineAssembler, WithoutASuffixSilenceEndsTheCode) {
    LineAssembler lines;
    EXPECT_TRUE(lines.take("ABC", 0).isEmpty());
    EXPECT_TRUE(lines.takeAfterSilence(50).isEmpty());
    EXPECT_EQ(texts(lines.takeAfterSilence(150)), QStringList{QStringLiteral("ABC")});
    EXPECT_TRUE(lines.take("D", 200).isEmpty());
    EXPECT_EQ(texts(lines.take("E\r", 900)),
              (QStringList{QStringLiteral("D"), QStringLiteral("E")}));
}

TEST(LineAssembler, APauseWithinACodeIsNoEndWhereASuffixIsSent) {
    LineAssembler lines;
    EXPECT_EQ(lines.take("6901234500417\r", 0).size(), 1);
    EXPECT_TRUE(lines.take("690123", 1000).isEmpty());
    EXPECT_TRUE(lines.takeAfterSilence(1150).isEmpty());
    EXPECT_EQ(texts(lines.take("4500530\r", 1150)), QStringList{QStringLiteral("6901234500530")});
    // Its suffix was switched off meanwhile: the first code takes longer, the next does not.
    EXPECT_TRUE(lines.take("A", 2000).isEmpty());
    EXPECT_EQ(texts(lines.takeAfterSilence(2000 + LineAssembler::kLongGapMs)),
              QStringList{QStringLiteral("A")});
    EXPECT_TRUE(lines.take("B", 3000).isEmpty());
    EXPECT_EQ(texts(lines.takeAfterSilence(3000 + LineAssembler::kGapMs)),
              QStringList{QStringLiteral("B")});
}

TEST(LineAssembler, NoiseOfTheLineIsLeftOutAndEndlessNoiseDropped) {
    LineAssembler lines;
    EXPECT_EQ(texts(lines.take(QByteArray("A\0\xff"
                                          "B\r",
                                          5),
                               0)),
              QStringList{QStringLiteral("AB")});
    EXPECT_TRUE(lines.take(QByteArray(100'000, 'x'), 1).isEmpty());
    EXPECT_EQ(lines.dropped(), 1);
}

TEST(LineAssembler, TheEndOfNoiseIsNoCode) {
    LineAssembler lines;
    const QByteArray noise(LineAssembler::kLongest + 1, 'x');
    EXPECT_TRUE(lines.take(noise + "6901234500417\r", 0).isEmpty());
    EXPECT_EQ(texts(lines.take("6901234500530\r", 1)),
              QStringList{QStringLiteral("6901234500530")});
    EXPECT_TRUE(lines.take(noise + "6901234500417", 2).isEmpty());
    EXPECT_TRUE(lines.takeAfterSilence(2 + LineAssembler::kGapMs).isEmpty());
    EXPECT_EQ(texts(lines.take("6901234500530\r", 200)),
              QStringList{QStringLiteral("6901234500530")});
}

TEST(LineAssembler, TwoScannersNeverMix) {
    LineAssembler left;
    LineAssembler right;
    EXPECT_TRUE(left.take("AAA", 0).isEmpty());
    EXPECT_TRUE(right.take("BBB", 0).isEmpty());
    EXPECT_EQ(texts(left.take("a\r", 1)), QStringList{QStringLiteral("AAAa")});
    EXPECT_EQ(texts(right.take("b\r", 1)), QStringList{QStringLiteral("BBBb")});
}

TEST(LineAssembler, ChineseTextIsReadInEitherEncoding) {
    LineAssembler lines;
    EXPECT_EQ(texts(lines.take(QByteArray("面单") + "\r", 0)), QStringList{QStringLiteral("面单")});
    EXPECT_EQ(texts(lines.take(QByteArray::fromHex("c3e6b5a5") + "\r", 1)),
              QStringList{QStringLiteral("面单")});
}

TEST(ShownRaw, ControlCharactersAreNamed) {
    EXPECT_EQ(shownRaw("]C1a\x1d"
                       "b\r"),
              QStringLiteral("]C1a‹GS›b‹CR›"));
    EXPECT_EQ(shownRaw(QByteArray("\0", 1)), QStringLiteral("‹NUL›"));
}

} // namespace
} // namespace packbench
