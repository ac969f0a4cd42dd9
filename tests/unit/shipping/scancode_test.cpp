#include "print.h"

#include "shipping/gtin.h"
#include "shipping/scancode.h"

#include <gtest/gtest.h>

#include <random>

namespace packbench {

void PrintTo(const ScanKind& kind, std::ostream* out) {
    *out << word(kind).toStdString();
}

namespace {

ScanCode scan(const char16_t* text, const char* aim = "") {
    return classify(QString::fromUtf16(text), QString::fromLatin1(aim));
}

bool proposes(const ScanCode& code, const char* courier) {
    return std::any_of(
        code.couriers.begin(), code.couriers.end(),
        [&](const CourierProposal& each) { return each.courier == QLatin1String(courier); });
}

void expectItem(const ScanCode& code, const char* gtin) {
    EXPECT_EQ(code.kind, ScanKind::Item);
    EXPECT_EQ(code.gtin, QString::fromLatin1(gtin));
    EXPECT_EQ(code.problem, QString());
}

TEST(Scan, PlainEanIsAnItem) {
    expectItem(scan(u"6901234567892"), "06901234567892");
    expectItem(scan(u"036602301467"), "00036602301467");
    expectItem(scan(u"96385074"), "00000096385074");
    expectItem(scan(u"16901234567899"), "16901234567899");
}

TEST(Scan, AnOuterCaseStillCountsOneHere) {
    EXPECT_EQ(scan(u"16901234567899").quantity, 1);
}

TEST(Scan, BlanksAndLineEndsAreStripped) {
    const ScanCode code = scan(u"  6901234567892\r\n");
    expectItem(code, "06901234567892");
    EXPECT_EQ(code.text, QStringLiteral("6901234567892"));
}

TEST(Scan, TheAimIdIsTakenOff) {
    const ScanCode code = scan(u"]E06901234567892");
    expectItem(code, "06901234567892");
    EXPECT_EQ(code.aim, QStringLiteral("]E0"));
    EXPECT_EQ(code.text, QStringLiteral("6901234567892"));
}

TEST(Scan, AnAimIdGivenTwiceIsTakenOffOnce) {
    EXPECT_EQ(scan(u"]E06901234567892", "]E0").text, QStringLiteral("6901234567892"));
    EXPECT_EQ(scan(u"]X0ABC", "]C0").text, QStringLiteral("]X0ABC"));
}

TEST(Scan, FullWidthDigitsOfAnInputMethodAreRead) {
    expectItem(scan(u"６９０１２３４５６７８９２"), "06901234567892");
}

TEST(Scan, ChineseTextIsLeftAsItIs) {
    EXPECT_EQ(scan(u"衬衫，白色").text, QStringLiteral("衬衫，白色"));
    EXPECT_EQ(scan(u"衬衫，白色").kind, ScanKind::Unknown);
}

TEST(Scan, AWrongCheckDigitIsAnItemWithAProblem) {
    for (const char16_t* text :
         {u"6901234567893", u"036602301468", u"96385075", u"16901234567890"}) {
        const ScanCode code = scan(text);
        EXPECT_EQ(code.kind, ScanKind::Item);
        EXPECT_EQ(code.problem, QStringLiteral("bad-check-digit"));
        EXPECT_EQ(code.gtin, QString());
    }
}

TEST(Scan, ADigitNumberThatMayBeAWaybillKeepsItsProposals) {
    EXPECT_TRUE(proposes(scan(u"7512345678903"), "yunda"));
    EXPECT_TRUE(proposes(scan(u"6901234567893"), "yunda"));
    EXPECT_TRUE(proposes(scan(u"765012345678"), "zto"));
}

TEST(Scan, UnderEanSymbologyNothingElseIsProposed) {
    const ScanCode code = scan(u"6901234567893", "]E0");
    EXPECT_EQ(code.kind, ScanKind::Item);
    EXPECT_EQ(code.problem, QStringLiteral("bad-check-digit"));
    EXPECT_TRUE(code.couriers.isEmpty());
}

TEST(Scan, EightDigitsAreUpcEOnlyWhenTheScannerSaysSo) {
    expectItem(scan(u"04252614", "]E0"), "00042100005264");
    EXPECT_EQ(scan(u"04252614", "]E4").problem, QStringLiteral("bad-check-digit"));
    EXPECT_EQ(scan(u"04252614").problem, QStringLiteral("bad-check-digit"));
    expectItem(scan(u"96385074", "]E4"), "00000096385074");
    expectItem(scan(u"96385074", "]E0"), "00000096385074");
}

TEST(Scan, EanOfAnotherLengthIsRefused) {
    EXPECT_EQ(scan(u"690123456", "]E0").problem, QStringLiteral("bad-length"));
    EXPECT_EQ(scan(u"69012345678AB", "]E0").problem, QStringLiteral("bad-character"));
}

TEST(Scan, AddOnsOfBooksAreCutOff) {
    expectItem(scan(u"978030640615751299", "]E3"), "09780306406157");
    expectItem(scan(u"977123456700312", "]E3"), "09771234567003");
    expectItem(scan(u"9780306406157 51299"), "09780306406157");
    expectItem(scan(u"978030640615751299"), "09780306406157");
}

TEST(Scan, AnAddOnAloneIsNoItem) {
    EXPECT_EQ(scan(u"51299", "]E2").kind, ScanKind::Unknown);
    EXPECT_EQ(scan(u"51299", "]E2").problem, QStringLiteral("add-on"));
}

TEST(Scan, Gs1GivesItemSerialLotAndCount) {
    const ScanCode code = scan(u"]C1010690123456789210L7\u001D21S9\u001D3024");
    expectItem(code, "06901234567892");
    EXPECT_EQ(code.lot, QStringLiteral("L7"));
    EXPECT_EQ(code.serial, QStringLiteral("S9"));
    EXPECT_EQ(code.quantity, 24);
    EXPECT_EQ(code.ais.size(), 4);
}

TEST(Scan, ContentsOfALogisticUnitAreCounted) {
    const ScanCode code = scan(u"02069012345678923712", "]d2");
    expectItem(code, "06901234567892");
    EXPECT_EQ(code.quantity, 12);
}

TEST(Scan, EveryGs1SymbologyIsKnown) {
    for (const char* aim : {"]C1", "]d2", "]d5", "]Q3", "]Q4", "]e0", "]J1"}) {
        EXPECT_EQ(scan(u"0106901234567892", aim).gtin, QStringLiteral("06901234567892")) << aim;
        EXPECT_EQ(scan(u"HELLO", aim).problem, QStringLiteral("not-gs1")) << aim;
    }
}

TEST(Scan, Gs1IsSeenWithoutAnAimId) {
    expectItem(scan(u"\u001D010690123456789210L7"), "06901234567892");
    expectItem(scan(u"(01)06901234567892(10)L7"), "06901234567892");
    expectItem(scan(u"010690123456789217261231"), "06901234567892");
    expectItem(scan(u"0106901234567892"), "06901234567892");
}

TEST(Scan, OnlyACompleteGs1TextIsTakenWithoutAnAimId) {
    EXPECT_EQ(scan(u"0106901234567893").kind, ScanKind::Unknown);
    EXPECT_EQ(scan(u"0106901234567893").problem, QString());
    EXPECT_EQ(scan(u"010690123456789204").gtin, QString());
    EXPECT_EQ(scan(u"0106901234567892", "]C0").gtin, QString());
}

TEST(Scan, AWrongDigitInAGs1ItemIsSaid) {
    const ScanCode code = scan(u"0106901234567893", "]C1");
    EXPECT_EQ(code.kind, ScanKind::Item);
    EXPECT_EQ(code.problem, QStringLiteral("bad-check-digit"));
    EXPECT_EQ(code.gtin, QString());
}

TEST(Scan, AnSsccIsNoItem) {
    const ScanCode code = scan(u"00106141412345678908", "]C1");
    EXPECT_EQ(code.kind, ScanKind::Unknown);
    EXPECT_EQ(code.problem, QString());
    ASSERT_EQ(code.ais.size(), 1);
    EXPECT_EQ(code.ais.first().ai, QStringLiteral("00"));
}

TEST(Scan, ACountOfNothingIsRefused) {
    const ScanCode code = scan(u"(01)06901234567892(30)0");
    EXPECT_EQ(code.problem, QStringLiteral("bad-quantity"));
    EXPECT_EQ(code.quantity, 1);
}

TEST(Scan, BracketsInOtherTextAreNoClaim) {
    EXPECT_EQ(scan(u"(04)X").problem, QString());
    EXPECT_EQ(scan(u"(01)0690").problem, QStringLiteral("bad-length"));
}

TEST(Scan, ReliablePrefixesAreWaybills) {
    for (const char16_t* text : {u"SF1234567890123", u"JT1234567890123", u"YT1234567890123",
                                 u"JDX012345678901", u"JDVA12345678901", u"DPK123456789",
                                 u"STO1234567890", u"ZJS123456789012", u"sf1234567890123"}) {
        const ScanCode code = scan(text);
        EXPECT_EQ(code.kind, ScanKind::Waybill) << qPrintable(code.text);
        ASSERT_FALSE(code.couriers.isEmpty());
        EXPECT_TRUE(code.couriers.first().reliable);
    }
}

TEST(Scan, InternationalNumbersWithAVerifiedDigitAreWaybills) {
    for (const char16_t* text : {u"1Z5R89390357567127", u"RB123456785US", u"EE123456785CN",
                                 u"9400111206206407628746", u"420787459400111206206406260787"}) {
        EXPECT_EQ(scan(text).kind, ScanKind::Waybill) << qPrintable(QString::fromUtf16(text));
        EXPECT_TRUE(scan(text).couriers.first().checked);
    }
}

TEST(Scan, AMisreadWaybillIsSaid) {
    for (const char16_t* text : {u"1Z5R89390357567128", u"RB123456784US"}) {
        EXPECT_EQ(scan(text).kind, ScanKind::Unknown);
        EXPECT_EQ(scan(text).problem, QStringLiteral("bad-check-digit"));
    }
}

TEST(Scan, CouriersPrintTheirNumbersAsGs1Too) {
    const ScanCode code = scan(u"42078745\u001D9400111206206406260787", "]C1");
    EXPECT_EQ(code.kind, ScanKind::Waybill);
    EXPECT_EQ(code.problem, QString());
    EXPECT_EQ(code.couriers.first().courier, QStringLiteral("usps"));
}

TEST(Scan, BareDigitsThatAreNoGtinAreUnknownWithProposals) {
    const ScanCode code = scan(u"773012345678901");
    EXPECT_EQ(code.kind, ScanKind::Unknown);
    EXPECT_EQ(code.problem, QString());
    EXPECT_EQ(code.couriers.first().courier, QStringLiteral("sto"));
    EXPECT_FALSE(code.couriers.first().reliable);
}

TEST(Scan, ShopsOwnCodesAreUnknownWithoutProblem) {
    for (const char16_t* text :
         {u"SKU-001960", u"6771618093213450001", u"A", u"114-1234567-1234567"}) {
        EXPECT_EQ(scan(text).kind, ScanKind::Unknown);
        EXPECT_EQ(scan(text).problem, QString());
    }
}

TEST(Scan, HostileTextIsRefused) {
    for (const char16_t* text : {u"6901\u0003234567892", u"A\u0000B", u"PBC-OK\u001B", u"A\u007FB",
                                 u"A\u200EB", u"\u202E6901234567892", u"A\u2028B", u"A\u0085B",
                                 u"A\tB", u"[)>\u001E06\u001D9N1", u"A\uFFFDB", u"A\uFEFFB"}) {
        const QString given = text[1] == 0 ? QString::fromUtf16(text, 3) : QString::fromUtf16(text);
        EXPECT_EQ(classify(given).kind, ScanKind::Unknown);
        EXPECT_EQ(classify(given).problem, QStringLiteral("control-character"))
            << qPrintable(given);
    }
}

TEST(Scan, GsOutsideGs1IsRefused) {
    EXPECT_EQ(scan(u"ABC\u001DDEF").problem, QStringLiteral("not-gs1"));
    EXPECT_EQ(scan(u"ABC\u001DDEF").kind, ScanKind::Unknown);
}

TEST(Scan, NothingIsNothing) {
    EXPECT_EQ(scan(u"").problem, QStringLiteral("empty"));
    EXPECT_EQ(scan(u" \r\n").problem, QStringLiteral("empty"));
    EXPECT_EQ(scan(u"]C1").problem, QStringLiteral("empty"));
}

TEST(Scan, EndlessTextIsRefused) {
    EXPECT_EQ(classify(QString(4097, u'1')).problem, QStringLiteral("too-long"));
    EXPECT_EQ(classify(QString(4096, u'A')).problem, QString());
    EXPECT_EQ(classify(QString(9'000'000, u'1')).kind, ScanKind::Unknown);
}

TEST(Scan, KindWordsAreStable) {
    EXPECT_EQ(word(ScanKind::Item), QStringLiteral("item"));
    EXPECT_EQ(word(ScanKind::Waybill), QStringLiteral("waybill"));
    EXPECT_EQ(word(ScanKind::Unknown), QStringLiteral("unknown"));
}

TEST(Scan, AnyTextGivesAnAnswerThatHoldsTogether) {
    std::mt19937 random(17);
    const QString alphabet = QStringLiteral("0123456789012345678901SFJTYZPBCUQ-()]\x1D\x03 é中");
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (int size = int(random() % 30); size > 0; --size)
            text += alphabet.at(int(random() % std::size_t(alphabet.size())));
        const ScanCode code = classify(text);
        ASSERT_GE(code.quantity, 1);
        ASSERT_EQ(code, classify(text)) << "not the same twice";
        if (!code.gtin.isEmpty()) {
            ASSERT_EQ(code.gtin.size(), 14);
            ASSERT_TRUE(hasValidCheckDigit(code.gtin)) << qPrintable(text);
        }
        if (code.kind == ScanKind::Waybill) {
            ASSERT_TRUE(code.couriers.first().reliable) << qPrintable(text);
        }
    }
}

} // namespace
} // namespace packbench
